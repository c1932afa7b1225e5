import type { UnitId } from '#kernel/ids.ts'
import type { Annex, Block } from '#platform/server/official-document/official-document.ts'
import { formatCell, type Column, type Row, type Table } from '#platform/server/spreadsheet/table.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import { totalAt, type Adjustment } from '../domain/consolidate.ts'
import type { Figure, FigureValue } from '../domain/figure.ts'
import { cellsOf, leavesOf, type ColumnTable, type FormColumn, type FormTable, type FrozenForm, type ListTable } from '../domain/form.ts'
import { kindOf } from './figure-sheets.ts'
import type { PeriodRow } from './period-store.ts'
import type { ShownReport } from './shown-report.ts'

/** What the annexes are made of. */
export interface AnnexSource {
  readonly form: FrozenForm
  readonly shown: ShownReport
  readonly directory: Directory
  readonly unitId: UnitId
  readonly period: Pick<PeriodRow, 'to' | 'madeOf' | 'span'>
}

/** Lists that follow one another share an annex, a table of columns has its own; those declared "không phát sinh" are named in the text instead. */
export function reportAnnexes(source: AnnexSource): Annex[] {
  const annexes: Annex[] = []
  let lists: ListTable[] = []
  const closeLists = () => {
    if (lists.length > 0) annexes.push({ title: lists.length === 1 ? titleOf(lists[0]) : 'Số liệu kèm theo báo cáo', body: listAnnex(source, lists) })
    lists = []
  }
  for (const table of source.form.definition.tables.filter((each) => !isNothing(source, each))) {
    if (table.layout === 'list') {
      lists.push(table)
      continue
    }
    closeLists()
    annexes.push({ title: titleOf(table), body: columnAnnex(source, table) })
  }
  closeLists()
  return annexes
}

function titleOf(table: FormTable | undefined): string {
  return table === undefined ? '' : `Biểu ${table.code}: ${table.title}`
}

/** Tables declared "không phát sinh" that hold no figure but nought. */
export function tablesOfNothing(source: AnnexSource): readonly FormTable[] {
  return source.form.definition.tables.filter((table) => isNothing(source, table))
}

function isNothing({ shown }: AnnexSource, table: FormTable): boolean {
  return shown.content.nothing.includes(table.code) && cellsOf(table).every(([, code]) => [null, 0, ''].includes(shown.figures[code] ?? null))
}

function listAnnex(source: AnnexSource, tables: readonly ListTable[]): Block[] {
  const { form, shown, period, unitId } = source
  const figures = new Map(form.figures.map((figure) => [figure.code, figure]))
  const hasBefore = period.span !== 'other'
  const corrected = new Map(tables.flatMap((table) => [...adjustmentsAt(source, unitId, table)]))
  const rowsOf = ({ lines }: ListTable): Row[] => {
    let number = 0
    return lines.map((line): Row => {
      if (line.kind === 'group') return { kind: 'group', title: line.title }
      number += 1
      const figure = figures.get(line.figure)
      const now = marked(said(figure, shown.figures[line.figure] ?? null), corrected.has(line.figure))
      return { kind: 'record', cells: [number, figure?.name ?? line.figure, figure?.measure ?? '', now, ...(hasBefore ? [said(figure, shown.before?.[line.figure] ?? null)] : [])] }
    })
  }
  const hasWords = tables.some((table) => cellsOf(table).some(([, code]) => figures.get(code)?.kind === 'text'))
  const value = (title: string): Column => ({ title, kind: 'text', align: 'right', widthMm: hasWords ? 30 : 24 })
  return [
    { kind: 'table', table: {
      columns: [
        { title: 'TT', kind: 'integer', widthMm: 11, align: 'center' }, { title: 'Chỉ tiêu', kind: 'text', widthMm: hasWords ? 72 : 82 }, { title: 'Đơn vị tính', kind: 'text', align: 'center', widthMm: 22 },
        value('Số liệu kỳ này'), ...(hasBefore ? [value('Kỳ trước')] : []),
      ],
      rows: tables.flatMap((table) => [...(tables.length > 1 ? [{ kind: 'group' as const, title: titleOf(table).toLocaleUpperCase('vi') }] : []), ...rowsOf(table)]),
    } },
    ...notes(source, figures, [...corrected.values()], { isEveryUnit: false }),
  ]
}

