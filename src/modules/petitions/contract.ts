import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { CASE_ACTIONS } from './domain/actions.ts'
import { CASE_KINDS, CASE_STATES, CHANNELS, ENDINGS, LINKS, OUTCOMES, PRIORS, type CaseId } from './domain/case.ts'
import { DUE_STATES } from './domain/due-board.ts'
import { IDENTITY_KINDS, PARTY_ROLES } from './domain/party.ts'
import { TOPIC_FIELDS } from './domain/topic.ts'

/** A day, YYYY-MM-DD. */
export const Day = z.string().refine((text) => findPlainDate(text) !== undefined, 'http.not_a_date') as unknown as z.ZodType<PlainDate, string>
export const anId = z.uuid()
export const aUnitId = z.uuid() as unknown as z.ZodType<UnitId, string>
export const aCaseId = z.uuid() as unknown as z.ZodType<CaseId, string>
export const ById = z.object({ id: aCaseId })
const aText = (most: number) => z.string().trim().max(most)
const maybe = (most: number) => aText(most).nullable().default(null)

/** Lengths that a column, a form and a citizen's letter have in common. */
export const LIMITS = { title: 200, content: 20_000, name: 120, address: 300, note: 2_000 } as const

export const SaveParty = z.object({
  role: z.enum(PARTY_ROLES).default('sender'), name: aText(LIMITS.name).min(1), isOrganisation: z.boolean().default(false), address: maybe(LIMITS.address),
  phone: maybe(20), email: maybe(200), wantsMessages: z.boolean().default(false),
  /** Only where the procedure asks for it; kept sealed. */
  identity: z.object({ kind: z.enum(IDENTITY_KINDS), number: aText(20).min(1) }).nullable().default(null),
  /** A party of an earlier case of the unit: their identity number is taken over, where none is typed. */
  sameAs: anId.nullable().optional(),
})
export type SaveParty = z.infer<typeof SaveParty>

export const RegisterCase = z.object({
  unitId: anId, channel: z.enum(CHANNELS).exclude(['portal']), receivedOn: Day,
  /** That a letter received more than a year ago is meant so. */
  confirmsOldDate: z.boolean().default(false),
  kind: z.enum(CASE_KINDS), topicCode: z.string().max(40).nullable().default(null),
  title: aText(LIMITS.title).min(1), content: aText(LIMITS.content).default(''), against: maybe(300), decisionAgainst: maybe(300), decisionKnownOn: Day.nullable().default(null),
  placeUnitId: anId.nullable().default(null), placeNote: maybe(300), isRemote: z.boolean().default(false), peopleCount: z.number().int().min(1).max(100_000).default(1),
  isAnonymous: z.boolean().default(false), prior: z.enum(PRIORS).default('none'), priorBody: maybe(300), fromBody: maybe(300),
  parties: z.array(SaveParty).max(200).default([]),
  /** An earlier case of the unit on the same matter. */
  repeatOf: anId.nullable().default(null),
  /** Made by the sender once a form is opened: the same registration sent twice makes one case. */
  once: anId,
})
export type RegisterCase = z.infer<typeof RegisterCase>

export const Registered = z.object({ id: z.string(), code: z.string(), number: z.number(), year: z.number() })
export type Registered = z.infer<typeof Registered>

/** A date with everything that explains it: what the sheet "Vì sao là ngày này?" shows. */
export const Term = z.object({
  clockId: z.string(), procedure: z.string(), step: z.string(), name: z.string(), startedOn: Day, due: Day.nullable(), stoppedOn: Day.nullable(),
  isRemote: z.boolean(), isComplex: z.boolean(), extensions: z.number(), suspensions: z.array(z.object({ from: Day, until: Day.nullable() })),
  /** Null when no rule knew the step on the day it began. */
  why: z.object({
    counted: z.number(), unit: z.enum(['calendar', 'working']), rolledFrom: Day.nullable(), skipped: z.array(z.object({ date: Day, why: z.string() })),
    article: z.string(), validFrom: Day, validUntil: Day.nullable(), certainty: z.enum(CERTAINTIES), steps: z.array(z.string()),
  }).nullable(),
})
export type Term = z.infer<typeof Term>

