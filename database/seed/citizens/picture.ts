import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
interface Patch { readonly from: readonly [x: number, y: number]; readonly to: readonly [x: number, y: number]; readonly colour: Colour }

const WIDTH = 240
const HEIGHT = 160

/** A photo as a child would paint it: sky, ground, and what lies there. Less than a kilobyte. */
export function photoOf(lot: number): Uint8Array {
  const at = (part: number) => Math.floor(((lot * 997 * part) % 1) * 150)
  return pngOf([
    { from: [0, 0], to: [WIDTH, 70], colour: [186, 214, 235] }, { from: [0, 70], to: [WIDTH, HEIGHT], colour: [148, 128, 98] },
    { from: [at(1), 90], to: [at(1) + 70, 130], colour: [92, 84, 76] }, { from: [at(2), 100], to: [at(2) + 26, 126], colour: [60, 110, 160] }, { from: [at(3), 112], to: [at(3) + 40, 140], colour: [196, 196, 188] },
  ])
}

/** A scanned page: lines of writing on paper. */
export function scanOf(lot: number): Uint8Array {
  const lines = Array.from({ length: 11 }, (_, line): Patch => ({ from: [30, 24 + line * 11], to: [110 + Math.floor(((lot + 0.137) * (line + 3) * 61) % 100), 27 + line * 11], colour: [70, 70, 84] }))
  return pngOf([{ from: [0, 0], to: [WIDTH, HEIGHT], colour: [250, 249, 244] }, ...lines])
}

function pngOf(patches: readonly Patch[]): Uint8Array {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (const { from, to, colour } of patches) {
    for (let y = from[1]; y < Math.min(to[1], HEIGHT); y += 1) {
      for (let x = from[0]; x < Math.min(to[0], WIDTH); x += 1) rows.set(colour, y * (WIDTH * 3 + 1) + 1 + x * 3)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8) // eight bits a colour, red, green and blue
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(bytes.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
