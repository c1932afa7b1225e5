import { z } from 'zod'
import type { FileId } from '#kernel/ids.ts'
import { aText, aUnitId, Day, LIMITS, maybe, said, ScheduleDay, Why } from './contract.ts'
import { REFUSAL_GROUNDS } from './domain/refusal.ts'
import { HANDLINGS, IDENTITY_KINDS, MATTER_KINDS, RECEIVERS, VISITOR_ROLES, type MatterId, type ScheduleDayId, type VisitId, type VisitorId } from './domain/visit.ts'

const aVisitId = z.uuid().transform((text) => text as VisitId)
export const ByVisit = z.object({ id: aVisitId })
export const ByVisitFile = z.object({ id: aVisitId, format: z.enum(['docx', 'pdf']) })
export const ByVisitAttachment = z.object({ id: aVisitId, fileId: z.uuid().transform((text) => text as FileId) })

/** Where somebody is known from: an earlier visit, or a letter. */
const KNOWN_FROM = ['visit', 'case'] as const

export const SaveVisitor = z.object({
  role: z.enum(VISITOR_ROLES).default('visitor'), name: aText(LIMITS.name), address: maybe(300), phone: maybe(20),
  /** Kept sealed (Nghị định 154/2026/NĐ-CP, Điều 12). */
  identity: z.object({ kind: z.enum(IDENTITY_KINDS), number: said(20) }).nullable().default(null),
  /** Somebody who came, or wrote, before: the number they showed then is taken over where none is typed. */
  known: z.object({ id: z.uuid(), from: z.enum(KNOWN_FROM) }).nullable().default(null),
})
export type SaveVisitor = z.infer<typeof SaveVisitor>

export const SaveMatter = z.object({
  kind: z.enum(MATTER_KINDS), topicCode: z.string().max(40).nullable().default(null), content: aText(LIMITS.content), isRepeat: z.boolean().default(false), priorBody: maybe(300),
  isCompetent: z.boolean().nullable().default(null), handling: z.enum(HANDLINGS), guidance: maybe(LIMITS.note), handledBy: maybe(300),
  /** A case of the unit that the matter belongs to; with the code of its receipt where the citizen holds it out. */
  linkedCaseId: z.uuid().nullable().default(null), linkedCode: z.string().trim().max(20).nullable().default(null),
  /** Made with the form: the same matter sent twice makes one case. */
  once: z.uuid(),
})
export type SaveMatter = z.infer<typeof SaveMatter>

export const RegisterVisit = z.object({
  unitId: aUnitId, on: Day,
  /** The head's day; null for the regular reception. */
  dayId: z.uuid().transform((text) => text as ScheduleDayId).nullable().default(null),
  receiver: said(LIMITS.name), receiverPost: maybe(LIMITS.name), peopleCount: z.number().int().min(1).max(100_000).default(1),
  visitors: z.array(SaveVisitor).max(20), matters: z.array(SaveMatter).max(12),
  refusal: z.object({ ground: z.enum(REFUSAL_GROUNDS), because: said(LIMITS.note) }).nullable().default(null),
  note: maybe(LIMITS.note),
  /** Made with the form: the same visit sent twice is written down once. */
  once: z.uuid(),
})
export type RegisterVisit = z.infer<typeof RegisterVisit>

export const RegisteredCase = z.object({ id: z.string(), code: z.string(), number: z.number(), year: z.number() })
export const RegisteredVisit = z.object({ id: z.string(), number: z.number(), year: z.number(), cases: z.array(RegisteredCase) })
export type RegisteredVisit = z.infer<typeof RegisteredVisit>

/** A mistake of the pen put right; the audit trail keeps what stood there. */
export const CorrectVisit = z.object({
  version: z.number().int(), peopleCount: RegisterVisit.shape.peopleCount, note: RegisterVisit.shape.note,
  visitors: z.array(z.object({ id: z.uuid().transform((text) => text as VisitorId), name: aText(LIMITS.name), address: maybe(300), phone: maybe(20) })),
  matters: z.array(z.object({ id: z.uuid().transform((text) => text as MatterId), content: aText(LIMITS.content), isRepeat: z.boolean(), priorBody: maybe(300), isCompetent: z.boolean().nullable(), guidance: maybe(LIMITS.note), handledBy: maybe(300), result: maybe(LIMITS.note) })),
})
export type CorrectVisit = z.infer<typeof CorrectVisit>
export const TellResult = z.object({ version: z.number().int(), toldOn: Day, how: said(LIMITS.note) })
export type TellResult = z.infer<typeof TellResult>
export const SignNotice = z.object({ version: z.number().int(), number: z.string().trim().regex(/^\d{1,5}$/, 'reception.number_is_digits'), signedOn: Day })
export type SignNotice = z.infer<typeof SignNotice>

export const Visitor = z.object({
  id: z.string(), role: z.enum(VISITOR_ROLES), name: z.string(), address: z.string().nullable(), phone: z.string().nullable(), identityKind: z.enum(IDENTITY_KINDS).nullable(),
  /** The last three digits only. */
  identityEnd: z.string().nullable(),
})
export const Matter = z.object({
  id: z.string(), kind: z.enum(MATTER_KINDS), content: z.string(), isRepeat: z.boolean(), priorBody: z.string().nullable(), isCompetent: z.boolean().nullable(), handling: z.enum(HANDLINGS),
  guidance: z.string().nullable(), handledBy: z.string().nullable(), result: z.string().nullable(), caseId: z.string().nullable(), caseName: z.string().nullable(),
})
/** What is due to whoever came, by when and why. */
export const Owed = z.object({ step: z.enum(['reply', 'refusal-notice']), due: Day.nullable(), doneOn: Day.nullable(), workingDaysLeft: z.number().nullable(), why: Why.nullable() })
export type Owed = z.infer<typeof Owed>

