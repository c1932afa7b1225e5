import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { numbersOf } from '../domain/checks.ts'
import type { Submission } from '../domain/consolidate.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { directoryOf } from './directory-of-work.ts'
import { isInside } from './loaded-report.ts'
import { ownFigures } from './own-figures.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { unitsCovered } from './reported-units.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { countedRevision, submissionsBelow, summedSubmissions, type Counted } from './submissions.ts'

/** The unit's own part of a report while it is written: resolved figures and sums set by hand. */
export interface OwnPart { readonly values: Readonly<Record<string, FigureValue>>; readonly overrides: ReportContent['overrides'] }

/** The sums of everything that the unit's report covers: its own part, the levels below, or the periods of a sơ kết, of which only who writes it counts what was not sent. */
export async function submissionsOf(work: Work, period: PeriodRow, unitId: UnitId, count: Counted, own: OwnPart | null): Promise<Submission[]> {
  if (period.madeOf.length > 0) return submissionsOverPeriods(work, period, unitId, count, own)
  const { submissions } = await submissionsBelow(work, period, unitId, count)
  return own === null ? submissions : [...submissions, { id: 'draft', unitId, on: period.to, values: numbersOf(own.values), overrides: own.overrides }]
}

async function submissionsOverPeriods(work: Work, period: PeriodRow, unitId: UnitId, count: Counted, own: OwnPart | null): Promise<Submission[]> {
  const inside = isInside(work, unitId)
  const submissions: Submission[] = []
  for (const { part, report } of await partsOf(work, period, unitId)) {
    const frozen = countedRevision(report, count) ?? (inside ? report.revisionId : null)
    submissions.push(...(frozen !== null ? await summedSubmissions(work, [frozen], new Map([[part.id, part.to]]))
      : inside ? await unfrozen(work, part, report, count) : await submissionsOf(work, part, report.unitId, count, null)))
  }
  return own === null ? submissions : [...submissions, { id: 'draft', unitId, on: period.to, values: {}, overrides: own.overrides, isOverall: true }]
}

/** The reports that a sơ kết puts together, by period: of the unit and of those it carries on, but for what one of them received of another. */
export async function partsOf(work: Work, period: PeriodRow, unitId: UnitId): Promise<{ part: PeriodRow; report: ReportRow }[]> {
  const directory = await directoryOf(work)
  const parts = await periodStore(work.db).listByIds(period.madeOf)
  const reports = await reportStore(work.db).listOfPeriods(period.madeOf)
  return parts.flatMap((part) => {
    const units = new Set(unitsCovered(directory, unitId, { from: part.from, to: period.to }))
    return reports.filter(({ periodId, unitId: of, receiverId }) => periodId === part.id && units.has(of) && (receiverId === null || !units.has(receiverId))).map((report) => ({ part, report }))
  })
}

/** A part whose own report is still being written counts as it stands. */
async function unfrozen(work: Work, part: PeriodRow, report: ReportRow, count: Counted): Promise<Submission[]> {
  const { content, version } = await reportStore(work.db).findDraft(report.id)
  const form = await periodStore(work.db).formOf(part.versionId)
  const own = version === 0 ? null : { values: (await ownFigures(work, { report, period: part, form }, content)).values, overrides: content.overrides }
  return submissionsOf(work, part, report.unitId, count, own)
}
