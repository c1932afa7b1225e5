import { alignmentOf, formatCell, headerRows, valueColumns, type Table } from '../spreadsheet/table.ts'
import { fitTable, lineMm, linesOfRow } from './fit-table.ts'
import { LAYOUT, type StyleName } from './layout.ts'
import { pointLetter, romanNumeral } from './numbering.ts'
import type { Block, Run, Text } from './official-document.ts'
import { inCapitals, plainText } from './plain-text.ts'

export type PrintedBlock = PrintedParagraph | PrintedTable

export interface PrintedParagraph {
  readonly kind: 'paragraph'
  readonly style: StyleName
  readonly runs: readonly PrintedRun[]
  /** 1 for a section's title, 2 for a clause's, 0 for text: the outline of the document. */
  readonly level: 0 | 1 | 2
}

export interface PrintedRun {
  readonly text: string
  readonly isBold: boolean
  readonly isItalic: boolean
}

export interface PrintedTable {
  readonly kind: 'table'
  readonly size: number
  readonly paddingMm: number
  readonly widthsMm: readonly number[]
  readonly header: readonly PrintedHeaderRow[]
  readonly rows: readonly PrintedRow[]
  /** Short enough never to be parted by a page. */
  readonly isKept: boolean
}

/** Repeated on every page. `leastMm`: the height that turned titles need; null where the words make it. */
export interface PrintedHeaderRow {
  readonly leastMm: number | null
  /** `turnedMm`: the length of a title that reads from below upwards; null for one that lies. */
  readonly cells: readonly { readonly text: string; readonly columnSpan: number; readonly rowSpan: number; readonly isBold: boolean; readonly turnedMm: number | null }[]
}

export interface PrintedRow {
  readonly isBold: boolean
  /** False for one too high to be kept on a page. */
  readonly isKept: boolean
  /** Names the rows below it, so Word never lets it end a page. In a PDF it may: lesser headers keep it there, but some tables of them abort Typst 0.14, and the process with it. */
  readonly isHeading: boolean
  readonly cells: readonly { readonly text: string; readonly align: 'left' | 'center' | 'right'; readonly columnSpan: number }[]
}

/** Numbers the blocks and turns them into paragraphs and tables for a text of this width. */
export function printBody(blocks: readonly Block[], widthMm: number): readonly PrintedBlock[] {
  let sections = 0
  let articles = 0
  let clauses = 0
  let points = 0
  return blocks.flatMap((block): PrintedBlock[] => {
    switch (block.kind) {
      case 'section':
        sections += 1
        clauses = points = 0
        return [heading(`${romanNumeral(sections)}. ${inCapitals(block.title)}`, 1)]
      case 'titled clause':
        clauses += 1
        points = 0
        return [heading(`${clauses}. ${plainText(block.title)}`, 2)]
      case 'clause':
        clauses += 1
        points = 0
        return [paragraph(block.text, `${clauses}. `)]
      case 'article':
        articles += 1
        clauses = points = 0
        return [paragraph(block.text, `Điều ${articles}. `, { isBoldMark: true })]
      case 'point':
        points += 1
        return [paragraph(block.text, `${pointLetter(points)}) `)]
      case 'paragraph':
        return [paragraph(block.text, '')]
      case 'list':
        return block.items.map((item) => paragraph(item, '- '))
      case 'table':
        return [printTable(block.table, widthMm)]
    }
  })
}

/** The content's end is marked "./." in place of its last full stop. */
export function closeBody(blocks: readonly PrintedBlock[]): readonly PrintedBlock[] {
  const last = blocks.at(-1)
  const run = last?.kind === 'paragraph' ? last.runs.at(-1) : undefined
  if (last?.kind !== 'paragraph' || run === undefined) return [...blocks, paragraph('./.', '')]
  const closed = { ...run, text: `${run.text.replace(/[\s.;:,/]+$/u, '')}./.` }
  return [...blocks.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), closed] }]
}

/** Căn cứ: in italics, each ends with ";", the last with ".". */
export function printGrounds(grounds: readonly string[]): readonly PrintedParagraph[] {
  return withEndings(grounds).map((text) => ({ kind: 'paragraph', style: 'ground', runs: [{ text, isBold: false, isItalic: true }], level: 0 }))
}

/** Lines of an enumeration: ";" after each, "." after the last, whatever the writer closed them with. */
export function withEndings(lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `${plainText(line).replace(/[\s.;,]+$/u, '')}${index === lines.length - 1 ? '.' : ';'}`)
}

function heading(text: string, level: 1 | 2): PrintedParagraph {
  return { kind: 'paragraph', style: 'heading', runs: [{ text, isBold: true, isItalic: false }], level }
}

function paragraph(text: Text, mark: string, { isBoldMark = false } = {}): PrintedParagraph {
  const runs: readonly Run[] = typeof text === 'string' ? [{ text }] : text
  const printed = runs.map((run, index) => ({ text: keepEdges(run.text, index === 0, index === runs.length - 1), isBold: run.isBold ?? false, isItalic: run.isItalic ?? false }))
  const marked = mark === '' ? printed : [{ text: mark, isBold: isBoldMark, isItalic: false }, ...printed]
  return { kind: 'paragraph', style: 'body', runs: marked, level: 0 }
}

/** A run's own outer spaces part it from its neighbours, where it has any. */
function keepEdges(text: string, isFirst: boolean, isLast: boolean): string {
  const before = !isFirst && /^\s/u.test(text) ? ' ' : ''
  const after = !isLast && /\s$/u.test(text) ? ' ' : ''
  return `${before}${plainText(text)}${after}`
}

function printTable(table: Table, widthMm: number): PrintedTable {
  const columns = valueColumns(table.columns)
  const fit = fitTable(table, widthMm)
  const lines = table.rows.map((row) => linesOfRow(row, columns, fit))
  const isLow = (count: number) => count * lineMm(fit.size) < LAYOUT.keptTogetherMm
  const titles = headerRows(table.columns).map((row, index): PrintedHeaderRow => ({
    leastMm: fit.headHeightsMm?.[index] ?? null,
    cells: row.map(({ title, column, columnSpan, rowSpan }) => ({ text: plainText(title), columnSpan, rowSpan, isBold: true, turnedMm: columnSpan > 1 ? null : fit.turnedMm[column] ?? null })),
  }))
  const numbers = table.numbers?.map((number) => ({ text: plainText(number), columnSpan: 1, rowSpan: 1, isBold: false, turnedMm: null }))
  return {
    kind: 'table', size: fit.size, paddingMm: fit.paddingMm, widthsMm: fit.widthsMm,
    header: numbers === undefined ? titles : [...titles, { leastMm: null, cells: numbers }],
    rows: table.rows.map((row, at): PrintedRow => {
      const isKept = isLow(lines[at] ?? 0)
      if (row.kind === 'group') return { isBold: true, isKept, isHeading: true, cells: [{ text: plainText(row.title), align: 'left', columnSpan: columns.length }] }
      const cells = columns.map((column, index) => ({
        text: plainText(formatCell(row.cells[index] ?? null, column.kind)), align: alignmentOf(column), columnSpan: 1,
      }))
      return { isBold: row.kind === 'total', isKept, isHeading: false, cells }
    }),
    isKept: table.rows.length <= LAYOUT.keptTogetherRows && isLow(lines.reduce((sum, count) => sum + count, 0)),
  }
}
