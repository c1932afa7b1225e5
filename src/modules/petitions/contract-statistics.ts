import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import { anId, Day } from './contract.ts'
import { HEAT_FACTORS, HEAT_LEVELS } from './domain/hot-spot.ts'

/**
 * A count as the reader may see it; null: fewer than five, or hidden so that such a one cannot be computed from the rest ("dưới 5 hoặc ẩn để giữ
 * kín ô dưới 5"). Within the reader's own unit every count is whole.
 */
export const Shown = z.number().nullable()
export type Shown = z.infer<typeof Shown>

/** What a view is narrowed to: only among the units the reader works in; beyond them only the whole views are given. */
const Narrowing = { unitId: anId.optional(), topic: z.string().max(40).optional(), placeId: anId.optional() }

export const DUE_VIEWS = ['unit', 'topic', 'place'] as const
export const DueQuery = z.object({ by: z.enum(DUE_VIEWS).default('unit'), ...Narrowing })
export type DueQuery = z.infer<typeof DueQuery>

/** Every open case is in one of the four: `late` its nearest term is over, `suspended`, `thisWeek` it ends within seven days, `later` it ends after that or no term runs. */
export const DueCounts = z.object({ open: Shown, late: Shown, thisWeek: Shown, suspended: Shown, later: Shown })
export type DueCounts = z.infer<typeof DueCounts>

/** One step whose term is over. `count` and `since` (the oldest of them) are null where they are not for the reader. */
export const LateStep = z.object({ procedure: z.string(), step: z.string(), name: z.string(), count: Shown, since: Day.nullable() })
export type LateStep = z.infer<typeof LateStep>

export const DueRow = z.object({
  /** The unit's id, the topic's code ('' where none was given) or the place's id ('' likewise). */
  key: z.string(), name: z.string(),
  /** Of the reader's own unit: nothing is hidden. */
  isOwn: z.boolean(),
  counts: DueCounts,
  /** Why it is late: the steps, the one with most cases first; the oldest term that is over. */
  why: z.array(LateStep), lateSince: Day.nullable(),
  /** The list with these very cases (`tab` is for the page to add); null where the reader may not open all of them. */
  list: z.string().nullable(),
})
export type DueRow = z.infer<typeof DueRow>

export const DueBoard = z.object({
  on: Day, by: z.enum(DUE_VIEWS),
  /** The last of the seven days that `thisWeek` means. */
  weekUntil: Day,
  totals: DueCounts, why: z.array(LateStep), hasHidden: z.boolean(),
  /** The worst first. */
  rows: z.array(DueRow),
  /** What it may be narrowed to: the units the reader works in. */
  ownUnits: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type DueBoard = z.infer<typeof DueBoard>

export const HOT_SPOT_VIEWS = ['matter', 'topic', 'place', 'unit'] as const
export const HotSpotQuery = z.object({ by: z.enum(HOT_SPOT_VIEWS).default('topic'), level: z.enum(HEAT_LEVELS).exclude(['calm']).optional(), ...Narrowing })
export type HotSpotQuery = z.infer<typeof HotSpotQuery>

/** One reason of a score. `amount` days, people or cases; `points` after the weight, cut at the most it may give. Null where the amount is not for the reader. */
export const HeatPart = z.object({ factor: z.enum(HEAT_FACTORS), amount: Shown, points: z.number().nullable() })
export const HotSpot = z.object({
  key: z.string(),
  /** "Đất đai, nhà cửa", "Xã …": a topic, a place, a unit; of a matter its topic and place. Never a person, never what somebody wrote. */
  name: z.string(), isOwn: z.boolean(),
  level: z.enum(HEAT_LEVELS),
  /** Null where one of its parts is not for the reader; then the level alone is told. */
  score: z.number().nullable(), parts: z.array(HeatPart),
  /** Where its cases are listed; null where the reader may not open all of them. */
  list: z.string().nullable(),
})
export type HotSpot = z.infer<typeof HotSpot>

export const HotSpots = z.object({
  on: Day, by: z.enum(HOT_SPOT_VIEWS), watchFrom: z.number(), hotFrom: z.number(), source: z.string(), certainty: z.enum(CERTAINTIES), hasHidden: z.boolean(),
  /** The hottest first, at most a hundred. */
  spots: z.array(HotSpot), ownUnits: z.array(z.object({ id: z.string(), name: z.string() })), mayChangeWeights: z.boolean(),
})
export type HotSpots = z.infer<typeof HotSpots>

export const HeatFactorWeight = z.object({ factor: z.enum(HEAT_FACTORS), weight: z.number().min(0).max(100), most: z.number().min(0).max(1000) })
export const HeatWeights = z.object({
  factors: z.array(HeatFactorWeight), watchFrom: z.number(), hotFrom: z.number(), source: z.string(), certainty: z.enum(CERTAINTIES), mayChange: z.boolean(),
})
export type HeatWeights = z.infer<typeof HeatWeights>
export const SaveHeatWeights = z.object({
  factors: z.array(HeatFactorWeight).length(HEAT_FACTORS.length), watchFrom: z.number().min(1).max(10_000), hotFrom: z.number().min(1).max(10_000),
  source: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES),
})
  .refine(({ factors }) => new Set(factors.map(({ factor }) => factor)).size === HEAT_FACTORS.length, { path: ['factors'], message: 'mỗi yếu tố một trọng số' })
  .refine(({ watchFrom, hotFrom }) => watchFrom < hotFrom, { path: ['hotFrom'], message: 'mức nóng phải cao hơn mức theo dõi' })
export type SaveHeatWeights = z.infer<typeof SaveHeatWeights>

/** What the portal tells of a unit's work. Denunciations are in none of these numbers. */
export const PublicFigures = z.object({
  from: Day, to: Day, received: Shown, settled: Shown,
  /** The share settled in time lies between these; both the same where it may be told exactly; null where too few were settled. */
  inTime: z.object({ least: z.number(), most: z.number() }).nullable(),
  byTopic: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string(), received: Shown, settled: Shown })), hasHidden: z.boolean(),
})
export type PublicFigures = z.infer<typeof PublicFigures>
