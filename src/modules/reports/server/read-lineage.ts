import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { z } from 'zod'
import type { Lineage, LineageQuery } from '../contract-sums.ts'
import { totalAt, type Adjustment, type Submission } from '../domain/consolidate.ts'
import type { Figure } from '../domain/figure.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { byName, shownPeriod } from './read-report.ts'
import { consolidated, type Consolidated } from './read-sums.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** One figure of a consolidation opened down: units below, reports at this very unit, sums set by hand. */
export async function readLineage(work: Work, periodId: PeriodId, unitId: UnitId, code: string, query: z.infer<typeof LineageQuery>): Promise<Lineage> {
  const whole = await consolidated(work, periodId, unitId, query)
  const { form, period, directory, treeOn, sums } = whole
  const figure = form.figures.find((each) => each.code === code)
  if (figure === undefined) throw new Refusal('not_found', 'reports.no_such_figure', { code })
  const at = query.at ?? unitId
  const node = sums.units.get(at)
  const part = (id: UnitId) => ({ id, name: directory.nameOn(id, treeOn) ?? '' })
  const periods = await periodsOf(work, whole)
  const revisions = new Map((await revisionStore(work.db).listSummed(whole.submissions.flatMap(({ id }) => (id === 'draft' ? [] : [id as RevisionId])))).map((revision) => [revision.id as string, revision]))
  const adjustments = (node?.adjustments ?? []).filter((adjustment) => adjustment.code === code)
  return {
    figure: { ...figure }, period: await shownPeriod(work, period), at: directory.unitOn(at, treeOn) === undefined ? null : part(at), treeOn, total: totalAt(sums, at, code),
    below: directory.childrenOn(at, treeOn).map((child) => ({ ...part(child.unitId), total: totalAt(sums, child.unitId, code) })).filter(({ total }) => total.from > 0)
      .toSorted((one, other) => byName.compare(one.name, other.name)),
    reported: (node?.own ?? []).filter(({ submission }) => submission.isOverall !== true).map(({ submission, between }) => {
      const of = periods.find(({ to }) => to === submission.on)
      const value = submission.values[code] ?? null
      return {
        unit: { id: submission.unitId, name: directory.nameOn(submission.unitId, submission.on) ?? '' }, periodName: of?.name ?? '', value, counted: figure.combination.rule === 'ratio' ? value : sums.countedOf(submission, code), revision: revisions.get(submission.id)?.number ?? null,
        path: of !== undefined && may(work.actor, 'reports.read', submission.unitId) ? `/bao-cao/${of.id}/${submission.unitId}` : null,
        between: between.length > 1 ? between.map((id) => directory.nameOn(id, treeOn) ?? '') : [], isSuperseded: sums.isSuperseded(submission, code), parts: partsOf(figure, submission),
        hasRecords: figure.fact !== null && value !== null && value !== 0,
      }
    }),
    overrides: await shownOverrides(work, whole, adjustments, revisions), ancestors: directory.ancestorsOn(at, treeOn).filter(({ unitId: above }) => directory.isWithinOn(above, unitId, treeOn)).map((above) => part(above.unitId)),
  }
}

function partsOf({ combination }: Figure, { values }: Submission): { of: number | null; to: number | null } | null {
  return combination.rule === 'ratio' ? { of: values[combination.of] ?? null, to: values[combination.to] ?? null } : null
}

async function periodsOf(work: Work, { period }: Consolidated): Promise<readonly PeriodRow[]> {
  return period.madeOf.length === 0 ? [period] : periodStore(work.db).listByIds(period.madeOf)
}

async function shownOverrides(work: Work, { directory, submissions }: Consolidated, adjustments: readonly Adjustment[], revisions: ReadonlyMap<string, { overrides: Readonly<Record<string, { by: string; on: string }>> }>): Promise<Lineage['overrides']> {
  const of = adjustments.map((adjustment) => {
    const set = submissions.find(({ id, unitId }) => id === adjustment.submission.id && unitId === adjustment.submission.unitId)?.overrides[adjustment.code]
    const made = (revisions.get(adjustment.submission.id)?.overrides ?? adjustment.submission.overrides)[adjustment.code] as { by?: string; on?: string } | undefined
    return { adjustment, value: set?.value ?? 0, by: made?.by ?? null, on: made?.on ?? null }
  })
  const names = await namesOf(work, of.flatMap(({ by }) => by ?? []))
  return of.map(({ adjustment: { submission, delta, because }, value, by, on }) => ({
    unit: { id: submission.unitId, name: directory.nameOn(submission.unitId, submission.on) ?? '' }, value, delta, because, byName: by === null ? null : names.get(by) ?? null, on,
  }))
}
