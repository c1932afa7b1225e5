import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Id } from '#kernel/ids.ts'
import { RECEPTION_CLASSES } from './domain/reception-duty.ts'

const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date') as unknown as z.ZodType<PlainDate, string>
const code = z.string().trim().regex(/^[a-z][a-z0-9-]{1,39}$/, 'deadlines.code_form')
const days = z.number().int().min(1).max(1000)
const someDays = days.nullable().default(null)
const nullableText = z.string().nullable()
const note = (max: number) => z.string().trim().max(max).transform((text) => (text === '' ? null : text)).nullable().default(null)

const RuleShape = z.object({
  procedure: z.string(), step: z.string(), name: z.string(), startEvent: z.string(), direction: z.enum(['forward', 'back']), counted: z.enum(['calendar', 'working']),
  days: z.number(), remoteDays: z.number().nullable(), complexDays: z.number().nullable(), remoteComplexDays: z.number().nullable(),
  extensions: z.number(), extensionDays: z.number().nullable(), extensionGround: nullableText, extensionSigner: nullableText,
  suspension: z.enum(['continues', 'none']), article: z.string(), certainty: z.enum(CERTAINTIES), note: nullableText,
})
export const Rule = RuleShape.extend({ id: z.string(), validFrom: Day, validUntil: Day.nullable() })
export type Rule = z.infer<typeof Rule>
const RuleFault = z.object({ kind: z.enum(['error', 'warning']), code: z.string(), procedure: z.string(), step: z.string(), details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) })
export const RuleList = z.object({ procedures: z.array(z.string()), rules: z.array(Rule), faults: z.array(RuleFault) })
export type RuleList = z.infer<typeof RuleList>
export const ByStep = z.object({ procedure: code, step: code })
export const StepHistory = z.object({ rules: z.array(Rule.extend({ changedBy: nullableText })) })
export type StepHistory = z.infer<typeof StepHistory>

export const RuleWords = RuleShape.extend({
  procedure: code, step: code, name: z.string().trim().min(2).max(200), startEvent: z.string().trim().min(2).max(200), days, remoteDays: someDays, complexDays: someDays, remoteComplexDays: someDays,
  extensions: z.number().int().min(0).max(10).default(0), extensionDays: someDays, extensionGround: note(500), extensionSigner: note(300), suspension: z.enum(['continues', 'none']).default('none'),
  article: z.string().trim().min(3).max(300), note: note(500), validFrom: Day,
}).meta({ example: { procedure: 'supervision', step: 'reply', name: 'Trả lời kiến nghị giám sát', startEvent: 'ngày nhận được kiến nghị', direction: 'forward', counted: 'calendar', days: 15, article: 'Luật 10/2022/QH15, Điều 40', certainty: 'verified', validFrom: '2027-07-01' } })
export type RuleWords = z.infer<typeof RuleWords>
export const ByRule = z.object({ id: z.uuid().transform((text) => text as Id<'term-rule'>) })
/** `corrects`: the row said anew; without it the words are those of a new row. */
export const PreviewRule = z.object({ corrects: z.uuid().nullable().default(null), words: RuleWords })
export type PreviewRule = z.infer<typeof PreviewRule>
export const Made = z.object({ id: z.string(), moved: z.number() })
export const Moved = z.object({ moved: z.number() })

export const MovesPreview = z.object({
  open: z.number(), moved: z.number(),
  /** Extended more often than the row would allow: then the change is refused. */
  impossible: z.number(),
  byStep: z.array(z.object({ procedure: z.string(), step: z.string(), name: z.string(), moved: z.number(), later: z.number(), earlier: z.number() })),
  examples: z.array(z.object({ label: z.string(), path: z.string(), procedure: z.string(), step: z.string(), name: z.string(), from: Day.nullable(), to: Day.nullable() })),
})
export type MovesPreview = z.infer<typeof MovesPreview>

const DutyShape = z.object({
  unitClass: z.enum(RECEPTION_CLASSES), times: z.number().int().min(1).max(31), per: z.enum(['week', 'month']), article: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES), note: note(500), validFrom: Day,
})
export const DutyWords = DutyShape.meta({ example: { unitClass: 'commune', times: 2, per: 'month', article: 'Luật Tiếp công dân 42/2013/QH13, Điều 15', certainty: 'verified', validFrom: '2027-07-01' } })
export type DutyWords = z.infer<typeof DutyWords>
export const DutyList = z.object({ duties: z.array(DutyShape.extend({ id: z.string(), note: nullableText, validUntil: Day.nullable(), /** Said by this office, not as shipped. */ isOfOffice: z.boolean() })) })
export type DutyList = z.infer<typeof DutyList>
export const ByDuty = z.object({ id: z.uuid() })
export const MadeDuty = z.object({ id: z.string() })

const oneOrMore = z.union([z.string().max(40), z.array(z.string().max(40)).max(20)]).transform((text) => (Array.isArray(text) ? text : [text]))
export const ComputeQuery = z.object({
  procedure: code, step: code, from: Day, remote: z.stringbool().default(false), complex: z.stringbool().default(false), extensions: z.coerce.number().int().min(0).max(100).default(0),
  /** `2025-02-10..2025-02-20`, the latter the day of resuming; empty while suspended. May come several times. */
  suspend: oneOrMore.default([]), language: z.enum(['vi', 'en']).default('vi'),
})
export type ComputeQuery = z.infer<typeof ComputeQuery>
export const Computed = z.object({
  due: Day.nullable(), start: Day, counted: z.number(), unit: z.enum(['calendar', 'working']), rolledFrom: Day.nullable(), skipped: z.array(z.object({ date: Day, why: z.string() })),
  rule: Rule, steps: z.array(z.string()), history: z.array(Rule),
})
export type Computed = z.infer<typeof Computed>

export const CalendarDay = z.object({
  date: Day, kind: z.enum(['off', 'worked']), name: z.string().trim().min(2).max(120), source: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES),
}).meta({ example: { date: '2027-01-01', kind: 'off', name: 'Tết Dương lịch', source: 'Bộ luật Lao động 45/2019/QH14, Điều 112', certainty: 'verified' } })
export const CalendarDays = z.object({ days: z.array(CalendarDay) })
export type CalendarDays = z.infer<typeof CalendarDays>
export const ByDate = z.object({ date: Day })
export const PreviewCalendar = z.object({ put: z.array(CalendarDay).max(60).default([]), remove: z.array(Day).max(60).default([]) })
  .meta({ example: { put: [], remove: ['2027-01-01'] } })
export type PreviewCalendar = z.infer<typeof PreviewCalendar>
export const ProjectedYear = z.object({ year: z.coerce.number().int().min(1968).max(2200) })
