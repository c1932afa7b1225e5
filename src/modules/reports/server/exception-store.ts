import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { ReportId, ReportTables } from './tables.ts'

/** Exceptions from locks: asked for with a reason, granted until a day or refused with one. */
export function exceptionStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  const COLUMNS = [
    'id', 'because', 'asked_on as askedOn', 'asked_by as askedBy', 'decided_on as decidedOn', 'decided_by as decidedBy', 'granted_until as grantedUntil', 'refused_because as refusedBecause',
  ] as const
  return {
    listOf: (reportId: ReportId) => db.selectFrom('reports.exception').where('report_id', '=', reportId).orderBy('asked_on').orderBy('id').select(COLUMNS).execute(),
    findOpen: (reportId: ReportId) => db.selectFrom('reports.exception').where('report_id', '=', reportId).where('decided_on', 'is', null).select(COLUMNS).executeTakeFirst(),
    async add(reportId: ReportId, asked: { readonly because: string; readonly on: PlainDate; readonly by: string }): Promise<Id<'exception'>> {
      const id = newId<'exception'>()
      await db.insertInto('reports.exception').values({
        id, report_id: reportId, because: asked.because, asked_on: asked.on, asked_by: asked.by, decided_on: null, decided_by: null, granted_until: null, refused_because: null,
      }).execute()
      return id
    },
    async decide(id: Id<'exception'>, decision: { readonly on: PlainDate; readonly by: string; readonly grantedUntil: PlainDate | null; readonly refusedBecause: string | null }): Promise<void> {
      await db.updateTable('reports.exception')
        .set({ decided_on: decision.on, decided_by: decision.by, granted_until: decision.grantedUntil, refused_because: decision.refusedBecause }).where('id', '=', id).execute()
    },
  }
}
