import { isLegacyEncoded } from './legacy-encoding.ts'
import { extractDocx, isDocx } from './extract-docx.ts'
import { extractPdf } from './extract-pdf.ts'
import { decodeText } from './extract-plain-text.ts'
import { ZipError } from './zip-entries.ts'

/** Why no text could be had from a file; a key of the platform's phrases. */
export type ExtractionProblem =
  | 'text.empty'
  | 'text.too_large'
  | 'text.too_long'
  | 'text.encrypted'
  | 'text.legacy_encoding'
  | 'text.corrupt'
  | 'text.unsupported'
  | 'text.old_word'
  | 'text.scanned'

export type ExtractedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly because: ExtractionProblem }

export const LARGEST_FILE = 20 * 1024 * 1024
/** A thousand pages of text. */
const LONGEST_TEXT = 5_000_000

const OFFICE_1997 = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/** The text of a DOCX, PDF, TXT or MD file. The kind of file is told by its bytes; a name proves nothing. */
export async function extractText(bytes: Uint8Array): Promise<ExtractedText> {
  if (bytes.length === 0) return refused('text.empty')
  if (bytes.length > LARGEST_FILE) return refused('text.too_large')
  const extracted = await extractByKind(bytes)
  if (!extracted.ok) return extracted
  if (extracted.text.length > LONGEST_TEXT) return refused('text.too_long')
  if (!/[\p{L}\p{N}]/u.test(extracted.text)) return refused('text.empty')
  return isLegacyEncoded(extracted.text.normalize('NFC')) ? refused('text.legacy_encoding') : extracted
}

async function extractByKind(bytes: Uint8Array): Promise<ExtractedText> {
  if (startsWith(bytes, OFFICE_1997)) return refused(isEncryptedOffice(bytes) ? 'text.encrypted' : 'text.old_word')
  if (startsWith(bytes, ZIP)) return extractOffice(bytes)
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return extractPdfText(bytes)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refused(decoded.because === 'legacy' ? 'text.legacy_encoding' : 'text.unsupported')
  return /^\s*(?:\{\\rtf|<!doctype|<html|<\?xml)/i.test(decoded.text) ? refused('text.unsupported') : decoded
}

async function extractOffice(bytes: Uint8Array): Promise<ExtractedText> {
  try {
    return isDocx(bytes) ? { ok: true, text: await extractDocx(bytes) } : refused('text.unsupported')
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.problem === 'encrypted') return refused('text.encrypted')
    return refused(error.problem === 'too large' ? 'text.too_long' : 'text.corrupt')
  }
}

async function extractPdfText(bytes: Uint8Array): Promise<ExtractedText> {
  const pdf = await extractPdf(bytes)
  if (pdf.ok) return pdf
  if (pdf.because === 'too long') return refused('text.too_long')
  return refused(`text.${pdf.because}`)
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
