import { sql } from 'kysely'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Counts } from '../contract.ts'
import type { Reminder } from '../domain/escalation.ts'
import type { ObligationState } from '../domain/obligation-state.ts'
import type { Schedule } from '../domain/schedule.ts'
import { amongUnits, countsSql, stateSql } from './obligation-state-store.ts'
import type { DirectiveId, DutyId, ObligationId, PlanTables } from './tables.ts'

export interface NewObligation {
  readonly dutyId: DutyId
  readonly unitId: UnitId
  readonly role: 'lead' | 'cooperate'
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly dueOn: PlainDate
  readonly viaUnitId: UnitId | null
  readonly assignedOn: PlainDate
}

export interface ObligationRow {
  readonly id: ObligationId
  readonly dutyId: DutyId
  readonly dutyTitle: string
  readonly clausePath: string | null
  readonly directiveId: DirectiveId
  readonly directiveTitle: string
  readonly schedule: Schedule
  readonly unitId: UnitId
  readonly role: 'lead' | 'cooperate'
  readonly periodFrom: PlainDate | null
  readonly periodTo: PlainDate | null
  readonly dueOn: PlainDate
  readonly startedOn: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly state: ObligationState
}

export interface ObligationFilter {
  readonly units: ReadonlySet<UnitId>
  readonly on: PlainDate
  readonly directiveId?: DirectiveId | undefined
  readonly dutyId?: DutyId | undefined
  readonly state?: ObligationState | undefined
  readonly role?: 'lead' | 'cooperate' | undefined
  readonly onlyOpen?: boolean | undefined
  /** Only what was still open on this day, or was given since. */
  readonly from?: PlainDate | undefined
  /** Only the open ones due from the day asked of up to this one. */
  readonly dueUntil?: PlainDate | undefined
}

export interface BoardColumn { readonly id: DutyId | DirectiveId; readonly title: string; readonly code: string | null }

const FROM = sql`from plans.obligation o join plans.duty d on d.id = o.duty_id join plans.directive v on v.id = d.directive_id`
const CHUNK = 1000

