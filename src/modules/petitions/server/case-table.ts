import { formatDate } from '#kernel/plain-date.ts'
import type { Table } from '#platform/server/spreadsheet/table.ts'
import type { Work } from '#platform/server/work.ts'
import type { ListCases } from '../contract.ts'
import { caseWordsVi } from '../phrases/case-words.vi.ts'
import { caseListStore } from './case-list-store.ts'
import { filterOf, linesOf } from './list-cases.ts'

const MOST_ROWS = 10_000

/** Every case of the list, not only those of its page, for a spreadsheet. It takes names out of the system: the audit trail notes that. */
export async function caseTable(work: Work, query: ListCases): Promise<Table & { title: string; asOf: string }> {
  const rows = await caseListStore(work.db).page(await filterOf(work, query), { limit: MOST_ROWS, offset: 0 })
  await work.recordRead('petitions.list', `${query.tab} ${String(rows.length)}`)
  const lines = await linesOf(work, rows)
  return {
    title: 'Danh sách đơn thư', asOf: `Số liệu đến ngày ${formatDate(work.today)}`,
    columns: [
      { title: 'Số đến', kind: 'text', widthMm: 20 }, { title: 'Ngày nhận', kind: 'date', widthMm: 24 }, { title: 'Đơn vị', kind: 'text', widthMm: 44 }, { title: 'Người gửi', kind: 'text', widthMm: 44 },
      { title: 'Số người', kind: 'integer', widthMm: 16 }, { title: 'Loại đơn', kind: 'text', widthMm: 24 }, { title: 'Nội dung', kind: 'text', widthMm: 90 }, { title: 'Lĩnh vực', kind: 'text', widthMm: 40 },
      { title: 'Nơi xảy ra', kind: 'text', widthMm: 40 }, { title: 'Tình trạng', kind: 'text', widthMm: 30 }, { title: 'Việc có hạn gần nhất', kind: 'text', widthMm: 44 }, { title: 'Hạn', kind: 'date', widthMm: 24 },
      { title: 'Người xử lý', kind: 'text', widthMm: 40 }, { title: 'Ngày kết thúc', kind: 'date', widthMm: 24 },
    ],
    rows: lines.map((line) => ({
      kind: 'record', cells: [
        `${line.number}/${line.year}`, line.receivedOn, line.unitName, line.senderName, line.peopleCount, caseWordsVi[`petitions.kind.${line.kind}`], line.title, line.topicName, line.placeName,
        caseWordsVi[`petitions.state.${line.state}`], line.dueStepName, line.dueOn, line.assigneeName, line.endedOn,
      ],
    })),
  }
}
