import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadCase, type CaseRow } from '#modules/petitions/server/index.ts'
import { sightOf } from '../domain/access.ts'
import { caseNameOf } from './case-name.ts'
import { knownStore } from './known-store.ts'
import { unitWithFormer } from './known-people.ts'

/** A case of the unit that an earlier visit went on with, or that the actor may read; undefined for any other. */
export async function findLinkable(work: Work, unitId: UnitId, caseId: string): Promise<{ id: string; name: string } | undefined> {
  const units = await unitWithFormer(work, unitId)
  const known = (await knownStore(work.db).listVisitsOf(caseId)).filter((visit) => units.includes(visit.unitId) && sightOf(work.actor, visit) === 'whole')
  if (known[0] !== undefined) return { id: caseId, name: known[0].caseName }
  const row = await findReadable(work, caseId)
  return row !== undefined && units.includes(row.unitId) && may(work.actor, 'petitions.read', row.unitId) ? { id: row.id, name: caseNameOf(row) } : undefined
}

async function findReadable(work: Work, caseId: string): Promise<CaseRow | undefined> {
  try {
    return await loadCase(work, caseId as CaseRow['id'])
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
