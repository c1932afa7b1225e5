import type { ExtractedText } from './extract-text.ts'
import { inThread } from './in-thread.ts'

const THREAD = new URL('./read-text-thread.ts', import.meta.url)

/** The text of a DOCX, PDF, TXT or MD file that somebody sent, or why there is none. */
export function readText(bytes: Uint8Array): Promise<ExtractedText | { readonly ok: false; readonly because: 'text.took_too_long' }> {
  return inThread<ExtractedText>(THREAD, bytes)
}
