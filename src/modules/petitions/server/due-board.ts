import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { DueBoard, DueQuery, LateStep } from '../contract-statistics.ts'
import { readableBy } from '../domain/access.ts'
import { boardOf, weekUntil, type LateSteps } from '../domain/due-board.ts'
import { dueBoardStore } from './due-board-store.ts'
import { dueStepName } from './run-clocks.ts'
import { byName, holderOf, ownUnitsOf, scopeOf, type StatisticsScope } from './statistics-scope.ts'

/** What is due and what is late, by unit, topic or place, and which term is over; counts only. */
export async function readDueBoard(work: Work, { by, ...narrowing }: DueQuery): Promise<DueBoard> {
  const scope = await scopeOf(work, narrowing)
  const [directory, rules] = [await loadDirectory(work.db), await loadRules(work)]
  const store = dueBoardStore(work.db)
  const topics = await store.topicNames()
  const nameOf = (key: string) => (by === 'topic' ? topics.get(key) : directory.nameOn(key as UnitId, work.today)) ?? ''
  const groups = (await store.groups(by, scope, work.today)).map((group) => (by === 'topic' ? group : { ...group, key: holderOf(directory, group.key, work) }))
  const { totals, why, rows, hasHidden } = boardOf(groups.toSorted((one, other) => byName.compare(nameOf(one.key), nameOf(other.key))))
  const named = (steps: readonly LateSteps[]) => steps.map(({ step, count, since }): LateStep => {
    const [procedure = '', name = ''] = step.split('.')
    return { procedure, step: name, name: dueStepName(rules, step) ?? '', count, since }
  })
  const listOf = listFor(work, scope, narrowing)
  return {
    on: work.today, by, weekUntil: weekUntil(work.today), totals, why: named(why), hasHidden, ownUnits: await ownUnitsOf(work),
    rows: rows.map((row) => ({ ...row, name: nameOf(row.key), why: named(row.why), list: listOf(by, row.key) })),
  }
}

/** The list of the cases behind a row, where the reader may open every one of them. */
export function listFor({ actor }: Pick<Work, 'actor'>, { units }: StatisticsScope, narrowing: { readonly unitId?: string | undefined; readonly topic?: string | undefined; readonly placeId?: string | undefined }) {
  const { units: readable } = readableBy(actor)
  const readsAll = [...units].every((id) => readable.has(id))
  return (by: string, key: string): string | null => {
    if (key === '' || !(readsAll || (by === 'unit' && readable.has(key as UnitId)))) return null
    const query = new URLSearchParams(Object.entries({ ...narrowing, [by === 'topic' ? 'topic' : by === 'place' ? 'placeId' : 'unitId']: key }).filter((pair): pair is [string, string] => pair[1] !== undefined))
    return `/don-thu?${query.toString()}`
  }
}
