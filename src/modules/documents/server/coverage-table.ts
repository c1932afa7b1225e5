import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Row, Table } from '#platform/server/spreadsheet/table.ts'
import type { CoverageClass, Delivery } from '../contract.ts'
import type { ClassedDeliveries } from './coverage.ts'
import type { DocumentRow } from './document-store.ts'

const STATE_WORDS = { sent: 'Chưa nhận', received: 'Đã nhận', opened: 'Đã mở', acknowledged: 'Đã xác nhận', briefed: 'Đã quán triệt' } as const

const CLASS_WORDS: Record<CoverageClass, string> = {
  departments: 'Sở, ban, ngành', 'public-service-units': 'Đơn vị sự nghiệp công lập', 'district-committees': 'Ủy ban nhân dân cấp huyện',
  'commune-committees': 'Ủy ban nhân dân cấp xã', 'front-and-organisations': 'Mặt trận và các tổ chức chính trị - xã hội', other: 'Cơ quan, đơn vị khác',
}

/** Units by class and how far the document got with each: the table behind the coverage figures. */
export function coverageTable(document: DocumentRow, groups: readonly ClassedDeliveries[], today: PlainDate): Table & { title: string; asOf: string } {
  return {
    title: `Phổ biến, quán triệt ${document.number ?? document.summary}`,
    asOf: `Số liệu đến ngày ${formatDate(today)}`,
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 12, align: 'center' }, { title: 'Cơ quan, đơn vị', kind: 'text', widthMm: 75 },
      { title: 'Ngày gửi', kind: 'date', widthMm: 28 }, { title: 'Ngày xác nhận', kind: 'date', widthMm: 28 }, { title: 'Trạng thái', kind: 'text', widthMm: 35 },
      { title: 'Số buổi', kind: 'integer', widthMm: 20 }, { title: 'Lượt người', kind: 'integer', widthMm: 25 },
    ],
    rows: groups.flatMap(({ figures, deliveries }): Row[] => [
      { kind: 'group', title: `${CLASS_WORDS[figures.class]}: ${String(figures.acknowledged)}/${String(figures.sent)} đã xác nhận` },
      ...deliveries.map((delivery, index) => rowOf(delivery, index)),
    ]),
  }
}

function rowOf(delivery: Delivery, index: number): Row {
  return {
    kind: 'record',
    cells: [index + 1, delivery.unitName, delivery.sentOn, delivery.acknowledgedOn, STATE_WORDS[delivery.state], delivery.sessions, delivery.peopleReached],
  }
}
