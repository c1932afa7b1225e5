import { sql } from 'kysely'
import type { Certainty } from '#kernel/certainty.ts'
import type { DocumentId, FileId, Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { RelationEffect } from '../domain/legal-status.ts'
import type { DocumentTables } from './tables.ts'

export interface DocumentRow {
  readonly id: DocumentId
  readonly type: string
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string
  readonly issuerUnitId: UnitId | null
  readonly summary: string
  readonly signer: string | null
  readonly fileId: FileId | null
  readonly isPublic: boolean
  readonly certainty: Certainty
}

export interface FoundRow extends DocumentRow { readonly snippet: string | null }

export interface Search {
  readonly text?: string | undefined
  readonly type?: string | undefined
  readonly year?: number | undefined
  /** Units whose documents the reader may see, beside the public library. */
  readonly readable: ReadonlySet<UnitId>
}

const COLUMNS = sql`id, type, number, issued_on as "issuedOn", issuer, issuer_unit_id as "issuerUnitId", summary, signer, file_id as "fileId",
  is_public as "isPublic", certainty`

export function documentStore(database: Db) {
  const db = database.$extendTables<DocumentTables>()
  return {
    /** Of these, the ones that the public library or one of the units gives to read. */
    async listReadable(ids: readonly DocumentId[], units: ReadonlySet<UnitId>): Promise<DocumentRow[]> {
      return (await sql<DocumentRow>`select ${COLUMNS} from documents.document where id = any(${[...ids]}::uuid[]) and ${readableBy(units)}`.execute(db)).rows
    },
    async listByIds(ids: readonly DocumentId[]): Promise<DocumentRow[]> {
      return (await sql<DocumentRow>`select ${COLUMNS} from documents.document where id = any(${[...ids]}::uuid[])`.execute(db)).rows
    },
    async add({ id, type, number, issuedOn, issuer, issuerUnitId, summary, signer, fileId, isPublic, certainty, isBroughtIn = false }: DocumentRow & { readonly isBroughtIn?: boolean }, body: string, by: string): Promise<void> {
      await db.insertInto('documents.document').values({
        id, type, number, issued_on: issuedOn, issuer, issuer_unit_id: issuerUnitId, summary, signer, file_id: fileId, body, is_public: isPublic,
        brought_in: isBroughtIn, certainty, registered_by: by,
      }).execute()
    },
    async change({ id, type, number, issuedOn, issuer, issuerUnitId, summary, signer, isPublic, certainty }: Omit<DocumentRow, 'fileId'>): Promise<void> {
      await db.updateTable('documents.document')
        .set({ type, number, issued_on: issuedOn, issuer, issuer_unit_id: issuerUnitId, summary, signer, is_public: isPublic, certainty }).where('id', '=', id).execute()
    },
    /** A page, the best match first (the same accents before none), the newest where nothing is asked. */
    async search(search: Search, page: { limit: number; offset: number }): Promise<FoundRow[]> {
      const { text = '' } = search
      const order = text === '' ? sql`issued_on desc nulls last, id`
        : sql`(${numberLike(text)}) desc, ts_rank_cd(exact, phraseto_tsquery('simple', ${searched(text)})) desc, ts_rank(exact, plainto_tsquery('simple', ${searched(text)})) desc,
            ts_rank_cd(plain, plainto_tsquery('platform.vi', ${searched(text)})) desc, issued_on desc nulls last, id`
      // Nothing where the summary, which is shown anyway, says it.
      const snippet = text === '' ? sql`null` : sql`case when to_tsvector('platform.vi', platform.words(summary)) @@ plainto_tsquery('platform.vi', ${searched(text)}) then null
          else ts_headline('platform.vi', platform.words(left(body, 20000)), plainto_tsquery('platform.vi', ${searched(text)}), 'StartSel=«, StopSel=», MaxWords=30, MinWords=12, MaxFragments=1') end`
      const { rows } = await sql<FoundRow>`
        with page as (select * from documents.document where ${matching(search)} order by ${order} limit ${page.limit} offset ${page.offset})
        select ${COLUMNS}, ${snippet} as snippet from page order by ${order}`.execute(db)
      return rows
    },
    async count(search: Search): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count from documents.document where ${matching(search)}`.execute(db)
      return rows[0]?.count ?? 0
    },
    async addRelation(documentId: DocumentId, effect: RelationEffect, targetId: DocumentId, since: PlainDate): Promise<void> {
      await db.insertInto('documents.document_relation').values({ id: newId<'document-relation'>(), document_id: documentId, effect, target_id: targetId, since })
        .onConflict((conflict) => conflict.columns(['document_id', 'effect', 'target_id']).doUpdateSet({ since })).execute()
    },
    async removeRelation(documentId: DocumentId, id: Id<'document-relation'>): Promise<boolean> {
      const result = await db.deleteFrom('documents.document_relation').where('id', '=', id).where('document_id', '=', documentId).executeTakeFirst()
      return result.numDeletedRows > 0n
    },
    /** What the documents do to others, and what others do to them. */
    async listRelations(ids: readonly DocumentId[]): Promise<{ id: Id<'document-relation'>; documentId: DocumentId; effect: RelationEffect; targetId: DocumentId; since: PlainDate }[]> {
      return db.selectFrom('documents.document_relation')
        .where((where) => where.or([where('document_id', '=', sql<DocumentId>`any(${[...ids]}::uuid[])`), where('target_id', '=', sql<DocumentId>`any(${[...ids]}::uuid[])`)]))
        .select(['id', 'document_id as documentId', 'effect', 'target_id as targetId', 'since']).orderBy('since').execute()
    },
  }
}

function matching({ text = '', type, year, readable }: Search) {
  return sql`${readableBy(readable)}
    and (${type ?? null}::text is null or type = ${type ?? ''})
    and (${year ?? null}::int is null or extract(year from issued_on) = ${year ?? 0})
    and (${searched(text)} = '' or plain @@ plainto_tsquery('platform.vi', ${searched(text)}) or ${numberLike(text)})`
}

/** In the public library, issued by one of the units, or sent to one of them. */
function readableBy(units: ReadonlySet<UnitId>) {
  const mine = sql`any(${[...units]}::uuid[])`
  return sql`(is_public or issuer_unit_id = ${mine} or exists (select from documents.delivery d where d.document_id = document.id and d.unit_id = ${mine}))`
}

/** "2372", "456-qd/tu": any part of the number, accents or not. */
function numberLike(text: string) {
  return sql<boolean>`coalesce(platform.plain(number) like '%' || platform.plain(${searched(text).replaceAll(/[%_\\]/g, '\\$&')}) || '%', false)`
}

/** As `platform.words` does to what is searched. */
function searched(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll('\u0000', '').replaceAll(/[“”‘’«»„…–—•·\u00a0]/g, ' ')
}
