import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { mayRegister } from '../domain/access.ts'
import { readCaseCode } from '../domain/case-code.ts'
import type { IdentityKind } from '../domain/party.ts'
import { caseStore, type CaseRow } from './case-store.ts'
import { knownPeopleStore } from './known-people-store.ts'
import { openNumber } from './seal-identity.ts'
import type { PartyId } from './tables.ts'
import { unitWithFormer } from './unit-with-former.ts'

/** The case whose receipt a citizen holds out: for who takes in such cases for its unit, who need not read its record. */
export async function findCaseByCode(work: Work, unitId: UnitId, typed: string): Promise<CaseRow | undefined> {
  const code = readCaseCode(typed)
  const row = code === null ? undefined : await caseStore(work.db).findByCode(code)
  if (row === undefined || !mayRegister(work.actor, unitId, row.kind)) return undefined
  return (await unitWithFormer(work, unitId)).includes(row.unitId) ? row : undefined
}

/** The identity number on an earlier letter of somebody who stands at the desk, to be kept with the visit; shown to nobody. */
export async function identityOfKnown(work: Work, unitId: UnitId, partyId: PartyId): Promise<{ readonly kind: IdentityKind; readonly number: string } | null> {
  const known = await knownPeopleStore(work.db).findSealed(partyId, await unitWithFormer(work, unitId))
  if (known === undefined || !mayRegister(work.actor, unitId, known.kind)) return null
  const number = openNumber(work, { identitySealed: known.identity.sealed })
  return number === null ? null : { kind: known.identity.kind, number }
}
