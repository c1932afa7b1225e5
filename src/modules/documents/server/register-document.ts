import type { z } from 'zod'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { DOCUMENT_TYPES } from '#platform/server/official-document/document-types.ts'
import type { AddRelation, RegisterDocument } from '../contract.ts'
import { documentStore, type DocumentRow } from './document-store.ts'
import { getReadable, mayChange } from './reading.ts'

/** A hundred pages; PostgreSQL indexes no more than a megabyte of words, whatever the script. */
const SEARCHED_LENGTH = 250_000

export interface NewDocument extends RegisterDocument {
  readonly issuerUnitId: UnitId | null
  readonly fileId: FileId | null
  /** Put in by hand: the issuer unit, where there is one, keeps the paper and did not issue it. */
  readonly isBroughtIn?: boolean
  /** The whole text where it is known: what search reads. */
  readonly body: string
}

/** Puts a document into the library. The caller has checked the right to do so in its own business. */
export async function registerDocument(work: Work, { body, ...document }: NewDocument): Promise<DocumentId> {
  requireKnownType(document.type)
  const id = newId<'document'>()
  await documentStore(work.db).add({ id, ...document }, body.replaceAll('\u0000', '').slice(0, SEARCHED_LENGTH), work.actor.id)
  return id
}

export async function changeDocument(work: Work, id: DocumentId, change: RegisterDocument): Promise<void> {
  const { issuerUnitId } = await getChangeable(work, id)
  requireKnownType(change.type)
  await documentStore(work.db).change({ ...change, id, issuerUnitId: issuerUnitId ?? keeperOf(work, change) })
}

/** Who reads a paper that is not for everybody, before it is sent to anyone: the unit that brought it in. */
export function keeperOf({ actor }: Work, { isPublic }: RegisterDocument): UnitId | null {
  return isPublic ? null : actor.unitId
}

/** What one document does to another from a day on: amends, replaces, ends it. */
export async function relateDocument(work: Work, id: DocumentId, { effect, targetId, since }: z.infer<typeof AddRelation>): Promise<void> {
  await getChangeable(work, id)
  await getReadable(work, targetId)
  if (id === targetId) throw new Refusal('invalid', 'documents.relates_to_itself', { field: 'targetId' })
  await documentStore(work.db).addRelation(id, effect, targetId, since)
}

export async function unrelateDocument(work: Work, id: DocumentId, relationId: Id<'document-relation'>): Promise<void> {
  await getChangeable(work, id)
  if (!(await documentStore(work.db).removeRelation(id, relationId))) throw new Refusal('not_found', 'documents.no_such_relation')
}

async function getChangeable(work: Work, id: DocumentId): Promise<DocumentRow> {
  const document = await getReadable(work, id)
  if (!mayChange(work, document)) throw new Refusal('forbidden', 'http.not_allowed')
  return document
}

function requireKnownType(type: string): void {
  if (!Object.hasOwn(DOCUMENT_TYPES, type)) throw new Refusal('invalid', 'documents.unknown_type', { field: 'type' })
}
