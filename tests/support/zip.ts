import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Reads a ZIP by its central directory, so that tests look at a DOCX or XLSX with other eyes than the library that wrote it. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const entries = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [number, number, number]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20))
    entries.set(name, (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** A ZIP of these files, deflated; checksums are left out, nobody here looks at them. `flags` as of every entry: 1 means a password. */
export function makeZip(files: readonly (readonly [name: string, content: Uint8Array | string])[], { flags = 0 } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const path = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    for (const [header, at] of [[local, 6], [entry, 8]] as const) {
      header.writeUInt16LE(flags, at)
      header.writeUInt16LE(8, at + 2)
      header.writeUInt32LE(packed.length, at + 12)
      header.writeUInt32LE(Buffer.byteLength(content), at + 16)
      header.writeUInt16LE(path.length, at + 20)
    }
    entry.writeUInt32LE(offset, 42)
    locals.push(local, path, packed)
    directory.push(entry, path)
    offset += 30 + path.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.reduce((sum, part) => sum + part.length, 0), 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}
