import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { identityOfKnown } from '#modules/petitions/server/index.ts'
import type { SaveVisitor } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { tidyPerson, type Identity } from '../domain/person.ts'
import type { VisitorId } from '../domain/visit.ts'
import { openIdentity } from './identity.ts'
import { unitWithFormer } from './known-people.ts'
import { visitPartStore } from './visit-part-store.ts'
import { visitStore } from './visit-store.ts'

/** A visitor with the identity number typed now, or shown before. */
export type IdentifiedVisitor = Omit<SaveVisitor, 'known'> & { readonly identity: Identity | null }

export async function identified(work: Work, unitId: UnitId, visitors: readonly SaveVisitor[]): Promise<IdentifiedVisitor[]> {
  const found: IdentifiedVisitor[] = []
  for (const { known, ...visitor } of visitors) found.push({ ...tidyPerson(visitor), identity: visitor.identity ?? (known === null ? null : await identityShownBefore(work, unitId, known)) })
  return found
}

/** Only of somebody whom the actor could find there. */
async function identityShownBefore(work: Work, unitId: UnitId, { id, from }: NonNullable<SaveVisitor['known']>): Promise<Identity | null> {
  if (from === 'case') return identityOfKnown(work, unitId, id as Parameters<typeof identityOfKnown>[2])
  const known = await visitPartStore(work.db).findVisitor(id as VisitorId)
  const visit = known === undefined ? undefined : await visitStore(work.db).find(known.visitId)
  if (known === undefined || visit === undefined || !(await unitWithFormer(work, unitId)).includes(visit.unitId) || sightOf(work.actor, visit) !== 'whole') throw new Refusal('not_found', 'reception.no_such_person')
  return openIdentity(work, known)
}
