import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { unitWithFormer } from './unit-with-former.ts'
import type { SaveParty } from '../contract.ts'
import { mayRegister } from '../domain/access.ts'
import { checkedParty } from '../domain/entered-data.ts'
import { knownPeopleStore } from './known-people-store.ts'
import type { SealedParty } from './party-store.ts'
import { sealedParty } from './seal-identity.ts'
import type { PartyId } from './tables.ts'

/** Parties as they are kept; the first that cannot be meant is refused at its field. `at`: where they stand in the form. */
export async function enteredParties(work: Work, unitId: UnitId, parties: readonly SaveParty[], at = (index: number) => `parties.${index}.`): Promise<SealedParty[]> {
  const kept: SealedParty[] = []
  for (const [index, party] of parties.entries()) kept.push(await withKnownNumber(work, unitId, party.sameAs ?? null, sealedParty(work, checkedParty(party, work.today, at(index)))))
  return kept
}

/** Where no number was typed, that of the earlier letter of the same person; what the officer may not know of counts as not there. */
async function withKnownNumber(work: Work, unitId: UnitId, sameAs: string | null, party: SealedParty): Promise<SealedParty> {
  if (sameAs === null || party.identity !== null) return party
  const units = await unitWithFormer(work, unitId)
  const known = await knownPeopleStore(work.db).findSealed(sameAs as PartyId, units)
  if (known === undefined || !mayRegister(work.actor, unitId, known.kind)) return party
  return { ...party, identity: known.identity }
}
