import { randomBytes } from 'node:crypto'
import type { UnitId } from '#kernel/ids.ts'
import { yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import type { Registered } from '../contract.ts'
import { caseCode } from '../domain/case-code.ts'
import type { CaseId, CaseKind, CaseLink, Channel, MatterId } from '../domain/case.ts'
import { clocksOnReceipt } from '../domain/clock-effects.ts'
import { bandsOf } from './case-text.ts'
import { caseStore, type NewCase } from './case-store.ts'
import { partyStore, type SealedParty } from './party-store.ts'
import { recordEvent } from './record-event.ts'
import { applyClockEffects } from './run-clocks.ts'

export interface CaseToOpen {
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly channel: Channel
  readonly receivedOn: PlainDate
  readonly title: string
  readonly content: string
  readonly parties: readonly SealedParty[]
  /** Where it comes from; a matter of its own unless it says on which. */
  readonly origin: { readonly id: CaseId; readonly link: CaseLink; readonly matterId: MatterId | null } | null
  /** What else is known of it, by the names of its columns. */
  readonly more?: Omit<NewCase, 'id' | 'code' | 'unit_id' | 'year' | 'number' | 'matter_id' | 'channel' | 'received_on' | 'kind' | 'title' | 'content' | 'origin_id' | 'origin_link' | 'bands' | 'people_names'>
  /** Sent by the citizen, and not entered by an officer. */
  readonly by?: { readonly id: string; readonly name: string }
  readonly id?: CaseId
}

/**
 * A new case in the unit's register, with its receipt code, number, parties and the term that runs on receipt. Rights and contents are the
 * caller's to have checked: a registration, a transfer, a split, an appeal all come through here.
 */
export async function openCase(work: Work, { id = newId<'petition-case'>(), unitId, kind, channel, receivedOn, title, content, parties, origin, more = {}, by }: CaseToOpen): Promise<Registered> {
  const store = caseStore(work.db)
  const year = yearOf(receivedOn)
  const code = caseCode([...randomBytes(11)].map((byte) => byte % 32))
  const number = await store.nextNumber(unitId, year)
  await store.add({
    ...more, id, code, unit_id: unitId, year, number, kind, channel, received_on: receivedOn, title, content, matter_id: origin?.matterId ?? id, origin_id: origin?.id ?? null, origin_link: origin?.link ?? null,
    bands: bandsOf({ title, content }), people_names: parties.map(({ name }) => name).join(' '),
  })
  await partyStore(work.db).add({ caseId: id, unitId }, parties.map((party, position) => ({ ...party, id: newId<'petition-party'>(), position })))
  const { withoutTerm } = await applyClockEffects(work, { id, unitId, receivedOn, isRemote: more.is_remote ?? false, isComplex: more.is_complex ?? false }, clocksOnReceipt(kind), receivedOn)
  await recordEvent(work, id, { kind: 'received', on: receivedOn, detail: { channel, ...(origin === null ? {} : { link: origin.link }), ...(withoutTerm.length === 0 ? {} : { withoutTerm }) }, shownToCitizen: kind !== 'denunciation', ...(by === undefined ? {} : { by }) })
  return { id, code, number, year }
}
