import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { consolidate, type Consolidation, type Submission } from '../domain/consolidate.ts'
import { directoryOf } from './directory-of-work.ts'
import { countFacts } from './facts.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { groundsOf, unitsCovered } from './reported-units.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** `received`: what the level above took; `sent`: whatever was sent and not given back. */
export type Counted = 'received' | 'sent'

/** The revision of a report that counts. */
export function countedRevision({ revisionId, sentAt, acceptedRevisionId }: ReportRow, count: Counted): RevisionId | null {
  return count === 'sent' && sentAt !== null ? revisionId : acceptedRevisionId
}

/** What the units that report to a unit (and those below them, as each level froze it) say for a period. */
export async function submissionsBelow(work: Work, period: PeriodRow, unitId: UnitId, count: Counted): Promise<{ submissions: Submission[]; children: readonly RevisionId[]; reports: readonly ReportRow[] }> {
  const reports = (await reportStore(work.db).listBelow([period.id], unitId)).filter((report) => report.unitId !== unitId)
  const children = reports.flatMap((report) => countedRevision(report, count) ?? [])
  return { reports, children, submissions: children.length === 0 ? [] : await summedSubmissions(work, children, new Map([[period.id, period.to]])) }
}

/** The revisions named and all that they sum up; `ends` are the last days of periods known already. */
export async function summedSubmissions(work: Work, ids: readonly RevisionId[], ends: ReadonlyMap<PeriodId, PlainDate>): Promise<Submission[]> {
  const revisions = await revisionStore(work.db).listSummed(ids)
  const other = [...new Set(revisions.map(({ periodId }) => periodId))].filter((id) => !ends.has(id))
  const known = new Map([...ends, ...(await periodStore(work.db).listByIds(other)).map(({ id, to }) => [id, to] as const)])
  return revisions.flatMap(({ id, unitId, periodId, numbers, overrides }) => {
    const on = known.get(periodId)
    return on === undefined ? [] : [{ id, unitId, on, values: numbers, overrides }]
  })
}

/** The sums over the tree of a day: that of the period unless said otherwise. */
export async function sumsOf(work: Work, period: PeriodRow, submissions: readonly Submission[], treeOn: PlainDate = period.to): Promise<Consolidation> {
  const { figures } = await periodStore(work.db).formOf(period.versionId)
  return consolidate(submissions, figures, groundsOf(await directoryOf(work), treeOn))
}

/** The unit's sums by figure, with how many said something. */
export function totalsAt(sums: Consolidation, unitId: UnitId): Record<string, { value: number | null; from: number }> {
  const totals = sums.units.get(unitId)?.totals
  return Object.fromEntries(sums.codes.map((code, at) => [code, totals?.[at] ?? { value: null, from: 0 }]))
}

/** What the platform counts for a unit's period, by figure of the form. */
export async function factsOf(work: Work, { from, to }: Pick<PeriodRow, 'from' | 'to'>, unitId: UnitId, figures: readonly { readonly code: string; readonly fact: string | null }[]): Promise<Record<string, number>> {
  const wanted = new Set(figures.flatMap(({ fact }) => (fact === null ? [] : [fact])))
  if (wanted.size === 0) return {}
  const directory = await directoryOf(work)
  const counted = await countFacts(work, unitsCovered(directory, unitId, { from, to }), { from, to }, wanted)
  return Object.fromEntries(figures.flatMap(({ code, fact }) => {
    const value = fact === null ? undefined : counted[fact]
    return value === undefined ? [] : [[code, value] as const]
  }))
}
