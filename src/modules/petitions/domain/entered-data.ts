import type { CheckedInput, InputFault } from '#kernel/checked-input.ts'
import { checkIdentityNumber } from '#kernel/identity-number.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { IdentityKind, PartyRole } from './party.ts'

/** Roles that stand under the letter: the number of people is never less than theirs. */
const SIGNING: readonly PartyRole[] = ['sender', 'representative', 'co-signer']

export interface EnteredCase {
  readonly receivedOn: PlainDate
  readonly confirmsOldDate: boolean
  readonly decisionKnownOn: PlainDate | null
  readonly isAnonymous: boolean
  readonly channel: string
  readonly fromBody: string | null
}

export interface EnteredParty {
  readonly role: PartyRole
  readonly name: string
  readonly isOrganisation: boolean
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly identity: { readonly kind: IdentityKind; readonly number: string } | null
}

/** Refuses what cannot be meant, with a sentence at its field. A letter of more than a year ago is rare: the officer says once more that it is so. */
export function requireSense({ receivedOn, confirmsOldDate, decisionKnownOn, channel, fromBody }: Omit<EnteredCase, 'isAnonymous'>, today: PlainDate): void {
  if (receivedOn > today) throw at('receivedOn', 'petitions.received_after_today')
  if (receivedOn < addMonths(today, -12) && !confirmsOldDate) throw at('receivedOn', 'petitions.received_long_ago')
  if (decisionKnownOn !== null && decisionKnownOn > receivedOn) throw at('decisionKnownOn', 'petitions.decision_known_after')
  if (channel === 'transferred' && (fromBody === null || fromBody === '')) throw at('fromBody', 'petitions.from_body_missing')
}

/** Somebody signs a letter, or nobody does. */
export function requireSender({ isAnonymous }: Pick<EnteredCase, 'isAnonymous'>, parties: readonly unknown[]): void {
  if (isAnonymous && parties.length > 0) throw at('isAnonymous', 'petitions.anonymous_with_names')
  if (!isAnonymous && parties.length === 0) throw at('parties', 'petitions.sender_missing')
}

/** A party with everything in its one form; refused at the field that cannot be meant. `before`: what stands before the field's name, "parties.0." within a case. */
export function checkedParty<Party extends EnteredParty>(party: Party, today: PlainDate, before = ''): Party {
  const { identity, phone, email, address } = party
  const name = party.isOrganisation ? party.name : asked(checkPersonName(party.name), `${before}name`).name
  if (email !== null && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw at(`${before}email`, 'petitions.no_email')
  if (!/\p{L}/u.test(name)) throw at(`${before}name`, 'input.looks_like_a_phone')
  return {
    ...party, name, address: emptyToNull(address), email: emptyToNull(email), phone: phone === null || phone === '' ? null : asked(vietnamesePhone(phone), `${before}phone`).number,
    identity: identity === null ? null : { kind: identity.kind, number: asked(checkIdentityNumber(identity.number, identity.kind, today), `${before}identity.number`).number },
  }
}

export function signersAmong(parties: readonly { readonly role: PartyRole }[]): number {
  return parties.filter(({ role }) => SIGNING.includes(role)).length
}

function asked<Value>(checked: CheckedInput<Value>, field: string): Value {
  if (!checked.ok) throw at(field, checked.because, checked.details)
  return checked
}

function emptyToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}

function at(field: string, code: `petitions.${string}` | InputFault, details: Readonly<Record<string, number>> = {}): Refusal {
  return new Refusal('invalid', code, { field, ...details })
}
