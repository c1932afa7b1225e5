import { readFileSync } from 'node:fs'
import { FONT_FILES, type FontFace } from './fonts.ts'

const MM_PER_POINT = 25.4 / 72

/** Width in millimetres of one line set in Times at `size` points, without kerning, as Word sets it. */
export function textWidth(text: string, face: FontFace, size: number): number {
  const advanceOf = advances(face)
  let em = 0
  for (const letter of text.normalize('NFC')) em += advanceOf(letter.codePointAt(0) ?? 0)
  return em * size * MM_PER_POINT
}

/**
 * Breaks `text` into as few lines as `maxWidth` allows, and those as even as can be: a body's name or a subject that is
 * centred should not end in one lonely syllable. A word wider than the line stands alone.
 */
export function balancedLines(text: string, maxWidth: number, widthOf: (line: string) => number): string[] {
  const words = text.split(' ').filter((word) => word !== '')
  let lines = greedyLines(words, maxWidth, widthOf)
  for (let width = maxWidth - 1; width > 0; width -= 1) {
    const narrower = greedyLines(words, width, widthOf)
    if (narrower.length > lines.length || narrower.some((line) => widthOf(line) > width)) break
    lines = narrower
  }
  return lines
}

function greedyLines(words: readonly string[], maxWidth: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const line = lines.at(-1)
    if (line !== undefined && widthOf(`${line} ${word}`) <= maxWidth) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

type Advances = (codePoint: number) => number
const loaded = new Map<FontFace, Advances>()

function advances(face: FontFace): Advances {
  const known = loaded.get(face)
  if (known !== undefined) return known
  const read = readAdvances(readFileSync(FONT_FILES[face]))
  loaded.set(face, read)
  return read
}

/** Reads advance widths (in em) from a TrueType file: `head` for the unit, `cmap` 4 for the glyph, `hmtx` for its width. */
function readAdvances(font: Buffer): Advances {
  const table = new Map<string, number>()
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    table.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  }
  const at = (name: string) => {
    const offset = table.get(name)
    if (offset === undefined) throw new Error(`The font has no table ${name}`)
    return offset
  }
  const unitsPerEm = font.readUInt16BE(at('head') + 18)
  const measured = font.readUInt16BE(at('hhea') + 34)
  const glyphOf = readCharacterMap(font, at('cmap'))
  const metrics = at('hmtx')
  const known = new Map<number, number>()
  return (codePoint) => {
    const width = known.get(codePoint) ?? font.readUInt16BE(metrics + 4 * Math.min(glyphOf(codePoint), measured - 1)) / unitsPerEm
    known.set(codePoint, width)
    return width
  }
}

function readCharacterMap(font: Buffer, cmap: number): (codePoint: number) => number {
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index))
  const map = subtables.find((offset) => font.readUInt16BE(offset) === 4)
  if (map === undefined) throw new Error('The font has no character map of format 4')
  const doubled = font.readUInt16BE(map + 6)
  const ends = map + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const ranges = deltas + doubled
  return (codePoint) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      if (codePoint > font.readUInt16BE(ends + segment)) continue
      const start = font.readUInt16BE(starts + segment)
      if (codePoint < start) return 0
      const range = font.readUInt16BE(ranges + segment)
      const delta = font.readUInt16BE(deltas + segment)
      if (range === 0) return (codePoint + delta) & 0xffff
      const glyph = font.readUInt16BE(ranges + segment + range + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
