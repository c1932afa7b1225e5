import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { readText } from './text/read-text.ts'
import { secrecyMark } from './text/secrecy-mark.ts'
import { vetFile, type Vetting } from './vet-file.ts'

/** `text`: what can be read in it; null for pictures, scans and whatever else has none. */
export interface UploadedFile { readonly bytes: Uint8Array; readonly name: string; readonly text: string | null }

/** A file that was not taken: nothing else of the form is lost by it. */
export interface RefusedFile { readonly field: string; readonly name: string; readonly refusal: Refusal }

/**
 * A multipart form whose files are to be kept: its text fields against the schema (the first fault names its field), and its files,
 * each vetted and scanned before any transaction begins.
 */
export async function readForm<Schema extends z.ZodType>(
  request: FastifyRequest, schema: Schema,
): Promise<{ fields: z.output<Schema>; file: UploadedFile | null; files: UploadedFile[] }> {
  const { values, files } = await partsOf(request, (bytes, name, field) => takeFile(bytes, name, { field, scan: request.scanFile }))
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refusal('invalid', 'http.invalid_field', { field: issue?.path.join('.') ?? '', message: issue?.message ?? '' })
  }
  return { fields: parsed.data, file: files[0] ?? null, files }
}

/** Every field and every file of a multipart form, for files that are read and not kept; an empty field counts as not given. */
export function readParts(request: FastifyRequest): Promise<{ values: Record<string, string>; files: UploadedFile[] }> {
  return partsOf(request, readFile)
}

/** A file that may be kept, and its text. Throws the refusal of vetFile, or of a state secret. */
export async function takeFile(bytes: Uint8Array, name: string, vetting: Vetting = {}): Promise<UploadedFile> {
  const vetted = await vetFile(bytes, name, vetting)
  return readFile(vetted.bytes, vetted.name, vetting.field ?? 'file')
}

/** The parser gives no name for an empty one, whatever its types say. */
interface FilePart { readonly filename: string | undefined }

/** A file field that was left empty comes as a part without a name and without bytes. */
export function isChosen(part: FilePart, size: number): boolean {
  return size > 0 || nameOf(part) !== ''
}

export function nameOf({ filename }: FilePart): string {
  return filename ?? ''
}

async function partsOf(
  request: FastifyRequest, take: (bytes: Uint8Array, name: string, field: string) => Promise<UploadedFile>,
): Promise<{ values: Record<string, string>; files: UploadedFile[] }> {
  if (!request.isMultipart()) throw new Refusal('invalid', 'http.form_expected')
  const values: Record<string, string> = {}
  const files: UploadedFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (isChosen(part, bytes.length)) files.push(await take(bytes, nameOf(part), part.fieldname))
    } else if (typeof part.value === 'string' && part.value !== '') values[part.fieldname] = part.value
  }
  return { values, files }
}

/** Whatever is sent here is read first: state secrets never enter the system. */
async function readFile(bytes: Uint8Array, name: string, field: string): Promise<UploadedFile> {
  const read = await readText(bytes)
  const mark = read.ok ? secrecyMark(read.text) : null
  if (mark !== null) throw new Refusal('invalid', 'files.secret_refused', { field, name, mark })
  return { bytes, name, text: read.ok ? read.text : null }
}
