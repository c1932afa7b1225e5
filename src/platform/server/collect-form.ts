import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal.ts'
import { cleanFileName } from './file-kinds/clean-name.ts'
import { takingTurns } from './taking-turns.ts'
import { isChosen, nameOf, takeFile, type RefusedFile, type UploadedFile } from './upload.ts'
import { newId } from './uuid.ts'
import { MAX_UPLOAD_BYTES } from './vet-file.ts'

export interface CollectLimits {
  readonly mostFiles: number
  readonly mostBytes?: number
  readonly mostBytesTogether?: number
  /** Why no file at all is taken now. */
  readonly refusesAll?: Refusal
  /** Whether photos keep the place they were taken at, by the fields that came before the files. */
  readonly keepsPlace?: boolean
}

/** Names and values in the order they came; a name may come more than once. */
export type Pairs = readonly (readonly [name: string, value: string])[]

export type CollectedFile = UploadedFile & { readonly field: string }

export interface Collecting {
  /** Where files lie until they have been looked at. */
  readonly folder: string
  /** Asked when the first file comes, with the fields that came before it. */
  readonly limits: (before: Pairs) => CollectLimits | Promise<CollectLimits>
  /** Takes each file that was vetted; after it the bytes are let go. Throws a Refusal for one that is not to be kept after all. */
  readonly keep: (file: CollectedFile, before: Pairs) => Promise<void>
}

export interface CollectedForm {
  readonly pairs: Pairs
  readonly refused: readonly RefusedFile[]
  /** Fields of which only the beginning came through. */
  readonly cut: readonly string[]
}

const MEGABYTE = 1024 * 1024
/** A novel pasted into a field comes through whole, so that its writer can be told to shorten it and finds it again. */
const LONGEST_FIELD = 2 * MEGABYTE
const MOST_FIELDS = 200
const MOST_PARTS = 1000
/** All fields together: what follows is let go. */
const MOST_TEXT = 3 * MEGABYTE
/** Whoever sends more than this with one form gets it refused as a whole: nobody waits for the end of it. */
const MOST_READ = 400 * MEGABYTE
/** Files in memory at once, of all requests together. */
const oneOfFew = takingTurns(4)

/**
 * A multipart form of which nothing is lost: a file that is not taken stands in `refused` with its reason, and everything else comes through.
 * For pages without JavaScript, where throwing would throw away what a person wrote. Files go to the disk as they come, however slowly.
 */
export async function collectForm(request: FastifyRequest, { folder, limits, keep }: Collecting): Promise<CollectedForm> {
  if (!request.isMultipart()) throw new Refusal('invalid', 'http.form_expected')
  const pairs: [string, string][] = []
  const refused: RefusedFile[] = []
  const cut: string[] = []
  const size = { read: 0, text: 0, kept: 0, files: 0 }
  let asked: CollectLimits | undefined
  for await (const part of request.parts({ limits: { files: MOST_PARTS, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, fileSize: MOST_READ } })) {
    if (part.type === 'field') {
      const value = typeof part.value === 'string' ? part.value : ''
      const fits = size.text + value.length <= MOST_TEXT
      if (fits) pairs.push([part.fieldname, value])
      size.text += value.length
      if (part.valueTruncated || !fits) cut.push(part.fieldname)
      continue
    }
    const { fieldname: field } = part
    const name = cleanFileName(nameOf(part))
    asked ??= await limits(pairs)
    const { mostBytes = MAX_UPLOAD_BYTES, keepsPlace = false } = asked
    const early = refusalBefore(asked, size, { field, name })
    const staged = join(folder, newId())
    try {
      const bytes = await stage(part.file, early === null ? staged : null, mostBytes + 1, size)
      if (!isChosen(part, bytes)) continue
      if (early !== null) throw early
      size.files += 1
      size.kept += bytes
      const before = [...pairs]
      await oneOfFew(async () => keep({ ...await takeFile(await readFile(staged), name, { field, mostBytes, scan: request.scanFile, keepsPlace }), field }, before))
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code === 'http.file_too_large') throw refusal
      refused.push({ field, name, refusal })
    } finally {
      await rm(staged, { force: true })
    }
  }
  return { pairs, refused, cut }
}

function refusalBefore(
  { refusesAll, mostFiles, mostBytesTogether = 60 * MEGABYTE }: CollectLimits, size: { readonly kept: number; readonly files: number },
  place: { readonly field: string; readonly name: string },
): Refusal | null {
  if (refusesAll !== undefined) return refusesAll
  if (size.files >= mostFiles) return new Refusal('invalid', 'files.too_many', { ...place, most: mostFiles })
  return size.kept < mostBytesTogether ? null : new Refusal('invalid', 'files.too_large_together', { ...place, megabytes: Math.round(mostBytesTogether / MEGABYTE) })
}

/** Reads the part to its end, since what follows it comes only then; at most `most` bytes of it go to the path. */
async function stage(file: Readable, path: string | null, most: number, size: { read: number }): Promise<number> {
  let bytes = 0
  const counted = Readable.from((async function* pieces() {
    for await (const piece of file as AsyncIterable<Buffer>) {
      size.read += piece.length
      if (size.read > MOST_READ) throw new Refusal('invalid', 'http.file_too_large', { megabytes: MOST_READ / MEGABYTE })
      if (bytes < most) yield piece.subarray(0, most - bytes)
      bytes += piece.length
    }
  })())
  if (path === null) {
    await pipeline(counted, new Writable({ objectMode: true, write: (_piece, _encoding, done) => { done() } }))
    return bytes
  }
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await pipeline(counted, createWriteStream(path, { mode: 0o600 }))
  return Math.min(bytes, most)
}
