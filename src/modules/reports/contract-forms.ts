import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id, UnitId } from '#kernel/ids.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { FIGURE_KINDS } from './domain/figure.ts'
import type { FormColumn, FormDefinition } from './domain/form.ts'
import { OWING_CLASSES } from './domain/owing.ts'
import { SPANS } from './domain/period.ts'

/** Checked, not transformed: it stands in answers as well as in requests. */
export const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date') as unknown as z.ZodType<PlainDate, string>
export const aUnitId = z.uuid() as unknown as z.ZodType<UnitId, string>
export const aFormCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/)
export const aFigureCode = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)
const nullableText = z.string().nullable()

export const CombinationRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('sum'), carried: aFigureCode.optional() }), z.object({ rule: z.literal('ratio'), of: aFigureCode, to: aFigureCode }),
  z.object({ rule: z.literal('first') }), z.object({ rule: z.literal('last') }), z.object({ rule: z.literal('none') }),
])
export const FigureShape = z.object({
  code: aFigureCode, name: z.string().trim().min(2).max(300), meaning: z.string().trim().max(2000).default(''), kind: z.enum(FIGURE_KINDS), measure: z.string().trim().max(40).default(''),
  fact: nullableText.default(null), combination: CombinationRule, min: z.number().nullable().default(null), max: z.number().nullable().default(null),
  changeShare: z.number().min(0).max(100).nullable().default(null), source: z.string().trim().max(500).default(''), certainty: z.enum(CERTAINTIES),
}).meta({ example: { code: 'dan-van.dialogues', name: 'Số cuộc đối thoại', kind: 'count', measure: 'cuộc', combination: { rule: 'sum' }, min: 0, source: 'Kế hoạch thực hiện Quy chế 456, II.4', certainty: 'unverified' } })
/** The code stands in the address. */
export const SaveFigure = FigureShape.omit({ code: true })
  .meta({ example: { name: 'Số cuộc đối thoại', kind: 'count', measure: 'cuộc', combination: { rule: 'sum' }, min: 0, source: 'Kế hoạch thực hiện Quy chế 456, II.4', certainty: 'unverified' } })
export type SaveFigure = z.infer<typeof SaveFigure>
export const FigureList = z.object({
  figures: z.array(FigureShape.extend({ /** Forms whose published versions ask for it. */ forms: z.array(z.string()) })),
  /** What modules can count, to choose from. */
  facts: z.array(z.object({ code: z.string(), name: z.string(), measure: z.string() })),
})
export type FigureList = z.infer<typeof FigureList>

const Severity = z.enum(['refuse', 'warn'])
const Equations = z.array(z.object({ text: z.string().trim().max(200), severity: Severity })).max(60).default([])
const aHeading = z.string().trim().max(300)
const figureOrNone = z.union([z.literal(''), aFigureCode])
const FormColumnShape: z.ZodType<FormColumn> = z.lazy(() => z.union([
  z.object({ title: aHeading, columns: z.array(FormColumnShape).min(1).max(60) }),
  z.object({ title: aHeading, number: z.string().trim().regex(/^[\p{L}\d._-]{0,10}$/u), figure: figureOrNone }),
]))
const TableShape = z.discriminatedUnion('layout', [
  z.object({
    layout: z.literal('list'), code: z.string().trim().regex(/^[A-Za-z0-9./-]{0,40}$/), title: aHeading,
    lines: z.array(z.discriminatedUnion('kind', [z.object({ kind: z.literal('group'), title: aHeading }), z.object({ kind: z.literal('figure'), figure: figureOrNone })])).max(300),
    equations: Equations,
  }),
  z.object({ layout: z.literal('columns'), code: z.string().trim().regex(/^[A-Za-z0-9./-]{0,40}$/), title: aHeading, columns: z.array(FormColumnShape).max(60), equations: Equations }),
])
/**
 * Typed as the domain has it: what is read of a form goes to its rules as it is. Names and figures may still be missing, as a draft is saved as
 * far as it has come; `faultsOfForm` keeps such a form from being published.
 */
export const FormShape = z.object({
  title: z.string().trim().min(3).max(300), subject: z.string().trim().min(3).max(300), spans: z.array(z.enum(SPANS)).max(5), closingDay: z.number().int().min(1).max(31).nullable(),
  sections: z.array(z.object({
    id: z.string().regex(/^[A-Za-z0-9.-]{0,20}$/), heading: aHeading, level: z.union([z.literal(1), z.literal(2)]), guidance: z.string().trim().max(3000).default(''), asksText: z.boolean().default(true),
  })).max(80),
  tables: z.array(TableShape).max(30), source: z.string().trim().min(3).max(500), certainty: z.enum(CERTAINTIES),
}) as unknown as z.ZodType<FormDefinition>

