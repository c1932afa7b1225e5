import { findGrant, unitsWhere } from '#kernel/actor.ts'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, storeFile, type StoredFile } from '#platform/server/files.ts'
import type { UploadedFile } from '#platform/server/upload.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { Delivery, DeliveryFigures, SaveBriefing } from '../contract.ts'
import { allowedActions, deliveryState } from '../domain/delivery.ts'
import { deliveryStore, type DeliveryRow } from './delivery-store.ts'
import { documentSummaries, readableUnits } from './reading.ts'

const INBOX_LENGTH = 200

export interface Dispatch {
  readonly documentId: DocumentId
  readonly fromUnitId: UnitId
  readonly unitIds: readonly UnitId[]
  /** The day it was sent; today where left out. */
  readonly on?: PlainDate
}

/** Sends a document to units. Each gets it once, however often this is called. */
export async function deliverDocument(work: Work, { documentId, fromUnitId, unitIds, on = work.today }: Dispatch): Promise<void> {
  await deliveryStore(work.db).send(documentId, fromUnitId, unitIds, on)
}

/** What came to the units the actor works for. Listing it is receiving it. */
export async function readInbox(work: Work) {
  const store = deliveryStore(work.db)
  const rows = await store.inbox(unitsWhere(work.actor, 'documents.acknowledge'), INBOX_LENGTH, false)
  await store.markReceived(rows.filter(({ receivedAt }) => receivedAt === null).map(({ id }) => id), work.now)
  return { deliveries: await withDocuments(work, rows) }
}

/** Still to be acknowledged by the actor's units: for "Việc của tôi". Reading it receives nothing. */
export async function waitingDeliveries(work: Work) {
  return withDocuments(work, await deliveryStore(work.db).inbox(unitsWhere(work.actor, 'documents.acknowledge'), INBOX_LENGTH, true))
}

/** How many deliveries to the units still wait to be acknowledged. */
export function countUnacknowledged(work: Work, units: ReadonlySet<UnitId>): Promise<number> {
  return deliveryStore(work.db).countWaiting(units)
}

/** Every unit the document was sent to that the actor may see, named as on the day it was sent. */
export async function deliveriesOf(work: Work, documentId: DocumentId): Promise<Delivery[]> {
  return shown(work, await deliveryStore(work.db).listOf(documentId, readableUnits(work)))
}

/** Sessions and people reached by each unit, of the sessions held from `from` to `until`, both included. */
export function briefedByUnit(work: Work, documentId: DocumentId, from: PlainDate, until: PlainDate): Promise<ReadonlyMap<UnitId, { sessions: number; peopleReached: number }>> {
  return deliveryStore(work.db).briefedByUnit(documentId, readableUnits(work), from, until)
}

/** Deliveries and acknowledgements as they stand on the last day; sessions of the days from `from` to `until`, both included. */
export function deliveryFigures(work: Work, documentId: DocumentId, { from = null, until = work.today }: { from?: PlainDate | null; until?: PlainDate } = {}): Promise<DeliveryFigures> {
  return deliveryStore(work.db).figures(documentId, readableUnits(work), { from, until })
}

/** The unit says that it has the document and will carry it out. */
export async function acknowledge(work: Work, documentId: DocumentId, unitId: UnitId): Promise<void> {
  const delivery = await getDelivery(work, documentId, unitId)
  if (!allowedActions(delivery, work.actor).includes('acknowledge')) {
    throw delivery.acknowledgedAt === null ? new Refusal('forbidden', 'http.not_allowed') : new Refusal('conflict', 'documents.already_acknowledged')
  }
  const onBehalfOf = findGrant(work.actor, 'documents.acknowledge', unitId)?.onBehalfOf?.name ?? null
  const isFirst = await deliveryStore(work.db).acknowledge(delivery.id, { at: work.now, on: work.today, by: work.actor.id, onBehalfOf })
  if (!isFirst) throw new Refusal('conflict', 'documents.already_acknowledged')
}

/** One or several sessions in which the document was explained to people, with their number and the material used. */
export async function recordBriefing(work: Work, documentId: DocumentId, unitId: UnitId, briefing: SaveBriefing, material: UploadedFile | null): Promise<void> {
  const delivery = await getBriefable(work, documentId, unitId)
  requireHeldSince(work, briefing, delivery)
  await deliveryStore(work.db).addBriefing(delivery.id, briefing, await keep(work, material), work.actor.id)
}

