import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { findCaseByCode, loadCase, type CaseRow } from '#modules/petitions/server/index.ts'
import type { FoundCase } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { caseNameOf } from './case-name.ts'
import { knownStore } from './known-store.ts'
import { unitWithFormer } from './known-people.ts'

/** By the code of its receipt. */
export async function readCaseByCode(work: Work, { unitId, code }: { readonly unitId: UnitId; readonly code: string }): Promise<FoundCase> {
  if (!may(work.actor, 'reception.receive', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const row = await findCaseByCode(work, unitId, code)
  if (row === undefined) throw new Refusal('not_found', 'reception.no_such_code', { field: 'code' })
  return { caseId: row.id, caseName: caseNameOf(row), title: row.title, receivedOn: row.receivedOn }
}

/** A case of the unit that an earlier visit went on with, whose receipt the citizen holds, or that the actor may read; undefined for any other. */
export async function findLinkable(work: Work, unitId: UnitId, caseId: string, code: string | null): Promise<{ id: string; name: string } | undefined> {
  const byCode = code === null ? undefined : await findCaseByCode(work, unitId, code)
  if (byCode?.id === caseId) return { id: byCode.id, name: caseNameOf(byCode) }
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