export const CaseLine = z.object({
  id: z.string(), code: z.string(), number: z.number(), year: z.number(), kind: z.enum(CASE_KINDS), state: z.enum(CASE_STATES), title: z.string(),
  topicCode: z.string().nullable(), topicName: z.string().nullable(), placeName: z.string().nullable(), unitId: z.string(), unitName: z.string(), receivedOn: Day,
  dueStep: z.string().nullable(), dueStepName: z.string().nullable(), dueOn: Day.nullable(),
  /** From today to the due day, as the calendar has it; null when none runs. */
  workingDaysLeft: z.number().nullable(), peopleCount: z.number(), isGroup: z.boolean(), channel: z.enum(CHANNELS),
  senderName: z.string().nullable(), assigneeName: z.string().nullable(), endedOn: Day.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>

export const CASE_TABS = ['mine', 'to-sort', 'open', 'due-soon', 'overdue', 'to-sign', 'all'] as const
export const ListCases = z.object({
  tab: z.enum(CASE_TABS).default('open'), q: z.string().trim().max(200).default(''), kind: z.enum(CASE_KINDS).optional(), state: z.enum(CASE_STATES).optional(),
  topic: z.string().max(40).optional(), placeId: anId.optional(), unitId: anId.optional(), channel: z.enum(CHANNELS).optional(), assigneeId: anId.optional(),
  from: Day.optional(), to: Day.optional(), isGroup: z.stringbool().optional(),
  /** How an open case stands today, as the board of what is due counts it. */
  due: z.enum(DUE_STATES).optional(), page: z.coerce.number().int().min(1).max(500).default(1), size: z.coerce.number().int().min(1).max(100).default(25),
})
export type ListCases = z.infer<typeof ListCases>
/** `total` stops at 10,001 ("hơn 10.000"); counts of the tabs likewise. */
export const CasePage = z.object({ cases: z.array(CaseLine), total: z.number(), counts: z.record(z.enum(CASE_TABS), z.number()) })
export type CasePage = z.infer<typeof CasePage>

export const Party = z.object({
  id: z.string(), role: z.enum(PARTY_ROLES), name: z.string(), isOrganisation: z.boolean(), address: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(),
  wantsMessages: z.boolean(), identityKind: z.enum(IDENTITY_KINDS).nullable(),
  /** Since when they no longer stand behind it; for the others it goes on. */
  withdrawnOn: Day.nullable(),
  /** The last three digits only; the whole number is read by an act of its own, which the audit trail keeps. */
  identityEnd: z.string().nullable(),
})
export const CaseEvent = z.object({ id: z.number(), on: Day, at: z.string(), kind: z.string(), byName: z.string(), detail: z.record(z.string(), z.unknown()), shownToCitizen: z.boolean() })
export const Attachment = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number(), fromCitizen: z.boolean(), shownToCitizen: z.boolean(), note: z.string().nullable(), addedAt: z.string() })
export const Question = z.object({ id: z.string(), askedOn: Day, question: z.string(), answer: z.string().nullable(), answeredAt: z.string().nullable() })
export const LinkedCase = z.object({
  /** Null where the reader may not open it: then only what stands here is known. */
  id: z.string().nullable(), link: z.enum(LINKS), way: z.enum(['from', 'to']), unitName: z.string(), state: z.enum(CASE_STATES), receivedOn: Day, title: z.string().nullable(),
})
export const Decision = z.object({
  id: z.string(), action: z.string(), fields: z.record(z.string(), z.unknown()), preparedName: z.string(), preparedAt: z.string(), returnedBecause: z.string().nullable(),
  number: z.string().nullable(), signedOn: Day.nullable(), signerName: z.string().nullable(), signerPost: z.string().nullable(), signedFor: z.string().nullable(), hasForm: z.boolean(),
})
export const Dialogue = z.object({
  id: z.string(), on: Day, at: z.string(), place: z.string(), notifiedOn: Day, lastDayToNotify: Day.nullable(), inTime: z.boolean().nullable(), chairedBy: z.string(), chairedByHead: z.boolean(),
  held: z.boolean().nullable(), attended: z.number().nullable(), minutes: z.string().nullable(),
})
export const Reply = z.object({ id: z.string(), on: Day, number: z.string(), fromBody: z.string(), summary: z.string() })

