import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { FileId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from './database/connection.ts'
import { newId } from './uuid.ts'
import { vetFile } from './vet-file.ts'
import type { Work } from './work.ts'

export interface StoredFile {
  readonly id: FileId
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly hash: string
}

type FileTables = {
  'platform.file': { id: FileId; hash: string; name: string; media_type: string; size: number; uploaded_by: string }
}

const SHOWN_IN_BROWSER = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp'])

/**
 * Keeps the bytes under their own hash, outside the database. The row that names them belongs to the work's transaction.
 * What a form brought was vetted when it came (upload.ts); anything else is vetted here, and scanned.
 */
export async function storeFile(work: Work, given: Uint8Array, givenName: string): Promise<StoredFile> {
  const { bytes, name, mediaType } = await vetFile(given, givenName, { scan: work.scanFile })
  const hash = createHash('sha256').update(bytes).digest('hex')
  await keep(pathOf(work.fileFolder, hash), bytes)
  const file = { id: newId<'file'>(), hash, name, mediaType, size: bytes.length }
  await work.db.$extendTables<FileTables>().insertInto('platform.file')
    .values({ id: file.id, hash, name: file.name, media_type: mediaType, size: file.size, uploaded_by: work.actor.id }).execute()
  return file
}

export async function getFile(db: Db, id: FileId): Promise<StoredFile> {
  const row = await db.$extendTables<FileTables>().selectFrom('platform.file')
    .select(['id', 'hash', 'name', 'size', 'media_type as mediaType']).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not_found', 'files.not_found')
  return row
}

/** The kept bytes; the caller has checked the right to the record that the file belongs to. */
export async function sendFile(reply: FastifyReply, folder: string, file: StoredFile): Promise<FastifyReply> {
  const path = pathOf(folder, file.hash)
  await stat(path)
  const disposition = SHOWN_IN_BROWSER.has(file.mediaType) ? 'inline' : 'attachment'
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.size)
    .header('content-disposition', `${disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(createReadStream(path))
}

export function pathOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}

async function keep(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${newId()}`
  await writeFile(unfinished, bytes, { mode: 0o600, flush: true })
  await rename(unfinished, path)
}
