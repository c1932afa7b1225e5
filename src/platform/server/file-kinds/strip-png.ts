import { crc32 } from 'node:zlib'
import { exifOf, orientationIn } from './orientation.ts'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** The picture, its colours and its size in print; not texts, times, camera data or chunks of programs. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'acTL', 'fcTL', 'fdAT'])

/** The same picture without what was written beside it; the way it is turned stays. Null where it is no PNG that holds together. */
export function stripPng(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!SIGNATURE.equals(file.subarray(0, 8))) return null
  const kept: Buffer[] = []
  let orientation = 1
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > file.length) return null
    if (type === 'IEND') {
      const [head, ...rest] = kept
      if (head === undefined) return null
      const exif = exifOf(orientation)
      return Buffer.concat([SIGNATURE, head, ...(exif === null ? [] : [chunk('eXIf', exif)]), ...rest, chunk('IEND', Buffer.alloc(0))])
    }
    if (type === 'eXIf') orientation = orientationIn(file.subarray(at + 8, at + 8 + length))
    if (KEPT.has(type)) kept.push(file.subarray(at, end))
    at = end
  }
  return null
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
