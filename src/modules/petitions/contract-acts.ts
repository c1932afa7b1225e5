import { z } from 'zod'
import { CERTAINTIES } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import { ADVICE_CODES } from './domain/triage-advice.ts'
import { OUTCOMES, TRIAGES } from './domain/case.ts'
import { aCaseId, Day } from './contract.ts'

const aDialogueId = z.uuid() as unknown as z.ZodType<Id<'petition-dialogue'>, string>
const aDecisionId = z.uuid() as unknown as z.ZodType<Id<'petition-decision'>, string>
const aFormat = z.enum(['docx', 'pdf'])
export const ByDialogue = z.object({ id: aCaseId, dialogueId: aDialogueId })
export const ByDecision = z.object({ id: aCaseId, decisionId: aDecisionId })
export const ByReceiptFile = z.object({ id: aCaseId, format: aFormat })
/** `svg`: its pages as a picture, to look at before it is signed. */
export const ByDecisionFile = ByDecision.extend({ format: z.enum(['docx', 'pdf', 'svg']) })
export const ByDialogueFile = ByDialogue.extend({ format: aFormat })
/** `proposal`: the note by which an officer asks the head to sign (phiếu đề xuất); only of what has one. */
export const FORM_PAPERS = ['decision', 'proposal'] as const
export const OfPaper = z.object({ paper: z.enum(FORM_PAPERS).default('decision') })

/** What an act left: the version the case has now, and the cases it made that the officer may open. */
export const Acted = z.object({ version: z.number(), made: z.array(z.object({ id: z.string(), code: z.string(), number: z.number(), year: z.number() })) })
export type Acted = z.infer<typeof Acted>
export const Prepared = z.object({ id: z.string(), version: z.number() })
export type Prepared = z.infer<typeof Prepared>

/** What the system suggests when a case is sorted; the officer decides. */
export const SortAdvice = z.object({
  eligible: z.boolean(), competent: z.boolean().nullable(), skipsLevel: z.boolean(), suggests: z.enum(TRIAGES),
  /** Who has to act, as far as the letter says whom it is about. */
  competentUnit: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  advice: z.array(z.object({
    code: z.enum(ADVICE_CODES), suggests: z.enum(TRIAGES).nullable(), ground: z.string().nullable(), article: z.string(), certainty: z.enum(CERTAINTIES),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  })),
})
export type SortAdvice = z.infer<typeof SortAdvice>

/** The decision of first instance, for who resolves the second. */
export const FirstDecision = z.object({
  unitName: z.string(), number: z.string(), signedOn: Day, signerName: z.string(), outcome: z.enum(OUTCOMES), summary: z.string(), answer: z.string(), sentOn: Day.nullable(),
})
export type FirstDecision = z.infer<typeof FirstDecision>
