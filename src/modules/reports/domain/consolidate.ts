import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Combined } from './combine.ts'
import type { Figure } from './figure.ts'

/** What one unit reported of its own for one period, and the sums it set by hand. */
export interface Submission {
  /** The revision it stands in, or "draft": what a figure's lineage leads to. */
  readonly id: string
  readonly unitId: UnitId
  /** The last day of its period: tells earlier from later, and which tree the unit belongs to. */
  readonly on: PlainDate
  readonly values: Readonly<Record<string, number | null>>
  readonly overrides: Readonly<Record<string, { readonly value: number; readonly because: string }>>
  /** Of a sơ kết or tổng kết: what it sets by hand replaces the sum over all its periods. */
  readonly isOverall?: boolean
}

/** Where a unit's figures stand in a tree: at the lowest unit that holds all it may be between; null when there is none. */
export interface Place { readonly at: UnitId | null; readonly between: readonly UnitId[] }

/** A tree of units as the sums need it. */
export interface Ground {
  place(unitId: UnitId, on: PlainDate): Place
  /** The nearest first. */
  ancestors(unitId: UnitId): readonly UnitId[]
}

export interface Grounds {
  /** The tree in which the sums are shown: that of the period, or today's. */
  readonly shown: Ground
  /** The tree of a day: in it an override was made. */
  treeOf(on: PlainDate): Ground
  /** Where what was the unit's on one day is on a later one. */
  later(unitId: UnitId, from: PlainDate, to: PlainDate): ReadonlySet<UnitId>
}

/** An override as what it adds to the sum it replaced, so that it rolls up in any tree. */
export interface Adjustment { readonly submission: Submission; readonly code: string; readonly delta: number; readonly because: string }

export interface NodeSums {
  readonly totals: readonly Combined[]
  /** Submissions that stand at this very unit; `between` has several units when nobody can say at which below. */
  readonly own: readonly { readonly submission: Submission; readonly between: readonly UnitId[] }[]
  readonly adjustments: readonly Adjustment[]
}

export interface Consolidation {
  readonly codes: readonly string[]
  readonly units: ReadonlyMap<UnitId, NodeSums>
  /** Of units that are in no part of the tree shown: in no sum. */
  readonly nowhere: readonly Submission[]
  /** A state of things ("last") that a later period says anew, or what was brought over ("first") from an earlier one that said it: submission and figure. */
  isSuperseded(submission: Submission, code: string): boolean
  /** How much of what a submission says is in the sums: less than all where it holds what was brought over and counted before. */
  countedOf(submission: Submission, code: string): number | null
}

/**
 * The sums of every unit of a tree, with what they are made of. Counts and amounts add up; a ratio is the ratio of the sums of those
 * who gave both parts; "last" counts only what no later period says anew, "first" only what no earlier one said, and a sum that holds
 * what was brought over counts that once; nothing is ever split.
 */
export function consolidate(submissions: readonly Submission[], figures: readonly Figure[], grounds: Grounds): Consolidation {
  const table = summing(figures)
  const isSuperseded = supersessions(submissions, figures, grounds)
  const kept = (submission: Submission) => (code: string) => !isSuperseded(submission, code)
  const adjustments = [...Map.groupBy(submissions.filter((submission) => submission.isOverall !== true), ({ on }) => on)].flatMap(([on, ofPeriod]) => adjustmentsOf(ofPeriod, table, grounds.treeOf(on)))
  const nodes = new Map<UnitId, Draft>()
  const nodeAt = (id: UnitId) => nodes.get(id) ?? put(nodes, id, newDraft(table))
  const nowhere: Submission[] = []
  for (const submission of submissions) {
    const place = grounds.shown.place(submission.unitId, submission.on)
    if (place.at === null) {
      nowhere.push(submission)
      continue
    }
    nodeAt(place.at).own.push({ submission, between: place.between })
    for (const id of [place.at, ...grounds.shown.ancestors(place.at)]) addSubmission(nodeAt(id), table, submission.values, kept(submission))
  }
  for (const adjustment of adjustments) {
    const { at } = grounds.shown.place(adjustment.submission.unitId, adjustment.submission.on)
    if (at === null || isSuperseded(adjustment.submission, adjustment.code)) continue
    nodeAt(at).adjustments.push(adjustment)
    for (const id of [at, ...grounds.shown.ancestors(at)]) addDelta(nodeAt(id), table, adjustment)
  }
  for (const submission of submissions.filter(({ isOverall }) => isOverall === true)) {
    const { at } = grounds.shown.place(submission.unitId, submission.on)
    if (at === null) continue
    for (const adjustment of deltasOf(submission, nodeAt(at), table)) {
      nodeAt(at).adjustments.push(adjustment)
      for (const id of [at, ...grounds.shown.ancestors(at)]) addDelta(nodeAt(id), table, adjustment)
    }
  }
  return {
    codes: table.codes, nowhere, isSuperseded, countedOf: (submission, code) => countedOf(submission, table.summed.find((each) => each.code === code), kept(submission)),
    units: new Map([...nodes].map(([id, draft]) => [id, { totals: totalsOf(draft, table), own: draft.own, adjustments: draft.adjustments }])),
  }
}

