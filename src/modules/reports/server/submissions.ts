import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { numbersOf, resolveValues } from '../domain/checks.ts'
import { consolidate, totalAt, type Consolidation, type Submission } from '../domain/consolidate.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { countFacts } from './facts.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { groundsOf, unitsCovered } from './reported-units.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** `received`: what the level above took; `sent`: whatever was sent and not given back. */
export type Counted = 'received' | 'sent'

/** The unit's own part of a report while it is written: resolved figures and sums set by hand. */
export interface OwnPart { readonly values: Readonly<Record<string, FigureValue>>; readonly overrides: ReportContent['overrides'] }

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

/** The sums of everything that the unit's report covers: its own part, the levels below, or the periods of a sơ kết. */
export async function submissionsOf(work: Work, period: PeriodRow, unitId: UnitId, count: Counted, own: OwnPart | null): Promise<Submission[]> {
  if (period.madeOf.length > 0) return submissionsOverPeriods(work, period, unitId, count, own)
  const { submissions } = await submissionsBelow(work, period, unitId, count)
  return own === null ? submissions : [...submissions, { id: 'draft', unitId, on: period.to, values: numbersOf(own.values), overrides: own.overrides }]
}

async function submissionsOverPeriods(work: Work, period: PeriodRow, unitId: UnitId, count: Counted, own: OwnPart | null): Promise<Submission[]> {
  const directory = await loadDirectory(work.db)
  const parts = await periodStore(work.db).listByIds(period.madeOf)
  const reports = await reportStore(work.db).listOfPeriods(period.madeOf)
  const submissions: Submission[] = []
  for (const part of parts) {
    const units = new Set(unitsCovered(directory, unitId, { from: part.from, to: period.to }))
    const tops = reports.filter(({ periodId, unitId: of, receiverId }) => periodId === part.id && units.has(of) && (receiverId === null || !units.has(receiverId)))
    for (const report of tops) { // what one of them received it sums up itself
      const frozen = countedRevision(report, count) ?? report.revisionId
      submissions.push(...(frozen === null ? await unfrozen(work, part, report, count) : await summedSubmissions(work, [frozen], new Map([[part.id, part.to]]))))
    }
  }
  return own === null ? submissions : [...submissions, { id: 'draft', unitId, on: period.to, values: {}, overrides: own.overrides, isOverall: true }]
}

/** A part whose own report is still being written counts as it stands. */
async function unfrozen(work: Work, part: PeriodRow, report: ReportRow, count: Counted): Promise<Submission[]> {
  const { content, version } = await reportStore(work.db).findDraft(report.id)
  const form = await periodStore(work.db).formOf(part.versionId)
  const own = version === 0 ? null : { values: resolveValues(form, content, await factsOf(work, part, report.unitId, form.figures)), overrides: content.overrides }
  return submissionsOf(work, part, report.unitId, count, own)
}

async function summedSubmissions(work: Work, ids: readonly RevisionId[], ends: ReadonlyMap<PeriodId, PlainDate>): Promise<Submission[]> {
  const revisions = await revisionStore(work.db).listSummed(ids)
  const other = [...new Set(revisions.map(({ periodId }) => periodId))].filter((id) => !ends.has(id))
  const known = new Map([...ends, ...(await periodStore(work.db).listByIds(other)).map(({ id, to }) => [id, to] as const)])
  return revisions.flatMap(({ id, unitId, periodId, own, overrides }) => {
    const on = known.get(periodId)
    return on === undefined ? [] : [{ id, unitId, on, values: numbersOf(own), overrides }]
  })
}

/** The sums over the tree of a day: that of the period unless said otherwise. */
export async function sumsOf(work: Work, period: PeriodRow, submissions: readonly Submission[], treeOn: PlainDate = period.to): Promise<Consolidation> {
  const { figures } = await periodStore(work.db).formOf(period.versionId)
  return consolidate(submissions, figures, groundsOf(await loadDirectory(work.db), treeOn))
}

/** The unit's sums by figure, with how many said something. */
export function totalsAt(sums: Consolidation, unitId: UnitId): Record<string, { value: number | null; from: number }> {
  return Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, unitId, code)]))
}

/** What the platform counts for a unit's period, by figure of the form. */
export async function factsOf(work: Work, { from, to }: Pick<PeriodRow, 'from' | 'to'>, unitId: UnitId, figures: readonly { readonly code: string; readonly fact: string | null }[]): Promise<Record<string, number>> {
  if (figures.every(({ fact }) => fact === null)) return {}
  const directory = await loadDirectory(work.db)
  const counted = await countFacts(work, unitsCovered(directory, unitId, { from, to }), { from, to })
  return Object.fromEntries(figures.flatMap(({ code, fact }) => {
    const value = fact === null ? undefined : counted[fact]
    return value === undefined ? [] : [[code, value] as const]
  }))
}
