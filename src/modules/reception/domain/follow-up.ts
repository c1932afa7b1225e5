import type { PlainDate } from '#kernel/plain-date.ts'
import { owesNotice, type RefusalGround } from './refusal.ts'
import type { Handling } from './visit.ts'

interface FollowedVisit {
  readonly on: PlainDate
  readonly matters: readonly { readonly handling: Handling }[]
  readonly toldOn: PlainDate | null
  readonly refusal: { readonly ground: RefusalGround; readonly noticeSignedOn: PlainDate | null } | null
}

/** What the unit still owes whoever came, with the step (deadlines) whose term runs from the day of the visit. */
export interface Owed {
  readonly step: 'reply' | 'refusal-notice'
  readonly doneOn: PlainDate | null
}

/**
 * What was taken in is answered: taken up, refused, passed on, and why (Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1). What was
 * explained or guided on the spot is done; what joined a case that is there goes on with that case's terms.
 */
export function owedAfter({ matters, toldOn, refusal }: FollowedVisit): Owed | null {
  if (refusal !== null) return owesNotice(refusal.ground) ? { step: 'refusal-notice', doneOn: refusal.noticeSignedOn } : null
  return matters.some(({ handling }) => handling === 'case') ? { step: 'reply', doneOn: toldOn } : null
}
