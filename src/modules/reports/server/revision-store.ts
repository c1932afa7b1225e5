import { sql } from 'kysely'
import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { ReportContent } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import { listSummed, type SummedRevision } from './summed-revision-store.ts'
import type { PeriodId, ReportId, ReportTables, RevisionId } from './tables.ts'

export interface NewRevision {
  readonly reportId: ReportId
  readonly number: number
  readonly content: ReportContent
  readonly own: Readonly<Record<string, FigureValue>>
  readonly facts: Readonly<Record<string, number>>
  readonly totals: Readonly<Record<string, number | null>>
  readonly children: readonly RevisionId[]
  readonly hash: string
  readonly approvedOn: PlainDate
  readonly approvedAt: string
  readonly approvedBy: string
  readonly approvedFor: string | null
}

const SUMMARY = ['id', 'number', 'hash', 'approved_on as approvedOn', 'approved_by as approvedBy', 'approved_for as approvedFor', 'sent_on as sentOn', 'received_on as receivedOn', 'returned_on as returnedOn', 'returned_by as returnedBy', 'returned_because as returnedBecause', 'fell_on as fellOn'] as const

export function revisionStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** The newest first, without what they say. */
    list: (reportId: ReportId) => db.selectFrom('reports.revision').where('report_id', '=', reportId).orderBy('number', 'desc').select(SUMMARY).execute(),
    find: (reportId: ReportId, number: number) => db.selectFrom('reports.revision').where('report_id', '=', reportId).where('number', '=', number)
      .select([...SUMMARY, 'content', 'own', 'totals', 'facts', 'children']).executeTakeFirst(),
    get: (id: RevisionId) => db.selectFrom('reports.revision').where('id', '=', id)
      .select([...SUMMARY, 'content', 'own', 'totals', 'facts', 'children']).executeTakeFirstOrThrow(),
    async add({ reportId, content, own, facts, totals, children, approvedOn, approvedAt, approvedBy, approvedFor, ...rest }: NewRevision): Promise<RevisionId> {
      const id = newId<'revision'>()
      await db.insertInto('reports.revision').values({
        id, report_id: reportId, ...rest, content: JSON.stringify(content), own: JSON.stringify(own), facts: JSON.stringify(facts), totals: JSON.stringify(totals), children: [...children],
        approved_on: approvedOn, approved_at: approvedAt, approved_by: approvedBy, approved_for: approvedFor, sent_on: null, sent_at: null, sent_by: null, received_on: null, received_by: null, returned_on: null, returned_by: null, returned_because: null, fell_on: null,
      }).execute()
      return id
    },
    async mark(id: RevisionId, marks: Partial<Pick<ReportTables['reports.revision'], 'sent_on' | 'sent_at' | 'sent_by' | 'received_on' | 'received_by' | 'returned_on' | 'returned_by' | 'returned_because' | 'fell_on'>>): Promise<void> {
      await db.updateTable('reports.revision').set(marks).where('id', '=', id).execute()
    },
    /** The revisions named and, down through their children, all that they sum up. */
    listSummed: (ids: readonly RevisionId[]): Promise<SummedRevision[]> => listSummed(database, ids),
    /** Number and hash, by revision. */
    async listStamps(ids: readonly RevisionId[]): Promise<ReadonlyMap<RevisionId, { readonly number: number; readonly hash: string }>> {
      const rows = ids.length === 0 ? [] : await db.selectFrom('reports.revision').where('id', 'in', [...ids]).select(['id', 'number', 'hash']).execute()
      return new Map(rows.map(({ id, number, hash }) => [id, { number, hash }]))
    },
    /** Whose revisions they are. */
    async unitsOf(ids: readonly RevisionId[]): Promise<{ id: RevisionId; unitId: UnitId }[]> {
      return db.selectFrom('reports.revision').innerJoin('reports.report', 'reports.report.id', 'report_id')
        .where('reports.revision.id', '=', sql<RevisionId>`any(${[...ids]}::uuid[])`).select(['reports.revision.id as id', 'unit_id as unitId']).execute()
    },
    /** Texts and declarations of the revisions, for putting a narrative together. */
    async listTexts(ids: readonly RevisionId[]): Promise<{ id: RevisionId; number: number; unitId: UnitId; texts: Record<string, string>; nothing: string[] }[]> {
      const { rows } = await sql<{ id: RevisionId; number: number; unitId: UnitId; texts: Record<string, string>; nothing: string[] }>`
        select v.id, v.number, r.unit_id as "unitId", v.content -> 'texts' as texts, v.content -> 'nothing' as nothing
        from reports.revision v join reports.report r on r.id = v.report_id where v.id = any(${[...ids]}::uuid[])`.execute(db)
      return rows
    },
    /** Own figures, by revision. */
    async listOwn(ids: readonly RevisionId[]): Promise<ReadonlyMap<RevisionId, Record<string, FigureValue>>> {
      const rows = ids.length === 0 ? [] : await db.selectFrom('reports.revision').where('id', 'in', [...ids]).select(['id', 'own']).execute()
      return new Map(rows.map(({ id, own }) => [id, own]))
    },
    /** The units' own figures and their sums as each last sent them in a period, in the order of the units; of those that sent any, `until` that day where one is given. */
    async listLastSent(periodId: PeriodId, unitIds: readonly UnitId[], until: PlainDate | null): Promise<{ own: Record<string, FigureValue>; totals: Record<string, number | null> }[]> {
      const { rows } = await sql<{ own: Record<string, FigureValue>; totals: Record<string, number | null> }>`
        select v.own, v.totals from unnest(${[...unitIds]}::uuid[]) with ordinality u(id, place) join reports.report r on r.unit_id = u.id and r.period_id = ${periodId}
        cross join lateral (select own, totals from reports.revision where report_id = r.id and sent_on <= coalesce(${until}::date, 'infinity') order by number desc limit 1) v order by u.place`.execute(db)
      return rows
    },
    listRemarks: (reportId: ReportId) => db.selectFrom('reports.remark').innerJoin('reports.revision', 'reports.revision.id', 'revision_id').where('reports.remark.report_id', '=', reportId).orderBy('made_at')
      .select(['reports.remark.id as id', 'place', 'body', 'made_by as madeBy', 'made_at as madeAt', 'reports.revision.number as revision', 'answer', 'resolved_by as resolvedBy', 'resolved_at as resolvedAt']).execute(),
    async addRemarks(reportId: ReportId, revisionId: RevisionId, remarks: readonly { place: string; body: string }[], by: string): Promise<void> {
      if (remarks.length === 0) return
      await db.insertInto('reports.remark').values(remarks.map(({ place, body }) => ({
        id: newId<'remark'>(), report_id: reportId, revision_id: revisionId, place, body, made_by: by, answer: null, resolved_by: null, resolved_at: null,
      }))).execute()
    },
    /** False when the report has no such open remark. */
    async resolveRemark(reportId: ReportId, id: Id<'remark'>, answer: string, by: { readonly id: string; readonly at: string }): Promise<boolean> {
      const result = await db.updateTable('reports.remark').set({ answer, resolved_by: by.id, resolved_at: by.at })
        .where('id', '=', id).where('report_id', '=', reportId).where('resolved_at', 'is', null).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async countOpenRemarks(reportId: ReportId): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count from reports.remark where report_id = ${reportId} and resolved_at is null`.execute(db)
      return rows[0]?.count ?? 0
    },
  }
}
