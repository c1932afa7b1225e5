import { formatDate, plainDate } from '#kernel/plain-date.ts'
import type { Table } from '#platform/server/spreadsheet/table.ts'
import type { Board } from '../contract.ts'
import { shareDone } from '../domain/board.ts'

/** The board as a table of units: what the screen shows, for a spreadsheet. */
export function boardTable({ on, units, totals }: Board): Table & { title: string; asOf: string } {
  return {
    title: 'Bảng theo dõi nhiệm vụ', asOf: `Số liệu đến ngày ${formatDate(plainDate(on))}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 75 }, { title: 'Được giao', kind: 'integer', widthMm: 22 },
      { title: 'Hoàn thành', kind: 'integer', widthMm: 22 }, { title: 'Hoàn thành chậm', kind: 'integer', widthMm: 22 }, { title: 'Đang thực hiện', kind: 'integer', widthMm: 22 },
      { title: 'Chưa thực hiện', kind: 'integer', widthMm: 22 }, { title: 'Quá hạn', kind: 'integer', widthMm: 22 }, { title: 'Tỷ lệ hoàn thành', kind: 'percent', widthMm: 22 },
    ],
    rows: [
      ...units.map(({ name, counts }, index) => ({
        kind: 'record' as const, cells: [index + 1, name, counts.total, counts.done, counts.doneLate, counts.underWay, counts.notStarted, counts.overdue, shareDone(counts)],
      })),
      { kind: 'total', cells: [null, 'Tổng cộng', totals.total, totals.done, totals.doneLate, totals.underWay, totals.notStarted, totals.overdue, shareDone(totals)] },
    ],
  }
}
