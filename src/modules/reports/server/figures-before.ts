import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { numbersOf } from '../domain/checks.ts'
import { totalAt } from '../domain/consolidate.ts'
import type { FigureValue } from '../domain/figure.ts'
import { periodBefore } from '../domain/period.ts'
import { directoryOf } from './directory-of-work.ts'
import type { LoadedReport } from './loaded-report.ts'
import { periodStore } from './period-store.ts'
import { unitsCovered } from './reported-units.ts'
import { revisionStore } from './revision-store.ts'
import { sumsOf } from './submissions.ts'

type Values = Readonly<Record<string, FigureValue>>

/** Of the period before: a unit's own figures, and its sums. */
export interface FiguresBefore { readonly periodName: string; readonly own: Values; readonly totals: Values }

/**
 * What the unit (or the ones it carries on) last sent for the period before, `until` that day where one is given; null where nothing was
 * sent. Several former units' own figures add up by the form's rules.
 */
export async function figuresBefore(work: Work, { report, period, form }: Pick<LoadedReport, 'report' | 'period' | 'form'>, until: PlainDate | null): Promise<FiguresBefore | null> {
  if (period.span === 'other') return null
  const before = periodBefore({ code: period.code, span: period.span, from: period.from, to: period.to }, form.definition.closingDay)
  const known = before === undefined ? undefined : await periodStore(work.db).findByCode(period.formCode, before.code)
  if (known === undefined) return null
  const units = unitsCovered(await directoryOf(work), report.unitId, { from: known.from, to: period.to })
  const sent = await revisionStore(work.db).listLastSent(known.id, units, until)
  const [only] = sent
  if (only === undefined) return null
  if (sent.length === 1) return { periodName: known.name, ...only }
  const sums = await sumsOf(work, known, sent.map(({ own }, index) => ({ id: String(index), unitId: report.unitId, on: known.to, values: numbersOf(own), overrides: {} })), period.to)
  const together = Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, report.unitId, code).value]))
  return { periodName: known.name, own: together, totals: together }
}
