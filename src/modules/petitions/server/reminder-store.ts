import { sql } from 'kysely'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { OPEN_STATES, type CaseId, type CaseKind } from '../domain/case.ts'

export interface CaseToRemind {
  readonly id: CaseId
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly number: number
  readonly year: number
  readonly assigneeId: AccountId | null
  readonly dueStep: string | null
  readonly dueOn: PlainDate
}

const SAID = (today: PlainDate) => sql`case when c.due_on < ${today}::date then 'overdue' when c.due_on = ${today}::date then 'due_now' else 'due_soon' end`

export function reminderStore(db: Db) {
  return {
    /** Open cases due by then of which what is true today was not said yet; a term that moved is a new one. */
    async listToSay(today: PlainDate, dueBy: PlainDate): Promise<CaseToRemind[]> {
      return (await sql<CaseToRemind>`
        select c.id, c.unit_id as "unitId", c.kind, c.number, c.year, c.assignee_id as "assigneeId", c.due_step as "dueStep", c.due_on as "dueOn" from petitions.case c
        where c.state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))}) and c.due_on <= ${dueBy}::date
          and not exists (select from petitions.reminder r where r.case_id = c.id and r.due_on = c.due_on and r.said = ${SAID(today)})
        order by c.due_on, c.id`.execute(db)).rows
    },
    async noteSaid(cases: readonly Pick<CaseToRemind, 'id' | 'dueOn'>[], today: PlainDate): Promise<void> {
      await sql`
        insert into petitions.reminder (case_id, due_on, said, said_on)
        select c.id, c.due_on, ${SAID(today)}, ${today}::date from unnest(${cases.map(({ id }) => id)}::uuid[], ${cases.map(({ dueOn }) => dueOn)}::date[]) c(id, due_on) on conflict do nothing`.execute(db)
    },
  }
}