/** The head as the form prints it; a unit with others below shows each of them, so that the sums can be followed. */
function columnAnnex(source: AnnexSource, table: ColumnTable): Block[] {
  const { form, shown, unitId, directory, period } = source
  const figures = new Map(form.figures.map((figure) => [figure.code, figure]))
  const leaves = leavesOf(table.columns)
  const ownName = directory.nameOn(unitId, period.to) ?? ''
  const corrected = adjustmentsAt(source, unitId, table)
  const line = (kind: 'record' | 'total', name: string, valueOf: (code: string) => FigureValue, marks: ReadonlyMap<string, Adjustment>): Row => ({
    kind, cells: [name, ...leaves.map(({ figure: code }) => {
      const value = valueOf(code)
      return marks.has(code) ? marked(said(figures.get(code), value), true) : value
    })],
  })
  const isParted = shown.hasBelow && shown.addsUp
  const below = isParted ? directory.childrenOn(unitId, period.to).filter((child) => shown.sums.units.has(child.unitId)) : []
  const ownRows = isParted ? ownLines(source, leaves.map(({ figure }) => figure)) : []
  const parts = below.map((child) => ({ name: child.name, id: child.unitId, marks: adjustmentsAt(source, child.unitId, table) }))
  const rows: Row[] = [
    ...ownRows.map(({ name, values }) => line('record', name, (code) => values[code] ?? null, new Map())),
    ...parts.map(({ name, id, marks }) => line('record', name, (code) => totalAt(shown.sums, id, code).value ?? shown.wordsBelow.get(id)?.[code] ?? null, marks)),
    isParted ? line('total', 'Tổng cộng', (code) => (figures.get(code)?.kind === 'text' ? null : shown.figures[code] ?? null), corrected) : line('record', ownName, (code) => shown.figures[code] ?? null, corrected),
  ]
  const printed: Table = { columns: [{ title: 'Đơn vị', kind: 'text', widthMm: 38 }, ...headOf(table.columns, figures)], rows, numbers: ['MS', ...leaves.map(({ number }) => number)] }
  return [
    { kind: 'table', table: printed },
    ...notes(source, figures, [...corrected.values(), ...parts.flatMap(({ marks }) => [...marks.values()])], { isEveryUnit: true }),
    ...(shown.addsUp ? [] : [{ kind: 'paragraph' as const, text: 'Số liệu của các đơn vị đã thay đổi sau khi báo cáo được duyệt nên không in ở đây; tổng số là số đã duyệt.' }]),
  ]
}

/** The unit's own part, and those of former units of which nobody can say to which below they belong. */
function ownLines({ shown, unitId, directory, period }: AnnexSource, codes: readonly string[]): { name: string; values: Readonly<Record<string, number | null>> }[] {
  return (shown.sums.units.get(unitId)?.own ?? []).filter(({ submission }) => submission.isOverall !== true).flatMap(({ submission }) => {
    if (codes.every((code) => (submission.values[code] ?? 0) === 0)) return []
    const name = submission.unitId === unitId ? `${directory.nameOn(unitId, period.to) ?? ''} (phần của đơn vị)` : directory.nameOn(submission.unitId, submission.on) ?? ''
    return [{ name, values: submission.values }]
  })
}

function headOf(columns: readonly FormColumn[], figures: ReadonlyMap<string, Figure>): Column[] {
  return columns.map((column): Column => {
    if ('columns' in column) return { title: column.title, columns: headOf(column.columns, figures) }
    const kind = kindOf(figures.get(column.figure))
    return { title: column.title, kind, widthMm: kind === 'text' ? 14 : 9.5 }
  })
}

/** Sums of the table set by hand at a unit, by figure. */
function adjustmentsAt({ shown }: AnnexSource, unitId: UnitId, table: FormTable): ReadonlyMap<string, Adjustment> {
  const codes = new Set(cellsOf(table).map(([, code]) => code))
  return new Map((shown.sums.units.get(unitId)?.adjustments ?? []).filter(({ code }) => codes.has(code)).map((adjustment) => [adjustment.code, adjustment]))
}

/** Why figures bear an asterisk. */
function notes({ directory }: AnnexSource, figures: ReadonlyMap<string, Figure>, adjustments: readonly Adjustment[], { isEveryUnit }: { isEveryUnit: boolean }): Block[] {
  if (adjustments.length === 0) return []
  const items = adjustments.map(({ submission, code, delta, because }) => {
    const figure = figures.get(code)
    const value = submission.overrides[code]?.value ?? null
    const unit = isEveryUnit ? `${directory.nameOn(submission.unitId, submission.on) ?? ''}, ` : ''
    return `${unit}${figure?.name ?? code}: cộng được ${said(figure, value === null ? null : value - delta)}, sửa thành ${said(figure, value)}; lý do: ${because}`
  })
  return [{ kind: 'paragraph', text: [{ text: '(*) Số liệu được sửa khi tổng hợp:', isItalic: true }] }, { kind: 'list', items }]
}

function said(figure: Figure | undefined, value: FigureValue): string {
  return formatCell(value, kindOf(figure))
}

function marked(text: string, isCorrected: boolean): string {
  return isCorrected ? `${text}*` : text
}
