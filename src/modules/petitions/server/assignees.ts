import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { accountsWho } from '#modules/people/server/index.ts'
import type { Assignees } from '../contract-cases.ts'
import type { CaseKind } from '../domain/case.ts'
import { caseListStore } from './case-list-store.ts'

/** Who of the unit resolves, and how much each has on the desk; a denunciation goes only to those who handle them. */
export async function listAssignees(work: Work, unitId: UnitId, kind?: CaseKind): Promise<Assignees> {
  if (!may(work.actor, 'petitions.triage', unitId) && !may(work.actor, 'petitions.decide', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const resolvers = await accountsWho(work, 'petitions.resolve', unitId)
  const handlers = kind === 'denunciation' ? new Set((await accountsWho(work, 'petitions.handle-denunciations', unitId)).map(({ id }) => id)) : null
  const people = resolvers.filter(({ id }) => handlers === null || handlers.has(id))
  const withDenunciations = may(work.actor, 'petitions.handle-denunciations', unitId)
  const open = await caseListStore(work.db).countOpenByAssignee(unitId, people.map(({ id }) => id), withDenunciations)
  return {
    assignees: people.map(({ id, name }) => ({ id, name, openCases: open.get(id) ?? 0 })).toSorted((one, other) => one.name.localeCompare(other.name, 'vi')),
  }
}
