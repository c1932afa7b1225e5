import { sql } from 'kysely'
import type { FileId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { VisitId } from '../domain/visit.ts'

/** What a visit keeps of the citizen, and until when. */
export function keepingStore(db: Db) {
  return {
    /** Visits that went on with a case, with every case they went on with. */
    async listOfCase(caseId: string): Promise<{ id: VisitId; cases: string[] }[]> {
      return (await sql<{ id: VisitId; cases: string[] }>`
        select m.visit_id as id, array_agg(m.case_id::text) as cases from reception.matter m join reception.visit v on v.id = m.visit_id
        where m.case_id is not null and v.kept_with_case and m.visit_id in (select visit_id from reception.matter where case_id = ${caseId}::uuid) group by m.visit_id`.execute(db)).rows
    },
    async release(id: VisitId): Promise<void> {
      await sql`update reception.visit set kept_with_case = false, version = version + 1 where id = ${id}`.execute(db)
    },
    /** That many years old, and no case keeps their data. */
    async listDue(today: PlainDate, years: number, limit: number): Promise<VisitId[]> {
      return (await sql<{ id: VisitId }>`
        select id from reception.visit where purged_on is null and not kept_with_case and on_date <= (${today}::date - make_interval(years => ${years}::int))::date
        order by on_date, id limit ${limit} for update skip locked`.execute(db)).rows.map(({ id }) => id)
    },
    /** What statistics count by stays; who came, what was said and the papers go. Returns the papers. */
    async forget(id: VisitId, nobody: string, today: PlainDate): Promise<FileId[]> {
      await sql`
        update reception.visit set said = '', note = null, conclusion = null, conclusion_body = null, refusal_because = case when refusal_because is null then null else '' end,
          told_how = case when told_how is null then null else '' end, purged_on = ${today}::date, version = version + 1 where id = ${id}`.execute(db)
      await sql`update reception.visitor set name = ${nobody}, address = null, phone = null, id_kind = null, id_sealed = null, id_index = null where visit_id = ${id}`.execute(db)
      await sql`update reception.matter set content = '', guidance = case when guidance is null then null else '' end, result = null, case_code = null where visit_id = ${id}`.execute(db)
      return (await sql<{ id: FileId }>`delete from reception.visit_file where visit_id = ${id} returning file_id as id`.execute(db)).rows.map((row) => row.id)
    },
  }
}
