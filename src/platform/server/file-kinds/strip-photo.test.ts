import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exifOf, orientationIn } from './orientation.ts'
import { stripPhoto } from './strip-photo.ts'

/** Stands for the place, the time and whatever else a camera or a program wrote: it may not come through, wherever it stood. */
const SECRET = Buffer.from('GPS 11°56\'N 108°26\'E')
const latin = (text: string) => Buffer.from(text, 'latin1')
const payload = fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes))
const orientation = fc.integer({ min: 1, max: 8 })

/** EXIF data of a camera: either order of bytes, some other entry first, the way it was held, and the secret behind. */
function cameraExif(held: number, isLittle: boolean): Buffer {
  const bytes = Buffer.alloc(38)
  bytes.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1')
  const put16 = (value: number, at: number) => (isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at))
  const put32 = (value: number, at: number) => (isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at))
  put32(8, 4)
  put16(2, 8)
  for (const [at, tag, type, value] of [[10, 0x010f, 2, 7], [22, 0x0112, 3, held]] as const) {
    put16(tag, at)
    put16(type, at + 2)
    put32(1, at + 4)
    put16(value, at + 8)
  }
  return Buffer.concat([bytes, SECRET])
}

interface Sample { readonly file: Buffer; readonly picture: readonly Buffer[]; readonly held: number }

function jpegSegment(marker: number, content: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** Scanned bytes in which each ff is followed by 0 or by a mark to start again from. */
const scan = payload.map((bytes) => Buffer.from([...bytes].flatMap((byte) => (byte === 0xff ? [0xff, 0x00, 0xff, 0xd3] : [byte]))))
const noted = (marker: number, head: string) => payload.map((bytes) => jpegSegment(marker, Buffer.concat([latin(head), bytes, SECRET])))
const jpegNote = fc.oneof(
  noted(0xe1, 'http://ns.adobe.com/xap/1.0/\0'), noted(0xed, 'Photoshop 3.0\0'), noted(0xe2, 'MPF\0'), noted(0xe0, 'JFXX\0'), noted(0xfe, ''), noted(0xeb, 'HDR'), noted(0xf0, ''),
)
const jpegPart = fc.oneof(payload.map((bytes) => jpegSegment(0xdb, bytes)), payload.map((bytes) => jpegSegment(0xc4, bytes)), payload.map((bytes) => jpegSegment(0xe2, Buffer.concat([latin('ICC_PROFILE\0'), bytes]))))
const jpegScans = fc.array(scan.map((bytes) => [jpegSegment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)), bytes]), { minLength: 1, maxLength: 3 })
const jpeg: fc.Arbitrary<Sample> = fc.record({
  parts: fc.array(fc.oneof(jpegPart.map((bytes) => ({ bytes, isNote: false })), jpegNote.map((bytes) => ({ bytes, isNote: true }))), { maxLength: 8 }),
  scans: jpegScans, held: orientation, isLittle: fc.boolean(), hasExif: fc.boolean(), fill: fc.boolean(), tail: fc.boolean(),
}).map(({ parts, scans, held, isLittle, hasExif, fill, tail }) => {
  const head = jpegSegment(0xe0, latin('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0'))
  const adobe = jpegSegment(0xee, latin('Adobe\0\u0064\0\0\0\0\u0001'))
  const frame = jpegSegment(0xc0, Buffer.of(8, 0, 8, 0, 8, 1, 1, 0x11, 0))
  const exif = jpegSegment(0xe1, Buffer.concat([latin('Exif\0\0'), cameraExif(held, isLittle)]))
  const picture = [head, ...parts.filter(({ isNote }) => !isNote).map(({ bytes }) => bytes), adobe, frame, ...scans.flat()]
  const file = Buffer.concat([
    Buffer.of(0xff, 0xd8), head, ...(hasExif ? [exif] : []), ...parts.map(({ bytes }) => bytes), ...(fill ? [Buffer.of(0xff, 0xff)] : []), adobe, frame, ...scans.flat(), Buffer.of(0xff, 0xd9),
    ...(tail ? [Buffer.of(0xff, 0xd8), exif, Buffer.of(0xff, 0xd9), SECRET] : []),
  ])
  return { file, picture, held: hasExif ? held : 1 }
})

function pngChunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([latin(type), content])))
  return Buffer.concat([head, latin(type), content, sum])
}

const pngPart = fc.tuple(fc.constantFrom('PLTE', 'IDAT', 'tRNS', 'iCCP', 'pHYs', 'gAMA'), payload).map(([type, content]) => ({ bytes: pngChunk(type, content), isNote: false }))
const pngNote = fc.tuple(fc.constantFrom('tEXt', 'iTXt', 'zTXt', 'tIME', 'prVW', 'caBX'), payload).map(([type, content]) => ({ bytes: pngChunk(type, Buffer.concat([content, SECRET])), isNote: true }))
const png: fc.Arbitrary<Sample> = fc.record({ parts: fc.array(fc.oneof(pngPart, pngNote), { maxLength: 8 }), held: orientation, isLittle: fc.boolean(), hasExif: fc.boolean() })
  .map(({ parts, held, isLittle, hasExif }) => {
    const [signature, head, end] = [Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', Buffer.alloc(13, 1)), pngChunk('IEND', Buffer.alloc(0))]
    const exif = hasExif ? [pngChunk('eXIf', cameraExif(held, isLittle))] : []
    return {
      file: Buffer.concat([signature, head, ...exif, ...parts.map(({ bytes }) => bytes), end, SECRET]),
      picture: [head, ...parts.filter(({ isNote }) => !isNote).map(({ bytes }) => bytes)], held: hasExif ? held : 1,
    }
  })

function riffChunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([latin(type), length, content, Buffer.alloc(content.length % 2)])
}

const webp: fc.Arbitrary<Sample> = fc.record({ content: payload, profile: payload, held: orientation, isLittle: fc.boolean(), hasExif: fc.boolean(), hasXmp: fc.boolean() })
  .map(({ content, profile, held, isLittle, hasExif, hasXmp }) => {
    const canvas = Buffer.of((hasExif ? 0x08 : 0) | (hasXmp ? 0x04 : 0) | 0x20, 0, 0, 0, 9, 0, 0, 9, 0, 0)
    const [colours, image] = [riffChunk('ICCP', profile), riffChunk('VP8L', content)]
    const file = riffChunk('RIFF', Buffer.concat([
      latin('WEBP'), riffChunk('VP8X', canvas), colours, image,
      ...(hasExif ? [riffChunk('EXIF', cameraExif(held, isLittle))] : []), ...(hasXmp ? [riffChunk('XMP ', SECRET)] : []), riffChunk('NOTE', SECRET),
    ]))
    return { file: Buffer.concat([file, SECRET]), picture: [colours, image], held: hasExif ? held : 1 }
  })

function box(type: string, content: Buffer, isLong = false): Buffer {
  const head = Buffer.alloc(isLong ? 16 : 8)
  head.writeUInt32BE(isLong ? 1 : content.length + 8)
  head.write(type, 4, 'latin1')
  if (isLong) head.writeBigUInt64BE(BigInt(content.length + 16), 8)
  return Buffer.concat([head, content])
}

const note = fc.tuple(fc.constantFrom('udta', 'meta', 'uuid'), payload, fc.boolean()).map(([type, content, isLong]) => box(type, Buffer.concat([content, SECRET]), isLong))
const kept = fc.tuple(fc.constantFrom('mvhd', 'mdia', 'edts', 'free'), payload).map(([type, content]) => box(type, content))
const parts = fc.array(fc.oneof(note, kept), { maxLength: 5 }).map((boxes) => Buffer.concat(boxes))

