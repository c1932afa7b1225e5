import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { PartyRole } from './party.ts'

/** Roles that stand under the letter: the number of people is never less than theirs. */
const SIGNING: readonly PartyRole[] = ['sender', 'representative', 'co-signer']
const TELEPHONE = /^\+?[\d\s().-]{8,20}$/

export interface EnteredParty { readonly role: PartyRole; readonly name: string; readonly phone: string | null; readonly email: string | null }
export interface EnteredCase {
  readonly receivedOn: PlainDate
  readonly confirmsOldDate: boolean
  readonly decisionKnownOn: PlainDate | null
  readonly isAnonymous: boolean
  readonly parties: readonly EnteredParty[]
  readonly channel: string
  readonly fromBody: string | null
}

/** Refuses what cannot be meant, with a sentence at its field. */
export function requireSense(entered: EnteredCase, today: PlainDate): void {
  requireReceived(entered, today)
  if (entered.decisionKnownOn !== null && entered.decisionKnownOn > entered.receivedOn) throw at('decisionKnownOn', 'petitions.decision_known_after')
  if (entered.channel === 'transferred' && entered.fromBody === null) throw at('fromBody', 'petitions.from_body_missing')
  if (entered.isAnonymous && entered.parties.length > 0) throw at('parties', 'petitions.anonymous_with_names')
  if (!entered.isAnonymous && entered.parties.length === 0) throw at('parties', 'petitions.sender_missing')
  for (const [index, party] of entered.parties.entries()) requirePartySense(party, `parties.${index}.`)
}

/** A letter of more than a year ago is rare: the officer says once more that it is so. */
export function requireReceived({ receivedOn, confirmsOldDate }: Pick<EnteredCase, 'receivedOn' | 'confirmsOldDate'>, today: PlainDate): void {
  if (receivedOn > today) throw at('receivedOn', 'petitions.received_in_future')
  if (receivedOn < addMonths(today, -12) && !confirmsOldDate) throw at('receivedOn', 'petitions.received_long_ago')
}

/** `at`: what stands before the name of the field, "parties.0." within a case. */
export function requirePartySense({ name, phone, email }: EnteredParty, before = ''): void {
  if (/\d{6}/.test(name.replaceAll(/[\s().-]/g, ''))) throw at(`${before}name`, 'petitions.number_for_name')
  if (!/\p{L}/u.test(name)) throw at(`${before}name`, 'petitions.no_name')
  if (phone !== null && phone !== '' && !(TELEPHONE.test(phone) && phone.replaceAll(/\D/g, '').length >= 8)) throw at(`${before}phone`, 'petitions.no_telephone')
  if (email !== null && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw at(`${before}email`, 'petitions.no_email')
}

export function signersAmong(parties: readonly { readonly role: PartyRole }[]): number {
  return parties.filter(({ role }) => SIGNING.includes(role)).length
}

/** As it is kept and found again, however it was typed: "0263 3822-311" and "+84 263 3822311" are one number. */
export function plainTelephone(typed: string): string {
  const digits = typed.replaceAll(/[^\d+]/g, '')
  return digits.replace(/^(\+84|0084|84(?=\d{9}$))/, '0').replaceAll('+', '')
}

function at(field: string, code: `petitions.${string}`): Refusal {
  return new Refusal('invalid', code, { field })
}
