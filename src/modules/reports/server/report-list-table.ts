import { formatDate } from '#kernel/plain-date.ts'
import type { Table } from '#platform/server/spreadsheet/table.ts'
import type { Work } from '#platform/server/work.ts'
import type { z } from 'zod'
import type { ReportQuery } from '../contract.ts'
import { listReports } from './list-reports.ts'
import { STATE_WORDS } from './report-words.ts'

const MOST_ROWS = 100_000

/** Every report of the list, not only those of its page, for a spreadsheet. */
export async function reportListTable(work: Work, query: z.infer<typeof ReportQuery>): Promise<Table & { title: string; asOf: string }> {
  const { reports } = await listReports(work, { ...query, page: 1, size: MOST_ROWS })
  return {
    title: 'Danh sách báo cáo', asOf: `Số liệu đến ngày ${formatDate(work.today)}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 60 }, { title: 'Báo cáo', kind: 'text', widthMm: 80 },
      { title: 'Kỳ', kind: 'text', widthMm: 40 }, { title: 'Nơi nhận', kind: 'text', widthMm: 50 }, { title: 'Trạng thái', kind: 'text', widthMm: 36 }, { title: 'Hạn', kind: 'date', widthMm: 24 },
      { title: 'Ngày gửi', kind: 'date', widthMm: 24 }, { title: 'Khóa', kind: 'text', widthMm: 22 }, { title: 'Nhận xét chưa trả lời', kind: 'integer', widthMm: 24 },
    ],
    rows: reports.map(({ unitName, formTitle, periodName, receiverName, state, dueOn, sentOn, isLocked, openRemarks }, index) => ({
      kind: 'record', cells: [index + 1, unitName, formTitle, periodName, receiverName, STATE_WORDS[state], dueOn, sentOn, isLocked ? 'Đã khóa' : 'Đang mở', openRemarks],
    })),
  }
}