test('a video says no place, wherever it stood; its frames and the place of every box stay', () => {
  fc.assert(fc.property(parts, parts, payload, fc.boolean(), note, (inMovie, inTrack, frames, isLong, last) => {
    const media = box('mdat', frames, isLong)
    const start = Buffer.concat([box('ftyp', latin('isom\0\0\0\0')), box('moov', Buffer.concat([inMovie, box('trak', inTrack, isLong)]))])
    const file = Buffer.concat([start, media, last])
    const stripped = stripPhoto(file, 'video/mp4') ?? new Uint8Array()
    expect(Buffer.from(stripped).includes(SECRET)).toBe(false)
    expect(stripped).toHaveLength(file.length)
    expect(Buffer.from(stripped).indexOf(media)).toBe(start.length)
    expect(Buffer.from(stripPhoto(stripped, 'video/mp4') ?? []).equals(stripped)).toBe(true)
    expect(Buffer.from(file).includes(SECRET)).toBe(true)
    const cut = stripPhoto(file.subarray(0, file.length - 1), 'video/mp4')
    expect(cut).toBeNull()
  }))
})

const HEADS: Readonly<Record<string, string>> = { 'image/jpeg': 'Exif\0\0', 'image/png': 'eXIf', 'image/webp': 'EXIF' }

test.each([['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp]] as const)('%s: the picture and how it is turned come through, nothing else does', (mediaType, samples) => {
  fc.assert(fc.property(samples, ({ file, picture, held }) => {
    const stripped = Buffer.from(stripPhoto(file, mediaType) ?? [])
    expect(stripped.includes(SECRET)).toBe(false)
    let at = 0
    for (const part of picture) {
      const found = stripped.indexOf(part, at)
      expect(found).toBeGreaterThanOrEqual(at)
      at = found + part.length
    }
    const head = stripped.indexOf(HEADS[mediaType] ?? '', 0, 'latin1')
    const exif = exifOf(held)
    expect(head === -1 ? null : stripped.includes(exif ?? '-', head)).toBe(exif === null ? null : true)
    expect(Buffer.from(stripPhoto(stripped, mediaType) ?? []).equals(stripped)).toBe(true)
  }), { numRuns: 300 })
})

test('WebP says in its head what is still there', () => {
  fc.assert(fc.property(webp, ({ file, held }) => {
    const stripped = Buffer.from(stripPhoto(file, 'image/webp') ?? [])
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8)
    expect(stripped.readUInt8(20)).toBe(held === 1 ? 0x20 : 0x28)
  }))
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo held the way %i is shown that way', (held) => {
  expect(orientationIn(exifOf(held) ?? Buffer.alloc(0))).toBe(held)
  for (const isLittle of [true, false]) expect(orientationIn(cameraExif(held, isLittle))).toBe(held)
})

test.each([['nothing', ''], ['another order', 'XX*\0aaaaaaaa'], ['cut short', 'II*\0'], ['a place far away', 'II*\0\xff\xff\xff\x7f'], ['a way that is none', cameraExif(9, true).toString('latin1')]])('EXIF with %s says nothing', (_what, text) => {
  expect(orientationIn(latin(text))).toBe(1)
})

test.each([['image/jpeg', jpeg], ['image/png', png], ['image/webp', webp]] as const)('%s cut off anywhere is damaged or holds no secret; noise never throws', (mediaType, samples) => {
  fc.assert(fc.property(samples, fc.nat(), fc.nat({ max: 255 }), ({ file }, place, byte) => {
    const part = stripPhoto(file.subarray(0, place % file.length), mediaType)
    expect(part === null || !Buffer.from(part).includes(SECRET)).toBe(true)
    const noisy = Buffer.from(file)
    noisy.writeUInt8(byte, place % file.length)
    stripPhoto(noisy, mediaType)
  }), { numRuns: 300 })
})

test('what is no photo stays as it is', () => {
  const bytes = latin('%PDF-1.4')
  expect(stripPhoto(bytes, 'application/pdf')).toBe(bytes)
})
