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

/**
 * The named files of a zip, as text. What a header claims about a size is not believed: inflating stops at `limit` bytes,
 * so that a bomb costs no more than that.
 */
export function openZip(bytes: Uint8Array): { has(name: string): boolean; names(): string[]; text(name: string, limit: number): Promise<string | null> } {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(file)
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    async text(name, limit) {
      const entry = entries.get(name)
      return entry === undefined ? null : new TextDecoder().decode(await contentOf(file, entry, limit))
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
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
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
