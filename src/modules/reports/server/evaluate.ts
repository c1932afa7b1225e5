import type { Work } from '#platform/server/work.ts'
import { checkReport, numbersOf, type Finding } from '../domain/checks.ts'
import type { Submission } from '../domain/consolidate.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { partsOf, submissionsOf } from './covered-submissions.ts'
import { figuresBefore } from './figures-before.ts'
import type { LoadedReport } from './loaded-report.ts'
import { ownFigures, type OwnFigures } from './own-figures.ts'
import type { ReportRow } from './report-store.ts'
import { submissionsBelow, sumsOf, totalsAt } from './submissions.ts'
import type { RevisionId } from './tables.ts'

/** A content worked out: figures, sums, what the platform counts, what the checks say. */
export interface Evaluation extends OwnFigures {
  readonly totals: Readonly<Record<string, number | null>>
  readonly findings: readonly Finding[]
  readonly previous: { readonly periodName: string; readonly values: Readonly<Record<string, FigureValue>> } | null
  /** The revisions in the totals: the received ones of the level below; of a sơ kết all that its periods are made of. */
  readonly children: readonly RevisionId[]
  /** Of a sơ kết: reports of its periods that nobody approved, so that it cannot be frozen either. */
  readonly unfrozenParts: number
  /** Sums with how many said something, and the reports below; null where nobody reports to the unit. */
  readonly below: { readonly sums: ReturnType<typeof totalsAt>; readonly reports: readonly ReportRow[] } | null
}

/** Of an ordinary period the checks judge the unit's own figures; of a sơ kết there are none of its own, only sums. */
export async function evaluate(work: Work, { report, period, form }: LoadedReport, content: ReportContent): Promise<Evaluation> {
  const { unitId } = report
  const isSummary = period.madeOf.length > 0
  const { values: own, facts, cumulated } = await ownFigures(work, { report, period, form }, content)
  const before = isSummary ? null : await figuresBefore(work, { report, period, form }, null)
  const previous = before === null ? null : { periodName: before.periodName, values: before.own }
  const { children: received, reports, submissions: below } = isSummary ? { children: [], reports: [], submissions: [] } : await submissionsBelow(work, period, unitId, 'received')
  const parts: readonly Submission[] = isSummary
    ? await submissionsOf(work, period, unitId, 'received', { values: own, overrides: content.overrides })
    : [...below, { id: 'draft', unitId, on: period.to, values: numbersOf(own), overrides: content.overrides }]
  const children = isSummary ? [...new Set(parts.flatMap(({ id }) => (id === 'draft' ? [] : [id as RevisionId])))].sort() : received
  const unfrozenParts = isSummary ? (await partsOf(work, period, unitId)).filter((each) => each.report.revisionId === null && each.report.acceptedRevisionId === null).length : 0
  const sums = await sumsOf(work, period, parts)
  const all = totalsAt(sums, unitId)
  const totals = Object.fromEntries(sums.codes.map((code) => [code, all[code]?.value ?? null]))
  const values = isSummary ? totals : own
  const findings = isSummary
    ? checkReport({ ...form, definition: { ...form.definition, tables: [] }, figures: [] }, content, {}, { facts: {}, previous: null })
    : checkReport(form, content, own, { facts, cumulated: cumulated?.values, previous: previous?.values ?? null })
  return { values, totals, facts, cumulated, findings, previous, children, unfrozenParts, below: reports.length > 0 || isSummary ? { sums: all, reports } : null }
}
