import { may, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, formatDate, type PlainDate } from '#kernel/plain-date.ts'

/** Where a unit's report stands. Each is a date or a fact of the record; nothing is typed. */
export const REPORT_STATES = ['not-begun', 'draft', 'submitted', 'approved', 'sent', 'received', 'returned'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export interface ReportFacts {
  readonly unitId: UnitId
  /** The unit that receives it; null at the top, where sending it out is the end. */
  readonly receiverId: UnitId | null
  readonly hasBegun: boolean
  readonly submittedAt: string | null
  /** The frozen revision in force; null while none is approved, and again once it falls. */
  readonly revisionId: string | null
  readonly sentAt: string | null
  readonly receivedAt: string | null
  readonly returnedAt: string | null
}

export function reportState({ hasBegun, submittedAt, revisionId, sentAt, receivedAt, returnedAt }: Omit<ReportFacts, 'unitId' | 'receiverId'>): ReportState {
  if (receivedAt !== null) return 'received'
  if (sentAt !== null) return 'sent'
  if (revisionId !== null) return 'approved'
  if (submittedAt !== null) return 'submitted'
  if (returnedAt !== null) return 'returned'
  return hasBegun ? 'draft' : 'not-begun'
}

export const REPORT_ACTIONS = ['save', 'submit', 'recall', 'approve', 'return', 'send', 'receive', 'send-back', 'ask-exception'] as const
export type ReportAction = (typeof REPORT_ACTIONS)[number]

/** `recall`: the preparer takes it back to change it, and an approval falls (at the top also after it was sent out); `return` is the head's, `send-back` the level's above. */
const ACTIONS = {
  'not-begun': ['save', 'submit', 'ask-exception'],
  draft: ['save', 'submit', 'ask-exception'],
  returned: ['save', 'submit', 'ask-exception'],
  submitted: ['recall', 'approve', 'return', 'ask-exception'],
  approved: ['recall', 'return', 'send', 'ask-exception'],
  sent: ['recall', 'receive', 'send-back'],
  received: ['send-back'],
} as const satisfies Record<ReportState, readonly ReportAction[]>

const PREPARE = 'reports.prepare'
const PERMISSIONS = {
  save: PREPARE, submit: PREPARE, recall: PREPARE, send: PREPARE, 'ask-exception': PREPARE,
  approve: 'reports.approve', return: 'reports.approve', receive: 'reports.receive', 'send-back': 'reports.receive',
} as const satisfies Record<ReportAction, string>
const WRITES: ReadonlySet<ReportAction> = new Set(['save', 'submit', 'recall', 'approve', 'return', 'send'])

/** Why nothing can be written now, as a refusal code with what its sentence needs. */
export interface Lock { readonly code: `reports.locked_${string}`; readonly details: Readonly<Record<string, string>> }

export interface LockFacts {
  /** The day after which the rule lets nobody write; null when it never does. */
  readonly locksOn: PlainDate | null
  /** Until when an exception was granted, the last one. */
  readonly grantedUntil: PlainDate | null
  readonly closedOn: PlainDate | null
}

/** Of time and of the period; that a report is with somebody else is said by its state. */
export function lockOf({ locksOn, grantedUntil, closedOn }: LockFacts, today: PlainDate): Lock | null {
  if (closedOn !== null) return { code: 'reports.locked_closed', details: { date: formatDate(closedOn) } }
  if (locksOn === null || today <= locksOn || (grantedUntil !== null && today <= grantedUntil)) return null
  if (grantedUntil !== null) return { code: 'reports.locked_exception_over', details: { date: formatDate(locksOn), until: formatDate(grantedUntil) } }
  return { code: 'reports.locked_late', details: { date: formatDate(locksOn), from: formatDate(addDays(locksOn, 1)) } }
}

/** The one answer to "who may do what now": the server asserts it, the desk draws its buttons from it. */
export function reportActions(report: ReportFacts, lock: Lock | null, actor: Actor): ReportAction[] {
  const state = reportState(report)
  return ACTIONS[state].filter((action) => {
    if (lock !== null && WRITES.has(action)) return false
    if (state === 'sent' && action === 'recall' && report.receiverId !== null) return false
    if (action === 'ask-exception') return lock !== null && lock.code !== 'reports.locked_closed' && may(actor, PREPARE, report.unitId)
    const isAbove = action === 'receive' || action === 'send-back'
    if (!isAbove) return may(actor, PERMISSIONS[action], report.unitId) || (action === 'send' && may(actor, 'reports.approve', report.unitId))
    if (lock?.code === 'reports.locked_closed' || report.receiverId === null) return false
    return may(actor, PERMISSIONS[action], report.receiverId)
  })
}
