const SECTOR = 512
const PIECE = 64
const SMALLEST = 4096
const FREE = 0xffffffff
const END = 0xfffffffe
const TABLE = 0xfffffffd

/** An OLE compound file with these streams (a storage where the content is null), written as [MS-CFB] says; for files of up to 7 MB. */
export function makeCompoundFile(streams: Readonly<Record<string, Uint8Array | null>>): Buffer {
  const sectors: Buffer[] = []
  const table: number[] = []
  const put = (content: Uint8Array): number => {
    if (content.length === 0) return END
    const first = sectors.length
    for (let at = 0; at < content.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR)
      sector.set(content.subarray(at, at + SECTOR))
      sectors.push(sector)
      table.push(at + SECTOR < content.length ? sectors.length : END)
    }
    return first
  }
  const small: Buffer[] = []
  const smallTable: number[] = []
  const putSmall = (content: Uint8Array): number => {
    const first = small.length
    for (let at = 0; at < content.length; at += PIECE) {
      const piece = Buffer.alloc(PIECE)
      piece.set(content.subarray(at, at + PIECE))
      small.push(piece)
      smallTable.push(at + PIECE < content.length ? small.length : END)
    }
    return first
  }
  const entries = Object.entries(streams).map(([name, content]) => entry(name, content === null ? 1 : 2,
    content === null ? 0 : content.length >= SMALLEST ? put(content) : putSmall(content), content?.length ?? 0))
  const root = entry('Root Entry', 5, put(Buffer.concat(small)), small.length * PIECE)
  const smallTableAt = put(numbers(smallTable))
  const directoryAt = put(Buffer.concat([root, ...entries]))
  const tableAt = sectors.length
  const ownSectors = Math.ceil((table.length + 1) / (SECTOR / 4 - 1))
  for (let at = 0; at < ownSectors; at += 1) table.push(TABLE)
  while (table.length % (SECTOR / 4) !== 0) table.push(FREE)
  const header = Buffer.alloc(SECTOR, 0xff)
  header.fill(0, 0, 76)
  header.write('d0cf11e0a1b11ae1', 'hex')
  for (const [at, value] of [[24, 0x3e], [26, 3], [28, 0xfffe], [30, 9], [32, 6]] as const) header.writeUInt16LE(value, at)
  for (const [at, value] of [[44, ownSectors], [48, directoryAt], [56, SMALLEST], [60, smallTableAt], [64, 1], [68, END], [72, 0]] as const) header.writeUInt32LE(value, at)
  for (let at = 0; at < ownSectors; at += 1) header.writeUInt32LE(tableAt + at, 76 + at * 4)
  return Buffer.concat([header, ...sectors, numbers(table)])
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE((name.length + 1) * 2, 64)
  bytes.writeUInt8(type, 66)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
  return bytes
}
