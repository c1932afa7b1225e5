import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { z } from 'zod'
import type { AllSums, SumsQuery } from '../contract-sums.ts'
import { consolidate, type Grounds, type Submission } from '../domain/consolidate.ts'
import { submissionsOf } from './covered-submissions.ts'
import { directoryOf } from './directory-of-work.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { getPeriod } from './periods.ts'
import { byName, shownPeriod, unitName } from './read-report.ts'
import { groundsOf } from './reported-units.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { countedRevision, summedSubmissions, totalsAt, type Counted } from './submissions.ts'
import type { PeriodId } from './tables.ts'

/** Stands above every tree: where the sums of all of them are. */
const EVERYWHERE = 'everywhere' as UnitId

/**
 * A period over all the trees the reader may read: the nation for who reads every province. What each top sent counts with all that it
 * summed up, each revision once. A top is a unit whose receiver's report the reader may not read, or that has no receiver.
 */
export async function readAllSums(work: Work, periodId: PeriodId, { tree, count }: z.infer<typeof SumsQuery>): Promise<AllSums> {
  const period = await getPeriod(work, periodId)
  const readable = unitsWhere(work.actor, 'reports.read')
  const reports = (await reportStore(work.db).listOfPeriods([period.id])).filter(({ unitId }) => readable.has(unitId))
  if (reports.length === 0) throw new Refusal('not_found', 'reports.no_such_report')
  const owing = new Set(reports.map(({ unitId }) => unitId))
  const tops = reports.filter(({ receiverId }) => receiverId === null || !owing.has(receiverId))
  const directory = await directoryOf(work)
  const { figures } = await periodStore(work.db).formOf(period.versionId)
  const treeOn = tree === 'then' ? period.to : work.today
  const grounds = underOne(groundsOf(directory, treeOn))
  const sums = consolidate(await sentBy(work, period, tops, count), figures, grounds)
  const shown = new Set(tops.flatMap(({ unitId }) => grounds.shown.place(unitId, period.to).at ?? []))
  return {
    period: await shownPeriod(work, period), treeOn, figures: figures.map((figure) => ({ ...figure })), totals: totalsAt(sums, EVERYWHERE),
    units: [...shown].filter((unitId) => sums.units.has(unitId)).map((unitId) => ({
      id: unitId, name: directory.nameOn(unitId, treeOn) ?? '', totals: totalsAt(sums, unitId), isParent: directory.childrenOn(unitId, treeOn).some((below) => sums.units.has(below.unitId)),
    })).toSorted((one, other) => byName.compare(one.name, other.name)),
    missing: tops.filter((report) => countedRevision(report, count) === null).map(({ unitId }) => unitName(directory, unitId, period)).toSorted((one, other) => byName.compare(one.name, other.name)),
    nowhere: sums.nowhere.map((submission) => ({ id: submission.unitId, name: directory.nameOn(submission.unitId, submission.on) ?? '' })),
  }
}

/** All trees as one, so that a ratio of all is the ratio of their sums as well. */
function underOne({ shown, ...grounds }: Grounds): Grounds {
  return { ...grounds, shown: { ...shown, ancestors: (unitId) => [...shown.ancestors(unitId), EVERYWHERE] } }
}

async function sentBy(work: Work, period: PeriodRow, tops: readonly ReportRow[], count: Counted): Promise<Submission[]> {
  const sent = tops.flatMap((report) => {
    const revisionId = countedRevision(report, count)
    return revisionId === null ? [] : [{ unitId: report.unitId, revisionId }]
  })
  if (sent.length === 0) return []
  if (period.madeOf.length === 0) return summedSubmissions(work, sent.map(({ revisionId }) => revisionId), new Map([[period.id, period.to]]))
  const submissions: Submission[] = []
  for (const { unitId, revisionId } of sent) { // a sơ kết has no figures of its own: those of its periods, and what it sets by hand
    const { content } = await revisionStore(work.db).get(revisionId)
    submissions.push(...await submissionsOf(work, period, unitId, count, { values: {}, overrides: content.overrides }))
  }
  return submissions
}
