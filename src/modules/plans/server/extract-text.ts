import { isLegacyEncoded } from '#modules/plans/domain/reading/legacy-encoding.ts'
import { extractDocx, isDocx } from './extract-docx.ts'
import { extractPdf } from './extract-pdf.ts'
import { decodeText } from './extract-plain-text.ts'
import { ZipError } from './zip-entries.ts'

/** Why no text could be had from a file; a key of `phrases/reading.vi.ts`. */
export type ExtractionProblem =
  | 'plans.reading_empty'
  | 'plans.reading_too_large'
  | 'plans.reading_too_long'
  | 'plans.reading_encrypted'
  | 'plans.reading_legacy_encoding'
  | 'plans.reading_corrupt'
  | 'plans.reading_unsupported'
  | 'plans.reading_old_word'
  | 'plans.reading_scanned'

type ExtractedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly because: ExtractionProblem }

export const LARGEST_FILE = 20 * 1024 * 1024
/** A thousand pages of text. */
const LONGEST_TEXT = 5_000_000

const OFFICE_1997 = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/** The text of a DOCX, PDF, TXT or MD file. The kind of file is told by its bytes; a name proves nothing. */
export async function extractText(bytes: Uint8Array): Promise<ExtractedText> {
  if (bytes.length === 0) return refused('plans.reading_empty')
  if (bytes.length > LARGEST_FILE) return refused('plans.reading_too_large')
  const extracted = await extractByKind(bytes)
  if (!extracted.ok) return extracted
  if (extracted.text.length > LONGEST_TEXT) return refused('plans.reading_too_long')
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) return refused('plans.reading_empty')
  return isLegacyEncoded(extracted.text.normalize('NFC')) ? refused('plans.reading_legacy_encoding') : extracted
}

async function extractByKind(bytes: Uint8Array): Promise<ExtractedText> {
  if (startsWith(bytes, OFFICE_1997)) return refused(isEncryptedOffice(bytes) ? 'plans.reading_encrypted' : 'plans.reading_old_word')
  if (startsWith(bytes, ZIP)) return extractOffice(bytes)
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return extractPdfText(bytes)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused(decoded.because === 'legacy' ? 'plans.reading_legacy_encoding' : 'plans.reading_unsupported')
  return /^\s*(?:\{\\rtf|<!doctype|<html|<\?xml)/i.test(decoded.text) ? refused('plans.reading_unsupported') : decoded
}

async function extractOffice(bytes: Uint8Array): Promise<ExtractedText> {
  try {
    return isDocx(bytes) ? { ok: true, text: await extractDocx(bytes) } : refused('plans.reading_unsupported')
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.problem === 'encrypted') return refused('plans.reading_encrypted')
    return refused(error.problem === 'too large' ? 'plans.reading_too_long' : 'plans.reading_corrupt')
  }
}

async function extractPdfText(bytes: Uint8Array): Promise<ExtractedText> {
  const pdf = await extractPdf(bytes)
  if (pdf.ok) return pdf
  if (pdf.because === 'too long') return refused('plans.reading_too_long')
  return refused(`plans.reading_${pdf.because}`)
}

/** Word puts an encrypted DOCX into an old-style container with a stream of this name. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function refused(because: ExtractionProblem): { ok: false; because: ExtractionProblem } {
  return { ok: false, because }
}
