const ORIENTATION = 0x0112
const SHORT = 3
/** 1: as it lies; the other seven turn or mirror it. */
const UPRIGHT = 1

/** How a camera held the picture, from the EXIF data (a TIFF) of a photo; 1 where it does not say. */
export function orientationIn(exif: Uint8Array): number {
  const tiff = Buffer.from(exif.buffer, exif.byteOffset, exif.byteLength)
  const order = tiff.toString('latin1', 0, 4)
  if (order !== 'II*\0' && order !== 'MM\0*') return UPRIGHT
  const isLittle = order.startsWith('I')
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  if (tiff.length < 8) return UPRIGHT
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) break
    const value = short(at + 8)
    if (short(at) === ORIENTATION) return short(at + 2) === SHORT && value >= 1 && value <= 8 ? value : UPRIGHT
  }
  return UPRIGHT
}

/** EXIF data that say nothing but how the picture is to be turned; null where it stands upright. */
export function exifOf(orientation: number): Buffer | null {
  if (orientation === UPRIGHT) return null
  // A TIFF of one directory with one entry, and no directory after it.
  return Buffer.from(`4d4d002a 00000008 0001 0112 0003 00000001 000${orientation} 0000 00000000`.replaceAll(' ', ''), 'hex')
}
