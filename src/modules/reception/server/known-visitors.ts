import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { SaveVisitor } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { tidyPerson, type Identity } from '../domain/person.ts'
import { openIdentity } from './identity.ts'
import { visitPartStore } from './visit-part-store.ts'
import { visitStore } from './visit-store.ts'

/** A visitor with the identity number typed now, or shown at an earlier visit. */
export type IdentifiedVisitor = Omit<SaveVisitor, 'knownId'> & { readonly identity: Identity | null }

export async function identified(work: Work, unitId: UnitId, visitors: readonly SaveVisitor[]): Promise<IdentifiedVisitor[]> {
  const found: IdentifiedVisitor[] = []
  for (const { knownId, ...visitor } of visitors) {
    found.push({ ...tidyPerson(visitor), identity: visitor.identity ?? (knownId === null ? null : await identityShownBefore(work, unitId, knownId)) })
  }
  return found
}

/** Only of somebody whom the actor could find: in the register of the unit, in a visit that is open to them. */
async function identityShownBefore(work: Work, unitId: UnitId, knownId: NonNullable<SaveVisitor['knownId']>): Promise<Identity | null> {
  const known = await visitPartStore(work.db).findVisitor(knownId)
  const visit = known === undefined ? undefined : await visitStore(work.db).find(known.visitId)
  if (known === undefined || visit?.unitId !== unitId || sightOf(work.actor, visit) !== 'whole') throw new Refusal('not_found', 'reception.no_such_person')
  return openIdentity(work, known)
}
