/** Where programs write beside the picture: the place (©xyz, com.apple.quicktime.location…), the telephone, XMP. */
const NOTES = new Set(['udta', 'meta', 'uuid'])
const WITH_PARTS = new Set(['moov', 'trak'])

/**
 * The same MP4, with the boxes of notes emptied and called free space: nothing moves, so that no place in the file has to be counted anew.
 * Null where it does not hold together.
 */
export function stripVideo(bytes: Uint8Array): Buffer | null {
  const file = Buffer.from(bytes)
  return emptyNotes(file, 0, file.length) ? file : null
}

function emptyNotes(file: Buffer, from: number, to: number): boolean {
  let at = from
  while (at + 8 <= to) {
    const type = file.toString('latin1', at + 4, at + 8)
    const head = file.readUInt32BE(at) === 1 ? 16 : 8
    const end = endOfBox(file, at, to)
    if (end === null || end < at + head) return false
    if (NOTES.has(type)) {
      file.write('free', at + 4, 'latin1')
      file.fill(0, at + head, end)
    } else if (WITH_PARTS.has(type) && !emptyNotes(file, at + head, end)) return false
    at = end
  }
  return true
}

/** A size of 0: to the end of the file; of 1: the size follows in eight bytes. */
function endOfBox(file: Buffer, at: number, to: number): number | null {
  const size = file.readUInt32BE(at)
  if (size === 0) return to
  if (size === 1) {
    if (at + 16 > to) return null
    const long = file.readBigUInt64BE(at + 8)
    return long > BigInt(to - at) ? null : at + Number(long)
  }
  return at + size > to ? null : at + size
}
