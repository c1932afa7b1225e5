import type { ReadCell, ReadSheet } from '#platform/server/spreadsheet/read-xlsx.ts'
import { ENTRY_MARK } from '#platform/server/spreadsheet/entry-sheet.ts'
import type { ImportFault } from '../contract-exchange.ts'
import { isGiven, type Figure, type FigureValue } from '../domain/figure.ts'
import { cellsOf, type FormTable, type FrozenForm } from '../domain/form.ts'
import { ABOUT_SHEET, KNOWN, VALUE } from './figure-template.ts'
import { faultOfValue, type Place } from './import-faults.ts'

/** What a file must have been made for. */
export interface TemplateOf { readonly form: string; readonly version: string; readonly period: string; readonly unit: string }
export interface ReadFigures { readonly values: Readonly<Record<string, FigureValue>>; readonly faults: readonly ImportFault[] }

/**
 * The figures of a template that came back, and everything wrong with it, cell by cell. Codes decide what a cell is, not its place: rows and
 * columns may have been moved. Empty cells say nothing.
 */
export function readTemplate(sheets: readonly ReadSheet[], { definition, figures }: FrozenForm, of: TemplateOf): ReadFigures {
  const about = aboutOf(sheets)
  if (about === null) return { values: {}, faults: [fault('reports.import_not_template')] }
  const wrong = WHOLE.flatMap(([key, code]) => (about.get(key) === of[key] ? [] : [fault(code, {}, { found: about.get(key) ?? '', expected: of[key] })]))
  if (wrong.length > 0) return { values: {}, faults: wrong.slice(0, 1) }
  const known = new Map(figures.map((figure) => [figure.code, figure]))
  const read = definition.tables.map((table): ReadFigures => {
    const found = sheets.flatMap((sheet) => sheet.cells.filter(({ text }) => text === `${ENTRY_MARK}${table.code}`).map((corner) => ({ sheet, corner })))
    const [first] = found
    if (first === undefined || found.length > 1) return { values: {}, faults: [fault(first === undefined ? 'reports.import_table_missing' : 'reports.import_table_twice', {}, { table: table.title })] }
    return readTable(first.sheet, first.corner, table, known)
  })
  return { values: Object.assign({}, ...read.map(({ values }) => values)) as Record<string, FigureValue>, faults: read.flatMap(({ faults }) => faults) }
}

/** In the order in which they are told: whose file it is comes before what it asks. */
const WHOLE = [['form', 'reports.import_other_form'], ['version', 'reports.import_other_version'], ['period', 'reports.import_other_period'], ['unit', 'reports.import_other_unit']] as const

function aboutOf(sheets: readonly ReadSheet[]): ReadonlyMap<string, string> | null {
  const sheet = sheets.find(({ name }) => name === ABOUT_SHEET)
  if (sheet === undefined) return null
  const at = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.text]))
  return new Map(sheet.cells.filter(({ column }) => column === 1).map(({ row, text }) => [text, at.get(`${row} 2`) ?? '']))
}

function readTable(sheet: ReadSheet, corner: ReadCell, table: FormTable, known: ReadonlyMap<string, Figure>): ReadFigures {
  const columns = new Map(sheet.cells.filter(({ row, column }) => row === corner.row && column !== corner.column).map(({ column, text }) => [column, text]))
  const rows = new Map(sheet.cells.filter(({ row, column }) => column === corner.column && row !== corner.row).map(({ row, text }) => [row, text]))
  const [marks, lines] = table.layout === 'columns' ? [columns, rows] : [rows, columns]
  const codes = new Set(cellsOf(table).map(([, code]) => code))
  const faults = [...shapeFaults(sheet, marks, codes, known), ...([...lines.values()].filter((mark) => mark === VALUE).length === 1 ? [] : [fault('reports.import_table_missing', { sheet: sheet.name }, { table: table.title })])]
  const values: Record<string, FigureValue> = {}
  for (const cell of sheet.cells) {
    if (cell.row === corner.row || cell.column === corner.column) continue
    const [mark, line] = table.layout === 'columns' ? [columns.get(cell.column), rows.get(cell.row)] : [rows.get(cell.row), columns.get(cell.column)]
    if (line === KNOWN || (line === undefined && mark === undefined)) continue
    const place = { sheet: sheet.name, cell: cell.address }
    const isBelowHead = cell.row > corner.row
    // A number in a column of figures without a code beside it was pasted or inserted: it would be lost without a word.
    if (line === undefined || mark === undefined) {
      const isStray = isBelowHead && cell.kind === 'number' && (table.layout === 'columns' ? mark !== undefined : line === VALUE)
      if (isStray) faults.push(fault('reports.import_no_code', place, { found: cell.text }))
      continue
    }
    const figure = known.get(mark)
    if (line !== VALUE || figure === undefined || !isGiven(figure) || !codes.has(mark)) continue
    const said = saidIn(cell, figure, place)
    if ('code' in said) faults.push(said)
    else values[mark] = said.value
  }
  return { values, faults }
}

/** Every code of the table stands there once, and no other. */
function shapeFaults(sheet: ReadSheet, marks: ReadonlyMap<number, string>, codes: ReadonlySet<string>, known: ReadonlyMap<string, Figure>): ImportFault[] {
  const found = [...marks.values()].filter((mark) => mark !== VALUE && mark !== KNOWN)
  const place = { sheet: sheet.name }
  return [
    ...[...new Set(found)].filter((code) => !codes.has(code)).map((code) => fault('reports.import_unknown_code', place, { code })),
    ...[...codes].flatMap((code) => {
      const times = found.filter((each) => each === code).length
      if (times === 1) return []
      return [fault(times === 0 ? 'reports.import_code_missing' : 'reports.import_code_twice', { ...place, figure: code }, { name: known.get(code)?.name ?? code, code })]
    }),
  ]
}

function saidIn(cell: ReadCell, figure: Figure, place: Place): ImportFault | { readonly value: FigureValue } {
  if (cell.kind === 'error') return fault('reports.import_formula_error', { ...place, figure: figure.code }, { name: figure.name, found: cell.text })
  const value = figure.kind === 'text' || cell.number === null ? cell.text : cell.number
  return faultOfValue(figure, value, place) ?? { value }
}

function fault(code: `reports.import_${string}`, place: Place & { readonly figure?: string } = {}, details: ImportFault['details'] = {}): ImportFault {
  return { sheet: place.sheet ?? null, cell: place.cell ?? null, figure: place.figure ?? null, code, details }
}
