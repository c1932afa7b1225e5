import { z } from 'zod'
import { aDirectiveId, aDutyId, aUnitId, Day } from './contract.ts'
import { NEEDED_POSTS } from './domain/needed-posts.ts'

const nullableText = z.string().nullable()
export const UNIT_PLAN_STATES = ['draft', 'submitted', 'returned', 'approved', 'issued'] as const
export const Measure = z.object({
  dutyId: z.string().nullable(), dutyTitle: nullableText, clausePath: nullableText, what: z.string(), who: z.string(), dueOn: nullableText, product: z.string(), passOn: z.boolean(),
})
export const UnitPlan = z.object({
  id: z.string(), directiveId: z.string(), directiveTitle: z.string(), directiveNumber: nullableText, unitId: z.string(), unitName: z.string(), state: z.enum(UNIT_PLAN_STATES),
  version: z.number(), title: z.string(), returnedBecause: nullableText, approvedOn: nullableText, approvedByName: nullableText, approvedFor: nullableText, number: nullableText, issuedOn: nullableText,
  measures: z.array(Measure), actions: z.array(z.enum(['edit', 'submit', 'return', 'approve', 'issue'])),
  people: z.array(z.object({ post: z.string(), name: z.string(), position: z.string(), decisionNumber: nullableText, decisionOn: nullableText })),
  missingPosts: z.array(z.enum(NEEDED_POSTS)), isDistrict: z.boolean(),
})
export type UnitPlan = z.infer<typeof UnitPlan>
export const ByUnitPlan = z.object({ id: aDirectiveId, unitId: aUnitId })
export const SaveUnitPlan = z.object({
  version: z.number().int(), title: z.string().trim().min(5).max(500),
  measures: z.array(z.object({
    dutyId: aDutyId.nullable(), what: z.string().trim().min(3).max(2000), who: z.string().trim().min(2, 'plans.who_missing').max(300), dueOn: Day.nullable(),
    product: z.string().trim().max(500).default(''), passOn: z.boolean().default(false),
  })).min(1, 'plans.no_measures').max(300),
}).meta({ example: { version: 1, title: 'Kế hoạch thực hiện công tác dân vận năm 2026', measures: [{ dutyId: null, what: 'Tổ chức hội nghị quán triệt', who: 'Văn phòng Sở', dueOn: '2026-03-31', product: 'Báo cáo kết quả' }] } })
export type SaveUnitPlan = z.infer<typeof SaveUnitPlan>
export const ReturnUnitPlan = z.object({ because: z.string().trim().min(5).max(1000) })
export const IssueUnitPlan = z.object({ number: z.string().trim().min(3).max(60), issuedOn: Day })

export const REPORT_SECTIONS = ['situation', 'assessment', 'proposals'] as const
/** Both days included; from the day of issue and up to today unless said. */
export const ReportQuery = z.object({ from: Day.optional(), until: Day.optional() })
export type ReportQuery = z.infer<typeof ReportQuery>
export const ReportTexts = z.object({ from: Day, until: Day, texts: z.record(z.enum(REPORT_SECTIONS), z.string().trim().max(10_000)) })
export const ReportPreview = z.object({
  from: z.string(), until: z.string(), unitName: z.string(), texts: z.record(z.string(), z.string()),
  paragraphs: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
})
export type ReportPreview = z.infer<typeof ReportPreview>
export const ByReportFile = z.object({ id: aDirectiveId, format: z.enum(['docx', 'pdf']) })
export const ByPlanFile = z.object({ id: aDirectiveId, unitId: aUnitId, format: z.enum(['docx', 'pdf']) })