const Version = z.object({ number: z.number(), validFrom: nullableText, publishedByName: nullableText, isDraft: z.boolean() })
export const FormSummary = z.object({
  code: z.string(), title: z.string(), spans: z.array(z.enum(SPANS)), certainty: z.enum(CERTAINTIES), source: z.string(), versions: z.array(Version), figures: z.number(), sections: z.number(),
})
export const FormList = z.object({ forms: z.array(FormSummary) })
export type FormList = z.infer<typeof FormList>
export const Fault = z.object({ code: z.string(), at: z.string() })
/** One version, the newest unless asked for; a draft says what keeps it from being published. */
export const FormRecord = z.object({
  code: z.string(), number: z.number(), isDraft: z.boolean(), edits: z.number(), validFrom: nullableText, definition: FormShape, figures: z.array(FigureShape), faults: z.array(Fault), versions: z.array(Version),
  /** Periods opened with this version: they stay as they are. */
  periods: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type FormRecord = z.infer<typeof FormRecord>
export const ByForm = z.object({ code: aFormCode })
export const ByFigure = z.object({ code: aFigureCode })
export const FormQuery = z.object({ version: z.coerce.number().int().min(1).optional() })
export const AddForm = z.object({ code: aFormCode, definition: FormShape })
export type AddForm = z.infer<typeof AddForm>
export const SaveForm = z.object({ edits: z.number().int(), definition: FormShape })
export type SaveForm = z.infer<typeof SaveForm>
export const Saved = z.object({ edits: z.number() })
/** `edits`: the save that was read; the draft has changed since, and it is refused. */
export const PublishForm = z.object({ edits: z.number().int(), validFrom: Day })
export type PublishForm = z.infer<typeof PublishForm>

export const OwingRuleShape = z.object({
  formCode: aFormCode, span: z.enum(SPANS), /** The unit under which the rule holds; null: everywhere. */ authorityId: aUnitId.nullable().default(null), class: z.enum(OWING_CLASSES).nullable().default(null), unitId: aUnitId.nullable().default(null),
  dueDays: z.number().int().min(0).max(180), dueCounted: z.enum(['working', 'calendar']), onTimeBy: z.enum(['sent', 'received']).default('sent'),
  locksAfter: z.number().int().min(0).max(1000).nullable().default(null), source: z.string().trim().min(3).max(300), certainty: z.enum(CERTAINTIES), validFrom: Day,
})
export const AddOwingRule = OwingRuleShape.refine(({ class: owing, unitId }) => (owing === null) !== (unitId === null), 'reports.class_or_unit')
  .meta({ example: { formCode: 'dan-van', span: 'half-year', class: 'departments', dueDays: 5, dueCounted: 'working', source: 'Quy chế 456, Điều 24 khoản 2', certainty: 'unverified', validFrom: '2026-12-01' } })
export type AddOwingRule = z.infer<typeof AddOwingRule>
export const OwingRuleList = z.object({ rules: z.array(OwingRuleShape.extend({ id: z.string(), unitName: nullableText, authorityName: nullableText, validUntil: nullableText })) })
export type OwingRuleList = z.infer<typeof OwingRuleList>
export const ByRule = z.object({ id: z.uuid().transform((text) => text as Id<'owing-rule'>) })
export const EndRule = z.object({ until: Day })

export const ReportPeriodShape = z.object({
  id: z.string(), formCode: z.string(), formTitle: z.string(), code: z.string(), span: z.enum([...SPANS, 'other']), name: z.string(), from: z.string(), to: z.string(), openedOn: z.string(), closedOn: nullableText,
  versionNumber: z.number(), madeOf: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type ReportPeriodShape = z.infer<typeof ReportPeriodShape>
export const PeriodList = z.object({
  periods: z.array(ReportPeriodShape.extend({ expected: z.number(), sent: z.number(), received: z.number() })),
  /** What could be opened next, by form: those whose end is near or past and that are not open yet. */
  next: z.array(z.object({ formCode: z.string(), formTitle: z.string(), code: z.string(), name: z.string(), from: z.string(), to: z.string() })),
  /** Whether the reader opens and closes periods: for the whole province, or not at all. */
  mayManage: z.boolean(),
})
export type PeriodList = z.infer<typeof PeriodList>
export const PeriodQuery = z.object({ form: aFormCode.optional() })
/** A period of the calendar by its code; any other by name and dates; a sơ kết by the periods it sums up. */
export const OpenPeriod = z.object({
  formCode: aFormCode, code: z.string().trim().min(3).max(40), name: z.string().trim().min(3).max(200).optional(), from: Day.optional(), to: Day.optional(),
  madeOf: z.array(z.uuid().transform((text) => text as Id<'report-period'>)).max(24).default([]),
}).meta({ example: { formCode: 'dan-van', code: '2026-H2' } })
export type OpenPeriod = z.infer<typeof OpenPeriod>
export const OpenPreview = z.object({
  name: z.string(), from: z.string(), to: z.string(), versionNumber: z.number(), units: z.number(),
  classes: z.array(z.object({ class: z.enum(OWING_CLASSES).nullable(), units: z.number(), dueOn: z.string(), because: z.array(z.string()), locksOn: nullableText, source: z.string(), certainty: z.enum(CERTAINTIES) })),
})
export type OpenPreview = z.infer<typeof OpenPreview>
export const ByPeriod = z.object({ periodId: z.uuid().transform((text) => text as Id<'report-period'>) })
export const Made = z.object({ id: z.string() })
