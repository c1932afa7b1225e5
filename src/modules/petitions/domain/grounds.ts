/** Grounds on which a complaint is not taken up: the nine cases of Luật Khiếu nại 02/2011/QH13, Điều 11, and lack of competence. */
export const REFUSAL_GROUNDS = [
  'internal-act', 'rights-not-touched', 'no-capacity', 'no-representative', 'unsigned', 'out-of-time', 'second-decision-made', 'terminated-without-resuming', 'before-court', 'not-within-law',
] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/** Why a letter is laid aside (lưu đơn) (Thông tư 05/2021/TT-TTCP): it was sent to the right body too, guided once, a duplicate, cannot be read, names nobody. */
export const FILING_GROUNDS = ['duplicate', 'sent-to-right-body', 'guided-before', 'anonymous-without-evidence', 'illegible', 'insulting', 'unsigned-copy', 'finally-settled'] as const
export type FilingGround = (typeof FILING_GROUNDS)[number]
