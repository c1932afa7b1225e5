import type { FactInfo, FactSource } from '#platform/server/facts.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { documentFactStore, type CountedDocument, type CountedOfDocuments } from './document-fact-store.ts'
import { typeName } from './reading.ts'

interface DocumentFact extends FactInfo { readonly counted: CountedOfDocuments }

const FACTS: readonly DocumentFact[] = [
  {
    code: 'documents.issued', counted: 'issued', name: 'Văn bản đã ban hành', measure: 'văn bản',
    meaning: 'Văn bản trong thư viện ghi đơn vị là nơi ban hành, có ngày ban hành trong kỳ. Dự thảo chưa có ngày ban hành và văn bản nơi khác mà đơn vị chỉ lưu giữ không tính.',
  },
  {
    code: 'documents.received', counted: 'received', name: 'Văn bản được gửi đến', measure: 'văn bản',
    meaning: 'Lượt văn bản gửi đến đơn vị trong kỳ, tính theo ngày gửi, kể cả văn bản chưa mở.',
  },
  {
    code: 'documents.acknowledged', counted: 'acknowledged', name: 'Văn bản đã xác nhận tiếp thu', measure: 'văn bản',
    meaning: 'Lượt văn bản đơn vị xác nhận tiếp thu trong kỳ, tính theo ngày xác nhận, kể cả văn bản gửi đến từ kỳ trước.',
  },
  {
    code: 'documents.briefing-sessions', counted: 'sessions', name: 'Buổi phổ biến, quán triệt', measure: 'buổi',
    meaning: 'Số buổi phổ biến, quán triệt văn bản đơn vị đã ghi, tính theo ngày tổ chức trong kỳ.',
  },
  {
    code: 'documents.people-reached', counted: 'peopleReached', name: 'Lượt người được phổ biến, quán triệt', measure: 'lượt người',
    meaning: 'Tổng lượt người dự các buổi phổ biến, quán triệt tổ chức trong kỳ; một người dự nhiều buổi được tính nhiều lượt.',
  },
]

/** What the library knows of a unit's dissemination: papers issued, received, acknowledged, and briefings with the people they reached. */
export const documentFacts: FactSource = {
  facts: FACTS.map(({ code, name, meaning, measure }) => ({ code, name, meaning, measure })),
  async count(work, unitIds, span) {
    const counts = await documentFactStore(work.db).count(unitIds, span)
    return Object.fromEntries(FACTS.map(({ code, counted }) => [code, counts[counted]]))
  },
  async records(work, code, unitIds, span) {
    const fact = FACTS.find((known) => known.code === code)
    if (fact === undefined) return []
    const directory = await loadDirectory(work.db)
    const rows = await documentFactStore(work.db).list(fact.counted, unitIds, span)
    return rows.map((row) => {
      const unit = unitIds.length > 1 ? directory.nameOn(row.unitId, row.on) : undefined
      return { label: [unit, labelOf(row)].filter(Boolean).join(': '), on: row.on, value: row.value, path: `/van-ban/${row.documentId}` }
    })
  },
}

/** "Kế hoạch 8035/KH-UBND: Triển khai Quy chế 456"; of a briefing, with those who were there. */
function labelOf({ type, number, summary, audience }: CountedDocument): string {
  const title = [typeName(type), number].filter(Boolean).join(' ')
  return [[title, summary].filter(Boolean).join(': '), audience].filter(Boolean).join(' — ')
}
