import type { CaseKind } from './case.ts'

/** Grounds on which a complaint is not taken up: the nine cases of Luật Khiếu nại 02/2011/QH13, Điều 11, and lack of competence. */
const OF_COMPLAINTS = [
  'internal-act', 'rights-not-touched', 'no-capacity', 'no-representative', 'unsigned', 'out-of-time', 'second-decision-made', 'terminated-without-resuming', 'before-court', 'not-within-law',
] as const
/** What a denunciation lacks of the conditions of Luật Tố cáo 25/2018/QH14, Điều 29 khoản 1 (not read in its source). */
const OF_DENUNCIATIONS = ['not-made-as-asked', 'no-capacity-to-denounce', 'no-basis', 'complaint-again-without-evidence', 'not-within-law'] as const
/** No law lists them for recommendations and feedback: ours. */
const OF_FEEDBACK = ['unclear', 'answered-before', 'not-within-law'] as const

export const REFUSAL_GROUNDS = [...new Set([...OF_COMPLAINTS, ...OF_DENUNCIATIONS, ...OF_FEEDBACK])]
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]
export const REFUSAL_GROUNDS_OF: Readonly<Record<CaseKind, readonly RefusalGround[]>> = { complaint: OF_COMPLAINTS, denunciation: OF_DENUNCIATIONS, recommendation: OF_FEEDBACK, feedback: OF_FEEDBACK }

/** Why a letter is laid aside (lưu đơn) (Thông tư 05/2021/TT-TTCP): it was sent to the right body too, guided once, a duplicate, cannot be read, names nobody. */
export const FILING_GROUNDS = ['duplicate', 'sent-to-right-body', 'guided-before', 'anonymous-without-evidence', 'illegible', 'insulting', 'unsigned-copy', 'finally-settled'] as const
export type FilingGround = (typeof FILING_GROUNDS)[number]
