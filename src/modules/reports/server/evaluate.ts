import type { Work } from '#platform/server/work.ts'
import { checkReport, type Finding } from '../domain/checks.ts'
import { totalAt, type Submission } from '../domain/consolidate.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { periodBefore } from '../domain/period.ts'
import { partsOf, submissionsOf } from './covered-submissions.ts'
import { directoryOf } from './directory-of-work.ts'
import type { LoadedReport } from './loaded-report.ts'
import { ownFigures, type OwnFigures } from './own-figures.ts'
import { periodStore } from './period-store.ts'
import { unitsCovered } from './reported-units.ts'
import type { ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
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
  const previous = isSummary ? null : await figuresBefore(work, { report, period, form })
  const { children: received, reports, submissions: below } = isSummary ? { children: [], reports: [], submissions: [] } : await submissionsBelow(work, period, unitId, 'received')
  const parts: readonly Submission[] = isSummary
    ? await submissionsOf(work, period, unitId, 'received', { values: own, overrides: content.overrides })
    : [...below, { id: 'draft', unitId, on: period.to, values: numbers(own), overrides: content.overrides }]
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

function numbers(values: Readonly<Record<string, FigureValue>>): Record<string, number | null> {
  return Object.fromEntries(Object.entries(values).map(([code, value]) => [code, typeof value === 'number' ? value : null]))
}

/** What the unit (or the ones it carries on) last sent for the period before. Several former units' figures add up by the form's rules. */
async function figuresBefore(work: Work, { report, period, form }: Pick<LoadedReport, 'report' | 'period' | 'form'>): Promise<Evaluation['previous']> {
  if (period.span === 'other') return null
  const before = periodBefore({ code: period.code, span: period.span, from: period.from, to: period.to }, form.definition.closingDay)
  const known = before === undefined ? undefined : await periodStore(work.db).findByCode(period.formCode, before.code)
  if (known === undefined) return null
  const directory = await directoryOf(work)
  const units = unitsCovered(directory, report.unitId, { from: known.from, to: period.to })
  const sent = await revisionStore(work.db).listLastOwn(known.id, units)
  const [only] = sent
  if (only === undefined) return null
  if (sent.length === 1) return { periodName: known.name, values: only }
  const sums = await sumsOf(work, known, sent.map((values, index) => ({ id: String(index), unitId: report.unitId, on: known.to, values: numbers(values), overrides: {} })), period.to)
  return { periodName: known.name, values: Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, report.unitId, code).value])) }
}
