import { z } from 'zod'
import { aFormCode, aUnitId, Day, FigureShape, ReportPeriodShape } from './contract-forms.ts'
import { CLASS_FILTERS, UnitName, type BOARD_NUMBERS } from './contract.ts'
import { REPORT_STATES } from './domain/lifecycle.ts'
import { OWING_CLASSES } from './domain/owing.ts'

const nullableText = z.string().nullable()
const Sum = z.object({ value: z.number().nullable(), from: z.number() })

/** `tree`: the units as they were when the period closed, or today's. `count`: what was received, or all that was sent. */
export const SumsQuery = z.object({ tree: z.enum(['then', 'now']).default('then'), count: z.enum(['received', 'sent']).default('received') })
export const LineageQuery = SumsQuery.extend({ at: aUnitId.optional() })

/** All figures of a unit with those of its direct sub-units beside: the matrix of a consolidation. */
export const Sums = z.object({
  period: ReportPeriodShape, unit: UnitName, treeOn: z.string(), figures: z.array(FigureShape),
  totals: z.record(z.string(), Sum), own: z.record(z.string(), z.number().nullable()),
  units: z.array(UnitName.extend({ totals: z.record(z.string(), Sum), isParent: z.boolean() })),
  /** Of units divided since: in the sum of the unit, at none below. */
  undivided: z.array(z.object({ unit: UnitName, between: z.array(z.string()) })),
  nowhere: z.array(UnitName),
})
export type Sums = z.infer<typeof Sums>
/** The same over every tree the reader may read, the tops beside one another. `missing`: those of which nothing counts yet. */
export const AllSums = Sums.pick({ period: true, treeOn: true, figures: true, totals: true, units: true, nowhere: true }).extend({ missing: z.array(UnitName) })
export type AllSums = z.infer<typeof AllSums>

/** One figure opened down: what a unit's sum is made of. */
export const Lineage = z.object({
  figure: FigureShape, period: ReportPeriodShape, at: UnitName.nullable(), treeOn: z.string(), total: Sum,
  /** Units right below, each with its sum: open one to go further down. */
  below: z.array(UnitName.extend({ total: Sum })),
  /** What was reported at this very unit (or by units that are wholly its own today). `revision`: null while it is a draft. */
  reported: z.array(z.object({
    unit: UnitName, periodName: z.string(), value: z.number().nullable(), /** What of it is in the sum. */ counted: z.number().nullable(), revision: z.number().nullable(), path: nullableText, between: z.array(z.string()), isSuperseded: z.boolean(),
    /** Of a ratio: its two parts. */
    parts: z.object({ of: z.number().nullable(), to: z.number().nullable() }).nullable(),
    hasRecords: z.boolean(),
  })),
  overrides: z.array(z.object({ unit: UnitName, value: z.number(), delta: z.number(), because: z.string(), byName: nullableText, on: nullableText })),
  ancestors: z.array(UnitName),
})
export type Lineage = z.infer<typeof Lineage>

/** What the units below wrote in each section, and whether it was taken over. */
export const Narratives = z.object({
  sections: z.array(z.object({
    id: z.string(), heading: z.string(),
    units: z.array(UnitName.extend({ revisionId: z.string(), revision: z.number(), text: z.string(), isNothing: z.boolean(), isTaken: z.boolean() })),
  })),
  /** Who has sent nothing to read yet. */
  missing: z.array(UnitName),
})
export type Narratives = z.infer<typeof Narratives>

const Counts = z.object({
  expected: z.number(), sent: z.number(), received: z.number(), onTimeAtFirst: z.number(), onTimeAtLast: z.number(), returned: z.number(), late: z.number(), exceptions: z.number(),
})
export type TimelinessFigures = z.infer<typeof Counts>
export const CompletenessQuery = z.object({ form: aFormCode.optional(), periodId: z.uuid().optional(), class: z.enum(CLASS_FILTERS).optional(), from: Day.optional(), to: Day.optional() })
/** Completeness and timeliness by period, class and unit; every number is that of a list with the same filters. */
export const Completeness = z.object({
  on: z.string(), totals: Counts,
  periods: z.array(z.object({ id: z.string(), name: z.string(), formCode: z.string(), formTitle: z.string(), counts: Counts })),
  classes: z.array(z.object({ class: z.enum(OWING_CLASSES).nullable(), counts: Counts })),
  units: z.array(UnitName.extend({
    class: z.enum(OWING_CLASSES).nullable(), counts: Counts, /** Working days, the longest of its reports. */ daysLate: z.number(),
    /** Of a single period: where its report stands. */
    report: z.object({ periodId: z.string(), state: z.enum(REPORT_STATES), dueOn: z.string(), firstSentOn: nullableText, lastSentOn: nullableText, receivedOn: nullableText, timesReturned: z.number() }).nullable(),
  })),
})
export type Completeness = z.infer<typeof Completeness>
/** Which list stands behind each number of the board: the value of `show`; none for all that are expected. */
export const LIST_OF_NUMBER = {
  expected: undefined, sent: 'sent', received: 'received', onTimeAtFirst: 'on-time-first', onTimeAtLast: 'on-time-last', returned: 'returned', late: 'late', exceptions: 'exceptions',
} as const satisfies Record<keyof TimelinessFigures, (typeof BOARD_NUMBERS)[number] | undefined>
