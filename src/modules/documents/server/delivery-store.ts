import { sql } from 'kysely'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { DeliveryFigures, SaveBriefing } from '../contract.ts'
import type { DocumentTables } from './tables.ts'

export interface DeliveryRow {
  readonly id: Id<'delivery'>
  readonly documentId: DocumentId
  readonly unitId: UnitId
  readonly sentOn: PlainDate
  readonly receivedAt: string | null
  readonly openedAt: string | null
  readonly acknowledgedAt: string | null
  readonly acknowledgedOn: PlainDate | null
  readonly acknowledgedBy: string | null
  readonly acknowledgedFor: string | null
  readonly briefings: number
  readonly sessions: number
  readonly peopleReached: number
}

const ROWS = sql`
  select d.id, d.document_id as "documentId", d.unit_id as "unitId", d.sent_on as "sentOn", d.received_at as "receivedAt", d.opened_at as "openedAt",
    d.acknowledged_at as "acknowledgedAt", d.acknowledged_on as "acknowledgedOn", d.acknowledged_by as "acknowledgedBy", d.acknowledged_for as "acknowledgedFor",
    coalesce(b.briefings, 0) as briefings, coalesce(b.sessions, 0) as sessions, coalesce(b.people, 0) as "peopleReached"
  from documents.delivery d left join lateral (
    select count(*) as briefings, sum(sessions) as sessions, sum(people_reached) as people from documents.briefing where delivery_id = d.id) b on true`