export function obligationStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  return {
    /** What is there already stays as it is. Returns how many are new. */
    async add(obligations: readonly NewObligation[]): Promise<number> {
      let added = 0
      for (let start = 0; start < obligations.length; start += CHUNK) {
        const rows = obligations.slice(start, start + CHUNK).map(({ dutyId, unitId, role, periodFrom, periodTo, dueOn, viaUnitId, assignedOn }) => ({
          id: newId<'obligation'>(), duty_id: dutyId, unit_id: unitId, role, period_from: periodFrom, period_to: periodTo, due_on: dueOn, via_unit_id: viaUnitId,
          assigned_on: assignedOn, started_on: null, done_on: null,
        }))
        const result = await db.insertInto('plans.obligation').values(rows).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
        added += Number(result.numInsertedOrUpdatedRows ?? 0n)
      }
      return added
    },
    /** Whose communes have the directive: by their own plan, or because their communes have had work of it. */
    async districtsThatPassedOn(directiveId: DirectiveId): Promise<ReadonlySet<UnitId>> {
      const { rows } = await sql<{ unitId: UnitId }>`
        select o.via_unit_id as "unitId" from plans.obligation o join plans.duty d on d.id = o.duty_id where d.directive_id = ${directiveId} and o.via_unit_id is not null
        union select unit_id from plans.unit_plan where directive_id = ${directiveId} and issued_on is not null`.execute(db)
      return new Set(rows.map(({ unitId }) => unitId))
    },
    /** The worst first: overdue, then by due date. */
    async list(filter: ObligationFilter, page: { limit: number; offset: number }): Promise<ObligationRow[]> {
      return (await sql<ObligationRow>`
        select o.id, o.duty_id as "dutyId", d.title as "dutyTitle", d.clause_path as "clausePath", v.id as "directiveId", coalesce(v.number, v.title) as "directiveTitle", d.schedule,
          o.unit_id as "unitId", o.role, o.period_from as "periodFrom", o.period_to as "periodTo", o.due_on as "dueOn", o.started_on as "startedOn", o.done_on as "doneOn",
          ${stateSql(filter.on)} as state
        ${FROM} where ${matching(filter)}
        order by (o.done_on is null or o.done_on > ${filter.on}::date) desc, o.due_on, d.ordinal, o.unit_id limit ${page.limit} offset ${page.offset}`.execute(db)).rows
    },
    async count(filter: ObligationFilter): Promise<number> {
      return (await sql<{ count: number }>`select count(*) as count ${FROM} where ${matching(filter)}`.execute(db)).rows[0]?.count ?? 0
    },
    async counts(filter: ObligationFilter): Promise<Counts> {
      const { rows } = await sql<Counts>`select ${countsSql(filter.on)} ${FROM} where ${matching(filter)}`.execute(db)
      return rows[0] ?? { total: 0, overdue: 0, underWay: 0, notStarted: 0, done: 0, doneLate: 0 }
    },
    /** By unit and the day its obligations were given. */
    async byUnit(filter: ObligationFilter): Promise<(Counts & { unitId: UnitId; assignedOn: PlainDate })[]> {
      return (await sql<Counts & { unitId: UnitId; assignedOn: PlainDate }>`
        select o.unit_id as "unitId", o.assigned_on as "assignedOn", ${countsSql(filter.on)} ${FROM} where ${matching(filter)} group by 1, 2`.execute(db)).rows
    },
    /** One row for each unit and duty of the directive, or for each unit and directive when none is named. */
    async board(filter: ObligationFilter): Promise<(Counts & { unitId: UnitId; columnId: DutyId | DirectiveId })[]> {
      const column = filter.directiveId === undefined ? sql`d.directive_id` : sql`o.duty_id`
      return (await sql<Counts & { unitId: UnitId; columnId: DutyId | DirectiveId }>`
        select o.unit_id as "unitId", ${column} as "columnId", ${countsSql(filter.on)} ${FROM} where ${matching(filter)} group by 1, 2`.execute(db)).rows
    },
    /** In the order of the document. */
    async dutyColumns(directiveId: DirectiveId): Promise<BoardColumn[]> {
      return (await sql<BoardColumn>`select id, title, clause_path as code from plans.duty where directive_id = ${directiveId} order by ordinal`.execute(db)).rows
    },
    /** The newest first. */
    async directiveColumns(): Promise<BoardColumn[]> {
      return (await sql<BoardColumn>`select id, title, number as code from plans.directive where issued_on is not null order by issued_on desc, number`.execute(db)).rows
    },
    async find(id: ObligationId, on: PlainDate) {
      const { rows } = await sql<ObligationRow & {
        clauseText: string; product: string; figureName: string | null; figureUnit: string | null; figureTarget: number | null; viaUnitId: UnitId | null
        assignedOn: PlainDate; documentId: DocumentId | null; withdrawnOn: PlainDate | null
      }>`
        select o.id, o.duty_id as "dutyId", d.title as "dutyTitle", d.clause_path as "clausePath", v.id as "directiveId", coalesce(v.number, v.title) as "directiveTitle", d.schedule,
          o.unit_id as "unitId", o.role, o.period_from as "periodFrom", o.period_to as "periodTo", o.due_on as "dueOn", o.started_on as "startedOn", o.done_on as "doneOn",
          ${stateSql(on)} as state, d.clause_text as "clauseText", d.product, d.figure_name as "figureName", d.figure_unit as "figureUnit", d.figure_target as "figureTarget",
          o.via_unit_id as "viaUnitId", o.assigned_on as "assignedOn", v.document_id as "documentId", v.withdrawn_on as "withdrawnOn"
        ${FROM} where o.id = ${id}`.execute(db)
      return rows[0]
    },
    async lock(id: ObligationId): Promise<void> {
      await sql`select id from plans.obligation where id = ${id} for update`.execute(db)
    },
    async mark(id: ObligationId, dates: { startedOn: PlainDate | null; doneOn: PlainDate | null }): Promise<void> {
      await db.updateTable('plans.obligation').set({ started_on: dates.startedOn, done_on: dates.doneOn }).where('id', '=', id).execute()
    },
    async addProgress(progress: Omit<PlanTables['plans.progress'], 'id' | 'recorded_at'>, files: readonly FileId[]): Promise<void> {
      const id = newId<'progress'>()
      await db.insertInto('plans.progress').values({ id, ...progress }).execute()
      if (files.length > 0) await db.insertInto('plans.progress_file').values(files.map((fileId) => ({ progress_id: id, file_id: fileId }))).execute()
    },
    async listProgress(id: ObligationId) {
      const entries = await db.selectFrom('plans.progress').where('obligation_id', '=', id).orderBy('recorded_at')
        .select(['id', 'kind', 'note', 'figure', 'recorded_on as recordedOn', 'recorded_by as recordedBy', 'recorded_for as onBehalfOf']).execute()
      const files = await db.selectFrom('plans.progress_file').innerJoin('platform.file', 'platform.file.id', 'file_id').innerJoin('plans.progress', 'plans.progress.id', 'progress_id')
        .where('obligation_id', '=', id).select(['progress_id as progressId', 'platform.file.id as id', 'name', 'size']).execute()
      return entries.map((entry) => ({ ...entry, files: files.filter(({ progressId }) => progressId === entry.id) }))
    },
    async hasFile(id: ObligationId, fileId: FileId): Promise<boolean> {
      return (await db.selectFrom('plans.progress_file').innerJoin('plans.progress', 'plans.progress.id', 'progress_id')
        .where('obligation_id', '=', id).where('file_id', '=', fileId).select('file_id').executeTakeFirst()) !== undefined
    },
    listReminders: (id: ObligationId) => db.selectFrom('plans.reminder as r').leftJoin('plans.escalation_step as s', 's.id', 'r.step_id')
      .where('r.obligation_id', '=', id).orderBy('r.on_date').select(['r.on_date as onDate', 'r.level', 'r.days_to_due as daysToDue', 's.source', 's.certainty']).execute(),
    /** Open obligations due by then or before, with what was said of each. */
    async listToRemind(dueBy: PlainDate): Promise<{ id: ObligationId; unitId: UnitId; dueOn: PlainDate; assignedOn: PlainDate; dutyTitle: string; said: Reminder[] }[]> {
      const { rows } = await sql<{ id: ObligationId; unitId: UnitId; dueOn: PlainDate; assignedOn: PlainDate; dutyTitle: string; said: Reminder[] }>`
        select o.id, o.unit_id as "unitId", o.due_on as "dueOn", o.assigned_on as "assignedOn", d.title as "dutyTitle",
          coalesce((select jsonb_agg(jsonb_build_object('level', r.level, 'daysToDue', r.days_to_due)) from plans.reminder r where r.obligation_id = o.id), '[]') as said
        ${FROM} where o.done_on is null and o.role = 'lead' and o.due_on <= ${dueBy} and v.withdrawn_on is null`.execute(db)
      return rows
    },
    async addReminder(obligationId: ObligationId, { id: stepId, level, daysToDue }: Reminder & { id: Id<'escalation-step'> }, on: PlainDate): Promise<void> {
      await db.insertInto('plans.reminder').values({ id: newId<'reminder'>(), obligation_id: obligationId, level, on_date: on, days_to_due: daysToDue, step_id: stepId })
        .onConflict((conflict) => conflict.doNothing()).execute()
    },
    /** Directives of which a unit has open duties but no plan of its own yet. */
    async unplanned(units: ReadonlySet<UnitId>, on: PlainDate): Promise<{ directiveId: DirectiveId; unitId: UnitId; title: string }[]> {
      return (await sql<{ directiveId: DirectiveId; unitId: UnitId; title: string }>`
        select distinct v.id as "directiveId", o.unit_id as "unitId", coalesce(v.number, v.title) as title ${FROM} where ${matching({ units, on, role: 'lead', onlyOpen: true })}
          and not exists (select from plans.unit_plan p where p.directive_id = v.id and p.unit_id = o.unit_id)`.execute(db)).rows
    },
    /** Sum of the figures reported for each duty, each obligation's last figure once. */
    async figures(filter: ObligationFilter): Promise<ReadonlyMap<DutyId, number>> {
      const { rows } = await sql<{ dutyId: DutyId; sum: number }>`
        select o.duty_id as "dutyId", sum(p.figure) as sum ${FROM} join lateral (
          select figure from plans.progress where obligation_id = o.id and figure is not null and recorded_on between coalesce(${filter.from ?? null}::date, '-infinity') and ${filter.on}::date order by recorded_at desc limit 1) p on true
        where ${matching(filter)} group by o.duty_id`.execute(db)
      return new Map(rows.map(({ dutyId, sum }) => [dutyId, sum]))
    },
  }
}

function matching({ units, on, directiveId, dutyId, state, role, onlyOpen = false, dueUntil, from }: ObligationFilter) {
  return sql`o.unit_id = ${amongUnits(units)} and o.assigned_on <= ${on}::date and v.withdrawn_on is null
    and (${directiveId ?? null}::uuid is null or d.directive_id = ${directiveId ?? null}::uuid)
    and (${dutyId ?? null}::uuid is null or o.duty_id = ${dutyId ?? null}::uuid)
    and (${role ?? null}::text is null or o.role = ${role ?? null}::text)
    and (not ${onlyOpen} or o.done_on is null)
    and (${from ?? null}::date is null or o.done_on is null or o.done_on >= ${from ?? null}::date)
    and (${dueUntil ?? null}::date is null or (o.due_on between ${on}::date and ${dueUntil ?? null}::date and (o.done_on is null or o.done_on > ${on}::date)))
    and (${state ?? null}::text is null or ${stateSql(on)} = ${state ?? null}::text)`
}

