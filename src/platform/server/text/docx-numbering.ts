import { attributeIn, xmlTokens } from './xml-tokens.ts'

/** Which list a paragraph belongs to, as its own or its style's w:numPr says. */
export type ListPlace = { readonly listId: string; readonly level: number }

type Level = { start: number; format: string; text: string; style: string | undefined; isLegal: boolean }
type Style = { basedOn: string | undefined; listId: string | undefined; level: number | undefined }

export type Numbering = {
  /** The list a paragraph of this style is in, if the style numbers its paragraphs. */
  readonly placeOfStyle: (style: string) => ListPlace | undefined
  /** Counts the paragraph and gives the mark Word prints before it: "1.", "a)", "Điều 3.", "-". */
  readonly nextMark: (place: ListPlace) => string
}

/** Word keeps automatic numbers out of the text: they are counted here as Word counts them (ECMA-376 part 1, §17.9). */
export function numberingFrom(numberingXml: string | null, stylesXml: string | null): Numbering {
  const { abstractOf, levelsOf, startOverrides } = readNumbering(numberingXml ?? '')
  const styles = readStyles(stylesXml ?? '')
  const counters = new Map<string, number[]>()
  const started = new Set<string>()

  function placeOfStyle(style: string): ListPlace | undefined {
    let at: string | undefined = style
    for (let depth = 0; at !== undefined && depth < 20; depth += 1) {
      const found: Style | undefined = styles.get(at)
      if (found?.listId !== undefined) {
        const levels = levelsOf.get(abstractOf.get(found.listId) ?? '')
        const linked = levels?.findIndex((level) => level.style === style) ?? -1
        return { listId: found.listId, level: found.level ?? Math.max(linked, 0) }
      }
      at = found?.basedOn
    }
    return undefined
  }

  function nextMark({ listId, level }: ListPlace): string {
    const abstract = abstractOf.get(listId)
    const levels = abstract === undefined ? undefined : levelsOf.get(abstract)
    const own = levels?.[level]
    if (abstract === undefined || levels === undefined || own === undefined) return ''
    const counts = counters.get(abstract) ?? []
    if (!started.has(listId)) {
      started.add(listId)
      for (const [overridden, start] of startOverrides.get(listId) ?? []) counts[overridden] = start - 1
    }
    counts[level] = (counts[level] ?? own.start - 1) + 1
    counts.length = level + 1
    counters.set(abstract, counts)
    if (own.format === 'bullet') return '-'
    return own.text.replace(/%(\d)/g, (_all, digit: string) => {
      const index = Number(digit) - 1
      const shown = levels[index]
      return shown === undefined ? '' : formatted(counts[index] ?? shown.start, own.isLegal ? 'decimal' : shown.format)
    })
  }

  return { placeOfStyle, nextMark }
}

function readNumbering(xml: string) {
  const abstractOf = new Map<string, string>()
  const levelsOf = new Map<string, Level[]>()
  const startOverrides = new Map<string, [number, number][]>()
  let abstract: Level[] | undefined
  let level: Level | undefined
  let listId = ''
  let overridden = 0
  for (const token of xmlTokens(xml)) {
    if (token.type === 'close' && token.name === 'w:abstractNum') abstract = undefined
    if (token.type !== 'open') continue
    const value = attributeIn(token.attributes, 'w:val') ?? ''
    if (token.name === 'w:abstractNum') levelsOf.set(attributeIn(token.attributes, 'w:abstractNumId') ?? '', (abstract = []))
    else if (token.name === 'w:lvl' && abstract !== undefined) {
      level = { start: 1, format: 'decimal', text: '', style: undefined, isLegal: false }
      abstract[levelNumber(attributeIn(token.attributes, 'w:ilvl'))] = level
    } else if (token.name === 'w:num') listId = attributeIn(token.attributes, 'w:numId') ?? ''
    else if (token.name === 'w:abstractNumId') abstractOf.set(listId, value)
    else if (token.name === 'w:lvlOverride') overridden = levelNumber(attributeIn(token.attributes, 'w:ilvl'))
    else if (token.name === 'w:startOverride') startOverrides.set(listId, [...(startOverrides.get(listId) ?? []), [overridden, Number(value)]])
    else if (abstract !== undefined && level !== undefined) readLevel(level, token.name, value)
  }
  return { abstractOf, levelsOf, startOverrides }
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value)
  if (name === 'w:numFmt') level.format = value
  if (name === 'w:lvlText') level.text = value
  if (name === 'w:pStyle') level.style = value
  if (name === 'w:isLgl') level.isLegal = true
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  for (const token of xmlTokens(xml)) {
    if (token.type !== 'open') continue
    const value = attributeIn(token.attributes, 'w:val')
    if (token.name === 'w:style') {
      style = { basedOn: undefined, listId: undefined, level: undefined }
      styles.set(attributeIn(token.attributes, 'w:styleId') ?? '', style)
    } else if (style === undefined) continue
    else if (token.name === 'w:basedOn') style.basedOn = value
    else if (token.name === 'w:numId' && value !== '0') style.listId = value
    else if (token.name === 'w:ilvl') style.level = levelNumber(value)
  }
  return styles
}

/** Word has nine levels; anything else is a slip or a trick. */
export function levelNumber(value: string | undefined): number {
  const level = Number(value)
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : 0
}

function formatted(count: number, format: string): string {
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperLetter') return letter(count)
  if (format === 'lowerLetter') return letter(count).toLowerCase()
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  return format === 'none' ? '' : String(count)
}

/** Word's own alphabet: it has no đ, and doubles letters after z. */
function letter(count: number): string {
  return count < 1 ? '' : String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 30))
}

const ROMAN_DIGITS = [[10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const

function roman(count: number): string {
  let rest = Math.min(count, 399)
  let written = ''
  for (const [value, digit] of ROMAN_DIGITS) {
    while (rest >= value) {
      written += digit
      rest -= value
    }
  }
  return written
}
