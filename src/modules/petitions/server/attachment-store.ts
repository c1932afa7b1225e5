import type { InferResult } from 'kysely'
import type { FileId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId } from '../domain/case.ts'
import type { AttachmentId, PetitionTables } from './tables.ts'

type FileTables = { 'platform.file': { id: FileId; name: string; media_type: string; size: number } }

function attachmentsIn(database: Db) {
  return database.$extendTables<PetitionTables & FileTables>().selectFrom('petitions.attachment as a').innerJoin('platform.file as f', 'f.id', 'a.file_id').select([
    'a.id', 'a.case_id as caseId', 'a.file_id as fileId', 'f.name', 'f.media_type as mediaType', 'f.size', 'a.from_citizen as fromCitizen', 'a.shown_to_citizen as shownToCitizen', 'a.note',
    'a.added_by as addedBy', 'a.added_at as addedAt',
  ])
}

export type AttachmentRow = InferResult<ReturnType<typeof attachmentsIn>>[number]

export function attachmentStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const rows = attachmentsIn(database)
  return {
    list: (caseId: CaseId): Promise<AttachmentRow[]> => rows.where('a.case_id', '=', caseId).orderBy('a.added_at').orderBy('a.id').execute(),
    find: (caseId: CaseId, id: AttachmentId): Promise<AttachmentRow | undefined> => rows.where('a.case_id', '=', caseId).where('a.id', '=', id).executeTakeFirst(),
    async count(caseId: CaseId): Promise<number> {
      const { count } = await db.selectFrom('petitions.attachment').where('case_id', '=', caseId).select((where) => where.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      return count
    },
    async add({ id, caseId, fileId, fromCitizen, shownToCitizen, note, addedBy }: Omit<AttachmentRow, 'name' | 'mediaType' | 'size' | 'addedAt'>): Promise<void> {
      await db.insertInto('petitions.attachment').values({ id, case_id: caseId, file_id: fileId, from_citizen: fromCitizen, shown_to_citizen: shownToCitizen, note, added_by: addedBy }).execute()
    },
    async change(caseId: CaseId, id: AttachmentId, { shownToCitizen, note }: Pick<AttachmentRow, 'shownToCitizen' | 'note'>): Promise<void> {
      await db.updateTable('petitions.attachment').set({ shown_to_citizen: shownToCitizen, note }).where('case_id', '=', caseId).where('id', '=', id).execute()
    },
    async removeAll(caseId: CaseId): Promise<void> {
      await db.deleteFrom('petitions.attachment').where('case_id', '=', caseId).execute()
    },
  }
}
