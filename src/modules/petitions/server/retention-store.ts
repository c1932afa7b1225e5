import { sql } from 'kysely'
import type { FileId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { OPEN_STATES, type CaseId } from '../domain/case.ts'
import type { RetentionClass } from '../domain/retention.ts'

export interface CaseToForget { readonly id: CaseId; readonly number: number; readonly year: number }

const OPEN = sql.join(OPEN_STATES.map((state) => sql.lit(state)))

/** How long what is left of a case is kept, and what goes when the time is over. */
export function retentionStore(db: Db) {
  return {
    /** Cases that are over begin to be kept: each by its class, from its last day on. Returns how many. */
    async begin(classes: readonly { readonly kind: string; readonly state: string; readonly class: RetentionClass }[], limit: number): Promise<number> {
      const { numAffectedRows } = await sql`
        update petitions.case c set retention_class = m.class, purge_on = (coalesce(c.enforced_on, c.ended_on, c.triaged_on) + make_interval(years => m.years))::date
        from (select given.kind, given.state, r.class, r.years::int as years from unnest(${classes.map(({ kind }) => kind)}::text[], ${classes.map(({ state }) => state)}::text[], ${classes.map((each) => each.class)}::text[])
          given(kind, state, class) join petitions.retention r on r.class = given.class) m
        where m.kind = c.kind and m.state = c.state and c.id in (
          select id from petitions.case where purge_on is null and purged_on is null and hold_because is null and state not in (${OPEN}) limit ${limit})`.execute(db)
      return Number(numAffectedRows ?? 0n)
    },
    /** Whose time is over; not while anything on the same matter is still open, and never what is held. */
    async listDue(today: PlainDate, limit: number): Promise<CaseToForget[]> {
      return (await sql<CaseToForget>`
        select c.id, c.number, c.year from petitions.case c where c.purge_on <= ${today}::date and c.purged_on is null and c.hold_because is null
          and not exists (select from petitions.case o where o.matter_id = c.matter_id and (o.state in (${OPEN}) or o.hold_because is not null))
        order by c.purge_on, c.id limit ${limit} for update of c skip locked`.execute(db)).rows
    },
    /** Those of the cases that still hold the citizen's data. */
    async listKept(ids: readonly string[]): Promise<string[]> {
      return (await sql<{ id: string }>`select id from petitions.case where id = any(${[...ids]}::uuid[]) and purged_on is null`.execute(db)).rows.map(({ id }) => id)
    },
    async yearsOf(kept: RetentionClass): Promise<number | undefined> {
      return (await sql<{ years: number }>`select years from petitions.retention where class = ${kept}`.execute(db)).rows[0]?.years
    },
    /** What statistics count by stays; what the citizen wrote or could be known by goes. */
    async forgetCase(id: CaseId, title: string, today: PlainDate): Promise<void> {
      await sql`
        update petitions.case set title = ${title}, content = '', against = null, decision_against = null, place_note = null, answer = null, people_names = '', bands = '{}', purged_on = ${today}::date, version = version + 1
        where id = ${id}`.execute(db)
      await sql`delete from petitions.registration where case_id = ${id}`.execute(db)
    },
    /** The rows of files that nothing else names any more; their bytes follow (`listForgottenFiles`). */
    async forgetFiles(ids: readonly FileId[], today: PlainDate): Promise<void> {
      for (const id of ids) await sql`select petitions.forget_file(${id}, ${today}::date)`.execute(db)
    },
    /** Bytes forgotten before that day which no file names. */
    async listForgottenFiles(before: PlainDate, limit: number): Promise<string[]> {
      const { rows } = await sql<{ hash: string }>`
        select hash from petitions.forgotten_file f where forgotten_on < ${before}::date and not exists (select from platform.file p where p.hash = f.hash) limit ${limit}`.execute(db)
      return rows.map(({ hash }) => hash)
    },
    async removeForgottenFile(hash: string): Promise<void> {
      await sql`delete from petitions.forgotten_file where hash = ${hash}`.execute(db)
    },
  }
}