/** What was written down wrongly; the material stays unless a new one is given. */
export async function changeBriefing(
  work: Work, documentId: DocumentId, unitId: UnitId, id: Id<'briefing'>, briefing: SaveBriefing, material: UploadedFile | null,
): Promise<void> {
  const delivery = await getBriefable(work, documentId, unitId)
  requireHeldSince(work, briefing, delivery)
  if (!(await deliveryStore(work.db).changeBriefing(delivery.id, id, briefing, await keep(work, material)))) throw new Refusal('not_found', 'documents.no_such_briefing')
}

/** The material of a briefing, for whoever may read the unit's delivery. */
export async function getBriefingFile(work: Work, documentId: DocumentId, unitId: UnitId, id: Id<'briefing'>): Promise<StoredFile> {
  const { id: deliveryId } = await getDelivery(work, documentId, unitId)
  const briefing = (await deliveryStore(work.db).listBriefings([deliveryId])).find((known) => known.id === id)
  if (briefing === undefined) throw new Refusal('not_found', 'documents.no_such_briefing')
  if (briefing.fileId === null) throw new Refusal('not_found', 'files.not_found')
  return getFile(work.db, briefing.fileId)
}

function requireHeldSince(work: Work, briefing: SaveBriefing, delivery: DeliveryRow): void {
  if (briefing.heldOn > work.today) throw new Refusal('invalid', 'documents.briefing_in_the_future', { field: 'heldOn' })
  if (briefing.heldOn < delivery.sentOn) throw new Refusal('invalid', 'documents.briefing_before_sending', { field: 'heldOn' })
}

async function keep(work: Work, material: UploadedFile | null): Promise<FileId | null> {
  return material === null ? null : (await storeFile(work, material.bytes, material.name)).id
}

export async function removeBriefing(work: Work, documentId: DocumentId, unitId: UnitId, id: Id<'briefing'>): Promise<void> {
  const delivery = await getBriefable(work, documentId, unitId)
  if (!(await deliveryStore(work.db).removeBriefing(delivery.id, id))) throw new Refusal('not_found', 'documents.no_such_briefing')
}

/** The deliveries of the units the actor works for, marked as opened by looking. */
export async function openMine(work: Work, documentId: DocumentId): Promise<DeliveryRow[]> {
  const store = deliveryStore(work.db)
  const rows = await store.listOf(documentId, unitsWhere(work.actor, 'documents.acknowledge'))
  await store.markOpened(rows.filter(({ openedAt }) => openedAt === null).map(({ id }) => id), work.now, work.actor.id)
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt ?? work.now, openedAt: row.openedAt ?? work.now }))
}

export async function shown(work: Work, rows: readonly DeliveryRow[]): Promise<Delivery[]> {
  const directory = await loadDirectory(work.db)
  const names = await namesOf(work, rows.flatMap(({ acknowledgedBy }) => acknowledgedBy ?? []))
  return rows
    .map(({ acknowledgedBy, acknowledgedAt, ...row }) => ({
      ...row, unitName: directory.nameOn(row.unitId, row.sentOn) ?? '', state: deliveryState({ ...row, acknowledgedAt }),
      acknowledgedByName: acknowledgedBy === null ? null : names.get(acknowledgedBy) ?? null,
    }))
    .toSorted((one, other) => one.unitName.localeCompare(other.unitName, 'vi', { numeric: true }))
}

async function getDelivery(work: Work, documentId: DocumentId, unitId: UnitId): Promise<DeliveryRow> {
  const delivery = readableUnits(work).has(unitId) ? await deliveryStore(work.db).find(documentId, unitId) : undefined
  if (delivery === undefined) throw new Refusal('not_found', 'documents.no_such_delivery')
  return delivery
}

async function getBriefable(work: Work, documentId: DocumentId, unitId: UnitId): Promise<DeliveryRow> {
  const delivery = await getDelivery(work, documentId, unitId)
  if (allowedActions(delivery, work.actor).includes('brief')) return delivery
  throw delivery.acknowledgedAt === null ? new Refusal('conflict', 'documents.acknowledge_first') : new Refusal('forbidden', 'http.not_allowed')
}

async function withDocuments(work: Work, rows: readonly DeliveryRow[]) {
  const documents = await documentSummaries(work, rows.map(({ documentId }) => documentId))
  return (await shown(work, rows)).toSorted((one, other) => (one.sentOn < other.sentOn ? 1 : -1)).flatMap((delivery) => {
    const document = documents.get(delivery.documentId)
    return document === undefined ? [] : [{ ...delivery, document }]
  })
}
