import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { readText } from './text/read-text.ts'
import { secrecyMark } from './text/secrecy-mark.ts'

/** `text`: what can be read in it; null for pictures, scans and whatever else has none. */
export interface UploadedFile { readonly bytes: Uint8Array; readonly name: string; readonly text: string | null }

/** A multipart form: its text fields against the schema (the first fault names its field), and its files. */
export async function readForm<Schema extends z.ZodType>(
  request: FastifyRequest, schema: Schema,
): Promise<{ fields: z.output<Schema>; file: UploadedFile | null; files: UploadedFile[] }> {
  const { values, files } = await readParts(request)
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Refusal('invalid', 'http.invalid_field', { field: issue?.path.join('.') ?? '', message: issue?.message ?? '' })
  }
  return { fields: parsed.data, file: files[0] ?? null, files }
}

/** Every field and every file of a multipart form; an empty field counts as not given. */
export async function readParts(request: FastifyRequest): Promise<{ values: Record<string, string>; files: UploadedFile[] }> {
  if (!request.isMultipart()) throw new Refusal('invalid', 'http.form_expected')
  const values: Record<string, string> = {}
  const files: UploadedFile[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') files.push(await readFile(await part.toBuffer(), part.filename, part.fieldname))
    else if (typeof part.value === 'string' && part.value !== '') values[part.fieldname] = part.value
  }
  return { values, files: files.filter(({ name, bytes }) => name !== '' || bytes.length > 0) }
}

/** Whatever is sent here is read first: state secrets never enter the system. */
async function readFile(bytes: Uint8Array, name: string, field: string): Promise<UploadedFile> {
  const read = await readText(bytes)
  const mark = read.ok ? secrecyMark(read.text) : null
  if (mark !== null) throw new Refusal('invalid', 'files.secret_refused', { field, name, mark })
  return { bytes, name, text: read.ok ? read.text : null }
}
