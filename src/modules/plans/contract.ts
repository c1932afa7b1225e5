import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { FileId, Id, UnitId } from '#kernel/ids.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { CLASSES } from './domain/addressing.ts'
import { LEVELS } from './domain/escalation.ts'
import { NEEDED_POSTS } from './domain/needed-posts.ts'
import { OBLIGATION_STATES } from './domain/obligation-state.ts'
import { RHYTHMS } from './domain/schedule.ts'

/** Checked, not transformed: it stands in answers as well as in requests. */
export const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date') as unknown as z.ZodType<PlainDate, string>
export const aDirectiveId = z.uuid().transform((text) => text as Id<'directive'>)
export const aDutyId = z.uuid().transform((text) => text as Id<'duty'>)
export const aUnitId = z.uuid() as unknown as z.ZodType<UnitId, string>
const nullableText = z.string().nullable()

export const Reading = z.object({
  title: nullableText, kind: nullableText, number: nullableText, issuedOn: Day.nullable(), issuer: nullableText,
  signer: z.object({ name: nullableText, position: nullableText }),
  sections: z.array(z.object({
    mark: nullableText, title: nullableText,
    items: z.array(z.object({ mark: nullableText, text: z.string(), items: z.array(z.object({ mark: z.string(), text: z.string() })) })),
  })).max(60),
  citations: z.array(z.object({ kind: z.string(), number: nullableText, issuedOn: Day.nullable(), issuer: nullableText, subject: nullableText, at: nullableText })).max(500),
  recipients: z.array(z.string()).max(200),
  addressees: z.array(z.object({ mark: nullableText, units: z.array(z.string()) })).max(200),
})
export type Reading = z.infer<typeof Reading>

export const Schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), dueOn: Day }),
  z.object({
    kind: z.literal('recurring'), every: z.enum(RHYTHMS), from: Day, until: Day.nullable(),
    due: z.object({ month: z.enum(['last', 'after']), day: z.number().int().min(1).max(31), before: z.boolean() }),
  }),
])
export const Addressee = z.object({ role: z.enum(['lead', 'cooperate']), class: z.enum(CLASSES).nullable(), unitId: aUnitId.nullable(), throughDistrict: z.boolean().default(false) })
  .refine(({ class: addressed, unitId }) => (addressed === null) !== (unitId === null), 'plans.class_or_unit')
export const SaveDuty = z.object({
  clausePath: z.string().max(40).nullable().default(null), clauseText: z.string().max(20_000).default(''), title: z.string().trim().min(3).max(500),
  product: z.string().trim().max(500).default(''), figureName: z.string().trim().max(120).nullable().default(null), figureUnit: z.string().trim().max(40).nullable().default(null),
  figureTarget: z.number().nullable().default(null), schedule: Schedule, addressees: z.array(Addressee).max(300),
}).meta({ example: { clausePath: 'II.5', title: 'Xây dựng kế hoạch thực hiện dân vận chính quyền', schedule: { kind: 'once', dueOn: '2026-12-31' }, addressees: [{ role: 'lead', class: 'departments', unitId: null }] } })
export type SaveDuty = z.infer<typeof SaveDuty>

export const Duty = z.object({
  id: z.string(), ordinal: z.number(), clausePath: nullableText, clauseText: z.string(), title: z.string(), product: z.string(), figureName: nullableText,
  figureUnit: nullableText, figureTarget: z.number().nullable(), schedule: Schedule, scheduleWords: z.string(),
  addressees: z.array(z.object({ role: z.enum(['lead', 'cooperate']), class: z.enum(CLASSES).nullable(), unitId: z.string().nullable(), unitName: nullableText, throughDistrict: z.boolean() })),
  nextDueOn: Day.nullable(), whyDue: z.array(z.string()),
})
export type Duty = z.infer<typeof Duty>

export const ScheduleSaid = z.object({ words: z.string(), nextDueOn: Day.nullable(), whyDue: z.array(z.string()) })
export type ScheduleSaid = z.infer<typeof ScheduleSaid>

