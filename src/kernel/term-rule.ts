import type { Certainty } from './certainty.ts'
import type { Validity } from './validity.ts'

/** One row of the law: how long a step of a procedure may take, from when to when that held. A change of law is a new row. */
export interface TermRule extends Validity {
  readonly id: string
  /** complaint, denunciation, reception, feedback, supervision; new ones are data. */
  readonly procedure: string
  readonly step: string
  readonly name: string
  /** What the term counts from, as the article says it: "ngày nhận được khiếu nại". */
  readonly startEvent: string
  /** `back`: counted back from the day of an event to the last day to act (a notice at least so long before). */
  readonly direction: 'forward' | 'back'
  readonly counted: 'calendar' | 'working'
  readonly days: number
  /** Days of the variants; null where the law knows none. */
  readonly remoteDays: number | null
  readonly complexDays: number | null
  readonly remoteComplexDays: number | null
  /** How often the term may be extended, each time by `extensionDays`; 0 where it may not. */
  readonly extensions: number
  readonly extensionDays: number | null
  readonly extensionGround: string | null
  readonly extensionSigner: string | null
  /** `continues`: days suspended are not counted, the term goes on from the day of resuming. */
  readonly suspension: 'continues' | 'none'
  readonly article: string
  readonly certainty: Certainty
  readonly note: string | null
}
