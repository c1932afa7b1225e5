import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import { exceptionStore } from './exception-store.ts'
import { getReport, getReportFor, isReceiver } from './loaded-report.ts'
import { tellAbout } from './report-notices.ts'
import type { PeriodId } from './tables.ts'

/** A unit that is locked out asks to write after all, saying why. One request at a time. */
export async function askException(work: Work, periodId: PeriodId, unitId: UnitId, { because }: { because: string }): Promise<void> {
  const loaded = await getReportFor(work, periodId, unitId, 'ask-exception')
  const store = exceptionStore(work.db)
  if ((await store.findOpen(loaded.report.id)) !== undefined) throw new Refusal('conflict', 'reports.exception_asked')
  await store.add(loaded.report.id, { because, on: work.today, by: work.actor.id })
  const { receiverId } = loaded.report
  if (receiverId !== null) await tellAbout(work, loaded, { what: 'exception-asked', permission: 'reports.receive', over: receiverId, because })
}

/** The level above grants it until a day, or refuses with a reason; at the top whoever manages the regime. */
export async function decideException(work: Work, periodId: PeriodId, unitId: UnitId, exceptionId: Id<'exception'>, decision: {
  grantedUntil: PlainDate | null; refusedBecause: string | null
}): Promise<void> {
  const loaded = await getReport(work, periodId, unitId)
  if (loaded.report.receiverId === null) await requireWholeProvince(work, 'reports.manage')
  else if (!isReceiver(work, loaded.report)) throw new Refusal('forbidden', 'http.not_allowed')
  const open = await exceptionStore(work.db).findOpen(loaded.report.id)
  if (open?.id !== exceptionId) throw new Refusal('not_found', 'reports.no_such_exception')
  const { grantedUntil, refusedBecause } = decision
  if (grantedUntil !== null && grantedUntil < work.today) throw new Refusal('invalid', 'reports.until_is_past', { field: 'grantedUntil' })
  await exceptionStore(work.db).decide(exceptionId, { on: work.today, by: work.actor.id, ...decision })
  const to = { permission: 'reports.prepare', over: unitId } as const
  await (grantedUntil === null
    ? tellAbout(work, loaded, { what: 'exception-refused', ...to, because: refusedBecause ?? '' })
    : tellAbout(work, loaded, { what: 'exception-granted', ...to, until: grantedUntil }))
}
