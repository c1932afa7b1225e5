import { sql } from 'kysely'
import type { DocumentId, FileId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Reading, SaveDuty } from '../contract.ts'
import type { Addressee } from '../domain/addressing.ts'
import type { Schedule } from '../domain/schedule.ts'
import type { DirectiveId, DutyId, PlanTables } from './tables.ts'

export interface DirectiveRow {
  readonly id: DirectiveId
  readonly unitId: UnitId
  readonly documentId: DocumentId | null
  readonly fileId: FileId | null
  readonly title: string
  readonly reading: Reading
  readonly version: number
  readonly issuedOn: PlainDate | null
  readonly issuedBy: string | null
  readonly issuedFor: string | null
  readonly withdrawnOn: PlainDate | null
  readonly withdrawnBecause: string | null
}

export interface DutyRow {
  readonly id: DutyId
  readonly directiveId: DirectiveId
  readonly ordinal: number
  readonly clausePath: string | null
  readonly clauseText: string
  readonly title: string
  readonly product: string
  readonly figureName: string | null
  readonly figureUnit: string | null
  readonly figureTarget: number | null
  readonly schedule: Schedule
}

export interface NewDirective { readonly unitId: UnitId; readonly fileId: FileId | null; readonly reading: Reading; readonly sourceText: string; readonly by: string }

const COLUMNS = [
  'id', 'unit_id as unitId', 'document_id as documentId', 'file_id as fileId', 'title', 'reading', 'version', 'issued_on as issuedOn', 'issued_by as issuedBy',
  'issued_for as issuedFor', 'withdrawn_on as withdrawnOn', 'withdrawn_because as withdrawnBecause',
] as const
const DUTY_COLUMNS = [
  'id', 'directive_id as directiveId', 'ordinal', 'clause_path as clausePath', 'clause_text as clauseText', 'title', 'product', 'figure_name as figureName',
  'figure_unit as figureUnit', 'figure_target as figureTarget', 'schedule',
] as const

