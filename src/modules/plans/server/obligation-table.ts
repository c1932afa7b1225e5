import { formatDate } from '#kernel/plain-date.ts'
import type { Table } from '#platform/server/spreadsheet/table.ts'
import type { Work } from '#platform/server/work.ts'
import type { z } from 'zod'
import type { ObligationQuery } from '../contract.ts'
import type { ObligationState } from '../domain/obligation-state.ts'
import { listObligations } from './obligations.ts'

const MOST_ROWS = 100_000
const STATES: Readonly<Record<ObligationState, string>> = { overdue: 'Quá hạn', 'under-way': 'Đang thực hiện', 'not-started': 'Chưa thực hiện', 'done-late': 'Hoàn thành chậm', done: 'Hoàn thành' }

/** Every obligation of the list, not only those of its page, for a spreadsheet. */
export async function obligationTable(work: Work, query: z.infer<typeof ObligationQuery>): Promise<Table & { title: string; asOf: string }> {
  const { obligations } = await listObligations(work, { ...query, page: 1, size: MOST_ROWS })
  return {
    title: 'Danh sách việc', asOf: `Số liệu đến ngày ${formatDate(query.on ?? work.today)}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 60 }, { title: 'Nhiệm vụ', kind: 'text', widthMm: 110 },
      { title: 'Kỳ', kind: 'text', widthMm: 36 }, { title: 'Căn cứ', kind: 'text', widthMm: 40 }, { title: 'Trạng thái', kind: 'text', widthMm: 32 },
      { title: 'Hạn', kind: 'date', widthMm: 24 }, { title: 'Bắt đầu', kind: 'date', widthMm: 24 }, { title: 'Hoàn thành', kind: 'date', widthMm: 24 },
    ],
    rows: obligations.map(({ unitName, dutyTitle, period, clausePath, directiveTitle, state, dueOn, startedOn, doneOn }, index) => ({
      kind: 'record', cells: [index + 1, unitName, dutyTitle, period, [clausePath, directiveTitle].filter(Boolean).join(', '), STATES[state], dueOn, startedOn, doneOn],
    })),
  }
}
