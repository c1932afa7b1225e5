import { CASE_ACTIONS } from './actions.ts'

/** What stands on the timeline besides the acts: how a decision came to its signature, what others did, and what the core records. */
const BESIDE_ACTS = [
  'received', 'corrected', 'party', 'attachment', 'hold', 'purged', 'decision-prepared', 'decision-returned', 'decision-discarded', 'urged', 'answered-question', 'rated',
] as const

/** Every kind of event; an act's own is its name. The phrases of the desk and of the portal know each of them. */
export const EVENT_KINDS = [...CASE_ACTIONS, ...BESIDE_ACTS] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What a citizen may find on the timeline: of these alone `shownToCitizen` is ever true. */
export const CITIZEN_EVENT_KINDS = [
  'received', 'split', 'accept', 'refuse', 'guide', 'transfer', 'file', 'verify', 'call-dialogue', 'hold-dialogue', 'declare-complex', 'extend', 'suspend', 'resume', 'terminate', 'withdraw', 'conclude',
  'send-decision', 'enforce', 'appeal', 'reopen', 'ask', 'note', 'attachment', 'answered-question', 'rated',
] as const satisfies readonly EventKind[]