export function directiveStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  return {
    find: (id: DirectiveId): Promise<DirectiveRow | undefined> => db.selectFrom('plans.directive').select(COLUMNS).where('id', '=', id).executeTakeFirst(),
    async get(id: DirectiveId): Promise<DirectiveRow> {
      const directive = await db.selectFrom('plans.directive').select(COLUMNS).where('id', '=', id).executeTakeFirst()
      if (directive === undefined) throw new Refusal('not_found', 'plans.no_such_directive')
      return directive
    },
    /** Held until the transaction ends: nobody issues or corrects it at the same time. */
    async lock(id: DirectiveId): Promise<void> {
      await db.selectFrom('plans.directive').select('id').where('id', '=', id).forUpdate().execute()
    },
    list: (): Promise<DirectiveRow[]> => db.selectFrom('plans.directive').select(COLUMNS).orderBy(sql`issued_on desc nulls first`).orderBy('created_at', 'desc').execute(),
    async sourceText(id: DirectiveId): Promise<string> {
      return (await db.selectFrom('plans.directive').select('source_text').where('id', '=', id).executeTakeFirstOrThrow()).source_text
    },
    async add({ unitId, fileId, reading, sourceText, by }: NewDirective): Promise<DirectiveId> {
      const id = newId<'directive'>()
      await db.insertInto('plans.directive').values({
        id, unit_id: unitId, document_id: null, file_id: fileId, title: titleOf(reading), number: reading.number, reading: JSON.stringify(reading), source_text: sourceText,
        issued_on: null, issued_by: null, issued_for: null, withdrawn_on: null, withdrawn_because: null, created_by: by,
      }).execute()
      return id
    },
    /** False when somebody corrected it since `version` was read. */
    async correct(id: DirectiveId, version: number, reading: Reading): Promise<boolean> {
      const result = await db.updateTable('plans.directive').set({ reading: JSON.stringify(reading), title: titleOf(reading), version: version + 1 })
        .where('id', '=', id).where('version', '=', version).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async markIssued(id: DirectiveId, facts: { on: PlainDate; number: string; by: string; onBehalfOf: string | null; documentId: DocumentId }): Promise<void> {
      await db.updateTable('plans.directive').set({ issued_on: facts.on, number: facts.number, issued_by: facts.by, issued_for: facts.onBehalfOf, document_id: facts.documentId }).where('id', '=', id).execute()
    },
    async withdraw(id: DirectiveId, on: PlainDate, because: string): Promise<void> {
      await db.updateTable('plans.directive').set({ withdrawn_on: on, withdrawn_because: because }).where('id', '=', id).execute()
    },
    listDuties: (directiveId: DirectiveId): Promise<DutyRow[]> =>
      db.selectFrom('plans.duty').select(DUTY_COLUMNS).where('directive_id', '=', directiveId).orderBy('ordinal').execute(),
    /** Directives in force with a recurring duty: whose next period may begin. */
    listRecurring: (): Promise<DirectiveRow[]> =>
      db.selectFrom('plans.directive').select(COLUMNS).where('issued_on', 'is not', null).where('withdrawn_on', 'is', null)
        .where(sql<boolean>`exists (select from plans.duty d where d.directive_id = plans.directive.id and d.schedule ->> 'kind' = 'recurring')`).orderBy('issued_on').execute(),
    async findDuty(directiveId: DirectiveId, id: DutyId): Promise<DutyRow | undefined> {
      return db.selectFrom('plans.duty').select(DUTY_COLUMNS).where('id', '=', id).where('directive_id', '=', directiveId).executeTakeFirst()
    },
    async addDuty(directiveId: DirectiveId, duty: SaveDuty): Promise<DutyId> {
      const id = newId<'duty'>()
      const { next } = await db.selectFrom('plans.duty').where('directive_id', '=', directiveId).select(sql<number>`coalesce(max(ordinal), 0) + 1`.as('next')).executeTakeFirstOrThrow()
      await db.insertInto('plans.duty').values({ id, directive_id: directiveId, ordinal: next, ...rowOf(duty) }).execute()
      await replaceAddressees(id, duty.addressees)
      return id
    },
    async changeDuty(id: DutyId, duty: SaveDuty): Promise<void> {
      await db.updateTable('plans.duty').set(rowOf(duty)).where('id', '=', id).execute()
      await replaceAddressees(id, duty.addressees)
    },
    async removeDuty(id: DutyId): Promise<void> {
      await db.deleteFrom('plans.duty').where('id', '=', id).execute()
    },
    async listAddressees(dutyIds: readonly DutyId[]): Promise<(Addressee & { dutyId: DutyId })[]> {
      return db.selectFrom('plans.duty_addressee').where('duty_id', '=', sql<DutyId>`any(${[...dutyIds]}::uuid[])`).orderBy('id')
        .select(['duty_id as dutyId', 'role', 'class', 'unit_id as unitId', 'through_district as throughDistrict']).execute()
    },
    /** Directives whose title or number has the words, whoever may read them. */
    async searchTitles(text: string): Promise<DirectiveRow[]> {
      return db.selectFrom('plans.directive').select(COLUMNS).where(sql<boolean>`platform.plain(title || ' ' || coalesce(number, '')) like ${pattern(text)}`)
        .orderBy(sql`issued_on desc nulls first`).execute()
    },
    /** Duties whose words match, of directives that the reader's units issued or have work of. */
    async searchDuties(text: string, units: ReadonlySet<UnitId>, limit: number) {
      const { rows } = await sql<{ id: DutyId; title: string; directiveId: DirectiveId; directive: string }>`
        select d.id, d.title, d.directive_id as "directiveId", v.title as directive from plans.duty d join plans.directive v on v.id = d.directive_id
        where platform.plain(d.title || ' ' || d.clause_text) like ${pattern(text)} and v.issued_on is not null
          and (v.unit_id = any(${[...units]}::uuid[]) or exists (select from plans.obligation o where o.duty_id = d.id and o.unit_id = any(${[...units]}::uuid[])))
        order by v.issued_on desc, d.ordinal limit ${limit}`.execute(db)
      return rows
    },
  }

  async function replaceAddressees(dutyId: DutyId, addressees: SaveDuty['addressees']): Promise<void> {
    await db.deleteFrom('plans.duty_addressee').where('duty_id', '=', dutyId).execute()
    if (addressees.length === 0) return
    await db.insertInto('plans.duty_addressee').values(addressees.map(({ unitId, throughDistrict, ...addressee }) => ({
      ...addressee, id: newId<'addressee'>(), duty_id: dutyId, unit_id: unitId, through_district: throughDistrict,
    }))).execute()
  }
}

function pattern(text: string) {
  return sql`'%' || platform.plain(${text.normalize('NFC').replaceAll('\u0000', '').replaceAll(/[%_\\]/g, '\\$&')}) || '%'`
}

function titleOf({ kind, title }: Reading): string {
  if (title === null || title === '') return kind ?? 'Văn bản chưa có trích yếu'
  return kind === null ? title : `${kind} ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}`
}

function rowOf({ clausePath, clauseText, title, product, figureName, figureUnit, figureTarget, schedule }: SaveDuty) {
  return {
    clause_path: clausePath, clause_text: clauseText, title, product, figure_name: figureName, figure_unit: figureUnit, figure_target: figureTarget,
    schedule: JSON.stringify(schedule),
  }
}
