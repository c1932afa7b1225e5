import { sql, type Insertable } from 'kysely'
import type { FileId, UnitId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Handling, IdentityKind, MatterId, MatterKind, VisitId, VisitorId, VisitorRole } from '../domain/visit.ts'
import type { ReceptionTables } from './tables.ts'

type FileTables = { 'platform.file': { id: FileId; name: string; media_type: string; size: number } }

export interface VisitorRow {
  readonly id: VisitorId
  readonly visitId: VisitId
  readonly unitId: UnitId
  readonly role: VisitorRole
  readonly name: string
  readonly address: string | null
  readonly phone: string | null
  readonly identityKind: IdentityKind | null
  readonly identitySealed: Buffer | null
}

export interface MatterRow {
  readonly id: MatterId
  readonly visitId: VisitId
  readonly kind: MatterKind
  readonly content: string
  readonly isRepeat: boolean
  readonly priorBody: string | null
  readonly isCompetent: boolean | null
  readonly handling: Handling
  readonly guidance: string | null
  readonly handledBy: string | null
  readonly result: string | null
  readonly caseId: string | null
  readonly caseName: string | null
  readonly caseCode: string | null
}

export interface VisitFile { readonly id: FileId; readonly name: string; readonly mediaType: string; readonly size: number }

/** Who came, about what, with which papers. */
export function visitPartStore(database: Db) {
  const db = database.$extendTables<ReceptionTables & FileTables>()
  const visitors = db.selectFrom('reception.visitor')
    .select(['id', 'visit_id as visitId', 'unit_id as unitId', 'role', 'name', 'address', 'phone', 'id_kind as identityKind', 'id_sealed as identitySealed'])
  const matters = db.selectFrom('reception.matter').select([
    'id', 'visit_id as visitId', 'kind', 'content', 'is_repeat as isRepeat', 'prior_body as priorBody', 'is_competent as isCompetent', 'handling', 'guidance', 'handled_by as handledBy', 'result',
    'case_id as caseId', 'case_name as caseName', 'case_code as caseCode',
  ])
  return {
    listVisitors: (visits: readonly VisitId[]): Promise<VisitorRow[]> => visitors.where('visit_id', '=', amongVisits(visits)).orderBy('visit_id').orderBy('position').execute(),
    findVisitor: (id: VisitorId): Promise<VisitorRow | undefined> => visitors.where('id', '=', id).executeTakeFirst(),
    listMatters: (visits: readonly VisitId[]): Promise<MatterRow[]> => matters.where('visit_id', '=', amongVisits(visits)).orderBy('visit_id').orderBy('position').execute(),
    async addVisitors(rows: readonly Insertable<ReceptionTables['reception.visitor']>[]): Promise<void> {
      if (rows.length > 0) await db.insertInto('reception.visitor').values([...rows]).execute()
    },
    async addMatters(rows: readonly Insertable<ReceptionTables['reception.matter']>[]): Promise<void> {
      if (rows.length > 0) await db.insertInto('reception.matter').values([...rows]).execute()
    },
    async changeVisitor(visitId: VisitId, id: VisitorId, { name, address, phone }: Pick<VisitorRow, 'name' | 'address' | 'phone'>): Promise<boolean> {
      const changed = await db.updateTable('reception.visitor').set({ name, address, phone }).where('id', '=', id).where('visit_id', '=', visitId).executeTakeFirst()
      return changed.numUpdatedRows > 0n
    },
    async changeMatter(
      visitId: VisitId, id: MatterId, { content, isRepeat, priorBody, isCompetent, guidance, handledBy, result }: Pick<MatterRow, 'content' | 'isRepeat' | 'priorBody' | 'isCompetent' | 'guidance' | 'handledBy' | 'result'>,
    ): Promise<boolean> {
      const changed = await db.updateTable('reception.matter')
        .set({ content, is_repeat: isRepeat, prior_body: priorBody, is_competent: isCompetent, guidance, handled_by: handledBy, result }).where('id', '=', id).where('visit_id', '=', visitId).executeTakeFirst()
      return changed.numUpdatedRows > 0n
    },
    async listFiles(visitId: VisitId): Promise<VisitFile[]> {
      return db.selectFrom('reception.visit_file as v').innerJoin('platform.file as f', 'f.id', 'v.file_id').select(['f.id', 'f.name', 'f.media_type as mediaType', 'f.size'])
        .where('v.visit_id', '=', visitId).orderBy('v.added_at').orderBy('f.id').execute()
    },
    async addFile(visitId: VisitId, fileId: FileId, by: string): Promise<void> {
      await db.insertInto('reception.visit_file').values({ visit_id: visitId, file_id: fileId, added_by: by }).execute()
    },
  }
}

function amongVisits(visits: readonly VisitId[]) {
  return sql<VisitId>`any(${[...visits]}::uuid[])`
}
