import { blindIndex, blindIndexes, openField, sealField } from '#platform/server/sealed-field.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaveParty } from '../contract.ts'
import type { IdentityKind } from '../domain/party.ts'
import type { PartyRow, SealedParty } from './party-store.ts'

const PURPOSE = 'petitions.identity-number'
type Keys = Pick<Work, 'secrets'>

/** A checked party as it is kept: its number sealed, and found again by an index that tells nothing. */
export function sealedParty({ secrets }: Keys, { role, name, isOrganisation, address, phone, email, wantsMessages, identity }: SaveParty): SealedParty {
  return { role, name, isOrganisation, address, phone, email, wantsMessages, identity: identity === null ? null : sealedNumber({ secrets }, identity.kind, identity.number) }
}

/** The whole number: the caller puts in the audit trail that it was read. */
export function openNumber({ secrets }: Keys, { identitySealed }: Pick<PartyRow, 'identitySealed'>): string | null {
  return identitySealed === null ? null : openField(secrets, PURPOSE, identitySealed)
}

/** The last three digits, by which an officer tells two people of one name apart. */
export function endOfNumber(keys: Keys, party: Pick<PartyRow, 'identitySealed'>): string | null {
  return openNumber(keys, party)?.slice(-3) ?? null
}

/** Under which indexes a typed number may stand. */
export function indexesOf({ secrets }: Keys, typed: string): Buffer[] {
  return blindIndexes(secrets, PURPOSE, plainNumber(typed))
}

function sealedNumber({ secrets }: Keys, kind: IdentityKind, number: string): NonNullable<SealedParty['identity']> {
  const plain = plainNumber(number)
  return { kind, sealed: sealField(secrets, PURPOSE, plain), index: blindIndex(secrets, PURPOSE, plain) }
}

function plainNumber(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
}
