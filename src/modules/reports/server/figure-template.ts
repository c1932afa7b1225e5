import type { UnitId } from '#kernel/ids.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { EntryRule } from '#platform/server/spreadsheet/entry-sheet.ts'
import type { Cell, Column } from '#platform/server/spreadsheet/table.ts'
import type { Sheet, SheetRow } from '#platform/server/spreadsheet/write-xlsx.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { isGiven, type Figure, type FigureValue } from '../domain/figure.ts'
import { leavesOf, type ColumnTable, type FormTable, type ListTable } from '../domain/form.ts'
import { headOf, kindOf } from './figure-sheets.ts'
import { getReport, isInside } from './loaded-report.ts'
import { ownFigures } from './own-figures.ts'
import { reportStore } from './report-store.ts'
import type { PeriodId } from './tables.ts'

/** The hidden sheet, its rows, and what marks the places of figures: `read-template.ts` finds everything by these. */
export const ABOUT_SHEET = 'gandan'
export const ABOUT = ['form', 'version', 'period', 'unit'] as const
export const VALUE = 'value'
export const KNOWN = 'known'

interface Given { readonly figures: ReadonlyMap<string, Figure>; readonly values: Readonly<Record<string, FigureValue>>; readonly known: Readonly<Record<string, FigureValue>>; readonly asOf: string }

/** The form of a unit to fill in offline, with what was typed so far and beside it what the platform counts or shorter periods said. For those who write the report. */
export async function figureTemplate(work: Work, periodId: PeriodId, unitId: UnitId): Promise<{ sheets: readonly Sheet[]; name: string }> {
  const loaded = await getReport(work, periodId, unitId)
  const { report, period, form } = loaded
  if (!isInside(work, unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (period.madeOf.length > 0) throw new Refusal('conflict', 'reports.figures_are_summed')
  const { content } = await reportStore(work.db).findDraft(report.id)
  const { facts, cumulated } = await ownFigures(work, loaded, content)
  const unitName = (await loadDirectory(work.db)).nameOn(unitId, period.to) ?? ''
  const given: Given = {
    figures: new Map(form.figures.map((figure) => [figure.code, figure])), values: content.values, known: { ...cumulated?.values, ...facts },
    asOf: `${unitName}. ${period.name}, từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}. Ghi vào ô vàng; ô để trống không đổi gì.`,
  }
  const about = { form: period.formCode, version: String(period.versionNumber), period: period.code, unit: unitId }
  return {
    name: `${period.formCode}-${period.code}-mau-nhap`.replaceAll(/[^A-Za-z0-9.-]/g, '_'),
    sheets: [...form.definition.tables.map((table) => templateSheet(table, given)), {
      name: ABOUT_SHEET, isHidden: true, title: 'Nhận dạng tệp', asOf: 'Không sửa trang này', columns: [{ title: 'Mục', kind: 'text', widthMm: 30 }, { title: 'Giá trị', kind: 'text', widthMm: 80 }],
      rows: ABOUT.map((key) => ({ kind: 'record', cells: [key, about[key]] })),
    }],
  }
}

function templateSheet(table: FormTable, given: Given): Sheet {
  const codes = table.layout === 'columns' ? leavesOf(table.columns).map(({ figure }) => figure) : table.lines.flatMap((line) => (line.kind === 'figure' ? [line.figure] : []))
  const isKnown = codes.some((code) => (given.known[code] ?? null) !== null)
  return { name: table.code, title: table.title, asOf: given.asOf, ...(table.layout === 'columns' ? columnTemplate(table, given, isKnown) : listTemplate(table, given, isKnown)) }
}

function columnTemplate({ code, columns }: ColumnTable, given: Given, isKnown: boolean): Pick<Sheet, 'columns' | 'rows' | 'numbers' | 'entry'> {
  const leaves = leavesOf(columns)
  const line = (mark: string, title: string, values: Readonly<Record<string, FigureValue>>): SheetRow => ({ kind: 'record', mark, cells: [title, ...leaves.map(({ figure }) => values[figure] ?? null)] })
  return {
    columns: [{ title: 'Đơn vị', kind: 'text', widthMm: 40 }, ...headOf(columns, given.figures)], numbers: ['MS', ...leaves.map(({ number }) => number)],
    rows: [line(VALUE, 'Số của đơn vị', given.values), ...(isKnown ? [line(KNOWN, 'Đã có trong hệ thống', given.known)] : [])],
    entry: { mark: code, columns: [null, ...leaves.map(({ figure }) => figure)], ruleAt: (row, column) => (row === VALUE ? ruleOf(given.figures.get(column ?? '')) : null) },
  }
}

function listTemplate({ code, lines }: ListTable, given: Given, isKnown: boolean): Pick<Sheet, 'columns' | 'rows' | 'entry'> {
  const shown: Column[] = [{ title: 'TT', kind: 'text', widthMm: 12, align: 'center' }, { title: 'Chỉ tiêu', kind: 'text', widthMm: 90 }, { title: 'Đơn vị tính', kind: 'text', widthMm: 24, align: 'center' }, { title: 'Số liệu', kind: 'decimal', widthMm: 30 }]
  let number = 0
  return {
    columns: isKnown ? [...shown, { title: 'Đã có trong hệ thống', kind: 'decimal', widthMm: 30 }] : shown,
    rows: lines.map((line): SheetRow => {
      if (line.kind === 'group') return { kind: 'group', title: line.title }
      const figure = given.figures.get(line.figure)
      number += 1
      const cells: Cell[] = [String(number), figure?.name ?? line.figure, figure?.measure ?? '', given.values[line.figure] ?? null, given.known[line.figure] ?? null]
      return { kind: 'record', mark: line.figure, cells: isKnown ? cells : cells.slice(0, -1), kinds: [null, null, null, figure === undefined ? null : kindOf(figure), null] }
    }),
    entry: { mark: code, columns: [null, null, null, VALUE, ...(isKnown ? [KNOWN] : [])], ruleAt: (row, column) => (column === VALUE ? ruleOf(given.figures.get(row)) : null) },
  }
}

/** Ratios are computed: nobody types one. */
function ruleOf(figure: Figure | undefined): EntryRule | null {
  if (figure === undefined || !isGiven(figure)) return null
  const { kind, min, max } = figure
  if (kind === 'text') return { kind: 'text', min: null, max: null, says: '' }
  const range = [...(min === null ? [] : [` từ ${min}`]), ...(max === null ? [] : [` đến ${max}`])].join('')
  return { kind: kind === 'count' ? 'integer' : 'decimal', min, max, says: `Hãy ghi một ${kind === 'count' ? 'số nguyên' : 'số'}${range}.` }
}
