import { z } from 'zod'
import { CASE_KINDS, OUTCOMES, PRIORS } from './domain/case.ts'
import { Amounts, anId, Day, LIMITS } from './contract.ts'
import { FILING_GROUNDS, REFUSAL_GROUNDS } from './domain/grounds.ts'
import { COMPLEXITY_GROUNDS } from './domain/complexity.ts'

const said = z.string().trim().min(1).max(LIMITS.note)
const maybeSaid = z.string().trim().max(LIMITS.note).nullable().default(null)

/** Every act that needs no signature, with what it asks. `version` is the one the officer saw: somebody else's change refuses it. */
export const SortCase = z.object({
  version: z.number().int(), kind: z.enum(CASE_KINDS), topicCode: z.string().max(40), title: z.string().trim().min(1).max(LIMITS.title), eligible: z.boolean(), competent: z.boolean(),
  placeUnitId: anId.nullable(), placeNote: z.string().trim().max(300).nullable(), isRemote: z.boolean(), peopleCount: z.number().int().min(1).max(100_000), skipsLevel: z.boolean(),
  prior: z.enum(PRIORS), priorBody: z.string().trim().max(300).nullable(), sameMatterAs: anId.nullable().default(null), decisionKnownOn: Day.nullable().default(null),
})
/** One letter on several matters: each part becomes a case of its own. */
export const SplitCase = z.object({ version: z.number().int(), parts: z.array(z.object({ title: z.string().trim().min(1).max(LIMITS.title), content: z.string().trim().max(LIMITS.content).default(''), kind: z.enum(CASE_KINDS), topicCode: z.string().max(40).nullable().default(null) })).min(2).max(12) })
export const AssignCase = z.object({ version: z.number().int(), assigneeId: anId, note: maybeSaid })
/** `partyIds`: who of several withdraws; empty where all do. For the others it goes on (Nghị định 155/2026/NĐ-CP, Điều 7a). */
export const WithdrawCase = z.object({ version: z.number().int(), on: Day, afterExplanation: z.boolean(), note: maybeSaid, partyIds: z.array(anId).max(200).default([]) })
export const CallDialogue = z.object({ version: z.number().int(), on: Day, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), place: said, notifiedOn: Day, chairedBy: z.string().trim().min(1).max(LIMITS.name), chairedByHead: z.boolean(), whyNotHead: maybeSaid })
export const HoldDialogue = z.object({ version: z.number().int(), held: z.boolean(), attended: z.number().int().min(0).max(10_000).nullable(), minutes: z.string().trim().max(LIMITS.content).nullable() })
export const SendDecision = z.object({ version: z.number().int(), on: Day, how: said })
export const EnforceStep = z.object({ version: z.number().int(), on: Day, note: said, amounts: Amounts, isComplete: z.boolean() })
export const AppealCase = z.object({ version: z.number().int(), unitId: anId, receivedOn: Day, content: z.string().trim().max(LIMITS.content) })
export const ReopenCase = z.object({ version: z.number().int(), because: said })
export const AskCitizen = z.object({ version: z.number().int(), question: said })
export const NoteCase = z.object({ note: said, shownToCitizen: z.boolean().default(false) })
export const RecordReply = z.object({ version: z.number().int(), on: Day, number: z.string().trim().min(1).max(60), fromBody: z.string().trim().min(1).max(300), summary: said })

/** What each signed decision says; its form is filled from these and from the case. */
export const DECISION_FIELDS = {
  accept: z.object({ note: maybeSaid }),
  refuse: z.object({ ground: z.enum(REFUSAL_GROUNDS), because: said, guidance: maybeSaid }),
  guide: z.object({ body: z.string().trim().min(1).max(300), because: said }),
  transfer: z.object({ toUnitId: anId.nullable().default(null), toBody: z.string().trim().max(300).nullable().default(null), because: said, isMisdirected: z.boolean().default(false) })
    .refine(({ toUnitId, toBody }) => (toUnitId === null) !== (toBody === null || toBody === ''), { path: ['toUnitId'], message: 'chọn một nơi nhận' }),
  file: z.object({ ground: z.enum(FILING_GROUNDS), because: said, sameAs: anId.nullable().default(null) }),
  verify: z.object({ team: said, what: said, from: Day, until: Day }),
  'declare-complex': z.object({ grounds: z.array(z.enum(COMPLEXITY_GROUNDS)).min(1), because: said }),
  extend: z.object({ grounds: z.array(z.enum(COMPLEXITY_GROUNDS)).min(1), because: said }),
  suspend: z.object({ because: said, article: maybeSaid }),
  resume: z.object({ because: said }),
  /** `withdrawal`: everybody withdrew, on that day, after an explanation or not. */
  terminate: z.object({ because: said, article: maybeSaid, withdrawal: z.object({ on: Day, afterExplanation: z.boolean() }).nullable().default(null) }),
  conclude: z.object({
    outcome: z.enum(OUTCOMES), summary: said, answer: z.string().trim().min(1).max(LIMITS.content), answerShown: z.boolean().default(true), needsEnforcement: z.boolean().default(false),
    settlement: z.object({ what: said, byBody: z.string().trim().max(300).nullable().default(null), dueOn: Day.nullable().default(null), ordered: Amounts }).nullable().default(null),
  }),
  urge: z.object({ because: said, answerBy: Day }),
} as const

export const PrepareDecision = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), fields: DECISION_FIELDS.accept }),
  z.object({ action: z.literal('refuse'), fields: DECISION_FIELDS.refuse }),
  z.object({ action: z.literal('guide'), fields: DECISION_FIELDS.guide }),
  z.object({ action: z.literal('transfer'), fields: DECISION_FIELDS.transfer }),
  z.object({ action: z.literal('file'), fields: DECISION_FIELDS.file }),
  z.object({ action: z.literal('verify'), fields: DECISION_FIELDS.verify }),
  z.object({ action: z.literal('declare-complex'), fields: DECISION_FIELDS['declare-complex'] }),
  z.object({ action: z.literal('extend'), fields: DECISION_FIELDS.extend }),
  z.object({ action: z.literal('suspend'), fields: DECISION_FIELDS.suspend }),
  z.object({ action: z.literal('resume'), fields: DECISION_FIELDS.resume }),
  z.object({ action: z.literal('terminate'), fields: DECISION_FIELDS.terminate }),
  z.object({ action: z.literal('conclude'), fields: DECISION_FIELDS.conclude }),
  z.object({ action: z.literal('urge'), fields: DECISION_FIELDS.urge }),
])
export type PrepareDecision = z.infer<typeof PrepareDecision>
export const SaveDecision = z.object({ version: z.number().int(), decision: PrepareDecision })
/** The number is the clerk's; a decision signed by mistake is answered by another one, never taken back in silence. */
export const SignDecision = z.object({
  version: z.number().int(), number: z.string().trim().min(1).max(60), signedOn: Day,
  /** The signer's position as it is printed, where it is not the recorded one: "Phó Chủ tịch". */
  post: z.string().trim().min(1).max(LIMITS.name).nullable().default(null),
})
export const ReturnDecision = z.object({ version: z.number().int(), because: said })
