import type { InferResult } from 'kysely'
import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Suspension } from '#kernel/deadline.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId, CaseKind } from '../domain/case.ts'
import type { ClockId, PetitionTables } from './tables.ts'

const COLUMNS = [
  'id', 'case_id as caseId', 'unit_id as unitId', 'procedure', 'step', 'rule_id as ruleId', 'started_on as startedOn', 'is_remote as isRemote', 'is_complex as isComplex', 'extensions',
  'suspensions', 'due_on as dueOn', 'stopped_on as stoppedOn',
] as const

function clocksIn(database: Db) {
  return database.$extendTables<PetitionTables>().selectFrom('petitions.clock').select(COLUMNS)
}

export type ClockRow = InferResult<ReturnType<typeof clocksIn>>[number]
/** What an act or a change of the law changes of a clock. */
export type ClockPatch = Partial<Pick<ClockRow, 'ruleId' | 'startedOn' | 'isRemote' | 'isComplex' | 'extensions' | 'dueOn' | 'stoppedOn'>> & { readonly suspensions?: readonly Suspension[] }

export function clockStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const rows = clocksIn(database)
  return {
    list: (caseId: CaseId): Promise<ClockRow[]> => rows.where('case_id', '=', caseId).orderBy('started_on').orderBy('id').execute(),
    async add(clock: Omit<ClockRow, 'suspensions' | 'stoppedOn'>): Promise<void> {
      const { id, caseId, unitId, procedure, step, ruleId, startedOn, isRemote, isComplex, extensions, dueOn } = clock
      await db.insertInto('petitions.clock').values({
        id, procedure, step, extensions, case_id: caseId, unit_id: unitId, rule_id: ruleId, started_on: startedOn, is_remote: isRemote, is_complex: isComplex, due_on: dueOn, suspensions: '[]', stopped_on: null,
      }).execute()
    },
    async change(id: ClockId, { ruleId, startedOn, isRemote, isComplex, extensions, suspensions, dueOn, stoppedOn }: ClockPatch): Promise<void> {
      await db.updateTable('petitions.clock').set({
        ...(ruleId === undefined ? {} : { rule_id: ruleId }), ...(startedOn === undefined ? {} : { started_on: startedOn }), ...(isRemote === undefined ? {} : { is_remote: isRemote }),
        ...(isComplex === undefined ? {} : { is_complex: isComplex }), ...(extensions === undefined ? {} : { extensions }), ...(dueOn === undefined ? {} : { due_on: dueOn }),
        ...(stoppedOn === undefined ? {} : { stopped_on: stoppedOn }), ...(suspensions === undefined ? {} : { suspensions: JSON.stringify(suspensions) }),
      }).where('id', '=', id).execute()
    },
    /** Running clocks that began on or after a day, after the one named: a batch of many. */
    async listRunning({ after, limit, lock }: { readonly after: { readonly startedOn: PlainDate; readonly id: ClockId } | null; readonly limit: number; readonly lock: boolean }): Promise<ClockRow[]> {
      const running = rows.where('stopped_on', 'is', null)
      const found = after === null ? running : running.where(sql<boolean>`(started_on, id) > (${after.startedOn}::date, ${after.id}::uuid)`)
      const batch = found.orderBy('started_on').orderBy('id').limit(limit)
      return (lock ? batch.forUpdate() : batch).execute()
    },
    /** The case each of these clocks belongs to. */
    async casesOf(ids: readonly ClockId[]): Promise<{ clockId: ClockId; caseId: CaseId; unitId: UnitId; kind: CaseKind; number: number; year: number; title: string }[]> {
      return db.selectFrom('petitions.clock as k').innerJoin('petitions.case as c', 'c.id', 'k.case_id').where('k.id', '=', sql<ClockId>`any(${[...ids]}::uuid[])`)
        .select(['k.id as clockId', 'c.id as caseId', 'c.unit_id as unitId', 'c.kind', 'c.number', 'c.year', 'c.title']).execute()
    },
    /** New last days of many clocks at once, and what follows for their cases: the nearest of each. */
    async move(moved: readonly { readonly id: ClockId; readonly ruleId: string | null; readonly dueOn: PlainDate | null }[]): Promise<void> {
      if (moved.length === 0) return
      await sql`
        update petitions.clock c set rule_id = m.rule_id, due_on = m.due_on
        from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ ruleId }) => ruleId)}::text[], ${moved.map(({ dueOn }) => dueOn)}::date[]) m(id, rule_id, due_on)
        where c.id = m.id and c.stopped_on is null`.execute(db)
      await sql`
        update petitions.case t set due_on = n.due_on, due_step = n.due_step
        from (select distinct on (c.case_id) c.case_id, c.due_on, case when c.due_on is null then null else c.procedure || '.' || c.step end as due_step from petitions.clock c
          where c.stopped_on is null and c.case_id in (select case_id from petitions.clock where id = any(${moved.map(({ id }) => id)}::uuid[])) order by c.case_id, c.due_on nulls last, c.id) n
        where t.id = n.case_id and (t.due_on, t.due_step) is distinct from (n.due_on, n.due_step)`.execute(db)
    },
  }
}
