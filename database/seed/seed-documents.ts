import { readFileSync } from 'node:fs'
import type { DocumentId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { documentStore } from '#modules/documents/server/document-store.ts'
import { RELATION_EFFECTS } from '#modules/documents/domain/legal-status.ts'
import { seedId, seedRows } from './seed-file.ts'

/** The documents that public mass-mobilisation work stands on, each with how sure its facts are. */
export async function seedDocuments(db: Db): Promise<void> {
  const store = documentStore(db)
  const rows = seedRows('documents.csv', readFileSync(new URL('documents.csv', import.meta.url), 'utf8'))
  for (const row of rows) {
    await store.add({
      id: seedDocumentId(row.text('key')), type: row.text('type'), number: row.text('number'), issuedOn: row.date('issued_on'), issuer: row.text('issuer'),
      issuerUnitId: null, summary: row.text('summary'), signer: null, fileId: null, isPublic: true, certainty: row.certainty(),
    }, '', 'system')
  }
  for (const row of rows.filter((known) => known.textOrNull('effect') !== null)) {
    await store.addRelation(seedDocumentId(row.text('key')), row.oneOf('effect', RELATION_EFFECTS), seedDocumentId(row.text('target')), row.date('since'))
  }
}

function seedDocumentId(key: string): DocumentId {
  return seedId('document', key) as DocumentId
}
