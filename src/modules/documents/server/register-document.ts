import type { DocumentId, FileId, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import type { RegisterDocument } from '../contract.ts'
import { secrecyMark } from '../domain/secrecy.ts'
import { documentStore } from './document-store.ts'
import { getReadable } from './reading.ts'

export interface NewDocument extends RegisterDocument {
  readonly issuerUnitId: UnitId | null
  readonly fileId: FileId | null
  /** The whole text where it is known: what search reads. */
  readonly body: string
}

/** Puts a document into the library. The caller has checked the right to do so in its own business. */
export async function registerDocument(work: Work, { body, ...document }: NewDocument): Promise<DocumentId> {
  const mark = secrecyMark(body)
  if (mark !== null) throw new Refusal('invalid', 'documents.secret_refused', { field: 'file', mark })
  const id = newId<'document'>()
  await documentStore(work.db).add({ id, ...document }, body.replaceAll('\u0000', ''), work.actor.id)
  return id
}

export async function changeDocument(work: Work, id: DocumentId, document: RegisterDocument): Promise<void> {
  await getReadable(work, id)
  await documentStore(work.db).change(id, document)
}

/** What one document does to another from a day on: amends, replaces, ends it. */
export async function relateDocument(work: Work, id: DocumentId, { effect, targetId, since }: { effect: Parameters<ReturnType<typeof documentStore>['addRelation']>[1]; targetId: DocumentId; since: Work['today'] }): Promise<void> {
  await getReadable(work, id)
  await getReadable(work, targetId)
  if (id === targetId) throw new Refusal('invalid', 'documents.relates_to_itself', { field: 'targetId' })
  await documentStore(work.db).addRelation(id, effect, targetId, since)
}
