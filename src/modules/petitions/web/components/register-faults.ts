import type { CheckedInput } from '#kernel/checked-input.ts'
import { checkIdentityNumber } from '#kernel/identity-number.ts'
import { checkPersonName } from '#kernel/person-name.ts'
import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import { checkTextLength } from '#kernel/text-length.ts'
import { vietnamesePhone } from '#kernel/vietnamese-phone.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import { LIMITS } from '../../contract.ts'
import { asksIdentity, isFilled, type PartyDraft, type RegisterDraft } from './register-draft.ts'

type Faults = Record<string, string>

/** What keeps a registration from being sent, by field: what the server would refuse as well, all of it at once and before the way there. */
export function registerFaults(draft: RegisterDraft, today: PlainDate, t: Translate): Faults {
  const faults: Faults = draft.isAnonymous ? {} : partiesFaults(draft, today, t)
  const { receivedOn, decisionKnownOn, peopleCount, title, content } = draft
  if (receivedOn === null) faults['receivedOn'] = t('web.field_required')
  else if (receivedOn > today) faults['receivedOn'] = t('petitions.received_in_future')
  else if (isLongAgo(receivedOn, today) && !draft.confirmsOldDate) faults['receivedOn'] = t('petitions.confirm_old_date_first')
  if (draft.channel === 'transferred' && draft.fromBody.trim() === '') faults['fromBody'] = t('web.field_required')
  if (peopleCount === null || !Number.isInteger(peopleCount) || peopleCount < 1) faults['peopleCount'] = t('web.field_wrong')
  if (title.trim() === '') faults['title'] = t('web.field_required')
  else put(faults, 'title', checkTextLength(title, LIMITS.title), t)
  put(faults, 'content', checkTextLength(content, LIMITS.content), t)
  if (draft.kind === 'complaint' && decisionKnownOn !== null && receivedOn !== null && decisionKnownOn > receivedOn) faults['decisionKnownOn'] = t('petitions.known_after_received')
  return faults
}

/** A letter of more than a year ago is rare: it is said once more that it is so. */
export function isLongAgo(receivedOn: PlainDate, today: PlainDate): boolean {
  return receivedOn < addMonths(today, -12)
}

function partiesFaults({ parties, kind }: RegisterDraft, today: PlainDate, t: Translate): Faults {
  if (!parties.some(isFilled)) return { 'parties.0.name': t('petitions.party_missing') }
  return Object.fromEntries(parties.flatMap((party, index) => (isFilled(party) ? Object.entries(partyFaults(party, { withIdentity: asksIdentity(kind), path: `parties.${index}.`, today }, t)) : [])))
}

interface PartyPlace { readonly withIdentity: boolean; readonly path: string; readonly today: PlainDate }

export function partyFaults({ name, isOrganisation, phone, email, identityKind, identityNumber }: PartyDraft, { withIdentity, path, today }: PartyPlace, t: Translate): Faults {
  const faults: Faults = {}
  if (name.trim() === '') faults[`${path}name`] = t('web.field_required')
  else if (!isOrganisation) put(faults, `${path}name`, checkPersonName(name), t)
  if (phone.trim() !== '') put(faults, `${path}phone`, vietnamesePhone(phone), t)
  if (email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) faults[`${path}email`] = t('petitions.email_wrong')
  if (withIdentity && !isOrganisation && identityKind !== '' && identityNumber.trim() !== '') put(faults, `${path}identityNumber`, checkIdentityNumber(identityNumber, identityKind, today), t)
  return faults
}

function put(faults: Faults, field: string, checked: CheckedInput<unknown>, t: Translate): void {
  if (!checked.ok) faults[field] = t.find(checked.because, checked.details) ?? t('web.field_wrong')
}
