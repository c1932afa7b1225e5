import { exifOf, orientationIn } from './orientation.ts'

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const HAS_EXIF = 0x08
const HAS_XMP = 0x04

/** The same picture without what was written beside it; the way it is turned stays. Null where it is no WebP that holds together. */
export function stripWebp(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 20 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return null
  const kept: Buffer[] = []
  let orientation = 1
  let extended: Buffer | undefined
  for (let at = 12; at + 8 <= Math.min(file.length, 8 + file.readUInt32LE(4)); ) {
    const type = file.toString('latin1', at, at + 4)
    const content = file.subarray(at + 8, at + 8 + file.readUInt32LE(at + 4))
    if (content.length < file.readUInt32LE(at + 4)) return null
    if (type === 'EXIF') orientation = orientationIn(withoutHead(content))
    const copy = KEPT.has(type) ? chunk(type, content) : undefined
    if (copy !== undefined) kept.push(copy)
    if (type === 'VP8X') extended = copy
    at += 8 + content.length + (content.length % 2)
  }
  if (kept.length === 0) return null
  const exif = extended === undefined ? null : exifOf(orientation)
  if (exif !== null) kept.push(chunk('EXIF', exif))
  if (extended !== undefined && extended.length > 8) extended.writeUInt8((extended.readUInt8(8) & ~(HAS_EXIF | HAS_XMP)) | (exif === null ? 0 : HAS_EXIF), 8)
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]))
}

/** Some programs write the head of a JPEG's EXIF segment before it. */
function withoutHead(exif: Buffer): Buffer {
  return exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif
}

function chunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(type, 'latin1'), length, content, Buffer.alloc(content.length % 2)])
}
