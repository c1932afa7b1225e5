import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import { DAY_ACTIONS, DAY_KINDS } from './domain/schedule-day.ts'
import type { ScheduleDayId, VisitId } from './domain/visit.ts'

/** A day, YYYY-MM-DD. */
export const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date') as unknown as z.ZodType<PlainDate, string>
export const aUnitId = z.uuid().transform((text) => text as UnitId)
export const ByDay = z.object({ id: z.uuid().transform((text) => text as ScheduleDayId) })
export const aText = (most: number) => z.string().trim().max(most)
export const said = (most: number) => aText(most).min(1)
export const maybe = (most: number) => aText(most).transform((text) => (text === '' ? null : text)).nullable().default(null)

/** Lengths that a column, a form and a printed page have in common. */
export const LIMITS = { name: 120, place: 200, note: 2_000, content: 20_000 } as const

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'reception.no_such_time')
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).transform((text) => `${text}-01` as PlainDate)

/** A date with everything that explains it: what "Vì sao là ngày này?" shows. */
export const Why = z.object({ article: z.string(), certainty: z.enum(CERTAINTIES), steps: z.array(z.string()) })
export type Why = z.infer<typeof Why>

const Hours = { startsAt: Clock, endsAt: Clock, place: said(LIMITS.place) }
const Receiver = { post: said(LIMITS.name), receiver: said(LIMITS.name) }
export const Substitute = z.object({ post: said(LIMITS.name), name: said(LIMITS.name), decision: said(LIMITS.place) })
export type Substitute = z.infer<typeof Substitute>