/** A unit's sum of one figure; nothing where it has none. */
export function totalAt({ codes, units }: Pick<Consolidation, 'codes' | 'units'>, unitId: UnitId, code: string): Combined {
  return units.get(unitId)?.totals[codes.indexOf(code)] ?? { value: null, from: 0 }
}

/** Sums are kept by position in arrays: two hundred figures of thousands of units are added in a moment. */
interface Summing {
  readonly codes: readonly string[]
  readonly at: ReadonlyMap<string, number>
  /** Of each ratio, the positions of its parts and of itself. */
  readonly ratios: readonly { readonly at: number; readonly of: string; readonly to: string }[]
  /** With the figure brought over from the period before that it holds. */
  readonly summed: readonly { readonly at: number; readonly code: string; readonly carried: string | undefined }[]
}

interface Draft {
  readonly sums: Float64Array
  readonly from: Uint32Array
  readonly above: Float64Array
  readonly below: Float64Array
  readonly own: { submission: Submission; between: readonly UnitId[] }[]
  readonly adjustments: Adjustment[]
}

function summing(figures: readonly Figure[]): Summing {
  const codes = figures.filter(({ kind }) => kind !== 'text').map(({ code }) => code)
  const at = new Map(codes.map((code, index) => [code, index]))
  const ofCode = new Map(figures.map((figure) => [figure.code, figure]))
  return {
    codes, at,
    ratios: codes.flatMap((code, index) => {
      const combination = ofCode.get(code)?.combination
      return combination?.rule === 'ratio' ? [{ at: index, of: combination.of, to: combination.to }] : []
    }),
    summed: codes.flatMap((code, index) => {
      const combination = ofCode.get(code)?.combination
      if (combination === undefined || combination.rule === 'ratio' || combination.rule === 'none') return []
      return [{ at: index, code, carried: combination.rule === 'sum' ? combination.carried : undefined }]
    }),
  }
}

function newDraft({ codes }: Summing): Draft {
  const size = codes.length
  return { sums: new Float64Array(size), from: new Uint32Array(size), above: new Float64Array(size), below: new Float64Array(size), own: [], adjustments: [] }
}

function addSubmission(draft: Draft, { summed, ratios }: Summing, values: Submission['values'], counts: (code: string) => boolean): void {
  for (const each of summed) {
    const counted = countedOf({ values }, each, counts)
    if (counted === null) continue
    draft.sums[each.at] = (draft.sums[each.at] ?? 0) + counted
    draft.from[each.at] = (draft.from[each.at] ?? 0) + 1
  }
  for (const { at, of, to } of ratios) {
    const [part, whole] = [values[of] ?? null, values[to] ?? null]
    if (part === null || whole === null || !counts(of) || !counts(to)) continue
    draft.above[at] = (draft.above[at] ?? 0) + part
    draft.below[at] = (draft.below[at] ?? 0) + whole
    draft.from[at] = (draft.from[at] ?? 0) + 1
  }
}

function countedOf({ values }: Pick<Submission, 'values'>, figure: Summing['summed'][number] | undefined, counts: (code: string) => boolean): number | null {
  const value = figure === undefined ? null : values[figure.code] ?? null
  if (figure === undefined || value === null || !counts(figure.code)) return null
  return figure.carried === undefined || counts(figure.carried) ? value : value - (values[figure.carried] ?? 0)
}

