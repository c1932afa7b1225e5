import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { formatCell } from '#platform/server/spreadsheet/table.ts'
import { kindOf } from '#modules/reports/server/figure-sheets.ts'
import type { OpenPreview } from '#modules/reports/contract-forms.ts'
import type { Completeness, Sums } from '#modules/reports/contract-sums.ts'
import { sayRefusal } from '../phrases.ts'
import { lined } from './lined.ts'

type Opened = Pick<OpenPreview, 'name' | 'from' | 'to' | 'versionNumber'> & { readonly owedBy: readonly { readonly name: string; readonly dueOn: string | null }[] }

/** The period and every unit that owes it. */
export function printOpened({ name, from, to, versionNumber, owedBy }: Opened): string {
  return `Đã mở: ${name} (${day(from)} - ${day(to)}), biểu mẫu bản ${versionNumber}, ${owedBy.length} đơn vị phải báo cáo.\n\n${lined([['Đơn vị', 'Hạn'], ...owedBy.map((unit) => [unit.name, day(unit.dueOn)])])}`
}

/** Where the report of each unit stands, and the counts of all. */
export function printStatus(name: string, { units, totals }: Completeness): string {
  const rows = units.map(({ name: unit, report, daysLate }) => [
    unit, report === null ? '' : sayRefusal(`reports.state.${report.state}`, {}, 'vi'), day(report?.dueOn), day(report?.firstSentOn), day(report?.receivedOn), daysLate > 0 ? `${daysLate} ngày làm việc` : '',
  ])
  const counts = `Phải gửi ${totals.expected}; đã gửi ${totals.sent}, đã tiếp nhận ${totals.received}; đúng hạn lần đầu ${totals.onTimeAtFirst}, lần cuối ${totals.onTimeAtLast}; trả lại ${totals.returned}; trễ ${totals.late}.`
  return `${name}\n\n${lined([['Đơn vị', 'Trạng thái', 'Hạn', 'Gửi lần đầu', 'Tiếp nhận', 'Trễ'], ...rows])}\n${counts}\n`
}

/** The sums of a unit, with how many units said something of each. */
export function printSums({ period, unit, figures, totals }: Sums): string {
  const rows = figures.map((figure) => {
    const { value = null, from = 0 } = totals[figure.code] ?? {}
    return [figure.code, figure.name, figure.kind === 'ratio' && figure.measure === '%' ? '' : figure.measure, formatCell(value, kindOf(figure)), String(from)]
  })
  return `${unit.name}: ${period.name}\n\n${lined([['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số', 'Từ số đơn vị'], ...rows])}`
}

function day(text: string | null | undefined): string {
  return text === null || text === undefined ? '' : formatDate(text as PlainDate)
}