/** Several days at once: "mỗi thứ Năm của tháng". */
export const AddDays = z.object({ unitId: aUnitId, kind: z.enum(DAY_KINDS), dates: z.array(Day).min(1).max(31), ...Hours, ...Receiver })
  .meta({ example: { unitId: '0195d7a0-0000-7000-8000-000000000000', kind: 'leader-regular', dates: ['2026-12-03', '2026-12-17'], startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân, trụ sở UBND xã', post: 'Chủ tịch Ủy ban nhân dân xã', receiver: 'Chủ tịch xã' } })
export type AddDays = z.infer<typeof AddDays>
export const AddedDays = z.object({ ids: z.array(z.string()) })
export const EditDay = z.object({ version: z.number().int(), on: Day, ...Hours, ...Receiver })
export type EditDay = z.infer<typeof EditDay>
export const NameSubstitute = z.object({ version: z.number().int(), substitute: Substitute.nullable() })
export type NameSubstitute = z.infer<typeof NameSubstitute>
export const MoveDay = z.object({ version: z.number().int(), because: said(LIMITS.note), to: Day, startsAt: Clock, endsAt: Clock })
export type MoveDay = z.infer<typeof MoveDay>
export const CancelDay = z.object({ version: z.number().int(), because: said(LIMITS.note) })
export type CancelDay = z.infer<typeof CancelDay>
export const PostDays = z.object({ unitId: aUnitId, month: Month, postedOn: Day })
export type PostDays = z.infer<typeof PostDays>
export const Posted = z.object({ posted: z.number(), late: z.number() })

export const ScheduleDay = z.object({
  id: z.string(), kind: z.enum(DAY_KINDS), on: Day, startsAt: z.string(), endsAt: z.string(), place: z.string(), post: z.string(), receiver: z.string(), substitute: Substitute.nullable(),
  postedOn: Day.nullable(), posting: z.enum(['not-asked', 'in-time', 'late', 'to-post', 'overdue']), postBy: Day.nullable(), whyPostBy: Why.nullable(),
  cancelledOn: Day.nullable(), cancelledBecause: z.string().nullable(), movedTo: z.object({ id: z.string(), on: Day }).nullable(), movedFrom: z.object({ id: z.string(), on: Day }).nullable(),
  doubt: z.enum(['weekend', 'day-off']).nullable(), held: z.boolean(), visits: z.number(), version: z.number(), actions: z.array(z.enum(DAY_ACTIONS)),
})
export type ScheduleDay = z.infer<typeof ScheduleDay>

/** What the law asks of a week or month, and what there is. */
export const Standing = z.object({
  per: z.enum(['week', 'month']), from: Day, to: Day, required: z.number(), planned: z.number(), held: z.number(), missing: z.number(), uncovered: z.array(z.string()),
  article: z.string(), certainty: z.enum(CERTAINTIES), note: z.string().nullable(),
})
export type Standing = z.infer<typeof Standing>

export const ScheduleQuery = z.object({ unitId: aUnitId, month: Month })
export type ScheduleQuery = z.infer<typeof ScheduleQuery>
export const Schedule = z.object({
  unitId: z.string(), unitName: z.string(), month: Day, days: z.array(ScheduleDay), standings: z.array(Standing), toPost: z.number(), maySchedule: z.boolean(),
  /** Who can be named as receiving: the heads on record. */
  leaders: z.array(z.object({ post: z.string(), name: z.string() })),
})
export type Schedule = z.infer<typeof Schedule>

export const BoardQuery = z.object({ month: Month })
export type BoardQuery = z.infer<typeof BoardQuery>
export const BoardLine = z.object({
  unitId: z.string(), unitName: z.string(), required: z.number(), planned: z.number(), held: z.number(), missing: z.number(), late: z.number(), visits: z.number(), people: z.number(), groups: z.number(),
  article: z.string().nullable(), certainty: z.enum(CERTAINTIES).nullable(),
})
export type BoardLine = z.infer<typeof BoardLine>
/** Units that the law obliges, those that lack most first. */
export const Board = z.object({ month: Day, units: z.array(BoardLine), lacking: z.number() })
export type Board = z.infer<typeof Board>

const Chair = { chairPost: said(LIMITS.name), chairName: said(LIMITS.name) }
export const SaveSession = z.object({
  version: z.number().int(), ...Chair, heldBy: z.enum(['head', 'authorised']), attendees: aText(LIMITS.note), nobodyCame: z.boolean(), conclusion: aText(LIMITS.content),
  /** What the chair concluded on each visit, by its id. */
  visits: z.array(z.object({ id: z.uuid().transform((text) => text as VisitId), conclusion: maybe(LIMITS.note), body: maybe(300), dueOn: Day.nullable().default(null) })).max(200).default([]),
})
export type SaveSession = z.infer<typeof SaveSession>
export const IssueConclusion = z.object({ version: z.number().int(), number: z.string().trim().regex(/^\d{1,5}$/, 'reception.number_is_digits'), issuedOn: Day })
export type IssueConclusion = z.infer<typeof IssueConclusion>
export const SessionRecord = z.object({
  dayId: z.string(), unitId: z.string(), unitName: z.string(), on: Day, startsAt: z.string(), endsAt: z.string(), place: z.string(), post: z.string(), receiver: z.string(), substitute: Substitute.nullable(),
  kind: z.enum(DAY_KINDS), held: z.boolean(), version: z.number(), heldBy: z.enum(['head', 'authorised']), chairPost: z.string(), chairName: z.string(), attendees: z.string(), nobodyCame: z.boolean(), conclusion: z.string(),
  number: z.string().nullable(), issuedOn: Day.nullable(),
  visits: z.array(z.object({
    id: z.string(), number: z.number(), who: z.string().nullable(), content: z.string().nullable(), peopleCount: z.number(), isCovered: z.boolean(),
    conclusion: z.string().nullable(), body: z.string().nullable(), dueOn: Day.nullable(),
  })),
  mayHold: z.boolean(), mayPrint: z.boolean(),
})
export type SessionRecord = z.infer<typeof SessionRecord>

export const ByDayFile = z.object({ id: ByDay.shape.id, format: z.enum(['docx', 'pdf']) })
