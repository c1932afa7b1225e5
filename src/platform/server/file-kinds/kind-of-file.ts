import { fileTypeFromBuffer } from 'file-type'
import { readText } from '../text/read-text.ts'
import { isCompoundFile } from './compound-file.ts'
import { readOldOffice } from './old-office.ts'
import { isProgram } from './program.ts'
import { refusedFile, type FilePlace } from './refuse-file.ts'
import { isZip, kindOfZip } from './zip-kinds.ts'

/** What may be kept as its bytes say; kinds of zip and of older Office files are told apart on their own. Nothing that runs. */
const ACCEPTED = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'video/mp4', 'audio/mpeg'])
/** Text to the eye, orders to the program that opens it. Other text may begin with the letters of a signature by chance: "BM 01", "MZ". */
const MARKED_TEXT = new Set(['application/rtf', 'text/rtf', 'application/postscript', 'application/eps', 'application/xml'])
/** Photos of phones that the computers of an office do not show. */
const PHONE_PHOTOS = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence', 'image/avif'])

/** The harmless string that every scanner takes for a virus, to be tried with; in two parts, so that none takes this file for one. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1')

/** The media type of a file that may be kept, by its bytes. Refuses what runs, what is locked, what is damaged and what is unknown. */
export async function kindOfFile(bytes: Uint8Array, place: FilePlace): Promise<string> {
  if (bytes.length === 0) throw refusedFile(place, 'files.empty')
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes(EICAR)) throw refusedFile(place, 'files.virus_found', { virus: 'EICAR' })
  if (isProgram(bytes, place.name)) throw refusedFile(place, 'files.program_refused')
  if (isZip(file)) return kindOfZip(bytes, place, kindOfFile)
  if (isCompoundFile(bytes)) return kindOfOldOffice(bytes, place)
  const found = await fileTypeFromBuffer(bytes)
  if ((found === undefined || !ACCEPTED.has(found.mime)) && !MARKED_TEXT.has(found?.mime ?? '') && isPlainText(bytes)) return 'text/plain'
  if (found !== undefined && PHONE_PHOTOS.has(found.mime)) throw refusedFile(place, 'files.phone_photo_refused')
  if (found === undefined || !ACCEPTED.has(found.mime)) throw refusedFile(place, 'files.type_refused')
  if (found.mime === 'application/pdf' && await isLockedPdf(file)) throw refusedFile(place, 'files.locked')
  return found.mime
}

function kindOfOldOffice(bytes: Uint8Array, place: FilePlace): string {
  const office = readOldOffice(bytes)
  if (office.kind === 'damaged') throw refusedFile(place, 'files.damaged')
  if (office.kind === 'other') throw refusedFile(place, 'files.type_refused')
  if (office.kind === 'locked' || office.isLocked) throw refusedFile(place, 'files.locked')
  if (office.hasMacros) throw refusedFile(place, 'files.macros_refused')
  return office.mediaType
}

/** Many PDFs are encrypted only against changes and open without a password: whoever reads it decides. */
async function isLockedPdf(file: Buffer): Promise<boolean> {
  if (!file.includes('/Encrypt')) return false
  const read = await readText(file)
  return !read.ok && read.because === 'text.encrypted'
}

/** UTF-8 without control characters that opens with no markup a browser could run. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\s*<(?:!doctype|html|\?xml|svg|head|body|iframe|!--)/i.test(text)
  } catch {
    return false
  }
}
