import type { FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { Refusal } from '#kernel/refusal.ts'
import { cleanFileName } from './file-kinds/clean-name.ts'
import { takeFile, type RefusedFile, type UploadedFile } from './upload.ts'
import { MAX_UPLOAD_BYTES } from './vet-file.ts'

export interface CollectLimits {
  readonly mostFiles: number
  readonly mostBytes?: number
  readonly mostBytesTogether?: number
  /** Whether photos keep the place they were taken at, asked of the fields that came before the files. */
  readonly keepsPlace?: (values: Readonly<Record<string, string>>) => boolean
}

export interface CollectedForm {
  readonly values: Readonly<Record<string, string>>
  readonly files: readonly (UploadedFile & { readonly field: string })[]
  readonly refused: readonly RefusedFile[]
  /** Fields of which only the beginning came through. */
  readonly cut: readonly string[]
}

const MEGABYTE = 1024 * 1024
/** A novel pasted into a field comes through whole, so that its writer can be told to shorten it and finds it again. */
const LONGEST_FIELD = 2 * MEGABYTE
const MOST_FIELDS = 200
const MOST_PARTS = 1000
/** Whoever sends more than this with one form gets it refused as a whole: nobody waits for the end of it. */
const MOST_READ = 400 * MEGABYTE

/**
 * A multipart form of which nothing is lost: a file that is not taken stands in `refused` with its reason, and everything else comes through.
 * For pages without JavaScript, where throwing would throw away what a person wrote.
 */
export async function collectForm(request: FastifyRequest, { mostFiles, mostBytes = MAX_UPLOAD_BYTES, mostBytesTogether = 60 * MEGABYTE, keepsPlace = () => false }: CollectLimits): Promise<CollectedForm> {
  if (!request.isMultipart()) throw new Refusal('invalid', 'http.form_expected')
  const values: Record<string, string> = {}
  const files: (UploadedFile & { field: string })[] = []
  const refused: RefusedFile[] = []
  const cut: string[] = []
  let together = 0
  let count = 0
  const size = { read: 0 }
  for await (const part of request.parts({ limits: { files: MOST_PARTS, fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, fileSize: MOST_READ } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string' && part.value !== '') values[part.fieldname] = part.value
      if (part.valueTruncated) cut.push(part.fieldname)
      continue
    }
    const { fieldname: field } = part
    const name = cleanFileName(part.filename)
    const tooMany = count >= mostFiles ? new Refusal('invalid', 'files.too_many', { field, name, most: mostFiles }) : null
    const tooMuch = together >= mostBytesTogether ? new Refusal('invalid', 'files.too_large_together', { field, name, megabytes: mostBytesTogether / MEGABYTE }) : null
    const early = tooMany ?? tooMuch
    const bytes = await bytesOf(part.file, early === null ? mostBytes + 1 : 0, size)
    if (bytes.length === 0 && part.filename === '') continue
    count += 1
    together += bytes.length
    try {
      if (early !== null) throw early
      files.push({ ...(await takeFile(bytes, name, { field, mostBytes, scan: request.scanFile, keepsPlace: keepsPlace(values) })), field })
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      refused.push({ field, name, refusal })
    }
  }
  return { values, files, refused, cut }
}

/** Keeps `most` bytes and reads the part to its end: what follows it comes only then. */
async function bytesOf(stream: Readable, most: number, size: { read: number }): Promise<Buffer> {
  const pieces: Buffer[] = []
  let kept = 0
  for await (const piece of stream) {
    if (!Buffer.isBuffer(piece)) continue
    size.read += piece.length
    if (size.read > MOST_READ) throw new Refusal('invalid', 'http.file_too_large', { megabytes: MOST_READ / MEGABYTE })
    if (kept < most) pieces.push(piece.subarray(0, most - kept))
    kept += piece.length
  }
  return Buffer.concat(pieces)
}
