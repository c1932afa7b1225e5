import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Block, OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { identityEnd } from '../domain/person.ts'
import type { VisitId } from '../domain/visit.ts'
import { openIdentity } from './identity.ts'
import { getOpenVisit } from './read-visit.ts'
import { owedOf, type WholeVisit } from './shown-visits.ts'
import { loadTerms } from './terms.ts'
import { unitPaper } from './unit-paper.ts'
import { visitPartStore, type MatterRow, type VisitorRow } from './visit-part-store.ts'
import { IDENTITY_WORDS, KIND_WORDS } from './words.ts'

/** What the citizen takes home (Nghị định 154/2026/NĐ-CP, Mẫu 02/TCD): what was taken in, under which number, by when there is an answer. */
export async function writeReceipt(work: Work, id: VisitId): Promise<OfficialDocument> {
  const whole = await getOpenVisit(work, id)
  const { visit, visitors, matters } = whole
  const taken = matters.filter(({ caseId }) => caseId !== null)
  if (taken.length === 0) throw new Refusal('conflict', 'reception.nothing_taken_in')
  const files = await visitPartStore(work.db).listFiles(id)
  return {
    ...(await unitPaper(work, visit.unitId, visit.on)), type: 'bien_ban', named: { name: 'Giấy biên nhận', abbreviation: 'GBN' }, number: visit.number, issuedOn: visit.on,
    subject: 'Đơn, thông tin, tài liệu của công dân',
    body: [
      { kind: 'paragraph', text: `Ngày ${formatDate(visit.on)}, tại buổi tiếp công dân (lượt số ${visit.number}/${visit.year}), đã nhận của:` },
      { kind: 'list', items: [...visitors.map((visitor) => personOf(work, visitor)), ...(visit.isGroup ? [`Đoàn gồm ${visit.peopleCount} người, do những người nêu trên đại diện`] : [])] },
      { kind: 'paragraph', text: 'Nội dung đã tiếp nhận:' }, takenTable(taken),
      { kind: 'paragraph', text: files.length === 0 ? 'Tài liệu kèm theo: không có.' : `Tài liệu kèm theo: ${files.map(({ name }) => name).join('; ')}.` },
      ...(await answerBy(work, whole)),
      { kind: 'paragraph', text: 'Giấy này lập thành 02 bản có giá trị như nhau, người nộp giữ 01 bản.' },
    ],
    signature: { position: 'Người nhận', name: visit.recordedName }, coSigners: [{ position: 'Người nộp', name: visitors[0]?.name ?? null }],
  }
}

function personOf(work: Work, visitor: VisitorRow): string {
  const identity = openIdentity(work, visitor)
  return [
    `Ông/Bà ${visitor.name}`, ...(identity === null ? [] : [`số ${IDENTITY_WORDS[identity.kind]} có ba số cuối ${identityEnd(identity.number)}`]),
    ...(visitor.address === null ? [] : [`địa chỉ: ${visitor.address}`]),
  ].join(', ')
}

function takenTable(matters: readonly MatterRow[]): Block {
  return { kind: 'table', table: {
    columns: [
      { title: 'TT', kind: 'integer', widthMm: 10, align: 'center' }, { title: 'Nội dung', kind: 'text', widthMm: 72 }, { title: 'Phân loại', kind: 'text', widthMm: 24 },
      { title: 'Số sổ đơn', kind: 'text', widthMm: 24, align: 'center' }, { title: 'Mã tra cứu', kind: 'text', widthMm: 36, align: 'center' },
    ],
    rows: matters.map(({ content, kind, caseName, caseCode }, index) => ({ kind: 'record', cells: [index + 1, content, KIND_WORDS[kind], caseName, caseCode] })),
  } }
}

async function answerBy(work: Work, whole: WholeVisit): Promise<Block[]> {
  const owed = owedOf(whole, await loadTerms(work))
  const code: Block[] = whole.matters.some(({ caseCode }) => caseCode !== null)
    ? [{ kind: 'paragraph', text: 'Người nộp dùng mã tra cứu để theo dõi việc giải quyết trên trang dành cho công dân; không đưa mã này cho người không liên quan.' }] : []
  if (owed?.due === undefined || owed.due === null) return code
  return [{ kind: 'paragraph', text: `Việc thụ lý, từ chối hoặc chuyển giải quyết được trả lời chậm nhất ngày ${formatDate(owed.due)}${owed.why === null ? '' : ` (${owed.why.article})`}.` }, ...code]
}
