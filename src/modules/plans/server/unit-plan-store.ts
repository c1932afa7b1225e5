import type { DocumentId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { SaveUnitPlan } from '../contract-unit-plan.ts'
import { amongUnits } from './obligation-state-store.ts'
import type { DirectiveId, DutyId, PlanTables, UnitPlanId } from './tables.ts'
import { sql } from 'kysely'

export interface UnitPlanRow {
  readonly id: UnitPlanId
  readonly directiveId: DirectiveId
  readonly unitId: UnitId
  readonly title: string
  readonly version: number
  readonly submittedAt: string | null
  readonly returnedBecause: string | null
  readonly approvedOn: PlainDate | null
  readonly approvedBy: string | null
  readonly approvedFor: string | null
  readonly number: string | null
  readonly issuedOn: PlainDate | null
}

export interface MeasureRow {
  readonly dutyId: DutyId | null
  readonly what: string
  readonly who: string
  readonly dueOn: PlainDate | null
  readonly product: string
  readonly passOn: boolean
}

const COLUMNS = [
  'id', 'directive_id as directiveId', 'unit_id as unitId', 'title', 'version', 'submitted_at as submittedAt', 'returned_because as returnedBecause',
  'approved_on as approvedOn', 'approved_by as approvedBy', 'approved_for as approvedFor', 'number', 'issued_on as issuedOn',
] as const

export function unitPlanStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  const change = (id: UnitPlanId) => db.updateTable('plans.unit_plan').where('id', '=', id)
  return {
    find: (directiveId: DirectiveId, unitId: UnitId): Promise<UnitPlanRow | undefined> =>
      db.selectFrom('plans.unit_plan').select(COLUMNS).where('directive_id', '=', directiveId).where('unit_id', '=', unitId).forUpdate().executeTakeFirst(),
    get: (id: UnitPlanId): Promise<UnitPlanRow> => db.selectFrom('plans.unit_plan').select(COLUMNS).where('id', '=', id).executeTakeFirstOrThrow(),
    listOf: (units: ReadonlySet<UnitId>): Promise<UnitPlanRow[]> =>
      db.selectFrom('plans.unit_plan').select(COLUMNS).where('unit_id', '=', sql<UnitId>`${amongUnits(units)}`).execute(),
    async countIssued(directiveId: DirectiveId, from: PlainDate, until: PlainDate): Promise<number> {
      const row = await db.selectFrom('plans.unit_plan').where('directive_id', '=', directiveId).where('issued_on', '>=', from).where('issued_on', '<=', until)
        .select((where) => where.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      return row.count
    },
    async add(directiveId: DirectiveId, unitId: UnitId, title: string): Promise<UnitPlanId> {
      const id = newId<'unit-plan'>()
      await db.insertInto('plans.unit_plan').values({
        id, directive_id: directiveId, unit_id: unitId, title, submitted_at: null, submitted_by: null, returned_because: null, approved_on: null, approved_by: null,
        approved_for: null, number: null, issued_on: null, document_id: null,
      }).onConflict((conflict) => conflict.doNothing()).execute()
      return id
    },
    /** False when somebody saved since `version` was read. */
    async save(id: UnitPlanId, { version, title }: SaveUnitPlan): Promise<boolean> {
      const result = await change(id).set({ title, version: version + 1 }).where('version', '=', version).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async replaceMeasures(unitPlanId: UnitPlanId, measures: readonly MeasureRow[]): Promise<void> {
      await db.deleteFrom('plans.measure').where('unit_plan_id', '=', unitPlanId).execute()
      if (measures.length === 0) return
      await db.insertInto('plans.measure').values(measures.map(({ dutyId, dueOn, passOn, ...measure }, index) => ({
        ...measure, id: newId<'measure'>(), unit_plan_id: unitPlanId, ordinal: index + 1, duty_id: dutyId, due_on: dueOn, pass_on: passOn,
      }))).execute()
    },
    listMeasures: (unitPlanId: UnitPlanId): Promise<(MeasureRow & { dutyTitle: string | null; clausePath: string | null })[]> =>
      db.selectFrom('plans.measure').leftJoin('plans.duty', 'plans.duty.id', 'duty_id').where('unit_plan_id', '=', unitPlanId).orderBy('plans.measure.ordinal')
        .select(['duty_id as dutyId', 'plans.duty.title as dutyTitle', 'clause_path as clausePath', 'what', 'who', 'due_on as dueOn', 'plans.measure.product as product', 'pass_on as passOn']).execute(),
    async submit(id: UnitPlanId, at: string, by: string): Promise<void> {
      await change(id).set({ submitted_at: at, submitted_by: by, returned_because: null }).execute()
    },
    async giveBack(id: UnitPlanId, because: string): Promise<void> {
      await change(id).set({ submitted_at: null, approved_on: null, approved_by: null, approved_for: null, returned_because: because }).execute()
    },
    async approve(id: UnitPlanId, on: PlainDate, by: string, onBehalfOf: string | null): Promise<void> {
      await change(id).set({ approved_on: on, approved_by: by, approved_for: onBehalfOf }).execute()
    },
    async issue(id: UnitPlanId, number: string, on: PlainDate, documentId: DocumentId): Promise<void> {
      await change(id).set({ number, issued_on: on, document_id: documentId }).execute()
    },
  }
}
