import { blindIndex, blindIndexes, openField, sealField } from '#platform/server/sealed-field.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaveParty } from '../contract.ts'
import { plainTelephone } from '../domain/entered-data.ts'
import type { IdentityKind } from '../domain/party.ts'
import type { PartyRow, SealedParty } from './party-store.ts'

const PURPOSE = 'petitions.identity-number'

/** A party as it is kept: its number sealed, and found again by an index that tells nothing. */
export function sealedParty({ secrets }: Pick<Work, 'secrets'>, { identity, phone, address, email, ...party }: SaveParty): SealedParty {
  return {
    ...party, address: emptyToNull(address), email: emptyToNull(email), phone: phone === null || phone === '' ? null : plainTelephone(phone),
    identity: identity === null ? null : sealedNumber({ secrets }, identity.kind, identity.number),
  }
}

export function sealedNumber({ secrets }: Pick<Work, 'secrets'>, kind: IdentityKind, number: string) {
  const plain = plainNumber(number)
  return { kind, sealed: sealField(secrets, PURPOSE, plain), index: blindIndex(secrets, PURPOSE, plain) }
}

/** The whole number: the caller puts in the audit trail that it was read. */
export function openNumber({ secrets }: Pick<Work, 'secrets'>, { identitySealed }: Pick<PartyRow, 'identitySealed'>): string | null {
  return identitySealed === null ? null : openField(secrets, PURPOSE, identitySealed)
}

/** The last three digits, by which an officer tells two people of one name apart. */
export function endOfNumber(work: Pick<Work, 'secrets'>, party: Pick<PartyRow, 'identitySealed'>): string | null {
  return openNumber(work, party)?.slice(-3) ?? null
}

/** Under which indexes a typed number may stand. */
export function indexesOf({ secrets }: Pick<Work, 'secrets'>, typed: string): Buffer[] {
  return blindIndexes(secrets, PURPOSE, plainNumber(typed))
}

function plainNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}

function emptyToNull(text: string | null): string | null {
  return text === '' ? null : text
}
