import type { InputFault } from '#kernel/checked-input.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import { sealField } from '../sealed-field.ts'
import { newId } from '../uuid.ts'
import type { Work } from '../work.ts'
import { requireValues, type Channel, type Language, type MessageTemplate, type MessageValues } from './message.ts'
import { messageStore, type MessageFate } from './message-store.ts'

export const PURPOSE = 'platform.message'

export interface NewMessage {
  readonly channel: Channel
  /** An e-mail address, or a mobile number however it was written. */
  readonly to: string
  readonly template: MessageTemplate
  readonly values: MessageValues
  readonly language: Language
  /** The record it is about, as `schema.table:id`. */
  readonly about: string
  /** What it tells of, `petitions.answered:<id of the decision>`: told once, however often it is queued. */
  readonly key: string
}

export type Queued = { readonly queued: true } | { readonly queued: false; readonly because: InputFault | 'input.no_email' | 'input.no_mobile' | 'told before' }

/**
 * Writes a message to a citizen in the transaction of the act it tells of; the job sends it afterwards. An address that cannot get it is
 * answered and not thrown: nobody's petition waits because of a wrong number.
 */
export async function queueMessage(work: Work, { channel, to, template, values, language, about, key }: NewMessage): Promise<Queued> {
  requireValues(template, values)
  const address = addressFor(channel, to)
  if (!address.ok) return { queued: false, because: address.because }
  const sealed = sealField(work.secrets, PURPOSE, JSON.stringify({ to: address.to, values }))
  const isNew = await messageStore(work.db).add({ id: newId(), key: `${channel} ${key}`, about, channel, template, language, sealed, queuedAt: work.now })
  return isNew ? { queued: true } : { queued: false, because: 'told before' }
}

/** What was sent about a record and what became of it, for whoever may see the record. */
export function messagesAbout(work: Pick<Work, 'db'>, about: string): Promise<MessageFate[]> {
  return messageStore(work.db).listAbout(about)
}

function addressFor(channel: Channel, to: string): { ok: true; to: string } | { ok: false; because: InputFault | 'input.no_email' | 'input.no_mobile' } {
  if (channel === 'email') {
    const email = to.trim()
    return /^[^\s@<>,;:"]{1,64}@[^\s@<>,;:"]+\.[^\s@<>,;:"]{2,}$/.test(email) && email.length <= 254 ? { ok: true, to: email } : { ok: false, because: 'input.no_email' }
  }
  const phone = vietnamesePhone(to)
  if (!phone.ok) return { ok: false, because: phone.because }
  return phone.kind === 'mobile' ? { ok: true, to: phone.number } : { ok: false, because: 'input.no_mobile' }
}
