import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { reportState } from '../domain/lifecycle.ts'
import { exceptionStore } from './exception-store.ts'
import { getReportFor, type LoadedReport } from './loaded-report.ts'
import { tellAbout } from './report-notices.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId } from './tables.ts'

/** The level above takes it: from now on it counts in its sums. */
export async function receiveReport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'receive')
  const { id, revisionId } = loaded.report
  if (revisionId === null) throw new Refusal('conflict', 'reports.cannot_receive')
  await revisionStore(work.db).mark(revisionId, { received_on: work.today, received_by: work.actor.id })
  await reportStore(work.db).change(id, { received_at: work.now, accepted_revision_id: revisionId })
  await letApprovalAboveFall(work, loaded)
  await tellAbout(work, loaded, { what: 'received', permission: 'reports.prepare', over: unitId })
}

/**
 * The level above gives it back, with remarks on cells and paragraphs; it no longer counts. Where writing would be locked by now, the
 * one who gives it back says until when it is open again: an exception, counted as such.
 */
export async function sendBackReport(work: Work, periodId: PeriodId, unitId: UnitId, { because, remarks, until }: {
  because: string; remarks: readonly { place: string; body: string }[]; until: PlainDate | null
}): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'send-back')
  const { report, lock, form } = loaded
  if (report.revisionId === null) throw new Refusal('conflict', 'reports.cannot_send_back')
  const places = new Set(['', ...form.figures.map(({ code }) => `values.${code}`), ...form.definition.sections.map(({ id }) => `texts.${id}`)])
  const unknown = remarks.find(({ place }) => !places.has(place))
  if (unknown !== undefined) throw new Refusal('invalid', 'reports.no_such_place', { field: 'remarks', place: unknown.place })
  if (lock !== null && until === null) throw new Refusal('invalid', 'reports.return_needs_day', { field: 'until' })
  if (until !== null && until < work.today) throw new Refusal('invalid', 'reports.until_is_past', { field: 'until' })
  if (until !== null) await openUntil(work, loaded, because, until)
  const revisions = revisionStore(work.db)
  await revisions.mark(report.revisionId, { returned_on: work.today, returned_by: work.actor.id, returned_because: because })
  await revisions.addRemarks(report.id, report.revisionId, remarks, work.actor.id)
  await reportStore(work.db).change(report.id, {
    submitted_at: null, submitted_by: null, submitted_for: null, revision_id: null, sent_at: null, received_at: null, accepted_revision_id: null,
    returned_at: work.now, returned_by: work.actor.id, returned_because: because,
  })
  await letApprovalAboveFall(work, loaded)
  await tellAbout(work, loaded, { what: 'sent-back', permission: 'reports.prepare', over: unitId, because })
}

/** Who prepares the report answers a remark, one by one. */
export async function resolveRemark(work: Work, periodId: PeriodId, unitId: UnitId, { remarkId, answer }: { remarkId: Id<'remark'>; answer: string }): Promise<void> {
  const { report } = await getReportFor(work, periodId, unitId, 'save')
  if (!(await revisionStore(work.db).resolveRemark(report.id, remarkId, answer, { id: work.actor.id, at: work.now }))) throw new Refusal('not_found', 'reports.no_such_remark')
}

async function openUntil(work: Work, { report }: LoadedReport, because: string, until: PlainDate): Promise<void> {
  const store = exceptionStore(work.db)
  const open = await store.findOpen(report.id)
  const id = open?.id ?? await store.add(report.id, { because, on: work.today, by: work.actor.id })
  await store.decide(id, { on: work.today, by: work.actor.id, grantedUntil: until, refusedBecause: null })
}

/** What the level above has approved (or submitted) but not sent summed up something else: its approval falls. */
async function letApprovalAboveFall(work: Work, { report, period }: LoadedReport): Promise<void> {
  if (report.receiverId === null || report.receiverId === report.unitId) return
  const store = reportStore(work.db)
  const above = await store.findLocked(period.id, report.receiverId)
  if (above === undefined || !['submitted', 'approved'].includes(reportState(above))) return
  if (above.revisionId !== null) await revisionStore(work.db).mark(above.revisionId, { fell_on: work.today })
  await store.change(above.id, { submitted_at: null, submitted_by: null, submitted_for: null, revision_id: null })
  await tellAbout(work, { report: above, period }, { what: 'fallen', permission: 'reports.prepare', over: above.unitId })
}