const Seen = {
  id: z.string(), unitId: z.string(), unitName: z.string(), on: Day, year: z.number(), number: z.number(), receivedBy: z.enum(RECEIVERS), receiver: z.string(), receiverPost: z.string().nullable(),
  peopleCount: z.number(), isGroup: z.boolean(),
}
export const VisitLine = z.object({
  ...Seen,
  /** About a denunciation, and the reader handles none: who came and why stays covered. */
  isCovered: z.boolean(), who: z.string().nullable(), address: z.string().nullable(), content: z.string().nullable(), kinds: z.array(z.enum(MATTER_KINDS)), isRepeat: z.boolean(),
  refusalGround: z.enum(REFUSAL_GROUNDS).nullable(), cases: z.number(), owed: Owed.nullable(),
})
export type VisitLine = z.infer<typeof VisitLine>
export const VisitRecord = z.object({
  ...Seen, isCovered: z.boolean(), version: z.number(),
  /** Names, words and papers went on that day, at the end of their time. */
  purgedOn: Day.nullable(), dayId: z.string().nullable(), visitors: z.array(Visitor), matters: z.array(Matter),
  refusal: z.object({ ground: z.enum(REFUSAL_GROUNDS), because: z.string(), noticeNumber: z.string().nullable(), noticeSignedOn: Day.nullable() }).nullable(),
  note: z.string().nullable(), toldOn: Day.nullable(), toldHow: z.string().nullable(), owed: Owed.nullable(), conclusion: z.string().nullable(), conclusionBody: z.string().nullable(), conclusionDueOn: Day.nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() })), recordedName: z.string(), recordedAt: z.string(), mayCorrect: z.boolean(), mayTell: z.boolean(), maySignNotice: z.boolean(),
})
export type VisitRecord = z.infer<typeof VisitRecord>

export const REGISTER_TABS = ['all', 'to-answer', 'late', 'groups', 'refused'] as const
export const ListVisits = z.object({
  tab: z.enum(REGISTER_TABS).default('all'), q: z.string().trim().max(200).default(''), unitId: aUnitId.optional(), kind: z.enum(MATTER_KINDS).optional(), receivedBy: z.enum(RECEIVERS).optional(),
  from: Day.optional(), to: Day.optional(), page: z.coerce.number().int().min(1).max(500).default(1), size: z.coerce.number().int().min(1).max(100).default(25),
})
export type ListVisits = z.infer<typeof ListVisits>
export const VisitPage = z.object({ visits: z.array(VisitLine), total: z.number() })
export type VisitPage = z.infer<typeof VisitPage>

/** The register of one unit as it is printed: all of it, or the days asked for. `identity=whole` prints whole identity numbers, which the audit trail notes. */
export const RegisterQuery = z.object({ unitId: aUnitId, from: Day, to: Day, identity: z.enum(['end', 'whole']).default('end') })
export type RegisterQuery = z.infer<typeof RegisterQuery>
export const ByFormat = z.object({ format: z.enum(['docx', 'pdf']) })

export const TodayQuery = z.object({ unitId: aUnitId, on: Day })
export const Today = z.object({
  unitId: z.string(), unitName: z.string(), on: Day, days: z.array(ScheduleDay), visits: z.array(VisitLine), nextNumber: z.number(),
  /** A matter of another kind is for a colleague to write down. */
  kinds: z.array(z.enum(MATTER_KINDS)), mayReceive: z.boolean(),
})
export type Today = z.infer<typeof Today>

export const KnownQuery = z.object({ unitId: aUnitId, q: z.string().trim().min(2).max(120) })
/** Enough to tell one person from another; what fills the form is opened one person at a time. */
export const KnownPerson = z.object({
  /** Of their last visit or letter. */
  id: z.string(), from: z.enum(KNOWN_FROM), name: z.string(), identityKind: z.enum(IDENTITY_KINDS).nullable(), identityEnd: z.string().nullable(), commune: z.string().nullable(), lastOn: Day, visits: z.number(),
})
export type KnownPerson = z.infer<typeof KnownPerson>
export const ByKnownPerson = z.object({ from: z.enum(KNOWN_FROM), id: z.uuid() })
export const PersonDetails = z.object({
  id: z.string(), from: z.enum(KNOWN_FROM), name: z.string(), address: z.string().nullable(), phone: z.string().nullable(), identityKind: z.enum(IDENTITY_KINDS).nullable(), identityEnd: z.string().nullable(),
  /** The cases their earlier visits went on with: what they come about again. */
  matters: z.array(z.object({ caseId: z.string(), caseName: z.string(), content: z.string() })),
})
export type PersonDetails = z.infer<typeof PersonDetails>
export const KnownPeople = z.object({ people: z.array(KnownPerson) })
export type KnownPeople = z.infer<typeof KnownPeople>
/** By the code of the receipt that the citizen holds out. */
export const CaseByCode = z.object({ unitId: aUnitId, code: z.string().trim().min(4).max(20) })
export const FoundCase = z.object({ caseId: z.string(), caseName: z.string(), title: z.string(), receivedOn: Day })
export type FoundCase = z.infer<typeof FoundCase>
export const OpenExtraordinary = z.object({ unitId: aUnitId, on: Day })
