import { may, mayAnywhere, unitsWhere } from '#kernel/actor.ts'
import type { DocumentId, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { DOCUMENT_TYPES } from '#platform/server/official-document/document-types.ts'
import type { z } from 'zod'
import type { DocumentQuery, DocumentSummary, FoundDocument } from '../contract.ts'
import { legalStatusOn } from '../domain/legal-status.ts'
import { documentStore, type DocumentRow } from './document-store.ts'

/** The units whose documents the actor may read, beside the public library. */
export function readableUnits(work: Work): ReadonlySet<UnitId> {
  return unitsWhere(work.actor, 'documents.read')
}

/** The document, or not_found: who may not read it does not learn that it exists. */
export async function getReadable(work: Work, id: DocumentId): Promise<DocumentRow> {
  const [document] = await documentStore(work.db).listReadable([id], readableUnits(work))
  if (document === undefined) throw new Refusal('not_found', 'documents.no_such_document')
  return document
}

/** The library belongs to whoever registers documents; a unit's own paper to who registers for that unit. */
export function mayChange({ actor }: Work, { issuerUnitId }: DocumentRow): boolean {
  return issuerUnitId === null ? mayAnywhere(actor, 'documents.register') : may(actor, 'documents.register', issuerUnitId)
}

export async function listDocuments(work: Work, { q, type, year, page, size }: z.infer<typeof DocumentQuery>): Promise<{ total: number; documents: z.infer<typeof FoundDocument>[] }> {
  const search = { text: q, type, year, readable: readableUnits(work) }
  const store = documentStore(work.db)
  const found = await store.search(search, { limit: size, offset: (page - 1) * size })
  const summaries = await summarise(work, found)
  return {
    total: await store.count(search),
    documents: found.map((row, index) => ({ ...summaries[index] ?? plainSummary(row), snippet: row.snippet })),
  }
}

/** Summaries by id, whatever the reader may open: for lists that already name the document. */
export async function documentSummaries(work: Work, ids: readonly DocumentId[]): Promise<ReadonlyMap<string, DocumentSummary>> {
  return byId(await summarise(work, await documentStore(work.db).listByIds(ids)))
}

/** Summaries by id of those that the actor may read. */
export async function readableSummaries(work: Work, ids: readonly DocumentId[]): Promise<ReadonlyMap<string, DocumentSummary>> {
  return byId(await summarise(work, await documentStore(work.db).listReadable(ids, readableUnits(work))))
}

function byId(summaries: readonly DocumentSummary[]): ReadonlyMap<string, DocumentSummary> {
  return new Map(summaries.map((summary) => [summary.id, summary]))
}

/** With the legal status of the day, from what later documents did. */
export async function summarise(work: Work, rows: readonly DocumentRow[]): Promise<DocumentSummary[]> {
  const relations = await documentStore(work.db).listRelations(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...plainSummary(row), status: legalStatusOn(work.today, relations.filter(({ targetId }) => targetId === row.id)) }))
}

function plainSummary({ id, type, number, issuedOn, issuer, summary, certainty }: DocumentRow): DocumentSummary {
  return { id, type, typeName: typeName(type), number, issuedOn, issuer, summary, certainty, status: 'in-force' }
}

export function typeName(type: string): string {
  return Object.entries(DOCUMENT_TYPES).find(([key]) => key === type)?.[1].name ?? type
}

/** For the desk's search. */
export async function searchDocuments(work: Work, text: string, limit: number) {
  const found = await documentStore(work.db).search({ text, readable: readableUnits(work) }, { limit, offset: 0 })
  return found.map(({ id, type, number, summary }) => ({
    kind: 'document' as const, id, title: [typeName(type), number].filter(Boolean).join(' '), subtitle: summary, link: `/van-ban/${id}`,
  }))
}
