import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { evaluate, type Evaluation } from './evaluate.ts'
import { getReportFor, inWhoseName, type LoadedReport } from './loaded-report.ts'
import { tellAbout } from './report-notices.ts'
import { reportStore, type DraftRow } from './report-store.ts'
import { hashOf } from './revision-hash.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId } from './tables.ts'

/** To the head for approval: nothing that the checks refuse, and no remark of the level above left without an answer. */
export async function submitReport(work: Work, periodId: PeriodId, unitId: UnitId, { version }: { version: number }): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'submit')
  const draft = await currentDraft(work, loaded, version)
  requireNoRefusals(await evaluate(work, loaded, draft.content))
  const open = await revisionStore(work.db).countOpenRemarks(loaded.report.id)
  if (open > 0) throw new Refusal('conflict', 'reports.remarks_open', { count: open })
  await reportStore(work.db).change(loaded.report.id, { submitted_at: work.now, submitted_by: work.actor.id, submitted_for: inWhoseName(work, 'reports.prepare', unitId) })
  await tellAbout(work, loaded, { what: 'submitted', permission: 'reports.approve', over: unitId })
}

/** The head approves what they read; it is frozen with its hash: the text, the figures, what the platform counted, the revisions it sums up. */
export async function approveReport(work: Work, periodId: PeriodId, unitId: UnitId, { version }: { version: number }): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'approve')
  const { content } = await currentDraft(work, loaded, version)
  const worked = await evaluate(work, loaded, content)
  requireNoRefusals(worked)
  if (worked.unfrozenParts > 0) throw new Refusal('conflict', 'reports.parts_not_approved', { count: worked.unfrozenParts })
  const revisions = revisionStore(work.db)
  const number = ((await revisions.list(loaded.report.id))[0]?.number ?? 0) + 1
  const frozen = { content, own: worked.values, facts: worked.facts, totals: worked.totals, children: worked.children }
  const hash = hashOf(loaded.report.id, number, frozen)
  const revisionId = await revisions.add({
    ...frozen, reportId: loaded.report.id, number, hash, approvedOn: work.today, approvedAt: work.now, approvedBy: work.actor.id, approvedFor: inWhoseName(work, 'reports.approve', unitId),
  })
  await reportStore(work.db).change(loaded.report.id, { revision_id: revisionId, returned_at: null, returned_by: null, returned_because: null })
  await tellAbout(work, loaded, { what: 'approved', permission: 'reports.prepare', over: unitId })
}

/** The preparer takes it back to change it: what was approved falls. */
export async function recallReport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<void> {
  const { report } = await getReportFor(work, periodId, unitId, 'recall')
  if (report.revisionId !== null) await revisionStore(work.db).mark(report.revisionId, { fell_on: work.today })
  await reportStore(work.db).change(report.id, { submitted_at: null, submitted_by: null, submitted_for: null, revision_id: null, sent_at: null, accepted_revision_id: report.receiverId === null ? null : report.acceptedRevisionId })
}

/** The head gives it back to the preparer. */
export async function returnReport(work: Work, periodId: PeriodId, unitId: UnitId, { because }: { because: string }): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'return')
  const { report } = loaded
  if (report.revisionId !== null) await revisionStore(work.db).mark(report.revisionId, { fell_on: work.today })
  await reportStore(work.db).change(report.id, {
    submitted_at: null, submitted_by: null, submitted_for: null, revision_id: null, returned_at: work.now, returned_by: work.actor.id, returned_because: because,
  })
  await tellAbout(work, loaded, { what: 'returned', permission: 'reports.prepare', over: unitId, because })
}

/** To the level above; at the top, out of the house. */
export async function sendReport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'send')
  const { id, revisionId, receiverId } = loaded.report
  if (revisionId === null) throw new Refusal('conflict', 'reports.cannot_send')
  await revisionStore(work.db).mark(revisionId, { sent_on: work.today, sent_at: work.now, sent_by: work.actor.id })
  await reportStore(work.db).change(id, { sent_at: work.now, ...(receiverId === null ? { accepted_revision_id: revisionId } : {}) })
  if (receiverId !== null) await tellAbout(work, loaded, { what: 'sent', permission: 'reports.receive', over: receiverId })
}

/** The draft as the person saw it: another save since, and they are told to look again. */
async function currentDraft(work: Work, { report }: LoadedReport, version: number): Promise<DraftRow> {
  const draft = await reportStore(work.db).findDraft(report.id)
  if (draft.version !== version) throw new Refusal('conflict', 'reports.changed_meanwhile')
  return draft
}

function requireNoRefusals({ findings }: Evaluation): void {
  const refused = findings.filter(({ severity }) => severity === 'refuse')
  const [first] = refused
  if (first !== undefined) throw new Refusal('conflict', 'reports.checks_refuse', { count: refused.length, field: first.at[0] ?? '' })
}