export const DIRECTIVE_STATES = ['draft', 'issued', 'withdrawn'] as const
export const DirectiveSummary = z.object({
  id: z.string(), title: z.string(), number: nullableText, kind: nullableText, unitName: z.string(), state: z.enum(DIRECTIVE_STATES), issuedOn: nullableText,
  duties: z.number(), units: z.number(), acknowledged: z.number(), overdue: z.number(), documentId: nullableText,
})
export type DirectiveSummary = z.infer<typeof DirectiveSummary>
export const DirectiveList = z.object({ directives: z.array(DirectiveSummary) })
export const DirectiveRecord = DirectiveSummary.extend({
  version: z.number(), reading: Reading, sourceText: z.string(), actions: z.array(z.enum(['correct', 'issue', 'withdraw'])), dutyList: z.array(Duty),
  issuedByName: nullableText, issuedFor: nullableText, withdrawnOn: nullableText, withdrawnBecause: nullableText,
  /** The reader's units that the directive was sent to: each makes its own plan. */
  myUnits: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type DirectiveRecord = z.infer<typeof DirectiveRecord>
export const ByDirective = z.object({ id: aDirectiveId })
export const Made = z.object({ id: z.string() })
export const CorrectReading = z.object({ version: z.number().int(), reading: Reading })
export const Corrected = z.object({ version: z.number() })
export const ByDuty = z.object({ id: aDirectiveId, dutyId: aDutyId })
export const MakeDuties = z.object({ paths: z.array(z.string().max(40)).min(1).max(200), dueOn: Day })
export const IssueDirective = z.object({ number: z.string().trim().min(3).max(60), issuedOn: Day })
  .meta({ example: { number: '8100/KH-UBND', issuedOn: '2026-11-23' } })
export const IssuePreview = z.object({
  units: z.number(), leads: z.number(), throughDistrict: z.number(),
  duties: z.array(z.object({ dutyId: z.string(), title: z.string(), units: z.array(z.object({ name: z.string(), role: z.enum(['lead', 'cooperate']), via: nullableText })) })),
  warnings: z.array(z.object({
    dutyId: z.string(), title: z.string(), class: z.enum(CLASSES).nullable(), unitName: nullableText,
    code: z.enum(['plans.class_is_empty', 'plans.district_level_is_gone', 'plans.unit_is_gone', 'plans.issuer_is_addressed', 'plans.already_leads', 'plans.duty_without_lead']),
  })),
})
export type IssuePreview = z.infer<typeof IssuePreview>
export const WithdrawDirective = z.object({ because: z.string().trim().min(5).max(1000) })

const Dates = { dueOn: z.string(), startedOn: nullableText, doneOn: nullableText }
export const Obligation = z.object({
  id: z.string(), directiveId: z.string(), directiveTitle: z.string(), dutyId: z.string(), dutyTitle: z.string(), clausePath: nullableText, unitId: z.string(), unitName: z.string(),
  role: z.enum(['lead', 'cooperate']), period: z.string(), ...Dates, state: z.enum(OBLIGATION_STATES), workingDaysLeft: z.number().nullable(),
})
export type Obligation = z.infer<typeof Obligation>
export const ObligationQuery = z.object({
  directiveId: aDirectiveId.optional(), dutyId: aDutyId.optional(), unitId: aUnitId.optional(), state: z.enum(OBLIGATION_STATES).optional(),
  class: z.enum(CLASSES).optional(), underUnitId: aUnitId.optional(), treeOn: Day.optional(), from: Day.optional(), role: z.enum(['lead', 'cooperate']).default('lead'), on: Day.optional(), due: z.literal('soon').optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(5).max(200).default(50),
})
export const ObligationPage = z.object({ total: z.number(), obligations: z.array(Obligation) })
export const ByObligation = z.object({ id: z.uuid().transform((text) => text as Id<'obligation'>) })
export const ByObligationFile = ByObligation.extend({ fileId: z.uuid().transform((text) => text as FileId) })
export const ProgressEntry = z.object({
  id: z.string(), kind: z.enum(['note', 'finish', 'reopen']), note: z.string(), figure: z.number().nullable(), recordedOn: z.string(), byName: nullableText,
  onBehalfOf: nullableText, files: z.array(z.object({ id: z.string(), name: z.string(), size: z.number() })),
})
export const ObligationRecord = Obligation.extend({
  clauseText: z.string(), product: z.string(), figureName: nullableText, figureUnit: nullableText, figureTarget: z.number().nullable(),
  directiveNumber: nullableText, directiveIssuedOn: nullableText, documentId: nullableText, viaUnitName: nullableText, assignedOn: z.string(), whyDue: z.array(z.string()),
  actions: z.array(z.enum(['note', 'finish', 'reopen'])), progress: z.array(ProgressEntry),
  /** Each with the step that called for it, as far as that is known. */
  reminders: z.array(z.object({ onDate: z.string(), level: z.enum(LEVELS), daysToDue: z.number(), source: nullableText, certainty: z.enum(CERTAINTIES).nullable() })),
})
export type ObligationRecord = z.infer<typeof ObligationRecord>
export const ReportProgress = z.object({
  kind: z.enum(['note', 'finish', 'reopen']), note: z.string().trim().min(3, 'plans.note_too_short').max(5000), figure: z.coerce.number().nullable().default(null),
}).meta({ example: { kind: 'note', note: 'Đã tổ chức 02 hội nghị quán triệt', figure: 145 } })
export type ReportProgress = z.infer<typeof ReportProgress>

const Counts = z.object({ total: z.number(), overdue: z.number(), underWay: z.number(), notStarted: z.number(), done: z.number(), doneLate: z.number() })
export type Counts = z.infer<typeof Counts>
/** `from`: only what was still open on that day or was given since. */
export const BoardQuery = z.object({ from: Day.optional(), directiveId: aDirectiveId.optional(), class: z.enum(CLASSES).optional(), on: Day.optional() })
export const Board = z.object({
  on: z.string(), totals: Counts,
  /** Duties of one directive, or the directives themselves. */
  columns: z.array(z.object({ id: z.string(), title: z.string(), code: nullableText, counts: Counts })),
  units: z.array(z.object({ id: z.string(), name: z.string(), counts: Counts, cells: z.record(z.string(), z.object({ state: z.enum(OBLIGATION_STATES), overdue: z.number(), total: z.number() })) })),
})
export type Board = z.infer<typeof Board>

export const ByUnit = z.object({ unitId: aUnitId })
export const OnDay = z.object({ on: Day.optional() })
/** `soon`: the open ones due up to `soonUntil`, counted among those under way and not started as well. */
export const UnitWork = Counts.extend({ soon: z.number(), soonUntil: z.string() })
export type UnitWork = z.infer<typeof UnitWork>

/** `on`: the day the figures are of; `treeOn`: the day whose units they are summed by, `on` unless said. */
export const RollUpQuery = z.object({ directiveId: aDirectiveId.optional(), on: Day.optional(), treeOn: Day.optional() })
const SharedFigure = z.object({ unitId: z.string(), name: z.string(), counts: Counts, between: z.array(z.string()) })
export const RollUp = z.object({
  on: z.string(), treeOn: z.string(), total: Counts,
  /** Parents before their children; `counts` holds everything below, `own` the unit's own. */
  units: z.array(z.object({ id: z.string(), name: z.string(), depth: z.number(), counts: Counts, own: Counts, undivided: z.array(SharedFigure) })),
  /** Figures that stand under no unit of that day. */
  nowhere: z.array(SharedFigure),
})
export type RollUp = z.infer<typeof RollUp>

export const MyTask = z.object({
  kind: z.enum([
    'acknowledge', 'obligation', 'prepare-plan', 'approve-plan', 'issue-plan', 'returned-plan', 'draft-directive', 'appoint',
    'fill-report', 'mend-report', 'approve-report', 'send-report', 'receive-report', 'decide-exception',
    'sort-petition', 'sign-petition', 'mend-petition', 'handle-petition', 'answer-visits', 'post-reception-days',
  ]),
  /** Of `appoint`, the posts nobody is recorded for. */
  missing: z.array(z.enum(NEEDED_POSTS)).optional(),
  title: z.string(), because: z.string(), unitName: nullableText, dueOn: nullableText, workingDaysLeft: z.number().nullable(), urgency: z.enum(['late', 'soon', 'later']), link: z.string(),
})
export type MyTask = z.infer<typeof MyTask>
export const MyWork = z.object({ today: z.string(), tasks: z.array(MyTask), counts: Counts, /** The units under the person, for whoever looks after more than their own. */
  followed: z.object({ counts: Counts, unacknowledged: z.number() }).nullable() })
export type MyWork = z.infer<typeof MyWork>
