const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const HEADER = 512
const DIRECTORY_ENTRY = 128
/** Sector numbers from here on are marks: free, end of chain, part of the table itself. */
const MARKS = 0xfffffffa

type Stream = { readonly name: string; readonly start: number; readonly size: number }

/** The named streams of an OLE compound file ([MS-CFB]): Word, Excel and PowerPoint before 2007, and Office files with a password. */
export interface CompoundFile {
  readonly names: readonly string[]
  /** The first bytes of a stream, at most `limit` of them; null where it is not there. */
  head(name: string, limit: number): Buffer | null
}

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length))
}

/** Null where the file does not hold together. Follows no chain further than the file is long. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!isCompoundFile(file) || file.length < HEADER) return null
  try {
    return readCompoundFile(file)
  } catch (error) {
    if (error instanceof RangeError) return null // a number in it points past its end
    throw error
  }
}

function readCompoundFile(file: Buffer): CompoundFile | null {
  const sectorShift = file.readUInt16LE(30)
  const miniShift = file.readUInt16LE(32)
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) return null
  const sectors = { file, shift: sectorShift, next: nextSector(file, sectorShift) }
  const directory = read(sectors, file.readUInt32LE(48), Infinity)
  const streams: Stream[] = []
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const nameLength = Math.min(64, directory.readUInt16LE(at + 64))
    if (directory.readUInt8(at + 66) === 0 || nameLength < 2) continue
    streams.push({ name: directory.toString('utf16le', at, at + nameLength - 2), start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) })
  }
  const root = streams[0]
  if (root === undefined) return null
  const smallest = file.readUInt32LE(56)
  return {
    names: streams.slice(1).map(({ name }) => name),
    head(name, limit) {
      const stream = streams.find((one, at) => at > 0 && one.name === name)
      if (stream === undefined) return null
      const length = Math.min(limit, stream.size)
      try {
        return stream.size >= smallest ? read(sectors, stream.start, length) : readSmall(sectors, root, stream.start, length)
      } catch (error) {
        if (error instanceof RangeError) return null
        throw error
      }
    },
  }
}

interface Sectors { readonly file: Buffer; readonly shift: number; readonly next: (sector: number) => number }

/** A chain of sectors as one piece, as far as `length`. */
function read({ file, shift, next }: Sectors, start: number, length: number): Buffer {
  const pieces: Buffer[] = []
  let got = 0
  for (let sector = start; sector < MARKS && got < length && got <= file.length; sector = next(sector)) {
    const from = (sector + 1) << shift
    if (from < 0 || from >= file.length) throw new RangeError('a sector past the end')
    const piece = file.subarray(from, from + (1 << shift))
    pieces.push(piece)
    got += piece.length
  }
  return Buffer.concat(pieces).subarray(0, length)
}

/** Streams below a size lie in pieces of 64 bytes within the root's stream, with a table of their own. */
function readSmall(sectors: Sectors, root: Stream, start: number, length: number): Buffer {
  const box = read(sectors, root.start, root.size)
  const table = read(sectors, sectors.file.readUInt32LE(60), Infinity)
  const pieces: Buffer[] = []
  let got = 0
  for (let piece = start; piece < MARKS && got < length && got <= box.length; piece = table.readUInt32LE(piece * 4)) {
    pieces.push(box.subarray(piece * 64, piece * 64 + 64))
    got += 64
  }
  return Buffer.concat(pieces).subarray(0, length)
}

/** The table of sectors: which one follows which. Where the table itself lies is written in the header and, for large files, in a chain. */
function nextSector(file: Buffer, shift: number): (sector: number) => number {
  const perSector = 1 << (shift - 2)
  const places: number[] = []
  for (let at = 76; at < HEADER; at += 4) places.push(file.readUInt32LE(at))
  let more = file.readUInt32LE(68)
  for (let seen = 0; more < MARKS && seen <= file.length >> shift; seen += 1) {
    const from = (more + 1) << shift
    for (let at = 0; at < perSector - 1; at += 1) places.push(file.readUInt32LE(from + at * 4))
    more = file.readUInt32LE(from + (perSector - 1) * 4)
  }
  return (sector) => {
    const place = places[Math.floor(sector / perSector)] ?? MARKS
    if (place >= MARKS) throw new RangeError('a sector that the table does not know')
    return file.readUInt32LE(((place + 1) << shift) + (sector % perSector) * 4)
  }
}
