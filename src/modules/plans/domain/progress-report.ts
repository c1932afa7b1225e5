import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { StateCounts } from './board.ts'

/** The document reported on, as the library has it. */
export interface ReportedDocument {
  readonly title: string
  readonly typeName: string
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string
}

/** Everything a progress report says, as figures. */
export interface ReportFigures {
  readonly document: ReportedDocument
  /** The period reported on, both days included. */
  readonly from: PlainDate
  readonly until: PlainDate
  readonly delivery: { readonly sent: number; readonly received: number; readonly acknowledged: number; readonly briefed: number; readonly sessions: number; readonly peopleReached: number }
  readonly unitPlansIssued: number
  readonly totals: StateCounts
  readonly duties: readonly { readonly title: string; readonly clausePath: string | null; readonly counts: StateCounts; readonly figure: { readonly name: string; readonly unit: string; readonly sum: number } | null }[]
  readonly units: readonly { readonly name: string; readonly counts: StateCounts }[]
  readonly texts: Readonly<Record<string, string>>
}

export interface ReportPart { readonly heading: string; readonly lines: readonly string[] }

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const NAMED_UNITS = 30

/** The body of "Báo cáo tình hình thực hiện", written from the figures; the officer's own paragraphs stand in their sections. */
export function reportParts(figures: ReportFigures): ReportPart[] {
  return [
    { heading: 'Công tác chỉ đạo, phổ biến, quán triệt', lines: [...dissemination(figures), ...own(figures, 'situation')] },
    { heading: 'Kết quả thực hiện nhiệm vụ', lines: results(figures) },
    { heading: 'Tồn tại, hạn chế', lines: [...shortcomings(figures), ...own(figures, 'assessment')] },
    { heading: 'Đề xuất, kiến nghị', lines: own(figures, 'proposals').length > 0 ? own(figures, 'proposals') : ['Không có.'] },
  ]
}

/**
 * How an official document names another the first time (Nghị định 30/2020/NĐ-CP, Phụ lục I phần II: loại, số, ngày, cơ quan,
 * trích yếu): "Kế hoạch số 215/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh Lâm Đồng"; in full with what it is about.
 */
export function citedAs({ title, typeName, number, issuedOn, issuer }: ReportedDocument, inFull: boolean): string {
  if (number === null) return title
  const about = title.startsWith(`${typeName} `) ? title.slice(typeName.length + 1) : title
  const of = [`${typeName} số ${number}`, issuedOn === null ? '' : `ngày ${formatDate(issuedOn)}`, issuer === '' ? '' : `của ${issuer}`].filter(Boolean).join(' ')
  return inFull ? `${of} ${about.charAt(0).toLocaleLowerCase('vi')}${about.slice(1)}` : of
}

function dissemination({ delivery, unitPlansIssued, document }: ReportFigures): string[] {
  return [
    `${document.typeName} đã được gửi đến ${count(delivery.sent)} cơ quan, đơn vị, địa phương; ${count(delivery.received)} đơn vị đã nhận, ${count(delivery.acknowledged)} đơn vị xác nhận tiếp thu${share(delivery.acknowledged, delivery.sent)}.`,
    `Trong kỳ, ${count(delivery.briefed)} đơn vị tổ chức quán triệt với ${count(delivery.sessions)} buổi, ${count(delivery.peopleReached)} lượt người; ${count(unitPlansIssued)} đơn vị ban hành kế hoạch thực hiện của mình.`,
  ]
}

function results({ totals, duties }: ReportFigures): string[] {
  const finished = totals.done + totals.doneLate
  return [
    `Trong kỳ có ${count(totals.total)} đầu việc tính theo đơn vị và kỳ hạn: ${count(finished)} đã hoàn thành${share(finished, totals.total)}, trong đó ${count(totals.doneLate)} hoàn thành chậm; ${count(totals.underWay)} đang thực hiện, ${count(totals.notStarted)} chưa thực hiện, ${count(totals.overdue)} quá hạn.`,
    ...duties.map(({ title, clausePath, counts, figure }) => {
      const done = counts.done + counts.doneLate
      const sum = figure === null ? '' : ` ${figure.name}: ${NUMBERS.format(figure.sum)} ${figure.unit}.`
      return `${title}${clausePath === null ? '' : ` (mục ${clausePath})`}: ${count(done)}/${count(counts.total)} hoàn thành${counts.overdue > 0 ? `, ${count(counts.overdue)} quá hạn` : ''}.${sum}`
    }),
  ]
}

function shortcomings({ units, totals }: ReportFigures): string[] {
  if (totals.overdue === 0) return ['Đến ngày báo cáo không có việc quá hạn.']
  const late = units.filter(({ counts }) => counts.overdue > 0).toSorted((one, other) => other.counts.overdue - one.counts.overdue)
  const named = late.slice(0, NAMED_UNITS).map(({ name, counts }) => `${name} (${count(counts.overdue)})`).join('; ')
  const rest = late.length > NAMED_UNITS ? ` và ${count(late.length - NAMED_UNITS)} đơn vị khác` : ''
  return [`${count(totals.overdue)} việc quá hạn tại ${count(late.length)} đơn vị: ${named}${rest}. Số liệu từng đơn vị ở Phụ lục.`]
}

function own({ texts }: ReportFigures, section: string): string[] {
  return (texts[section] ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

function count(value: number): string {
  return NUMBERS.format(value)
}

function share(part: number, whole: number): string {
  return whole === 0 ? '' : ` (${NUMBERS.format((part / whole) * 100)}%)`
}

