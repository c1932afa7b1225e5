import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Sheet, SheetRow } from '#platform/server/spreadsheet/write-xlsx.ts'
import type { Column, ColumnKind } from '#platform/server/spreadsheet/table.ts'
import type { ExportedFigures } from '../contract-exchange.ts'
import { leavesOf, type ColumnTable, type FormColumn, type FormTable, type ListTable } from '../domain/form.ts'
import type { FiguresToExport } from './export-figures.ts'

type ExportedFigure = ExportedFigures['figures'][number]
type ExportedRow = ExportedFigures['rows'][number]

/** More than so many are made narrow, so that a line stays readable on one sheet of A4. */
const MANY_COLUMNS = 12

/** A sheet a table of the form, under the head that is prescribed for it. */
export function figureSheets(exported: FiguresToExport): Sheet[] {
  const figures = new Map(exported.figures.map((figure) => [figure.code, figure]))
  return exported.definition.tables.map((table) => ({
    name: table.code, title: table.title, asOf: asOfLine(exported), ...sheetOf(table, exported, figures),
  }))
}

function sheetOf(table: FormTable, exported: FiguresToExport, figures: ReadonlyMap<string, ExportedFigure>): Pick<Sheet, 'columns' | 'rows' | 'numbers'> {
  if (table.layout === 'columns') return columnSheet(table, exported, figures)
  return exported.rows[0]?.part === 'whole' ? listSheet(table, exported, figures) : columnSheet(acrossUnits(table, figures), exported, figures)
}

/** One line a figure, for programs: codes before names, the revision it stands in. */
export function figureLines({ form, period, figures, rows }: ExportedFigures): Pick<Sheet, 'columns' | 'rows'> {
  return {
    columns: ['form', 'period', 'unit_code', 'unit_name', 'part', 'figure', 'name', 'value', 'revision'].map((title) => ({ title, kind: 'text', widthMm: 30 })),
    rows: rows.flatMap((row) => figures.filter(({ code }) => (row.values[code] ?? null) !== null).map((figure): SheetRow => ({
      kind: 'record', cells: [form.code, period.code, row.unit.code ?? row.unit.id, row.unit.name, row.part, figure.code, figure.name, row.values[figure.code] ?? null, row.revision],
    }))),
  }
}

/** How the values of a figure are shown; a ratio is a share. */
export function kindOf(figure: Pick<ExportedFigure, 'kind' | 'measure'> | undefined): ColumnKind {
  if (figure?.kind === 'text') return 'text'
  if (figure?.kind === 'ratio' && figure.measure === '%') return 'percent'
  return figure?.kind === 'count' ? 'integer' : 'decimal'
}

/** The head of a table of columns, as the form prints it. */
export function headOf(columns: readonly FormColumn[], figures: ReadonlyMap<string, Pick<ExportedFigure, 'kind' | 'measure'>>, widthMm: number = leavesOf(columns).length > MANY_COLUMNS ? 15 : 22): Column[] {
  return columns.map((column) => ('columns' in column
    ? { title: column.title, columns: headOf(column.columns, figures, widthMm) }
    : { title: column.title, kind: kindOf(figures.get(column.figure)), widthMm }))
}

function asOfLine({ unit, period, rows, on }: FiguresToExport): string {
  const [first] = rows
  const days = `${period.name}, từ ngày ${formatDate(period.from as PlainDate)} đến ngày ${formatDate(period.to as PlainDate)}`
  const which = first?.part !== 'whole' ? 'số đã tiếp nhận' : first.revision === null ? 'số liệu đang soạn' : `bản duyệt số ${first.revision}`
  return `${unit.name}. ${days}; ${which}, lấy ngày ${formatDate(on as PlainDate)}`
}

function columnSheet({ columns }: ColumnTable, { rows, unit }: FiguresToExport, figures: ReadonlyMap<string, ExportedFigure>): Pick<Sheet, 'columns' | 'rows' | 'numbers'> {
  const leaves = leavesOf(columns)
  const cells = ({ values }: Pick<ExportedRow, 'values'>) => leaves.map(({ figure }) => values[figure] ?? null)
  const [first] = rows
  const total = rows.find(({ part }) => part === 'total') ?? first
  return {
    columns: [{ title: 'Đơn vị', kind: 'text', widthMm: 60 }, ...headOf(columns, figures)], numbers: ['MS', ...leaves.map(({ number }) => number)],
    rows: [
      ...rows.filter(({ part }) => part !== 'total').map((row): SheetRow => ({ kind: 'record', cells: [nameOf(row, unit.name), ...cells(row)] })),
      ...(total === undefined ? [] : [{ kind: 'total' as const, cells: ['Tổng cộng', ...cells(total).map((cell) => (typeof cell === 'number' ? cell : null))] }]),
    ],
  }
}

function listSheet({ lines }: ListTable, { rows: [only] }: FiguresToExport, figures: ReadonlyMap<string, ExportedFigure>): Pick<Sheet, 'columns' | 'rows'> {
  let number = 0
  return {
    columns: [{ title: 'TT', kind: 'text', widthMm: 12, align: 'center' }, { title: 'Chỉ tiêu', kind: 'text', widthMm: 90 }, { title: 'Đơn vị tính', kind: 'text', widthMm: 24, align: 'center' }, { title: 'Số liệu', kind: 'decimal', widthMm: 30 }],
    rows: lines.map((line): SheetRow => {
      if (line.kind === 'group') return { kind: 'group', title: line.title }
      const figure = figures.get(line.figure)
      number += 1
      return { kind: 'record', cells: [String(number), figure?.name ?? line.figure, figure?.measure ?? '', only?.values[line.figure] ?? null], kinds: [null, null, null, kindOf(figure)] }
    }),
  }
}

/** Of many units a list is read across: a line a unit, its figures under their headings, numbered as in the list. */
function acrossUnits({ lines, ...table }: ListTable, figures: ReadonlyMap<string, ExportedFigure>): ColumnTable {
  const columns: FormColumn[] = []
  let heading: { readonly title: string; readonly columns: FormColumn[] } | null = null
  let number = 0
  for (const line of lines) {
    if (line.kind === 'group') {
      heading = { title: line.title, columns: [] }
      columns.push(heading)
      continue
    }
    const { name = line.figure, measure = '' } = figures.get(line.figure) ?? {}
    number += 1
    ;(heading?.columns ?? columns).push({ title: measure === '' ? name : `${name} (${measure})`, number: String(number), figure: line.figure })
  }
  return { ...table, layout: 'columns', columns: columns.filter((column) => !('columns' in column) || column.columns.length > 0) }
}

function nameOf({ part, unit }: ExportedRow, ownName: string): string {
  if (part === 'total') return 'Tổng cộng'
  return part === 'own' ? `${ownName} (phần của đơn vị)` : unit.name
}