function addDelta(draft: Draft, { at, ratios }: Summing, { code, delta }: Pick<Adjustment, 'code' | 'delta'>): void {
  const position = at.get(code)
  if (position === undefined) return
  draft.sums[position] = (draft.sums[position] ?? 0) + delta
  draft.from[position] = Math.max(1, draft.from[position] ?? 0)
  for (const ratio of ratios) {
    if (ratio.of === code) draft.above[ratio.at] = (draft.above[ratio.at] ?? 0) + delta
    if (ratio.to === code) draft.below[ratio.at] = (draft.below[ratio.at] ?? 0) + delta
  }
}

function totalsOf(draft: Draft, { codes, ratios }: Summing): Combined[] {
  const ratioAt = new Set(ratios.map(({ at }) => at))
  return codes.map((_code, at) => {
    const from = draft.from[at] ?? 0
    if (from === 0) return { value: null, from }
    if (!ratioAt.has(at)) return { value: rounded(draft.sums[at] ?? 0), from }
    const below = draft.below[at] ?? 0
    return { value: below === 0 ? null : (draft.above[at] ?? 0) / below, from }
  })
}

/** Tenths do not add up exactly in binary. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** From the lowest unit up, so that an override above knows of those below. */
function adjustmentsOf(submissions: readonly Submission[], table: Summing, ground: Ground): Adjustment[] {
  const overriding = submissions.filter(({ overrides }) => Object.keys(overrides).length > 0)
  if (overriding.length === 0) return []
  const sums = new Map<UnitId, Draft>()
  const draftAt = (id: UnitId) => sums.get(id) ?? put(sums, id, newDraft(table))
  for (const { unitId, on, values } of submissions) {
    const { at } = ground.place(unitId, on)
    if (at !== null) for (const id of [at, ...ground.ancestors(at)]) addSubmission(draftAt(id), table, values, () => true)
  }
  const adjustments: Adjustment[] = []
  const deepestFirst = overriding.toSorted((one, other) => ground.ancestors(other.unitId).length - ground.ancestors(one.unitId).length)
  for (const submission of deepestFirst) {
    const { at } = ground.place(submission.unitId, submission.on)
    if (at === null) continue
    for (const adjustment of deltasOf(submission, draftAt(at), table)) {
      adjustments.push(adjustment)
      for (const id of [at, ...ground.ancestors(at)]) addDelta(draftAt(id), table, adjustment)
    }
  }
  return adjustments
}

/** What a submission's overrides add to the sums as they stand; a ratio is changed through its parts only. */
function deltasOf(submission: Submission, { sums }: Draft, table: Summing): Adjustment[] {
  return Object.entries(submission.overrides).flatMap(([code, { value, because }]) => {
    const position = table.at.get(code)
    if (position === undefined || table.ratios.some((ratio) => ratio.at === position)) return []
    return [{ submission, code, delta: rounded(value - (sums[position] ?? 0)), because }]
  })
}

/** What another period says in its place, of the unit itself or of a unit that carries on a part of it: a state of things by a later one, what was brought over by an earlier one. */
function supersessions(submissions: readonly Submission[], figures: readonly Figure[], grounds: Grounds): Consolidation['isSuperseded'] {
  const ofRule = (rule: 'first' | 'last') => figures.filter(({ combination }) => combination.rule === rule).map(({ code }) => code)
  const [firsts, lasts] = [ofRule('first'), ofRule('last')]
  const byDay = [...new Set(submissions.map(({ on }) => on))].sort()
  if (firsts.length + lasts.length === 0 || byDay.length < 2) return () => false
  const saidOn = new Map(byDay.map((day) => [day, new Map(submissions.filter(({ on }) => on === day).map((submission) => [submission.unitId, submission]))]))
  const saidElsewhere = new Map(submissions.map((submission) => [submission, new Set<string>()]))
  for (const earlier of submissions) {
    for (const day of byDay.filter((each) => each > earlier.on)) {
      for (const heir of grounds.later(earlier.unitId, earlier.on, day)) {
        const later = saidOn.get(day)?.get(heir)
        if (later === undefined) continue
        for (const code of lasts) if ((later.values[code] ?? null) !== null) saidElsewhere.get(earlier)?.add(code)
        for (const code of firsts) if ((earlier.values[code] ?? null) !== null) saidElsewhere.get(later)?.add(code)
      }
    }
  }
  return (submission, code) => saidElsewhere.get(submission)?.has(code) ?? false
}

function put<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value)
  return value
}
