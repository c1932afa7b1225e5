import { may } from '#kernel/actor.ts'
import type { DocumentId } from '#kernel/ids.ts'
import { getFile } from '#platform/server/files.ts'
import type { Work } from '#platform/server/work.ts'
import type { DocumentRecord } from '../contract.ts'
import { allowedActions } from '../domain/delivery.ts'
import { openMine, shown } from './deliveries.ts'
import { deliveryStore } from './delivery-store.ts'
import { documentStore } from './document-store.ts'
import { getReadable, mayChange, readableSummaries, summarise } from './reading.ts'

/** All of a document that the reader may see. For the units they work for, looking is opening. */
export async function readDocument(work: Work, id: DocumentId): Promise<DocumentRecord> {
  const row = await getReadable(work, id)
  const mine = await openMine(work, id)
  const [summary] = await summarise(work, [row])
  const reports = await deliveryStore(work.db).listBriefings(mine.map((delivery) => delivery.id))
  const file = row.fileId === null ? null : await getFile(work.db, row.fileId)
  const deliveries = await shown(work, mine)
  return {
    ...(summary ?? { ...row, typeName: row.type, status: 'in-force' }),
    signer: row.signer, isPublic: row.isPublic, file: file && { name: file.name, mediaType: file.mediaType, size: file.size },
    relations: await relationsOf(work, id),
    mayEdit: mayChange(work, row),
    mine: deliveries.map((delivery) => {
      const facts = mine.find((known) => known.id === delivery.id)
      return {
        ...delivery, actions: facts === undefined ? [] : allowedActions(facts, work.actor),
        reports: reports.filter(({ deliveryId }) => deliveryId === delivery.id),
      }
    }),
    seesCoverage: row.issuerUnitId !== null && may(work.actor, 'documents.read', row.issuerUnitId),
  }
}

/** A document that the reader may not open is not named here either. */
async function relationsOf(work: Work, id: DocumentId): Promise<DocumentRecord['relations']> {
  const relations = await documentStore(work.db).listRelations([id])
  const others = await readableSummaries(work, relations.map(({ documentId, targetId }) => (documentId === id ? targetId : documentId)))
  return relations.flatMap(({ documentId, targetId, ...relation }) => {
    const other = others.get(documentId === id ? targetId : documentId)
    return other === undefined ? [] : [{ ...relation, isBy: documentId !== id, document: { id: other.id, number: other.number, summary: other.summary } }]
  })
}
