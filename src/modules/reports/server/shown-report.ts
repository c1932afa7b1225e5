import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import { numbersOf } from '../domain/checks.ts'
import { totalAt, type Consolidation, type Submission } from '../domain/consolidate.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { submissionsOf } from './covered-submissions.ts'
import { figuresBefore } from './figures-before.ts'
import { isInside, type LoadedReport } from './loaded-report.ts'
import { ownFigures } from './own-figures.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { submissionsBelow, summedSubmissions, sumsOf } from './submissions.ts'
import type { RevisionId } from './tables.ts'

/** A report as it is put on paper: what it says, with the sums it is made of. */
export interface ShownReport {
  /** The frozen revision that is shown; null for the working text. */
  readonly revision: ShownRevision | null
  readonly content: ReportContent
  /** By figure: sums where figures add up, the unit's own word where they do not. */
  readonly figures: Readonly<Record<string, FigureValue>>
  /** The same of the period before, as known when this was approved; null where there was none. */
  readonly before: Readonly<Record<string, FigureValue>> | null
  readonly sums: Consolidation
  /** Whether others report to the unit. */
  readonly hasBelow: boolean
  /** What the units right below wrote in figures that are words. */
  readonly wordsBelow: ReadonlyMap<UnitId, Readonly<Record<string, FigureValue>>>
  /** Units that report to this one and are not in its sums. */
  readonly missing: readonly UnitId[]
  /** False when the revisions no longer make the sums that were frozen, as after a change of the figures' rules. */
  readonly addsUp: boolean
}

export interface ShownRevision { readonly id: RevisionId; readonly number: number; readonly hash: string; readonly approvedOn: PlainDate; readonly isReturned: boolean }

/**
 * Which revision a reader sees: inside the unit the one in force, else the working text (null); outside the last one sent. Refused outside
 * while nothing was sent.
 */
export async function findShownRevision(work: Work, { report }: Pick<LoadedReport, 'report'>): Promise<ShownRevision | null> {
  const revisions = await revisionStore(work.db).list(report.id)
  const inside = isInside(work, report.unitId)
  const found = inside
    ? revisions.find(({ id }) => id === report.revisionId)
    : revisions.find(({ sentOn, returnedOn }) => sentOn !== null && returnedOn === null) ?? revisions.find(({ sentOn }) => sentOn !== null)
  if (found === undefined && !inside) throw new Refusal('not_found', 'reports.nothing_sent_yet')
  return found === undefined ? null : { id: found.id, number: found.number, hash: found.hash, approvedOn: found.approvedOn, isReturned: found.returnedOn !== null }
}

/** Everything the paper needs: of a frozen revision exactly what was frozen, of a working text what it makes today. */
export async function readShownReport(work: Work, loaded: LoadedReport, revision: ShownRevision | null): Promise<ShownReport> {
  const { report, period, form } = loaded
  const frozen = revision === null ? null : await revisionStore(work.db).get(revision.id)
  const content = frozen?.content ?? (await reportStore(work.db).findDraft(report.id)).content
  const own = frozen?.own ?? (await ownFigures(work, loaded, content)).values
  const { submissions, children } = await submissionsShown(work, loaded, { own, overrides: content.overrides, children: frozen?.children ?? null })
  const sums = await sumsOf(work, period, submissions)
  const totals: Readonly<Record<string, number | null>> = frozen?.totals ?? Object.fromEntries(sums.codes.map((code) => [code, totalAt(sums, report.unitId, code).value]))
  const below = (await reportStore(work.db).listBelow([period.id], report.unitId)).filter(({ unitId }) => unitId !== report.unitId)
  const words = new Map((children.length === 0 ? [] : await revisionStore(work.db).listSummed(children)).filter(({ id }) => children.includes(id)).map((each) => [each.unitId, each.own] as const))
  const before = await figuresBefore(work, loaded, revision?.approvedOn ?? null)
  return {
    revision, content, sums, before: before === null ? null : { ...before.own, ...before.totals }, hasBelow: below.length > 0 || children.length > 0,
    figures: Object.fromEntries(form.figures.map(({ code, combination }) => [code, combination.rule === 'none' ? own[code] ?? null : totals[code] ?? null])),
    wordsBelow: words, missing: period.madeOf.length > 0 ? [] : below.map(({ unitId }) => unitId).filter((id) => !words.has(id)),
    addsUp: frozen === null || sums.codes.every((code) => isSame(totalAt(sums, report.unitId, code).value, frozen.totals[code] ?? null)),
  }
}

/** Of a frozen report the very revisions it summed up. */
async function submissionsShown(work: Work, { report, period }: LoadedReport, { own, overrides, children }: {
  own: Readonly<Record<string, FigureValue>>; overrides: ReportContent['overrides']; children: readonly RevisionId[] | null
}): Promise<{ submissions: readonly Submission[]; children: readonly RevisionId[] }> {
  if (period.madeOf.length > 0) {
    const overall: Submission = { id: 'draft', unitId: report.unitId, on: period.to, values: {}, overrides, isOverall: true }
    return { children: [], submissions: children === null ? await submissionsOf(work, period, report.unitId, 'received', { values: own, overrides }) : [...await summedSubmissions(work, children, new Map()), overall] }
  }
  const below = children === null
    ? await submissionsBelow(work, period, report.unitId, 'received')
    : { children, submissions: children.length === 0 ? [] : await summedSubmissions(work, children, new Map([[period.id, period.to]])) }
  return { children: below.children, submissions: [...below.submissions, { id: 'draft', unitId: report.unitId, on: period.to, values: numbersOf(own), overrides }] }
}

/** A day on which the unit was there: the one asked for, or its first or last. */
export function dayInLife(directory: Directory, unitId: UnitId, day: PlainDate): PlainDate {
  const life = directory.lifeOf(unitId)
  if (life === undefined) return day
  if (life.validUntil !== null && day >= life.validUntil) return addDays(life.validUntil, -1)
  return day < life.validFrom ? life.validFrom : day
}

function isSame(one: number | null, other: number | null): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) < 1e-6 * Math.max(1, Math.abs(one)))
}
