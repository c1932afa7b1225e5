import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, storeFile, type StoredFile } from '#platform/server/files.ts'
import type { UploadedFile } from '#platform/server/upload.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseId } from '../domain/case.ts'
import { attachmentStore, type AttachmentRow } from './attachment-store.ts'
import type { CaseRow } from './case-store.ts'
import { loadCase, loadCaseAtTheDoor } from './load-case.ts'
import { recordEvent } from './record-event.ts'
import type { AttachmentId } from './tables.ts'

/** Of one case: enough for a long letter scanned page by page. */
const MOST_ATTACHMENTS = 400

export interface FileToAttach {
  readonly file: Pick<UploadedFile, 'bytes' | 'name'>
  readonly fromCitizen: boolean
  readonly shownToCitizen: boolean
  readonly note: string | null
}

/** Keeps a file with a case. The caller has checked the right to the case, and that the file was vetted or is vetted now (storeFile). */
export async function addAttachment(work: Work, caseId: CaseId, { file, fromCitizen, shownToCitizen, note }: FileToAttach): Promise<AttachmentId> {
  const store = attachmentStore(work.db)
  if ((await store.count(caseId)) >= MOST_ATTACHMENTS) throw new Refusal('invalid', 'petitions.too_many_attachments', { field: 'file', most: MOST_ATTACHMENTS, name: file.name })
  const stored = await storeFile(work, file.bytes, file.name)
  const id = newId<'petition-attachment'>()
  await store.add({ id, caseId, fileId: stored.id, fromCitizen, shownToCitizen, note, addedBy: work.actor.id })
  return id
}

/** Scans and papers by an officer: who may read the case, or entered it at the door just now. */
export async function attachFiles(work: Work, id: CaseId, files: readonly UploadedFile[], { note, shownToCitizen }: Pick<FileToAttach, 'note' | 'shownToCitizen'>): Promise<AttachmentId[]> {
  const row = await loadCaseAtTheDoor(work, id)
  if (!mayAttach(work, row)) throw new Refusal('forbidden', 'http.not_allowed')
  if (files.length === 0) throw new Refusal('invalid', 'petitions.file_missing', { field: 'file' })
  const ids: AttachmentId[] = []
  for (const file of files) ids.push(await addAttachment(work, id, { file, fromCitizen: false, shownToCitizen, note }))
  await recordEvent(work, id, { kind: 'attachment', detail: { what: 'added', count: ids.length }, shownToCitizen })
  return ids
}

/** The kept file, for who may read the case. */
export async function readAttachment(work: Work, id: CaseId, attachmentId: AttachmentId): Promise<StoredFile> {
  await loadCase(work, id)
  return getFile(work.db, (await getAttachment(work, id, attachmentId)).fileId)
}

/** Whether the citizen sees it too, and what is said of it. */
export async function changeAttachment(work: Work, id: CaseId, attachmentId: AttachmentId, change: Pick<FileToAttach, 'note' | 'shownToCitizen'>): Promise<void> {
  const row = await loadCase(work, id)
  if (!mayAttach(work, row)) throw new Refusal('forbidden', 'http.not_allowed')
  const attachment = await getAttachment(work, id, attachmentId)
  await attachmentStore(work.db).change(id, attachmentId, change)
  if (change.shownToCitizen && !attachment.shownToCitizen) await recordEvent(work, id, { kind: 'attachment', detail: { what: 'shown', count: 1 }, shownToCitizen: row.kind !== 'denunciation' })
}

function mayAttach({ actor }: Work, { unitId }: CaseRow): boolean {
  return (['petitions.receive', 'petitions.triage', 'petitions.resolve', 'petitions.decide'] as const).some((right) => may(actor, right, unitId))
}

async function getAttachment(work: Work, id: CaseId, attachmentId: AttachmentId): Promise<AttachmentRow> {
  const attachment = await attachmentStore(work.db).find(id, attachmentId)
  if (attachment === undefined) throw new Refusal('not_found', 'files.not_found')
  return attachment
}
