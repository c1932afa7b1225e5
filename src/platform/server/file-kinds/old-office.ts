import { openCompoundFile, type CompoundFile } from './compound-file.ts'

export type OldOffice =
  | { readonly kind: 'office'; readonly mediaType: string; readonly isLocked: boolean; readonly hasMacros: boolean }
  | { readonly kind: 'locked' }
  | { readonly kind: 'other' }
  | { readonly kind: 'damaged' }

/** Where Office keeps programs, in files of before 2007. */
const MACRO_STORAGES = new Set(['_vba_project', 'vba', '_vba_project_cur', 'macros'])

/** What an OLE compound file is. Installers, letters of Outlook and thumbnails are such files as well: 'other'. */
export function readOldOffice(bytes: Uint8Array): OldOffice {
  const file = openCompoundFile(bytes)
  if (file === null) return { kind: 'damaged' }
  const names = new Set(file.names)
  if (names.has('EncryptedPackage')) return { kind: 'locked' }
  const hasStorage = file.names.some((name) => MACRO_STORAGES.has(name.toLowerCase()))
  const word = file.head('WordDocument', 12)
  if (word !== null) return { kind: 'office', mediaType: 'application/msword', isLocked: word.length >= 12 && (word.readUInt16LE(10) & 0x0100) !== 0, hasMacros: hasStorage }
  const sheets = recordsOf(file.head('Workbook', SHEET_LIST) ?? file.head('Book', SHEET_LIST))
  if (sheets !== null) return { kind: 'office', mediaType: 'application/vnd.ms-excel', isLocked: sheets.isLocked, hasMacros: hasStorage || sheets.hasMacroSheet }
  if (names.has('PowerPoint Document')) {
    return { kind: 'office', mediaType: 'application/vnd.ms-powerpoint', isLocked: isLockedShow(file), hasMacros: hasStorage || showHasMacros(bytes) }
  }
  return { kind: 'other' }
}

/** The list of sheets stands at the beginning of a workbook, before the sheets themselves. */
const SHEET_LIST = 4 * 1024 * 1024
const END_OF_PART = 0x0a
const FILE_PASSWORD = 0x2f
const SHEET = 0x85
const MACRO_SHEET = 1

function recordsOf(workbook: Buffer | null): { isLocked: boolean; hasMacroSheet: boolean } | null {
  if (workbook === null) return null
  let hasMacroSheet = false
  for (let at = 0; at + 4 <= workbook.length; at += 4 + workbook.readUInt16LE(at + 2)) {
    const record = workbook.readUInt16LE(at)
    if (record === FILE_PASSWORD) return { isLocked: true, hasMacroSheet }
    if (record === SHEET && workbook[at + 4 + 5] === MACRO_SHEET) hasMacroSheet = true
    if (record === END_OF_PART) break
  }
  return { isLocked: false, hasMacroSheet }
}

const LOCKED_SHOW = 0xf3d1c4df

function isLockedShow(file: CompoundFile): boolean {
  const user = file.head('Current User', 16)
  return user !== null && user.length >= 16 && user.readUInt32LE(12) === LOCKED_SHOW
}

/** The atom that says whether a presentation has programs: version 2, type 0x0400, 12 bytes long. */
const VBA_ATOM = Buffer.from('020000040c000000', 'hex')

function showHasMacros(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.indexOf(VBA_ATOM)
  return at !== -1 && at + 16 <= file.length && file.readUInt32LE(at + 12) === 1
}
