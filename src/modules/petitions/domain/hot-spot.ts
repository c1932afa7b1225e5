import { isSmall } from './small-cells.ts'

/** What makes unresolved cases a hot spot (điểm nóng); each counts by a weight that is data. */
export const HEAT_FACTORS = ['cases', 'people', 'repeats', 'groups', 'level-skipping', 'overdue', 'days-waiting'] as const
export type HeatFactor = (typeof HEAT_FACTORS)[number]

export const HEAT_LEVELS = ['calm', 'watch', 'hot'] as const
export type HeatLevel = (typeof HEAT_LEVELS)[number]

/** Unresolved cases on one matter, topic, place or unit; `days-waiting` are those of the case that has waited longest. */
export type Gathered = Readonly<Record<HeatFactor, number>>

export interface HeatScale {
  readonly weights: Readonly<Record<HeatFactor, { readonly weight: number; /** The most points it can give. */ readonly most: number }>>
  readonly watchFrom: number
  readonly hotFrom: number
}

export interface Heat {
  readonly score: number
  readonly level: HeatLevel
  /** In the order of the points they give: the explanation of the score. */
  readonly parts: readonly { readonly factor: HeatFactor; readonly amount: number; readonly points: number }[]
}

/** The score and what it is made of: the points of its parts add up to it. */
export function heatOf(gathered: Gathered, { weights, watchFrom, hotFrom }: HeatScale): Heat {
  const parts = HEAT_FACTORS.map((factor) => ({ factor, amount: gathered[factor], points: pointsOf(gathered[factor], weights[factor]) }))
    .toSorted((one, other) => other.points - one.points)
  const score = inTenths(parts.reduce((sum, { points }) => sum + points, 0))
  return { score, level: score >= hotFrom ? 'hot' : score >= watchFrom ? 'watch' : 'calm', parts }
}

function pointsOf(amount: number, { weight, most }: HeatScale['weights'][HeatFactor]): number {
  return inTenths(Math.min(amount * weight, most))
}

function inTenths(points: number): number {
  return Math.round(points * 10) / 10
}

/** What gathers of one matter, topic, place or unit: of the reader's own units, and of others. */
export interface Gathering { readonly own: Gathered; readonly others: Gathered }

/** A hot spot as it may be told. */
export interface ToldHeat {
  readonly level: HeatLevel
  /** For the order of the list only. */
  readonly rank: number
  readonly score: number | null
  readonly parts: readonly { readonly factor: HeatFactor; readonly amount: number | null; readonly points: number | null }[]
}

/** Null where fewer than five people of others are all there is: nobody else is told of it. Amounts of others from one to four are told to nobody either. */
export function tellHeat({ own, others }: Gathering, scale: HeatScale): ToldHeat | null {
  if (own.cases === 0 && isSmall(others.people)) return null
  const { score, level, parts } = heatOf(together(own, others), scale)
  const told = parts.map(({ factor, amount, points }) => (factor !== 'days-waiting' && isSmall(others[factor]) ? { factor, amount: null, points: null } : { factor, amount, points }))
  return { level, rank: score, score: told.some(({ amount }) => amount === null) ? null : score, parts: told }
}

function together(own: Gathered, others: Gathered): Gathered {
  return {
    cases: own.cases + others.cases, people: own.people + others.people, repeats: own.repeats + others.repeats, groups: own.groups + others.groups, 'level-skipping': own['level-skipping'] + others['level-skipping'],
    overdue: own.overdue + others.overdue, 'days-waiting': Math.max(own['days-waiting'], others['days-waiting']),
  }
}
