import { blindIndex, blindIndexes, openField, sealField } from '#platform/server/sealed-field.ts'
import type { Work } from '#platform/server/work.ts'
import { plainIdentity, type Identity } from '../domain/person.ts'
import type { VisitorRow } from './visit-part-store.ts'

const PURPOSE = 'reception.id-number'

/** An identity number as it is kept: sealed, and an index to find the same number by. */
export function sealedIdentity({ secrets }: Pick<Work, 'secrets'>, identity: Identity | null) {
  if (identity === null) return { id_kind: null, id_sealed: null, id_index: null }
  const number = plainIdentity(identity.number)
  return { id_kind: identity.kind, id_sealed: sealField(secrets, PURPOSE, number), id_index: blindIndex(secrets, PURPOSE, number) }
}

/** The whole number. Who shows it notes the reading in the audit trail. */
export function openIdentity({ secrets }: Pick<Work, 'secrets'>, { identityKind, identitySealed }: Pick<VisitorRow, 'identityKind' | 'identitySealed'>): Identity | null {
  return identityKind === null || identitySealed === null ? null : { kind: identityKind, number: openField(secrets, PURPOSE, identitySealed) }
}

/** What to look for when a number was typed. */
export function identityIndexes({ secrets }: Pick<Work, 'secrets'>, number: string): Buffer[] {
  return blindIndexes(secrets, PURPOSE, plainIdentity(number))
}
