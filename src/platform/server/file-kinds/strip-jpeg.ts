import { exifOf, orientationIn } from './orientation.ts'

const START_OF_IMAGE = 0xd8
const END_OF_IMAGE = 0xd9
const START_OF_SCAN = 0xda
const EXIF = Buffer.from('Exif\0\0', 'latin1')

/**
 * The same picture, not compressed anew, without what the camera wrote beside it: place, time, owner, thumbnail, comments, further
 * pictures behind the first. Colours and the way it is turned stay. Null where it is no JPEG that holds together.
 */
export function stripJpeg(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 4 || file.readUInt16BE(0) !== 0xff00 + START_OF_IMAGE) return null
  const kept: Buffer[] = []
  let orientation = 1
  let hasPicture = false
  let at = nextMarker(file, 2)
  while (at < file.length - 1) {
    const marker = file.readUInt8(at + 1)
    if (marker === END_OF_IMAGE) break
    if (isAlone(marker)) {
      at = nextMarker(file, at + 2)
      continue
    }
    if (at + 4 > file.length) break
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end < at + 4 || end > file.length) return null
    const content = file.subarray(at + 4, end)
    if (marker === 0xe1 && EXIF.equals(content.subarray(0, EXIF.length))) orientation = orientationIn(content.subarray(EXIF.length))
    const next = marker === START_OF_SCAN ? endOfScan(file, end) : end
    if (belongsToPicture(marker, content)) kept.push(file.subarray(at, next))
    hasPicture ||= marker === START_OF_SCAN
    at = nextMarker(file, next)
  }
  return hasPicture ? Buffer.concat([Buffer.of(0xff, START_OF_IMAGE), ...withOrientation(kept, orientation), Buffer.of(0xff, END_OF_IMAGE)]) : null
}

/** Tables, frames and scans; of what programs add, the JFIF head, the colour profile and Adobe's note on how colours are coded. */
function belongsToPicture(marker: number, content: Buffer): boolean {
  if (marker === 0xe0) return content.toString('latin1', 0, 5) === 'JFIF\0'
  if (marker === 0xe2) return content.toString('latin1', 0, 12) === 'ICC_PROFILE\0'
  if (marker === 0xee) return content.toString('latin1', 0, 5) === 'Adobe'
  return marker >= 0xc0 && marker < 0xe0
}

/** Readers look for the head of JFIF first. */
function withOrientation(segments: Buffer[], orientation: number): Buffer[] {
  const exif = exifOf(orientation)
  if (exif === null) return segments
  const head = Buffer.of(0xff, 0xe1, 0, 2 + EXIF.length + exif.length)
  const after = segments[0]?.[1] === 0xe0 ? 1 : 0
  return [...segments.slice(0, after), head, EXIF, exif, ...segments.slice(after)]
}

/** Some programs leave bytes between two segments; readers pass over them. */
function nextMarker(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at !== -1 && at < file.length - 1; at = file.indexOf(0xff, at + 1)) {
    const code = file.readUInt8(at + 1)
    if (code !== 0 && code !== 0xff) return at
  }
  return file.length
}

/** Within a scan, a byte of ff is followed by 0, or by a mark to start again from. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = nextMarker(file, from); ; at = nextMarker(file, at + 2)) {
    if (at >= file.length || !isAlone(file.readUInt8(at + 1))) return at
  }
}

/** Markers that no length follows. */
function isAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01 || marker === START_OF_IMAGE
}
