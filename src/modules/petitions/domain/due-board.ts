import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { tellList, tellTable, type Told } from './small-cells.ts'

/** Every open case is in one of these. */
export const DUE_STATES = ['late', 'thisWeek', 'suspended', 'later'] as const
export type DueState = (typeof DUE_STATES)[number]

/** The last of the seven days, today among them, that are "this week". */
export function weekUntil(today: PlainDate): PlainDate {
  return addDays(today, 6)
}

/** Open cases that are alike: of one row of the board, of the reader's own units or of others. */
export interface DueGroup {
  readonly key: string
  readonly isOwn: boolean
  readonly state: DueState
  /** "procedure.step" of the nearest term; null where none runs. */
  readonly step: string | null
  readonly count: number
  readonly since: PlainDate | null
}

export type DueFigures = Readonly<Record<DueState | 'open', Told>>
export interface LateSteps { readonly step: string; readonly count: Told; readonly since: PlainDate | null }
export interface BoardRow { readonly key: string; readonly isOwn: boolean; readonly counts: DueFigures; readonly why: readonly LateSteps[]; readonly lateSince: PlainDate | null }
export interface BoardFigures { readonly totals: DueFigures; readonly why: readonly LateSteps[]; readonly rows: readonly BoardRow[]; readonly hasHidden: boolean }

/**
 * What may be told of open cases: everything of one's own units; of the others nothing from one to four, nor what would give it away. A row that
 * holds both is told where the others' part of it is.
 */
export function boardOf(groups: readonly DueGroup[]): BoardFigures {
  const keys = [...new Set(groups.map(({ key }) => key))]
  const count = (key: string, state: DueState, isOwn: boolean) => sum(groups.filter((group) => group.key === key && group.state === state && group.isOwn === isOwn))
  const [own, others] = [true, false].map((isOwn) => keys.map((key) => DUE_STATES.map((state) => count(key, state, isOwn))))
  const told = tellTable(others ?? [])
  const figures = (mine: readonly number[], states: readonly Told[], open: Told): DueFigures => {
    const [late = 0, thisWeek = 0, suspended = 0, later = 0] = mine
    return { late: plus(late, states[0]), thisWeek: plus(thisWeek, states[1]), suspended: plus(suspended, states[2]), later: plus(later, states[3]), open: plus(late + thisWeek + suspended + later, open) }
  }
  const rows = keys.map((key, at): BoardRow => {
    const ofRow = groups.filter((group) => group.key === key)
    const isOwn = ofRow.every((group) => group.isOwn)
    const counts = figures(own?.[at] ?? [], told.cells[at] ?? [], told.rowSums[at] ?? null)
    const late = ofRow.filter(isLate)
    return { key, isOwn, counts, why: counts.late === null ? [] : isOwn ? whyOf(late) : whyOf(late).map(({ step }) => ({ step, count: null, since: null })), lateSince: counts.late === null ? null : oldest(late) }
  })
  const totals = figures(DUE_STATES.map((_, at) => sumOf((own ?? []).map((states) => states[at] ?? 0))), told.columnSums, told.sum)
  return { totals, why: totals.late === null ? [] : whyOfAll(groups.filter(isLate)), rows: rows.toSorted(worstFirst), hasHidden: [...told.cells.flat(), ...told.rowSums, ...told.columnSums, told.sum].includes(null) }
}

function isLate({ state }: DueGroup): boolean {
  return state === 'late'
}

/** By step, the one with most cases first. */
function whyOf(late: readonly DueGroup[]): LateSteps[] {
  return [...Map.groupBy(late, ({ step }) => step ?? '')].map(([step, groups]) => ({ step, count: sum(groups), since: oldest(groups) })).toSorted((one, other) => other.count - one.count)
}

/** The same over everything, of others as far as it may be told. */
function whyOfAll(late: readonly DueGroup[]): LateSteps[] {
  const steps = whyOf(late)
  const of = (step: string, isOwn: boolean) => sum(late.filter((group) => (group.step ?? '') === step && group.isOwn === isOwn))
  const { values } = tellList(steps.map(({ step }) => of(step, false)))
  return steps.map(({ step, since }, at) => {
    const count = plus(of(step, true), values[at])
    return { step, count, since: count === null ? null : since }
  })
}

/** Most late first, what is hidden among the few; then most open. */
function worstFirst(one: BoardRow, other: BoardRow): number {
  const rank = (told: Told) => told ?? 2
  return rank(other.counts.late) - rank(one.counts.late) || rank(other.counts.open) - rank(one.counts.open)
}

function plus(own: number, others: Told | undefined): Told {
  return others === null || others === undefined ? null : own + others
}

function sum(groups: readonly Pick<DueGroup, 'count'>[]): number {
  return sumOf(groups.map(({ count }) => count))
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function oldest(groups: readonly Pick<DueGroup, 'since'>[]): PlainDate | null {
  return groups.flatMap(({ since }) => since ?? []).sort()[0] ?? null
}
