import { may } from '#kernel/actor.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Column, Row, Table } from '#platform/server/spreadsheet/table.ts'
import type { Sheet } from '#platform/server/spreadsheet/write-xlsx.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { RegisterQuery } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { identityEnd } from '../domain/person.ts'
import { openIdentity } from './identity.ts'
import { registerStore } from './register-store.ts'
import { loadVisits, type WholeVisit } from './shown-visits.ts'
import { unitPaper } from './unit-paper.ts'
import type { MatterRow, VisitorRow } from './visit-part-store.ts'
import { GROUND_WORDS, KIND_WORDS, RECEIVED_WORDS } from './words.ts'

const COLUMNS: readonly Column[] = [
  { title: 'STT', kind: 'text', widthMm: 11, align: 'center' }, { title: 'Ngày tiếp', kind: 'date', widthMm: 20 }, { title: 'Họ tên – Địa chỉ', kind: 'text', widthMm: 38 },
  { title: 'Số căn cước, định danh, hộ chiếu', kind: 'text', widthMm: 24 }, { title: 'Nội dung vụ việc', kind: 'text', widthMm: 52 }, { title: 'Phân loại', kind: 'text', widthMm: 17 },
  { title: 'Số người', kind: 'integer', widthMm: 12 }, { title: 'Cơ quan đã giải quyết', kind: 'text', widthMm: 19 },
  { title: 'Hướng xử lý', columns: [
    { title: 'Thuộc thẩm quyền', kind: 'text', widthMm: 15, align: 'center' }, { title: 'Hướng dẫn', kind: 'text', widthMm: 26 }, { title: 'Cơ quan thụ lý', kind: 'text', widthMm: 22 },
  ] },
  { title: 'Theo dõi kết quả', kind: 'text', widthMm: 23 }, { title: 'Ghi chú', kind: 'text', widthMm: 26 },
]
const NUMBERS = Array.from({ length: 13 }, (_, index) => `(${index + 1})`)

/** Sổ tiếp công dân, with the thirteen columns of Nghị định 154/2026/NĐ-CP, Mẫu 03/TCD; a line a matter. */
export async function registerTable(work: Work, { unitId, from, to, identity }: RegisterQuery): Promise<{ table: Table; visits: readonly WholeVisit[] }> {
  if (!may(work.actor, 'reception.read', unitId)) throw new Refusal('not_found', 'reception.no_such_unit')
  if (to < from) throw new Refusal('invalid', 'reception.until_before_from', { field: 'to' })
  const visits = await loadVisits(work, await registerStore(work.db).listForPaper(unitId, from, to))
  if (identity === 'whole') await work.recordRead('reception.register', `${unitId} ${from} ${to}`)
  return { table: { columns: COLUMNS, numbers: NUMBERS, rows: visits.flatMap((whole) => rowsOf(work, whole, identity)) }, visits }
}

export async function registerSheet(work: Work, query: RegisterQuery): Promise<Sheet> {
  const { table } = await registerTable(work, query)
  const unitName = (await loadDirectory(work.db)).nameOn(query.unitId, query.to) ?? ''
  return { ...table, name: 'Sổ tiếp công dân', title: 'Sổ tiếp công dân (Mẫu 03/TCD, Nghị định 154/2026/NĐ-CP)', asOf: `${unitName}, từ ngày ${formatDate(query.from)} đến ngày ${formatDate(query.to)}` }
}

/** The same on paper: the register as an annex that lies across the page. */
export async function writeRegister(work: Work, query: RegisterQuery): Promise<OfficialDocument> {
  const { table, visits } = await registerTable(work, query)
  const received = visits.filter(({ visit }) => visit.refusalGround === null)
  const people = received.reduce((sum, { visit }) => sum + visit.peopleCount, 0)
  const days = `từ ngày ${formatDate(query.from)} đến ngày ${formatDate(query.to)}`
  const refused = visits.length - received.length
  return {
    ...(await unitPaper(work, query.unitId, query.to)), type: 'bao_cao', named: { name: 'Trích sổ tiếp công dân', abbreviation: null }, number: null, issuedOn: work.today, subject: `Các lượt tiếp công dân ${days}`,
    body: [
      { kind: 'paragraph', text: `${days.charAt(0).toLocaleUpperCase('vi')}${days.slice(1)}, đơn vị đã tiếp ${received.length} lượt với ${people} người, trong đó ${received.filter(({ visit }) => visit.isGroup).length} đoàn đông người${refused === 0 ? '' : `; từ chối tiếp ${refused} lượt`}.` },
      { kind: 'paragraph', text: 'Nội dung từng lượt tiếp tại Phụ lục kèm theo.' },
    ],
    annexes: [{ title: 'Sổ tiếp công dân (Mẫu 03/TCD)', body: [{ kind: 'table', table }] }],
  }
}

function rowsOf(work: Work, { visit, visitors, matters }: WholeVisit, identity: RegisterQuery['identity']): Row[] {
  const number = String(visit.number)
  if (sightOf(work.actor, visit) !== 'whole') return [{ kind: 'record', cells: [number, visit.on, COVERED, null, null, null, visit.peopleCount, null, null, null, null, null, null] }]
  const who = [number, visit.on, visitors.map(({ name, address }) => [name, address].filter(Boolean).join(', ')).join('; '), visitors.map((visitor) => shownIdentity(work, visitor, identity)).filter(Boolean).join('; ')]
  const note = [RECEIVED_WORDS[visit.receivedBy], visit.receiver, visit.note].filter(Boolean).join('. ')
  const told = visit.toldOn === null ? null : `${formatDate(visit.toldOn)}: ${visit.toldHow ?? ''}`
  if (matters.length === 0) {
    const refusal = visit.refusalGround === null ? null : `Từ chối tiếp: ${GROUND_WORDS[visit.refusalGround]}. ${visit.refusalBecause ?? ''}`
    return [{ kind: 'record', cells: [...who, refusal, null, visit.peopleCount, null, null, null, null, told, note] }]
  }
  return matters.map((matter, index) => ({
    kind: 'record', cells: [...(index === 0 ? who : [`${number}.${index + 1}`, null, null, null]), ...matterCells(matter, index === 0 ? visit.peopleCount : null), [matter.result, index === 0 ? told : null].filter(Boolean).join('. '), index === 0 ? note : null],
  }))
}

const COVERED = 'Không hiển thị: chỉ người được giao xử lý tố cáo xem'

function matterCells({ content, kind, isRepeat, priorBody, isCompetent, guidance, handledBy, caseName, handling }: MatterRow, people: number | null) {
  const competent = isCompetent === null ? null : isCompetent ? 'Có' : 'Không'
  const guided = guidance ?? (handling === 'explained' ? 'Giải thích, trả lời tại chỗ' : null)
  const taken = [caseName === null ? null : `Sổ đơn số ${caseName}`, handledBy].filter(Boolean).join('; ')
  return [content, `${KIND_WORDS[kind]}${isRepeat ? ' (nhiều lần)' : ''}`, people, priorBody, competent, guided, taken]
}

function shownIdentity(work: Work, visitor: VisitorRow, identity: RegisterQuery['identity']): string {
  const shown = openIdentity(work, visitor)
  if (shown === null) return ''
  return identity === 'whole' ? shown.number : `…${identityEnd(shown.number)}`
}
