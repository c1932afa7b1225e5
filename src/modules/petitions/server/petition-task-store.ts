import { sql } from 'kysely'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Readable } from '../domain/access.ts'
import type { SignedAction } from '../domain/actions.ts'
import { OPEN_STATES, type CaseId } from '../domain/case.ts'
import { isReadable } from './case-list-store.ts'

interface OfCase { readonly id: CaseId; readonly number: number; readonly year: number; readonly title: string; readonly unitId: UnitId; readonly dueStep: string | null; readonly dueOn: PlainDate | null }
export interface ToSort { readonly unitId: UnitId; readonly count: number; readonly nearestDue: PlainDate | null }
export interface ToSign extends OfCase { readonly action: SignedAction; readonly returnedBecause: string | null }

const OPEN = sql`c.state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`
const CASE_COLUMNS = sql`c.id, c.number, c.year, c.title, c.unit_id as "unitId", c.due_step as "dueStep", c.due_on as "dueOn"`

/** What waits for one person. */
export function petitionTaskStore(db: Db) {
  return {
    /** By unit, how many came in and wait to be sorted or decided on without a paper being prepared. */
    async listToSort(readable: Readable): Promise<ToSort[]> {
      return (await sql<ToSort>`
        select c.unit_id as "unitId", count(*) as count, min(c.due_on) as "nearestDue" from petitions.case c
        where ${isReadable(readable)} and c.state = 'received' and not exists (select from petitions.decision d where d.case_id = c.id and d.signed_on is null) group by c.unit_id order by 3`.execute(db)).rows
    },
    async listToSign(readable: Readable, limit: number): Promise<ToSign[]> {
      return (await sql<ToSign>`
        select ${CASE_COLUMNS}, d.action, d.returned_because as "returnedBecause" from petitions.decision d join petitions.case c on c.id = d.case_id
        where d.signed_on is null and d.returned_because is null and ${isReadable(readable)} order by c.due_on nulls last, d.prepared_at limit ${limit}`.execute(db)).rows
    },
    /** What the person prepared and was given back. */
    async listReturned(readable: Readable, me: AccountId, limit: number): Promise<ToSign[]> {
      return (await sql<ToSign>`
        select ${CASE_COLUMNS}, d.action, d.returned_because as "returnedBecause" from petitions.decision d join petitions.case c on c.id = d.case_id
        where d.signed_on is null and d.returned_because is not null and d.prepared_by = ${me} and ${isReadable(readable)} order by c.due_on nulls last, d.prepared_at limit ${limit}`.execute(db)).rows
    },
    /** What the person was given, and is due by then. */
    async listMine(readable: Readable, me: AccountId, { dueBy, limit }: { readonly dueBy: PlainDate; readonly limit: number }): Promise<OfCase[]> {
      return (await sql<OfCase>`
        select ${CASE_COLUMNS} from petitions.case c where c.assignee_id = ${me} and ${OPEN} and c.due_on <= ${dueBy}::date and ${isReadable(readable)} order by c.due_on, c.id limit ${limit}`.execute(db)).rows
    },
  }
}
