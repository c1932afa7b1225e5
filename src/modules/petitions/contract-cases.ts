import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import { CASE_KINDS, CHANNELS } from './domain/case.ts'
import { IDENTITY_KINDS } from './domain/party.ts'
import { RETENTION_CLASSES } from './domain/retention.ts'
import { TOPIC_FIELDS } from './domain/topic.ts'
import { aCaseId, aUnitId, CaseLine, Day, LIMITS, LinkedCase, RegisterCase, SaveParty, Topic } from './contract.ts'

const aPartyId = z.uuid() as unknown as z.ZodType<Id<'petition-party'>, string>
export const ByParty = z.object({ id: aCaseId, partyId: aPartyId })
export const ByAttachment = z.object({ id: aCaseId, attachmentId: z.uuid() as unknown as z.ZodType<Id<'petition-attachment'>, string> })
export const ByKnownPerson = z.object({ partyId: aPartyId })

/** What was entered, put right while nobody has decided anything: all but the unit, the people and the kind (which is sorted, not corrected). */
export const CorrectCase = RegisterCase.omit({ unitId: true, kind: true, parties: true, repeatOf: true, once: true }).extend({ channel: z.enum(CHANNELS), version: z.number().int() })
export type CorrectCase = z.infer<typeof CorrectCase>

export const AddParty = z.object({ version: z.number().int(), party: SaveParty })
/** `keepsIdentity`: a number that is not sent again stays as it is. */
export const ChangeParty = AddParty.extend({ keepsIdentity: z.boolean().default(true) })
export const OfVersion = z.object({ version: z.coerce.number().int() })
export const Versioned = z.object({ version: z.number() })
export const AddedParty = z.object({ id: z.string(), version: z.number() })
export const OpenedIdentity = z.object({ kind: z.enum(IDENTITY_KINDS), number: z.string() })

export const AttachFiles = z.object({ note: z.string().trim().max(LIMITS.note).nullable().default(null), shownToCitizen: z.stringbool().default(false) })
export const Attached = z.object({ ids: z.array(z.string()) })
export const ChangeAttachment = z.object({ shownToCitizen: z.boolean(), note: z.string().trim().max(LIMITS.note).nullable().default(null) })

export const KnownPeopleQuery = z.object({ unitId: aUnitId, q: z.string().trim().min(2).max(120) })
/** Enough to tell one person from another, no more; what is needed to write to them is opened one person at a time. */
export const KnownPerson = z.object({
  /** Of their last letter to the unit. */
  partyId: z.string(), name: z.string(), isOrganisation: z.boolean(), identityKind: z.enum(IDENTITY_KINDS).nullable(), identityEnd: z.string().nullable(), commune: z.string().nullable(),
  cases: z.number(), lastOn: Day,
})
export type KnownPerson = z.infer<typeof KnownPerson>
export const KnownPeople = z.object({ people: z.array(KnownPerson) })
export const PersonDetails = z.object({
  partyId: z.string(), name: z.string(), isOrganisation: z.boolean(), address: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(),
  identityKind: z.enum(IDENTITY_KINDS).nullable(), identityEnd: z.string().nullable(),
})
export type PersonDetails = z.infer<typeof PersonDetails>

/** To be checked on the portal; null where nothing of the case is told there. */
export const ReceiptProof = z.object({ proof: z.string().nullable() })
export type ReceiptProof = z.infer<typeof ReceiptProof>

export const Topics = z.object({ topics: z.array(Topic) })
export const ByTopic = z.object({ code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/) })
export const SaveTopic = z.object({
  name: z.string().trim().min(1).max(120), nameEn: z.string().trim().min(1).max(120), field: z.enum(TOPIC_FIELDS), shownToCitizens: z.boolean(), position: z.number().int().min(0).max(10_000).default(1000),
  validFrom: Day, validUntil: Day.nullable().default(null),
})
export type SaveTopic = z.infer<typeof SaveTopic>

export const SIMILAR_WHYS = ['same-person', 'near-text', 'other-channel'] as const
/** An earlier or later case that may be the same matter, with what speaks for it; `likeness` of the texts from 0 to 1 where they were compared. */
export const SimilarCase = CaseLine.extend({ why: z.array(z.enum(SIMILAR_WHYS)), likeness: z.number().nullable(), isSameMatter: z.boolean() })
export type SimilarCase = z.infer<typeof SimilarCase>
export const SimilarCases = z.object({ cases: z.array(SimilarCase) })
/** What is being typed: nothing of it is kept. */
export const SimilarQuestion = z.object({
  unitId: aUnitId, title: z.string().trim().max(LIMITS.title).default(''), content: z.string().trim().max(LIMITS.content).default(''), channel: z.enum(CHANNELS).nullable().default(null),
  people: z.array(z.object({
    name: z.string().trim().max(LIMITS.name).default(''), address: z.string().trim().max(LIMITS.address).nullable().default(null), phone: z.string().trim().max(30).nullable().default(null),
    identityNumber: z.string().trim().max(30).nullable().default(null),
  })).max(20).default([]),
})
export type SimilarQuestion = z.infer<typeof SimilarQuestion>

/** All cases on one vụ việc: those the reader may open, and of other units what their links say. */
export const Matter = z.object({ id: z.string(), cases: z.array(CaseLine), elsewhere: z.array(LinkedCase) })
export type Matter = z.infer<typeof Matter>

export const AssigneesQuery = z.object({ unitId: aUnitId, kind: z.enum(CASE_KINDS).optional() })
export const Assignees = z.object({ assignees: z.array(z.object({ id: z.string(), name: z.string(), openCases: z.number() })) })
export type Assignees = z.infer<typeof Assignees>

/** `because` null lifts it. */
export const HoldCase = z.object({ version: z.number().int(), because: z.string().trim().min(1).max(LIMITS.note).nullable() })

const RetentionClass = z.object({ class: z.enum(RETENTION_CLASSES), name: z.string(), years: z.number(), source: z.string(), certainty: z.enum(CERTAINTIES) })
export const Retention = z.object({ classes: z.array(RetentionClass) })
export const ByRetentionClass = z.object({ class: z.enum(RETENTION_CLASSES) })
export const SaveRetention = z.object({ name: z.string().trim().min(1).max(200), years: z.number().int().min(1).max(100), source: z.string().trim().min(1).max(500), certainty: z.enum(CERTAINTIES) })
export type SaveRetention = z.infer<typeof SaveRetention>
