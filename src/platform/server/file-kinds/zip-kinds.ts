import { openZip, ZipError } from '../text/zip-entries.ts'
import { openCompoundFile } from './compound-file.ts'
import { isPackedProgram } from './program.ts'
import { inside, refusedFile, type FilePlace } from './refuse-file.ts'

type Zip = ReturnType<typeof openZip>
type KindOf = (bytes: Uint8Array, place: FilePlace) => Promise<string>

const MEGABYTE = 1024 * 1024
const MOST_MEMBERS = 300
const MOST_UNPACKED = 100 * MEGABYTE
const LARGEST_LIST = MEGABYTE

/** What the list of parts says an Office file is. Templates, shows that start by themselves and binary workbooks are none of these. */
const OFFICE: readonly (readonly [string, string])[] = [
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'wordprocessingml.document.main+xml'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'spreadsheetml.sheet.main+xml'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'presentationml.presentation.main+xml'],
]

export function isZip(file: Buffer): boolean {
  const start = file.toString('latin1', 0, 4)
  return start === 'PK\u0003\u0004' || start === 'PK\u0005\u0006'
}

/** An Office file without macros, or an archive of files each of which would be taken by itself. */
export async function kindOfZip(bytes: Uint8Array, place: FilePlace, kindOf: KindOf): Promise<string> {
  try {
    const zip = openZip(bytes)
    const names = zip.names().filter((name) => !name.endsWith('/'))
    if (names.length === 0) throw refusedFile(place, 'files.empty')
    if (isPackedProgram(names)) throw refusedFile(place, 'files.program_refused')
    if (names.some((name) => zip.isEncrypted(name))) throw refusedFile(place, 'files.locked')
    if (zip.has('[Content_Types].xml')) return await kindOfOffice(zip, names, place, kindOf)
    if (zip.has('mimetype')) throw refusedFile(place, 'files.type_refused') // OpenDocument, e-books
    if (place.isInside) throw refusedFile(place, 'files.nested_archive')
    await checkMembers(zip, names, place, kindOf)
    return 'application/zip'
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    if (error.problem === 'encrypted') throw refusedFile(place, 'files.locked')
    throw error.problem === 'too large' ? refusedFile(place, 'files.unpacks_too_large', { megabytes: MOST_UNPACKED / MEGABYTE, most: MOST_MEMBERS }) : refusedFile(place, 'files.damaged')
  }
}

async function kindOfOffice(zip: Zip, names: readonly string[], place: FilePlace, kindOf: KindOf): Promise<string> {
  const parts = (await zip.text('[Content_Types].xml', LARGEST_LIST)) ?? ''
  const hasMacros = /vbaproject|macroenabled|macrosheet/i.test(parts) || names.some((name) => /vbaproject\.bin$|(?:^|\/)macrosheets\//i.test(name))
  if (hasMacros) throw refusedFile(place, 'files.macros_refused')
  const [kind] = OFFICE.find(([, main]) => parts.includes(main)) ?? []
  if (kind === undefined) throw refusedFile(place, 'files.type_refused')
  const embedded = names.filter((name) => /(?:^|\/)embeddings\//i.test(name))
  await eachUnpacked(zip, embedded, async (name, content) => {
    if (!name.toLowerCase().endsWith('.bin')) await kindOf(content, inside(place, name))
    else if (isPackage(content)) throw refusedFile(place, 'files.embedded_refused')
  })
  return kind
}

/** A file of any kind, dragged into a document: whoever double-clicks it opens it. */
function isPackage(content: Uint8Array): boolean {
  return openCompoundFile(content)?.names.some((name) => name.endsWith('Ole10Native')) ?? false
}

async function checkMembers(zip: Zip, names: readonly string[], place: FilePlace, kindOf: KindOf): Promise<void> {
  const counted = names.filter((name) => !LEFT_BY_SYSTEM.test(name))
  if (counted.length > MOST_MEMBERS) throw new ZipError('too large')
  if (counted.length === 0) throw refusedFile(place, 'files.empty')
  await eachUnpacked(zip, names, async (name, content) => {
    if (LEFT_BY_SYSTEM.test(name) && isLeftBySystem(content)) return
    await kindOf(content, inside(place, name))
  })
}

/** Unpacks one after the other; all of them together may not be larger than the limit, whatever their headers say. */
async function eachUnpacked(zip: Zip, names: readonly string[], check: (name: string, content: Uint8Array) => Promise<void>): Promise<void> {
  let left = MOST_UNPACKED
  for (const name of names) {
    const content = await zip.bytes(name, left)
    if (content === null) continue
    left -= content.length
    await check(name, content)
  }
}

const LEFT_BY_SYSTEM = /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|\._[^/]*)$/

/** What a Mac adds to an archive without being asked: file attributes and the look of a folder. */
function isLeftBySystem(content: Uint8Array): boolean {
  const start = Buffer.from(content.subarray(0, 8)).toString('hex')
  return content.length === 0 || start.startsWith('00051607') || start === '0000000142756431'
}
