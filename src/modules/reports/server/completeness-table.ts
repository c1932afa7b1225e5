import { formatDate, plainDate } from '#kernel/plain-date.ts'
import type { Row, Table } from '#platform/server/spreadsheet/table.ts'
import type { Completeness, TimelinessFigures } from '../contract-sums.ts'
import { CLASS_WORDS, NO_CLASS, STATE_WORDS } from './report-words.ts'

/** The board as a table: the whole, then by class, by period, by unit with the latest first. */
export function completenessTable({ on, totals, classes, periods, units }: Completeness): Table & { title: string; asOf: string } {
  const line = (name: string, counts: TimelinessFigures, index: number): Row => ({ kind: 'record', cells: [index + 1, name, ...figuresOf(counts), null, null, null, null, null, null] })
  return {
    title: 'Theo dõi báo cáo: đủ và đúng hạn', asOf: `Số liệu đến ngày ${formatDate(plainDate(on))}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị; kỳ; nhóm', kind: 'text', widthMm: 75 },
      ...['Phải có', 'Đã gửi', 'Đã tiếp nhận', 'Đúng hạn lần đầu', 'Đúng hạn lần cuối', 'Bị trả lại', 'Chậm', 'Ghi thêm'].map((title) => ({ title, kind: 'integer' as const, widthMm: 20 })),
      { title: 'Tỷ lệ đã gửi', kind: 'percent', widthMm: 20 }, { title: 'Tỷ lệ đúng hạn lần cuối', kind: 'percent', widthMm: 22 }, { title: 'Chậm nhất (ngày làm việc)', kind: 'integer', widthMm: 24 },
      { title: 'Trạng thái', kind: 'text', widthMm: 36 }, { title: 'Hạn', kind: 'date', widthMm: 24 }, { title: 'Gửi lần đầu', kind: 'date', widthMm: 24 }, { title: 'Gửi lần cuối', kind: 'date', widthMm: 24 },
      { title: 'Tiếp nhận', kind: 'date', widthMm: 24 },
    ],
    rows: [
      { kind: 'group', title: 'I. Theo nhóm đơn vị' }, ...classes.map(({ class: owing, counts }, index) => line(owing === null ? NO_CLASS : CLASS_WORDS[owing], counts, index)),
      { kind: 'group', title: 'II. Theo kỳ' }, ...periods.map(({ name, formTitle, counts }, index) => line(`${name} — ${formTitle}`, counts, index)),
      { kind: 'group', title: 'III. Theo đơn vị' }, ...units.map(({ name, counts, daysLate, report }, index): Row => ({
        kind: 'record', cells: [
          index + 1, name, ...figuresOf(counts), daysLate, report === null ? null : STATE_WORDS[report.state], report?.dueOn ?? null, report?.firstSentOn ?? null, report?.lastSentOn ?? null, report?.receivedOn ?? null,
        ],
      })),
      { kind: 'total', cells: [null, 'Tổng cộng', ...figuresOf(totals), null, null, null, null, null, null] },
    ],
  }
}

function figuresOf({ expected, sent, received, onTimeAtFirst, onTimeAtLast, returned, late, exceptions }: TimelinessFigures): (number | null)[] {
  const share = (part: number) => (expected === 0 ? null : part / expected)
  return [expected, sent, received, onTimeAtFirst, onTimeAtLast, returned, late, exceptions, share(sent), share(onTimeAtLast)]
}
