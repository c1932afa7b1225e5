import ExcelJS from 'exceljs'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { openZip, ZipError } from '../text/zip-entries.ts'

/** What stands in a cell. `text` is how it reads; a formula counts as its result, one without a result or with an error is `error`. */
export interface ReadCell {
  readonly row: number
  readonly column: number
  /** Like "D7". */
  readonly address: string
  readonly kind: 'number' | 'text' | 'date' | 'boolean' | 'error'
  readonly number: number | null
  readonly text: string
}
export interface ReadSheet { readonly name: string; readonly cells: readonly ReadCell[] }
export type ReadWorkbook = { readonly ok: true; readonly sheets: readonly ReadSheet[] } | { readonly ok: false; readonly because: 'text.not_xlsx' | 'text.xlsx_too_large' | 'text.encrypted' | 'text.corrupt' }

const LARGEST_FILE = 5 * 1024 * 1024
/** Of one part of the file once inflated, and of all of them: a form of a thousand cells takes a tenth of a megabyte. */
const LARGEST_PART = 5 * 1024 * 1024
const LARGEST_WHOLE = 20 * 1024 * 1024
const MOST_PARTS = 300
const MOST_CELLS = 100_000
const OFFICE_1997 = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]

/** Every cell that holds something. Nothing is inflated further than the limits above; only `read-xlsx.ts` calls it, in a thread. */
export async function parseXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  if (startsWith(bytes, OFFICE_1997)) return { ok: false, because: isEncrypted(bytes) ? 'text.encrypted' : 'text.not_xlsx' }
  if (!startsWith(bytes, ZIP)) return { ok: false, because: 'text.not_xlsx' }
  if (bytes.length > LARGEST_FILE) return { ok: false, because: 'text.xlsx_too_large' }
  const problem = await problemOf(bytes)
  if (problem !== null) return { ok: false, because: problem }
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return { ok: false, because: 'text.corrupt' }
  }
  const sheets = workbook.worksheets.map((worksheet): ReadSheet => ({ name: worksheet.name, cells: cellsOf(worksheet) }))
  return sheets.some(({ cells }) => cells.length > MOST_CELLS) ? { ok: false, because: 'text.xlsx_too_large' } : { ok: true, sheets }
}

/** Why the file is not worth opening; every part is inflated once, up to the limit, as its header may lie about its size. */
async function problemOf(bytes: Uint8Array): Promise<Extract<ReadWorkbook, { ok: false }>['because'] | null> {
  try {
    const zip = openZip(bytes)
    if (!zip.has('xl/workbook.xml')) return 'text.not_xlsx'
    if (zip.names().length > MOST_PARTS) return 'text.xlsx_too_large'
    let whole = 0
    for (const name of zip.names()) {
      whole += (await zip.text(name, LARGEST_PART))?.length ?? 0
      if (whole > LARGEST_WHOLE) return 'text.xlsx_too_large'
    }
    return null
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.problem === 'encrypted') return 'text.encrypted'
    return error.problem === 'too large' ? 'text.xlsx_too_large' : 'text.corrupt'
  }
}

function cellsOf(worksheet: ExcelJS.Worksheet): ReadCell[] {
  const cells: ReadCell[] = []
  worksheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (cells.length > MOST_CELLS || (cell.isMerged && cell.master.address !== cell.address)) return
      const read = readValue(cell.value)
      if (read !== null) cells.push({ row: row.number, column: Number(cell.col), address: cell.address, ...read })
    })
  })
  return cells
}

type Read = Pick<ReadCell, 'kind' | 'number' | 'text'>

function readValue(value: ExcelJS.CellValue): Read | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', number: value, text: String(value) } : { kind: 'error', number: null, text: String(value) }
  if (typeof value === 'string') return { kind: 'text', number: null, text: value }
  if (typeof value === 'boolean') return { kind: 'boolean', number: null, text: String(value) }
  if (value instanceof Date) return readDate(value)
  if ('error' in value) return { kind: 'error', number: null, text: value.error }
  if ('richText' in value) return { kind: 'text', number: null, text: value.richText.map(({ text }) => text).join('') }
  if ('hyperlink' in value) return { kind: 'text', number: null, text: value.text }
  if ('checkbox' in value) return { kind: 'boolean', number: null, text: String(value.checkbox) }
  const result: unknown = value.result
  if (result === undefined || result === null) return { kind: 'error', number: null, text: '' }
  return readValue(result as ExcelJS.CellValue)
}

function readDate(date: Date): Read {
  const day = Number.isNaN(date.getTime()) ? undefined : findPlainDate(date.toISOString().slice(0, 10))
  return { kind: 'date', number: null, text: day === undefined ? '' : formatDate(day) }
}

/** An encrypted workbook is an old-style container with a stream of this name. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}