export const Amounts = z.object({
  stateMoney: z.number().min(0).default(0), stateLand: z.number().min(0).default(0), bodiesMoney: z.number().min(0).default(0), bodiesLand: z.number().min(0).default(0),
  peopleMoney: z.number().min(0).default(0), peopleLand: z.number().min(0).default(0), bodies: z.number().int().min(0).default(0), people: z.number().int().min(0).default(0),
  disciplined: z.number().int().min(0).default(0), disciplinedOfficials: z.number().int().min(0).default(0), prosecutedCases: z.number().int().min(0).default(0),
  prosecuted: z.number().int().min(0).default(0), prosecutedOfficials: z.number().int().min(0).default(0),
})
export type Amounts = z.infer<typeof Amounts>
export const Settlement = z.object({ what: z.string(), byBody: z.string().nullable(), dueOn: Day.nullable(), ordered: Amounts, done: Amounts, steps: z.array(z.object({ id: z.string(), on: Day, note: z.string(), byName: z.string(), amounts: Amounts })) })

export const CaseRecord = z.object({
  id: z.string(), code: z.string(), number: z.number(), year: z.number(), version: z.number(), kind: z.enum(CASE_KINDS), state: z.enum(CASE_STATES), instance: z.number(),
  unitId: z.string(), unitName: z.string(), channel: z.enum(CHANNELS), receivedOn: Day, title: z.string(), content: z.string(), against: z.string().nullable(),
  decisionAgainst: z.string().nullable(), decisionKnownOn: Day.nullable(), topicCode: z.string().nullable(), topicName: z.string().nullable(),
  place: z.object({ unitId: z.string(), name: z.string(), /** What it is called today, where that is another unit. */ nowName: z.string().nullable() }).nullable(), placeNote: z.string().nullable(),
  isRemote: z.boolean(), isComplex: z.boolean(), peopleCount: z.number(), isGroup: z.boolean(), skipsLevel: z.boolean(), isAnonymous: z.boolean(), fromBody: z.string().nullable(),
  prior: z.enum(PRIORS), priorBody: z.string().nullable(), sortedOn: Day.nullable(), eligible: z.boolean().nullable(), competent: z.boolean().nullable(),
  assignee: z.object({ id: z.string(), name: z.string() }).nullable(), toBody: z.string().nullable(), acceptedOn: Day.nullable(), endedOn: Day.nullable(), endedHow: z.enum(ENDINGS).nullable(),
  outcome: z.enum(OUTCOMES).nullable(), answer: z.string().nullable(), answerShown: z.boolean(), inTime: z.boolean().nullable(), holdBecause: z.string().nullable(), purgeOn: Day.nullable(), purgedOn: Day.nullable(),
  dueOn: Day.nullable(), dueStep: z.string().nullable(), workingDaysLeft: z.number().nullable(),
  parties: z.array(Party), terms: z.array(Term), events: z.array(CaseEvent), attachments: z.array(Attachment), questions: z.array(Question), links: z.array(LinkedCase),
  decisions: z.array(Decision), dialogues: z.array(Dialogue), replies: z.array(Reply), settlement: Settlement.nullable(),
  rating: z.object({ offeredOn: Day, score: z.number().nullable(), comment: z.string().nullable(), wantsReopening: z.boolean() }).nullable(),
  allowed: z.array(z.enum(CASE_ACTIONS)), maySign: z.boolean(),
})
export type CaseRecord = z.infer<typeof CaseRecord>

export const Topic = z.object({ code: z.string(), name: z.string(), nameEn: z.string(), field: z.enum(TOPIC_FIELDS), shownToCitizens: z.boolean(), position: z.number(), validFrom: Day, validUntil: Day.nullable() })
export type Topic = z.infer<typeof Topic>
