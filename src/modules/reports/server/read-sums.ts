import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Sums, SumsQuery } from '../contract-sums.ts'
import { numbersOf } from '../domain/checks.ts'
import type { Consolidation, Submission } from '../domain/consolidate.ts'
import { submissionsOf } from './covered-submissions.ts'
import { directoryOf } from './directory-of-work.ts'
import { getReport, isInside, type LoadedReport } from './loaded-report.ts'
import { ownFigures } from './own-figures.ts'
import { byName, shownPeriod, unitName } from './read-report.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { countedRevision, sumsOf, totalsAt, type Counted } from './submissions.ts'
import type { PeriodId } from './tables.ts'

/** A consolidation as it stands: submissions and their sums over the tree asked for. */
export interface Consolidated extends LoadedReport {
  readonly directory: Directory
  readonly treeOn: PlainDate
  readonly submissions: readonly Submission[]
  readonly sums: Consolidation
}

/** For who writes the unit's report its own part counts as it stands; for everybody else only what was sent of it. */
export async function consolidated(work: Work, periodId: PeriodId, unitId: UnitId, { tree, count }: z.infer<typeof SumsQuery>): Promise<Consolidated> {
  const loaded = await getReport(work, periodId, unitId)
  const { period, report } = loaded
  const isKnown = isInside(work, unitId) || may(work.actor, 'reports.read', unitId) || report.sentAt !== null || report.acceptedRevisionId !== null
  if (!isKnown) throw new Refusal('not_found', 'reports.nothing_sent_yet') // the level above reads what was sent, not how it comes about
  const submissions = await submissionsOf(work, period, unitId, count, await ownPart(work, loaded, count))
  const treeOn = tree === 'then' ? period.to : work.today
  return { ...loaded, directory: await directoryOf(work), treeOn, submissions, sums: await sumsOf(work, period, submissions, treeOn) }
}

async function ownPart(work: Work, { report, period, form }: LoadedReport, count: Counted) {
  if (!isInside(work, report.unitId)) {
    const frozen = countedRevision(report, count)
    const revision = frozen === null ? null : await revisionStore(work.db).get(frozen)
    return revision === null ? null : { values: revision.own, overrides: revision.content.overrides }
  }
  const { content, version } = await reportStore(work.db).findDraft(report.id)
  if (version === 0) return null
  return { values: (await ownFigures(work, { report, period, form }, content)).values, overrides: content.overrides }
}

/** The matrix of a consolidation: the unit's sums, its own part, and beside them each unit right below. */
export async function readSums(work: Work, periodId: PeriodId, unitId: UnitId, query: z.infer<typeof SumsQuery>): Promise<Sums> {
  const { period, form, directory, treeOn, submissions, sums } = await consolidated(work, periodId, unitId, query)
  const shownAt = sums.units.has(unitId) || directory.unitOn(unitId, treeOn) !== undefined ? unitId : directory.treeOn(treeOn).roots[0]?.unitId ?? unitId
  const own = submissions.find((submission) => submission.id === 'draft')
  return {
    period: await shownPeriod(work, period), unit: unitName(directory, unitId, period), treeOn, figures: form.figures.map((figure) => ({ ...figure })), totals: totalsAt(sums, shownAt),
    own: own === undefined ? {} : numbersOf(own.values),
    units: directory.childrenOn(shownAt, treeOn).filter((child) => sums.units.has(child.unitId))
      .map((child) => ({ id: child.unitId, name: child.name, totals: totalsAt(sums, child.unitId), isParent: directory.childrenOn(child.unitId, treeOn).some(({ unitId: below }) => sums.units.has(below)) }))
      .toSorted((one, other) => byName.compare(one.name, other.name)),
    undivided: (sums.units.get(shownAt)?.own ?? []).filter(({ between }) => between.length > 1)
      .map(({ submission, between }) => ({ unit: { id: submission.unitId, name: directory.nameOn(submission.unitId, submission.on) ?? '' }, between: between.map((id) => directory.nameOn(id, treeOn) ?? '') })),
    nowhere: sums.nowhere.map((submission) => ({ id: submission.unitId, name: directory.nameOn(submission.unitId, submission.on) ?? '' })),
  }
}
