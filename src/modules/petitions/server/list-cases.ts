import { DUE_SOON_WORKING_DAYS } from '#kernel/due-news.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { addWorkingDays, workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { loadDirectory, predecessorsOf, reachOf, type Directory } from '#modules/organisations/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { CaseLine, CasePage, ListCases } from '../contract.ts'
import { readableBy, type Readable } from '../domain/access.ts'
import { searchFor } from '../domain/search-words.ts'
import { caseListStore, type CaseFilter, type ListedCase } from './case-list-store.ts'
import { dueStepName } from './run-clocks.ts'
import { indexesOf } from './seal-identity.ts'

/** A page of the cases the actor may read, with how many each tab holds. */
export async function listCases(work: Work, query: ListCases): Promise<CasePage> {
  const filter = await filterOf(work, query)
  const store = caseListStore(work.db)
  const cases = await store.page(filter, { limit: query.size, offset: (query.page - 1) * query.size })
  const isLast = cases.length < query.size && (cases.length > 0 || query.page === 1)
  return {
    cases: await linesOf(work, cases),
    total: isLast ? (query.page - 1) * query.size + cases.length : await store.total(filter),
    counts: await store.counts({ ...filter, readable: readableBy(work.actor) }),
  }
}

/** What a query means for this actor, today. */
export async function filterOf(work: Work, query: ListCases): Promise<CaseFilter> {
  const directory = await loadDirectory(work.db)
  const search = searchFor(query.q)
  return {
    readable: narrowedTo(readableBy(work.actor), work, directory, query.unitId as UnitId | undefined), tab: query.tab, me: work.actor.id, today: work.today,
    soon: addWorkingDays(work.today, DUE_SOON_WORKING_DAYS, work.calendar), search, identities: search.by === 'identity' ? indexesOf(work, search.number) : [],
    kind: query.kind, state: query.state, topic: query.topic, places: query.placeId === undefined ? undefined : [query.placeId as UnitId, ...reachOf(directory, query.placeId as UnitId, work.today)],
    channel: query.channel, assigneeId: query.assigneeId as AccountId | undefined, from: query.from, to: query.to, isGroup: query.isGroup, due: query.due,
  }
}

/** Rows with the names that stand elsewhere. */
export async function linesOf(work: Work, rows: readonly ListedCase[]): Promise<CaseLine[]> {
  if (rows.length === 0) return []
  const [directory, rules] = [await loadDirectory(work.db), await loadRules(work)]
  const names = await namesOf(work, rows.flatMap(({ assigneeId }) => assigneeId ?? []))
  return rows.map(({ placeUnitId, placeNote, assigneeId, ...row }) => ({
    ...row, placeName: placeUnitId === null ? placeNote : directory.nameOn(placeUnitId, row.receivedOn) ?? placeNote, unitName: directory.nameOn(row.unitId, work.today) ?? '',
    dueStepName: dueStepName(rules, row.dueStep), workingDaysLeft: row.dueOn === null ? null : workingDaysBetween(work.today, row.dueOn, work.calendar), assigneeName: assigneeId === null ? null : names.get(assigneeId) ?? null,
  }))
}

/** A unit with the former ones whose business it carries, as far as they may be read. */
function narrowedTo(readable: Readable, work: Work, directory: Directory, unitId: UnitId | undefined): Readable {
  if (unitId === undefined) return readable
  const meant = [unitId, ...predecessorsOf(directory, unitId, work.today)]
  const within = (units: ReadonlySet<UnitId>) => new Set(meant.filter((unit) => units.has(unit)))
  return { units: within(readable.units), denunciationUnits: within(readable.denunciationUnits) }
}
