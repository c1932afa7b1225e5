import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)
const LOCAL = 0x04034b50
const ENTRY = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAME = 0x0800
const DEFLATED = 8
/** The first of January 1980, the oldest day a zip knows: the time of writing stands inside the document. */
const DAY = 0x0021

/** A zip of text files, in the order given. */
export async function writeZip(files: readonly { readonly name: string; readonly text: string }[]): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const plain = Buffer.from(text)
    const packed = await deflate(plain)
    const path = Buffer.from(name)
    const facts = Buffer.alloc(26)
    for (const [at, value] of [[0, VERSION], [2, UTF8_NAME], [4, DEFLATED], [8, DAY], [22, path.length]] as const) facts.writeUInt16LE(value, at)
    for (const [at, value] of [[10, crc32(plain)], [14, packed.length], [18, plain.length]] as const) facts.writeUInt32LE(value, at)
    parts.push(number32(LOCAL), facts, path, packed)
    const place = Buffer.alloc(14) // no comment, first disk, no attributes
    place.writeUInt32LE(offset, 10)
    directory.push(number32(ENTRY), Buffer.from([VERSION, 0]), facts, place, path)
    offset += 4 + facts.length + path.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(18)
  for (const at of [4, 6]) end.writeUInt16LE(files.length, at)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return new Uint8Array(Buffer.concat([...parts, ...directory, number32(END), end]))
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
