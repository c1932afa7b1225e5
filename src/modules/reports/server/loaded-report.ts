import { findGrant, may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { FrozenForm } from '../domain/form.ts'
import { lockOf, reportActions, type Lock, type ReportAction } from '../domain/lifecycle.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import type { PeriodId } from './tables.ts'

/** A report with its period and form, and what the actor may do with it now. */
export interface LoadedReport {
  readonly report: ReportRow
  readonly period: PeriodRow
  readonly form: FrozenForm
  readonly lock: Lock | null
  readonly actions: readonly ReportAction[]
}

/** For reading; not_found to who may not know of it. */
export async function getReport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<LoadedReport> {
  return loaded(work, await reportStore(work.db).find(periodId, unitId))
}

/** For a step: nobody else takes one before this transaction ends. Refused with the reason when the step may not be taken. */
export async function getReportFor(work: Work, periodId: PeriodId, unitId: UnitId, action: ReportAction): Promise<LoadedReport> {
  const known = await loaded(work, await reportStore(work.db).findLocked(periodId, unitId))
  if (!known.actions.includes(action)) throw refusalOf(work, known, action)
  return known
}

/** Whether the working text may be seen: by who writes or approves it. Everybody else reads what was sent. */
export function isInside(work: Work, unitId: UnitId): boolean {
  return may(work.actor, 'reports.prepare', unitId) || may(work.actor, 'reports.approve', unitId)
}

export function isReceiver(work: Work, { receiverId }: Pick<ReportRow, 'receiverId'>): boolean {
  return receiverId !== null && may(work.actor, 'reports.receive', receiverId)
}

/** In whose name, when under a delegation. */
export function inWhoseName(work: Work, permission: `${string}.${string}`, unitId: UnitId): string | null {
  return findGrant(work.actor, permission, unitId)?.onBehalfOf?.name ?? null
}

async function loaded(work: Work, report: ReportRow | undefined): Promise<LoadedReport> {
  if (report === undefined || !(may(work.actor, 'reports.read', report.unitId) || isReceiver(work, report))) throw new Refusal('not_found', 'reports.no_such_report')
  const period = await periodStore(work.db).find(report.periodId)
  if (period === undefined) throw new Refusal('not_found', 'reports.no_such_period')
  const form = await periodStore(work.db).formOf(period.versionId)
  const lock = lockOf(report, work.today)
  return { report, period, form, lock, actions: reportActions(report, lock, work.actor) }
}

/** Who may never take the step is told so; else why not now: the lock, or where the report stands. */
function refusalOf(work: Work, { report, lock }: LoadedReport, action: ReportAction): Refusal {
  const openly: ReportRow = { ...report, closedOn: null }
  const couldEver = (Object.entries(STATES) as [keyof typeof STATES, Partial<ReportRow>][]).some(([, state]) => reportActions({ ...openly, ...state }, action === 'ask-exception' ? lock ?? ANY_LOCK : null, work.actor).includes(action))
  if (!couldEver) return new Refusal('forbidden', 'http.not_allowed')
  if (lock !== null) return new Refusal('conflict', lock.code, lock.details)
  return new Refusal('conflict', `reports.cannot_${action.replace('-', '_')}`)
}

const ANY_LOCK: Lock = { code: 'reports.locked_late', details: {} }
const NONE = { submittedAt: null, revisionId: null, sentAt: null, receivedAt: null }
/** Every place a report can stand at, to ask whether the actor could take a step in any of them. */
const STATES = {
  draft: { ...NONE, hasBegun: true },
  submitted: { ...NONE, submittedAt: 'x' },
  approved: { ...NONE, submittedAt: 'x', revisionId: 'x' as ReportRow['revisionId'] },
  sent: { ...NONE, submittedAt: 'x', revisionId: 'x' as ReportRow['revisionId'], sentAt: 'x' },
} as const
