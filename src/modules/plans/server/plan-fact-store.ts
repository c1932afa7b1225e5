import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { FactSpan } from '#platform/server/facts.ts'
import type { Counts } from '../contract.ts'
import type { ObligationState } from '../domain/obligation-state.ts'
import { amongUnits, countsSql, stateSql } from './obligation-state-store.ts'
import type { DirectiveId, ObligationId } from './tables.ts'

export interface CountedDuty { readonly id: ObligationId; readonly unitId: UnitId; readonly dutyTitle: string; readonly directiveTitle: string; readonly dueOn: PlainDate }
export interface CountedPlan { readonly directiveId: DirectiveId; readonly unitId: UnitId; readonly title: string; readonly number: string | null; readonly issuedOn: PlainDate }

export function planFactStore(db: Db) {
  return {
    /** Duties by their state at the end of the span, and the unit plans issued in it. */
    async count(units: readonly UnitId[], span: FactSpan): Promise<Counts & { plansIssued: number }> {
      const { rows } = await sql<Counts & { plansIssued: number }>`
        select ${countsSql(span.to)}, (select count(*) ${plansIssued(units, span)}) as "plansIssued" ${dutiesDue(units, span)}`.execute(db)
      return rows[0] ?? { total: 0, overdue: 0, underWay: 0, notStarted: 0, done: 0, doneLate: 0, plansIssued: 0 }
    },
    /** In the order of due dates; of one state at the end of the span, or all of them. */
    async listDuties(units: readonly UnitId[], span: FactSpan, state: ObligationState | null): Promise<CountedDuty[]> {
      return (await sql<CountedDuty>`
        select o.id, o.unit_id as "unitId", d.title as "dutyTitle", coalesce(v.number, v.title) as "directiveTitle", o.due_on as "dueOn" ${dutiesDue(units, span)}
          and (${state}::text is null or ${stateSql(span.to)} = ${state}::text)
        order by o.due_on, d.ordinal, o.unit_id, o.id`.execute(db)).rows
    },
    async listPlans(units: readonly UnitId[], span: FactSpan): Promise<CountedPlan[]> {
      return (await sql<CountedPlan>`
        select p.directive_id as "directiveId", p.unit_id as "unitId", p.title, p.number, p.issued_on as "issuedOn" ${plansIssued(units, span)}
        order by p.issued_on, p.number, p.id`.execute(db)).rows
    },
  }
}

/** Led by the units, due in the span, given by its last day, of directives in force on that day. */
function dutiesDue(units: readonly UnitId[], { from, to }: FactSpan) {
  return sql`from plans.obligation o join plans.duty d on d.id = o.duty_id join plans.directive v on v.id = d.directive_id
    where o.unit_id = ${amongUnits(new Set(units))} and o.role = 'lead' and o.due_on between ${from}::date and ${to}::date and o.assigned_on <= ${to}::date
      and (v.withdrawn_on is null or v.withdrawn_on > ${to}::date)`
}

function plansIssued(units: readonly UnitId[], { from, to }: FactSpan) {
  return sql`from plans.unit_plan p where p.unit_id = ${amongUnits(new Set(units))} and p.issued_on between ${from}::date and ${to}::date`
}
