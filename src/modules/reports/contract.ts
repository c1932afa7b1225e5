import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import { aFormCode, aUnitId, ByPeriod, Day, FigureShape, FormShape, ReportPeriodShape } from './contract-forms.ts'
import { REPORT_ACTIONS, REPORT_STATES } from './domain/lifecycle.ts'
import { OWING_CLASSES } from './domain/owing.ts'

const nullableText = z.string().nullable()
const FigureValue = z.union([z.number(), z.string().max(2000), z.null()])
const numbers = z.record(z.string(), z.number())
export const UnitName = z.object({ id: z.string(), name: z.string() })

export const Override = z.object({ value: z.number(), because: z.string(), by: z.string(), on: z.string() })
const Taken = z.object({ unitId: aUnitId, revisionId: z.uuid() })
export const Content = z.object({
  values: z.record(z.string(), FigureValue), reasons: z.record(z.string(), z.string()), texts: z.record(z.string(), z.string()), taken: z.record(z.string(), z.array(Taken)),
  nothing: z.array(z.string()), overrides: z.record(z.string(), Override),
})
export type Content = z.infer<typeof Content>

export const Finding = z.object({ severity: z.enum(['refuse', 'warn']), code: z.string(), at: z.array(z.string()), details: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Finding = z.infer<typeof Finding>

/** A line of "Báo cáo": what a unit owes for a period, and where it stands. */
export const ReportSummary = z.object({
  id: z.string(), periodId: z.string(), periodName: z.string(), formCode: z.string(), formTitle: z.string(), unitId: z.string(), unitName: z.string(), receiverName: nullableText,
  state: z.enum(REPORT_STATES), dueOn: z.string(), sentOn: nullableText, /** The day that counts for being in time; null while it is still owed. */ doneOn: nullableText,
  workingDaysLeft: z.number().nullable(), isLocked: z.boolean(), isMine: z.boolean(), openRemarks: z.number(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
/** `none`: units that owe by name and are of no class. */
export const CLASS_FILTERS = [...OWING_CLASSES, 'none'] as const
export const BOARD_NUMBERS = ['sent', 'received', 'on-time-first', 'on-time-last', 'returned', 'late', 'exceptions'] as const
export const REPORT_TABS = ['mine', 'to-approve', 'to-receive', 'all'] as const
export const ReportQuery = z.object({
  tab: z.enum(REPORT_TABS).default('mine'), periodId: z.uuid().optional(), form: aFormCode.optional(), unitId: aUnitId.optional(), state: z.enum(REPORT_STATES).optional(),
  /** Classes of units, the numbers of the board, and periods that close within these days. */
  class: z.enum(CLASS_FILTERS).optional(), show: z.enum(BOARD_NUMBERS).optional(), from: Day.optional(), to: Day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(5).max(200).default(50),
})
/** `counts`: how many each tab lists when no other filter is set. */
export const ReportPage = z.object({ total: z.number(), reports: z.array(ReportSummary), counts: z.object({ mine: z.number(), toApprove: z.number(), toReceive: z.number() }) })

export const Remark = z.object({ id: z.string(), place: z.string(), body: z.string(), byName: nullableText, at: z.string(), revision: z.number(), answer: nullableText, resolvedByName: nullableText, resolvedAt: nullableText })
export type Remark = z.infer<typeof Remark>
export const RevisionSummary = z.object({
  id: z.string(), number: z.number(), hash: z.string(), approvedOn: z.string(), approvedByName: nullableText, approvedFor: nullableText, sentOn: nullableText, receivedOn: nullableText, returnedOn: nullableText, /** Why the level above gave it back. */ returnedBecause: nullableText, fellOn: nullableText,
})
export const Exception = z.object({
  id: z.string(), because: z.string(), askedOn: z.string(), askedByName: nullableText, decidedOn: nullableText, decidedByName: nullableText, grantedUntil: nullableText, refusedBecause: nullableText,
})
export type Exception = z.infer<typeof Exception>

/** How the units below stand and what they make together; null for a unit that has none. */
export const Below = z.object({
  /** Sums over the received reports, with the unit's own figures. `from`: how many units said something. */
  totals: z.record(z.string(), z.object({ value: z.number().nullable(), from: z.number() })),
  expected: z.number(), received: z.number(),
  units: z.array(UnitName.extend({ state: z.enum(REPORT_STATES), revisionId: nullableText })),
})
export const SIGNING_WAYS = ['head', 'KT', 'TL', 'TUQ'] as const
/** What the clerk and the signer add to make the report an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const DocumentSetup = z.object({
  number: z.number().int().min(1).max(99_999).nullable(), issuedOn: Day.nullable(),
  /** `body`: signed for the unit itself (TM. for a People's Committee). */
  way: z.enum(SIGNING_WAYS), position: z.string().trim().max(120), name: z.string().trim().max(120),
  addressees: z.array(z.string().trim().min(2).max(300)).max(20), recipients: z.array(z.string().trim().min(2).max(300)).max(40), archive: z.string().trim().max(40).nullable(),
  opening: z.string().trim().max(3000),
}).meta({ example: { number: 12, issuedOn: '2026-06-20', way: 'head', position: 'Chủ tịch', name: '', addressees: ['Ủy ban nhân dân tỉnh'], recipients: [], archive: 'NV', opening: '' } })
export type DocumentSetup = z.infer<typeof DocumentSetup>

export const ReportRecord = z.object({
  id: z.string(), period: ReportPeriodShape, unit: UnitName, receiver: UnitName.nullable(), state: z.enum(REPORT_STATES), actions: z.array(z.enum(REPORT_ACTIONS)),
  dueOn: z.string(), dueBecause: z.array(z.string()), dueRule: z.object({ source: z.string(), certainty: z.enum(CERTAINTIES) }).nullable(), locksOn: nullableText,
  /** Working days to the due date while it is still to be sent. */
  workingDaysLeft: z.number().nullable(),
  lock: z.object({ code: z.string(), details: z.record(z.string(), z.string()) }).nullable(), exceptions: z.array(Exception),
  /** Whether the asker decides on exceptions and receives: the level above. */
  isReceiver: z.boolean(),
  form: z.object({ definition: FormShape, figures: z.array(FigureShape) }),
  /** The working text for who prepares or approves; the last revision sent for everybody else; null while there is none to see. */
  content: Content.nullable(), version: z.number(), revisionShown: z.number().nullable(),
  /** The unit's own figures resolved, and with what lies below (the same for a unit that has none). */
  values: z.record(z.string(), FigureValue), totals: z.record(z.string(), z.number().nullable()),
  /** What the platform counts now, and what it counted when this was approved. */
  facts: numbers, frozenFacts: numbers.nullable(),
  /** What shorter periods of the same year make together: filled in where nothing else is. */
  cumulated: z.object({ periods: z.array(z.string()), isFinal: z.boolean(), values: numbers }).nullable(),
  previous: z.object({ periodName: z.string(), values: z.record(z.string(), FigureValue) }).nullable(),
  below: Below.nullable(), findings: z.array(Finding), remarks: z.array(Remark), revisions: z.array(RevisionSummary),
  /** Units below whose received report is another than the one summed up in the revision in force. */
  changedBelow: z.array(UnitName),
  returned: z.object({ byName: nullableText, at: z.string(), because: nullableText }).nullable(),
  lastChange: z.object({ byName: nullableText, at: z.string() }).nullable(),
})
export type ReportRecord = z.infer<typeof ReportRecord>
export const ByReport = ByPeriod.extend({ unitId: aUnitId })

/** Only what changed; `version` is the save the writer last saw. */
export const SaveReport = z.object({
  version: z.number().int().min(0),
  values: z.record(z.string(), FigureValue).optional(), reasons: z.record(z.string(), z.string().trim().max(1000).nullable()).optional(), texts: z.record(z.string(), z.string().max(100_000)).optional(),
  taken: z.record(z.string(), z.array(Taken).max(5000)).optional(), nothing: z.record(z.string(), z.boolean()).optional(),
  overrides: z.record(z.string(), z.object({ value: z.number(), because: z.string().trim().min(5, 'reports.override_reason_missing').max(1000) }).nullable()).optional(),
}).meta({ example: { version: 3, values: { 'dan-van.dialogues': 4 }, texts: { I: 'Ủy ban nhân dân xã đã ban hành 03 văn bản.' } } })
export type SaveReport = z.infer<typeof SaveReport>
/** `clashes`: places that somebody else changed meanwhile; with any, nothing was saved. */
export const SaveResult = z.object({
  version: z.number(), savedAt: z.string(), clashes: z.array(z.object({ place: z.string(), byName: nullableText, at: z.string(), theirs: z.unknown() })),
  /** The whole content as it stands, when others changed something since the writer looked. */
  content: Content.nullable(), values: z.record(z.string(), FigureValue), totals: z.record(z.string(), z.number().nullable()), findings: z.array(Finding),
})
export type SaveResult = z.infer<typeof SaveResult>

export const SubmitReport = z.object({ version: z.number().int() })
/** The head approves what they read: another version, and it is refused. */
export const ApproveReport = z.object({ version: z.number().int() })
export const ReturnReport = z.object({ because: z.string().trim().min(5).max(2000) })
export const SendBack = ReturnReport.extend({ /** Until when it may be mended, where writing is locked by now. */ until: Day.nullable().default(null), remarks: z.array(z.object({ place: z.string().max(200), body: z.string().trim().min(3).max(2000) })).max(200).default([]) })
  .meta({ example: { because: 'Số liệu đối thoại chưa khớp', remarks: [{ place: 'values.dan-van.dialogues', body: 'Kỳ trước 6 cuộc, kỳ này 60: đề nghị kiểm tra lại.' }] } })
export const ResolveRemark = z.object({ answer: z.string().trim().min(2).max(2000) })
export const ByRemark = ByReport.extend({ remarkId: z.uuid().transform((text) => text as Id<'remark'>) })
export const ByRevision = ByReport.extend({ number: z.coerce.number().int().min(1) })
export const RevisionRecord = RevisionSummary.extend({
  /** What is kept still has the hash with which it was approved. */
  isIntact: z.boolean(), content: Content, values: z.record(z.string(), FigureValue), totals: z.record(z.string(), z.number().nullable()), facts: numbers })
export type RevisionRecord = z.infer<typeof RevisionRecord>

export const AskException = z.object({ because: z.string().trim().min(10).max(2000) })
export const DecideException = z.object({ grantedUntil: Day.nullable().default(null), refusedBecause: z.string().trim().min(5).max(1000).nullable().default(null) })
  .refine(({ grantedUntil, refusedBecause }) => (grantedUntil === null) !== (refusedBecause === null), 'reports.grant_or_refuse')
export const ByException = ByReport.extend({ exceptionId: z.uuid().transform((text) => text as Id<'exception'>) })

export const ByReportFigure = ByReport.extend({ code: z.string().max(80) })
/** The very records that a fact counts. Their values add up to it. */
export const FactRecords = z.object({
  name: z.string(), measure: z.string(), value: z.number(), from: z.string(), to: z.string(), asOf: z.string(),
  records: z.array(z.object({ label: z.string(), on: nullableText, value: z.number(), path: z.string().nullable() })),
})
export type FactRecords = z.infer<typeof FactRecords>
export const ByReportFile = ByReport.extend({ format: z.enum(['docx', 'pdf']) })
