import { isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const ENCRYPTED_FLAG = 0x1
const STORED = 0
const DEFLATED = 8
const inflate = promisify(inflateRaw)

type ZipProblem = 'corrupt' | 'encrypted' | 'too large'

export class ZipError extends Error {
  override readonly name = 'ZipError'
  readonly problem: ZipProblem

  constructor(problem: ZipProblem) {
    super(`zip: ${problem}`)
    this.problem = problem
  }
}

type Entry = { readonly flags: number; readonly method: number; readonly size: number; readonly offset: number }

interface OpenZip {
  has(name: string): boolean
  names(): string[]
  isEncrypted(name: string): boolean
  bytes(name: string, limit: number): Promise<Uint8Array | null>
  text(name: string, limit: number): Promise<string | null>
}

/**
 * The named files of a zip. What a header claims about a size is not believed: inflating stops at `limit` bytes,
 * so that a bomb costs no more than that.
 */
export function openZip(bytes: Uint8Array): OpenZip {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(file)
  const read = async (name: string, limit: number) => {
    const entry = entries.get(name)
    return entry === undefined ? null : contentOf(file, entry, limit)
  }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    isEncrypted: (name) => ((entries.get(name)?.flags ?? 0) & ENCRYPTED_FLAG) !== 0,
    bytes: read,
    async text(name, limit) {
      const content = await read(name, limit)
      return content === null ? null : new TextDecoder().decode(content)
    },
  }
}

function readDirectory(file: Buffer): Map<string, Entry> {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > file.length || file.readUInt32LE(end) !== END_OF_DIRECTORY) throw new ZipError('corrupt')
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  const entries = new Map<string, Entry>()
  for (let seen = 0; seen < count; seen += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new ZipError('corrupt')
    const nameLength = file.readUInt16LE(at + 28)
    const rawName = file.subarray(at + 46, at + 46 + nameLength)
    const name = rawName.toString(isUtf8(rawName) ? 'utf8' : 'latin1') // some Windows programs write names in an old encoding
    if (entries.has(name)) throw new ZipError('corrupt') // which of the two another program opens, nobody knows
    entries.set(name, { flags: file.readUInt16LE(at + 8), method: file.readUInt16LE(at + 10), size: file.readUInt32LE(at + 20), offset: file.readUInt32LE(at + 42) })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

async function contentOf(file: Buffer, entry: Entry, limit: number): Promise<Buffer> {
  if ((entry.flags & ENCRYPTED_FLAG) !== 0) throw new ZipError('encrypted')
  if (entry.offset + 30 > file.length) throw new ZipError('corrupt')
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28)
  const packed = file.subarray(start, start + entry.size)
  if (entry.method === STORED) {
    if (packed.length > limit) throw new ZipError('too large')
    return packed
  }
  if (entry.method !== DEFLATED) throw new ZipError('corrupt')
  try {
    return await inflate(packed, { maxOutputLength: limit })
  } catch (error) {
    throw new ZipError(error instanceof RangeError ? 'too large' : 'corrupt')
  }
}
