import type { FileId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, storeFile, type StoredFile } from '#platform/server/files.ts'
import type { UploadedFile } from '#platform/server/upload.ts'
import type { Work } from '#platform/server/work.ts'
import { attachFiles, type CaseRow } from '#modules/petitions/server/index.ts'
import type { VisitId } from '../domain/visit.ts'
import { getOpenVisit, getVisitToChange } from './read-visit.ts'
import { visitPartStore } from './visit-part-store.ts'

const MOST = 50

/** Scans and photos of what the citizen brought; the cases made at the visit get them as well. */
export async function addVisitFiles(work: Work, id: VisitId, files: readonly UploadedFile[]): Promise<FileId[]> {
  const { matters } = await getVisitToChange(work, id)
  const parts = visitPartStore(work.db)
  if (files.length === 0) throw new Refusal('invalid', 'reception.no_file', { field: 'file' })
  if ((await parts.listFiles(id)).length + files.length > MOST) throw new Refusal('invalid', 'files.too_many', { field: 'file', name: files.at(-1)?.name ?? '', most: MOST })
  const ids: FileId[] = []
  for (const { bytes, name } of files) {
    const file = await storeFile(work, bytes, name)
    await parts.addFile(id, file.id, work.actor.name)
    ids.push(file.id)
  }
  for (const { caseId, handling } of matters) if (caseId !== null && handling === 'case') await attachToCase(work, caseId, files)
  return ids
}

/** A case that has gone on without the officer keeps what it has: the scan stays with the visit. */
async function attachToCase(work: Work, caseId: string, files: readonly UploadedFile[]): Promise<void> {
  try {
    await attachFiles(work, caseId as CaseRow['id'], files, { note: null, shownToCitizen: false })
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'not_found') throw error
  }
}

export async function readVisitFile(work: Work, id: VisitId, fileId: FileId): Promise<StoredFile> {
  const { visit } = await getOpenVisit(work, id)
  if (!(await visitPartStore(work.db).listFiles(id)).some((file) => file.id === fileId)) throw new Refusal('not_found', 'files.not_found')
  if (visit.hasDenunciation) await work.recordRead('reception.visit', id)
  return getFile(work.db, fileId)
}