export function deliveryStore(database: Db) {
  const db = database.$extendTables<DocumentTables>()
  return {
    /** Sends to each unit once; a second time changes nothing. */
    async send(documentId: DocumentId, fromUnitId: UnitId, unitIds: readonly UnitId[], on: PlainDate): Promise<void> {
      if (unitIds.length === 0) return
      await db.insertInto('documents.delivery').values(unitIds.map((unitId) => ({
        id: newId<'delivery'>(), document_id: documentId, unit_id: unitId, from_unit_id: fromUnitId, sent_on: on, received_at: null, opened_at: null,
        opened_by: null, acknowledged_at: null, acknowledged_on: null, acknowledged_by: null, acknowledged_for: null,
      }))).onConflict((conflict) => conflict.columns(['document_id', 'unit_id']).doNothing()).execute()
    },
    async listOf(documentId: DocumentId, units: ReadonlySet<UnitId>): Promise<DeliveryRow[]> {
      return (await sql<DeliveryRow>`${ROWS} where d.document_id = ${documentId} and d.unit_id = any(${[...units]}::uuid[])`.execute(db)).rows
    },
    async listAll(documentId: DocumentId): Promise<DeliveryRow[]> {
      return (await sql<DeliveryRow>`${ROWS} where d.document_id = ${documentId}`.execute(db)).rows
    },
    async find(documentId: DocumentId, unitId: UnitId): Promise<DeliveryRow | undefined> {
      return (await sql<DeliveryRow>`${ROWS} where d.document_id = ${documentId} and d.unit_id = ${unitId}`.execute(db)).rows[0]
    },
    async inbox(units: ReadonlySet<UnitId>, limit: number, onlyWaiting: boolean): Promise<DeliveryRow[]> {
      const waiting = onlyWaiting ? sql`and d.acknowledged_at is null` : sql``
      return (await sql<DeliveryRow>`${ROWS} where d.unit_id = any(${[...units]}::uuid[]) ${waiting} order by d.sent_on desc, d.id limit ${limit}`.execute(db)).rows
    },
    async listWaiting(sentBefore: PlainDate): Promise<{ id: Id<'delivery'>; documentId: DocumentId; unitId: UnitId; sentOn: PlainDate }[]> {
      return db.selectFrom('documents.delivery').where('acknowledged_at', 'is', null).where('sent_on', '<', sentBefore)
        .select(['id', 'document_id as documentId', 'unit_id as unitId', 'sent_on as sentOn']).execute()
    },
    async countWaiting(units: ReadonlySet<UnitId>): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from documents.delivery where acknowledged_at is null and unit_id = any(${[...units]}::uuid[])`.execute(db)
      return rows[0]?.count ?? 0
    },
    async markReceived(ids: readonly Id<'delivery'>[], at: string): Promise<void> {
      await db.updateTable('documents.delivery').set({ received_at: at }).where('id', '=', sql<Id<'delivery'>>`any(${[...ids]}::uuid[])`).where('received_at', 'is', null).execute()
    },
    async markOpened(ids: readonly Id<'delivery'>[], at: string, by: string): Promise<void> {
      await db.updateTable('documents.delivery').set({ received_at: sql`coalesce(received_at, ${at})`, opened_at: at, opened_by: by })
        .where('id', '=', sql<Id<'delivery'>>`any(${[...ids]}::uuid[])`).where('opened_at', 'is', null).execute()
    },
    /** False when somebody acknowledged before. */
    async acknowledge(id: Id<'delivery'>, { at, on, by, onBehalfOf }: { at: string; on: PlainDate; by: string; onBehalfOf: string | null }): Promise<boolean> {
      const result = await db.updateTable('documents.delivery')
        .set({ received_at: sql`coalesce(received_at, ${at})`, opened_at: sql`coalesce(opened_at, ${at})`, acknowledged_at: at, acknowledged_on: on, acknowledged_by: by, acknowledged_for: onBehalfOf })
        .where('id', '=', id).where('acknowledged_at', 'is', null).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async addBriefing(deliveryId: Id<'delivery'>, { heldOn, peopleReached, ...briefing }: SaveBriefing, fileId: FileId | null, by: string): Promise<void> {
      await db.insertInto('documents.briefing').values({
        ...briefing, id: newId<'briefing'>(), delivery_id: deliveryId, held_on: heldOn, people_reached: peopleReached, file_id: fileId, recorded_by: by,
      }).execute()
    },
    /** Keeps the material where no new one is given. False when the delivery has no such briefing. */
    async changeBriefing(deliveryId: Id<'delivery'>, id: Id<'briefing'>, { heldOn, peopleReached, ...briefing }: SaveBriefing, fileId: FileId | null): Promise<boolean> {
      const result = await db.updateTable('documents.briefing')
        .set({ ...briefing, held_on: heldOn, people_reached: peopleReached, ...(fileId === null ? {} : { file_id: fileId }) })
        .where('id', '=', id).where('delivery_id', '=', deliveryId).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
    async removeBriefing(deliveryId: Id<'delivery'>, id: Id<'briefing'>): Promise<boolean> {
      const result = await db.deleteFrom('documents.briefing').where('id', '=', id).where('delivery_id', '=', deliveryId).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    listBriefings(deliveryIds: readonly Id<'delivery'>[]) {
      return db.selectFrom('documents.briefing').leftJoin('platform.file', 'platform.file.id', 'documents.briefing.file_id')
        .where('delivery_id', '=', sql<Id<'delivery'>>`any(${[...deliveryIds]}::uuid[])`)
        .select(['documents.briefing.id as id', 'delivery_id as deliveryId', 'held_on as heldOn', 'sessions', 'people_reached as peopleReached', 'audience', 'note', 'file_id as fileId', 'platform.file.name as fileName'])
        .orderBy('held_on').execute()
    },
    async briefedByUnit(documentId: DocumentId, units: ReadonlySet<UnitId>, from: PlainDate, until: PlainDate): Promise<ReadonlyMap<UnitId, { sessions: number; peopleReached: number }>> {
      const { rows } = await sql<{ unitId: UnitId; sessions: number; peopleReached: number }>`
        select d.unit_id as "unitId", sum(b.sessions) as sessions, sum(b.people_reached) as "peopleReached"
        from documents.delivery d join documents.briefing b on b.delivery_id = d.id
        where d.document_id = ${documentId} and d.unit_id = any(${[...units]}::uuid[]) and b.held_on between ${from} and ${until} group by d.unit_id`.execute(db)
      return new Map(rows.map(({ unitId, ...sums }) => [unitId, sums]))
    },
    /** How far the document got, over the units named and between the days. */
    async figures(documentId: DocumentId, units: ReadonlySet<UnitId> | null, { from, until }: { readonly from: PlainDate | null; readonly until: PlainDate }): Promise<DeliveryFigures> {
      const limited = units === null ? sql`` : sql`and d.unit_id = any(${[...units]}::uuid[])`
      const { rows } = await sql<DeliveryFigures>`
        select count(*) as sent, count(d.received_at) as received, count(d.opened_at) as opened, count(*) filter (where d.acknowledged_on <= ${until}::date) as acknowledged,
          count(*) filter (where b.sessions > 0) as briefed, coalesce(sum(b.sessions), 0) as sessions, coalesce(sum(b.people), 0) as "peopleReached"
        from documents.delivery d left join lateral (
          select sum(sessions) as sessions, sum(people_reached) as people from documents.briefing where delivery_id = d.id and held_on between coalesce(${from}::date, '-infinity') and ${until}::date) b on true
        where d.document_id = ${documentId} and d.sent_on <= ${until} ${limited}`.execute(db)
      return rows[0] ?? { sent: 0, received: 0, opened: 0, acknowledged: 0, briefed: 0, sessions: 0, peopleReached: 0 }
    },
  }
}
