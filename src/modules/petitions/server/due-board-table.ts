import { formatDate, plainDate } from '#kernel/plain-date.ts'
import type { Cell } from '#platform/server/spreadsheet/table.ts'
import type { Sheet } from '#platform/server/spreadsheet/write-xlsx.ts'
import type { DueBoard, DueCounts } from '../contract-statistics.ts'

const HEADS = { unit: 'Cơ quan, đơn vị', topic: 'Lĩnh vực', place: 'Nơi xảy ra' } as const
const UNNAMED = { unit: '', topic: 'Chưa chọn lĩnh vực', place: 'Chưa ghi nơi xảy ra' } as const
const HIDDEN = 'ẩn'

/** The board as the screen shows it, for a spreadsheet: what is hidden there is hidden here. */
export function dueBoardTable({ on, by, weekUntil, rows, totals, hasHidden }: DueBoard): Sheet {
  return {
    title: 'Đơn thư đến hạn, quá hạn',
    asOf: `Số liệu đến ngày ${formatDate(plainDate(on))}${hasHidden ? `. “${HIDDEN}”: dưới 5, hoặc không nêu để không suy ra được số dưới 5` : ''}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: HEADS[by], kind: 'text', widthMm: 75 }, { title: 'Đang giải quyết', kind: 'integer', widthMm: 24 }, { title: 'Quá hạn', kind: 'integer', widthMm: 24 },
      { title: `Đến hạn đến ${formatDate(plainDate(weekUntil))}`, kind: 'integer', widthMm: 28 }, { title: 'Tạm đình chỉ', kind: 'integer', widthMm: 24 }, { title: 'Còn hạn', kind: 'integer', widthMm: 24 },
      { title: 'Quá hạn lâu nhất từ', kind: 'date', widthMm: 28 }, { title: 'Quá hạn ở bước', kind: 'text', widthMm: 80 },
    ],
    rows: [
      ...rows.map(({ name, counts, lateSince, why }, index) => line('record', [
        index + 1, name === '' ? UNNAMED[by] : name, ...figures(counts), lateSince, why.map((step) => (step.count === null ? step.name : `${step.name}: ${String(step.count)}`)).join('; '),
      ])),
      line('total', [null, 'Tổng cộng', ...figures(totals), null, null]),
    ],
  }
}

function figures({ open, late, thisWeek, suspended, later }: DueCounts): Cell[] {
  return [open, late, thisWeek, suspended, later].map((count) => count ?? HIDDEN)
}

/** A hidden figure is a word in a column of numbers. */
function line(kind: 'record' | 'total', cells: readonly Cell[]) {
  return { kind, cells, kinds: cells.map((cell) => (cell === HIDDEN ? 'text' as const : null)) }
}
