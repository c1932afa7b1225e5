import { z } from 'zod'
import type { DocumentId, Id, UnitId } from '#kernel/ids.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { DELIVERY_STATES } from './domain/delivery.ts'
import { LEGAL_STATUSES, RELATION_EFFECTS } from './domain/legal-status.ts'

export const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date').transform((text) => text as PlainDate)
const aDocumentId = z.uuid().transform((text) => text as DocumentId)

export const DocumentSummary = z.object({
  id: z.string(), type: z.string(), typeName: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), issuer: z.string(), summary: z.string(),
  status: z.enum(LEGAL_STATUSES), certainty: z.enum(['verified', 'unverified', 'illustrative']),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

export const DocumentQuery = z.object({
  q: z.string().trim().max(300).optional(), type: z.string().max(40).optional(), year: z.coerce.number().int().min(1945).max(2100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1), size: z.coerce.number().int().min(5).max(100).default(20),
})
export const FoundDocument = DocumentSummary.extend({ snippet: z.string().nullable() })
export const DocumentPage = z.object({ total: z.number(), documents: z.array(FoundDocument) })

export const DocumentTypes = z.object({ types: z.array(z.object({ type: z.string(), name: z.string(), abbreviation: z.string().nullable() })) })

export const ById = z.object({ id: aDocumentId })
export const RegisterDocument = z.object({
  type: z.string().min(2).max(40), number: z.string().trim().max(60).nullable().default(null), issuedOn: Day.nullable().default(null),
  issuer: z.string().trim().min(2).max(200), summary: z.string().trim().min(3).max(1000), signer: z.string().trim().max(200).nullable().default(null),
  isPublic: z.union([z.boolean(), z.stringbool()]).default(true), certainty: z.enum(['verified', 'unverified', 'illustrative']).default('verified'),
}).meta({ example: { type: 'quyet_dinh', number: '456-QĐ/TU', issuedOn: '2021-10-19', issuer: 'Ban Thường vụ Tỉnh ủy', summary: 'Quy chế công tác dân vận của hệ thống chính trị tỉnh' } })
export type RegisterDocument = z.infer<typeof RegisterDocument>
export const Registered = z.object({ id: z.string() })

export const Relation = z.object({ id: z.string(), effect: z.enum(RELATION_EFFECTS), since: z.string(), isBy: z.boolean(), document: z.object({ id: z.string(), number: z.string().nullable(), summary: z.string() }) })
export const AddRelation = z.object({ effect: z.enum(RELATION_EFFECTS), targetId: aDocumentId, since: Day })

export const Briefing = z.object({
  id: z.string(), heldOn: z.string(), sessions: z.number(), peopleReached: z.number(), audience: z.string(), note: z.string(), fileName: z.string().nullable(),
})
export const SaveBriefing = z.object({
  heldOn: Day, sessions: z.coerce.number().int().min(1).max(1000), peopleReached: z.coerce.number().int().min(0).max(5_000_000),
  audience: z.string().trim().min(2).max(300), note: z.string().trim().max(2000).default(''),
}).meta({ example: { heldOn: '2026-01-20', sessions: 2, peopleReached: 145, audience: 'Cán bộ, công chức và người lao động', note: '' } })
export type SaveBriefing = z.infer<typeof SaveBriefing>

export const Delivery = z.object({
  id: z.string(), documentId: z.string(), unitId: z.string(), unitName: z.string(), sentOn: z.string(), receivedAt: z.string().nullable(),
  openedAt: z.string().nullable(), acknowledgedOn: z.string().nullable(), acknowledgedByName: z.string().nullable(), acknowledgedFor: z.string().nullable(),
  state: z.enum(DELIVERY_STATES), briefings: z.number(), sessions: z.number(), peopleReached: z.number(),
})
export type Delivery = z.infer<typeof Delivery>
export const InboxEntry = Delivery.extend({ document: DocumentSummary })
export const Inbox = z.object({ deliveries: z.array(InboxEntry) })

export const DeliveryFigures = z.object({
  sent: z.number(), received: z.number(), opened: z.number(), acknowledged: z.number(), briefed: z.number(), sessions: z.number(), peopleReached: z.number(),
})
export type DeliveryFigures = z.infer<typeof DeliveryFigures>
/** How directives address units; `other` is whoever no class names. */
export const COVERAGE_CLASSES = ['departments', 'public-service-units', 'district-committees', 'commune-committees', 'front-and-organisations', 'other'] as const
export type CoverageClass = (typeof COVERAGE_CLASSES)[number]
export const ClassCoverage = z.object({
  class: z.enum(COVERAGE_CLASSES), sent: z.number(), acknowledged: z.number(), briefed: z.number(), sessions: z.number(), peopleReached: z.number(),
})
export const Coverage = z.object({ figures: DeliveryFigures, classes: z.array(ClassCoverage), deliveries: z.array(Delivery) })

export const DocumentRecord = DocumentSummary.extend({
  signer: z.string().nullable(), isPublic: z.boolean(), file: z.object({ name: z.string(), mediaType: z.string(), size: z.number() }).nullable(),
  relations: z.array(Relation), mayEdit: z.boolean(),
  /** The deliveries to the units the reader works for, with what may be done now. */
  mine: z.array(Delivery.extend({ actions: z.array(z.enum(['acknowledge', 'brief'])), reports: z.array(Briefing) })),
  seesCoverage: z.boolean(),
})
export type DocumentRecord = z.infer<typeof DocumentRecord>
export const ByDelivery = z.object({ id: aDocumentId, unitId: z.uuid().transform((text) => text as UnitId) })
export const ByBriefing = ByDelivery.extend({ briefingId: z.uuid().transform((text) => text as Id<'briefing'>) })
export const ByRelation = ById.extend({ relationId: z.uuid().transform((text) => text as Id<'document-relation'>) })
