import type { Work } from '#platform/server/work.ts'
import { resolveValues } from '../domain/checks.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { cumulate, type Cumulated } from './cumulate.ts'
import type { LoadedReport } from './loaded-report.ts'
import { factsOf } from './submissions.ts'

/** A unit's own figures with where they come from, beside what was typed. */
export interface OwnFigures {
  readonly values: Readonly<Record<string, FigureValue>>
  /** What the platform counts, by figure. */
  readonly facts: Readonly<Record<string, number>>
  /** What the shorter periods said already; null where there are none, or not all. */
  readonly cumulated: Cumulated | null
}

/** What was typed, else what the platform counts, else what shorter periods make together; of a sơ kết there are none of its own. */
export async function ownFigures(work: Work, loaded: Pick<LoadedReport, 'report' | 'period' | 'form'>, content: ReportContent): Promise<OwnFigures> {
  const { report, period, form } = loaded
  if (period.madeOf.length > 0) return { values: {}, facts: {}, cumulated: null }
  const facts = await factsOf(work, period, report.unitId, form.figures)
  const cumulated = await cumulate(work, loaded)
  return { values: resolveValues(form, content, { ...cumulated?.values, ...facts }), facts, cumulated }
}
