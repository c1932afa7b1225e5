import { inThread } from '../text/in-thread.ts'
import type { ReadWorkbook } from './parse-xlsx.ts'

export type { ReadCell, ReadSheet } from './parse-xlsx.ts'

const THREAD = new URL('./read-xlsx-thread.ts', import.meta.url)

/** The cells of an XLSX file that somebody sent, or why there are none; in a thread of its own, as whatever is sent may be hostile. */
export function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook | { readonly ok: false; readonly because: `text.${string}` }> {
  return inThread<ReadWorkbook>(THREAD, bytes)
}
