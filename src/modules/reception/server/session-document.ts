import { may } from '#kernel/actor.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Block, OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { Work } from '#platform/server/work.ts'
import { signatoryOf } from '#modules/people/server/index.ts'
import type { ScheduleDayId } from '../domain/visit.ts'
import type { DayRow } from './schedule-store.ts'
import { sessionStore, type SessionRow } from './session-store.ts'
import { getLeadersDay } from './sessions.ts'
import { loadVisits, namesOf, type WholeVisit } from './shown-visits.ts'
import { unitPaper } from './unit-paper.ts'
import { visitStore } from './visit-store.ts'
import { KIND_WORDS } from './words.ts'

interface Held { readonly day: DayRow; readonly session: SessionRow; readonly visits: readonly WholeVisit[] }

/** Thông báo kết luận of a head's day (Nghị định 154/2026/NĐ-CP, Điều 25). It names nobody who denounced. */
export async function writeConclusion(work: Work, dayId: ScheduleDayId): Promise<OfficialDocument> {
  const held = await getHeld(work, dayId)
  const { day, session, visits } = held
  const paper = await unitPaper(work, day.unitId, session.issuedOn ?? day.on)
  return {
    ...paper, type: 'thong_bao', number: session.number === null ? null : Number(session.number), issuedOn: session.issuedOn,
    subject: `Kết luận của ${session.chairPost} tại buổi tiếp công dân ngày ${formatDate(day.on)}`, signature: await signatureOf(work, held, paper.signature),
    body: [
      { kind: 'paragraph', text: `${opening(held)} Sau khi nghe công dân trình bày và ý kiến của các cơ quan liên quan, ${session.chairPost} kết luận như sau:` },
      ...(session.conclusion.trim() === '' ? [] : paragraphs(session.conclusion)),
      ...visits.filter(({ visit }) => visit.conclusion !== null).flatMap(conclusionOf),
      { kind: 'paragraph', text: `${paper.issuer} thông báo để các cơ quan, đơn vị, cá nhân liên quan biết, thực hiện.` },
    ],
    recipients: [...new Set(visits.flatMap(({ visit }) => visit.conclusionBody ?? []))],
  }
}

/** Biên bản of a head's day, whether citizens came or not. */
export async function writeMinutes(work: Work, dayId: ScheduleDayId): Promise<OfficialDocument> {
  const held = await getHeld(work, dayId)
  const { day, session, visits } = held
  return {
    ...(await unitPaper(work, day.unitId, day.on)), type: 'bien_ban', number: null, issuedOn: day.on, subject: `Buổi tiếp công dân ngày ${formatDate(day.on)}`,
    body: [
      { kind: 'paragraph', text: opening(held) },
      ...(session.attendees.trim() === '' ? [] : [{ kind: 'paragraph' as const, text: `Thành phần dự: ${unclosed(session.attendees)}.` }]),
      ...(visits.length === 0
        ? [{ kind: 'paragraph' as const, text: `Từ ${day.startsAt} đến ${day.endsAt}, không có công dân đến gặp.` }]
        : visits.flatMap((whole): Block[] => [{ kind: 'clause', text: `${whoOf(whole)}: ${contentOf(whole)}.` }])),
      { kind: 'paragraph', text: `Biên bản được lập xong lúc ${day.endsAt} cùng ngày, các bên cùng ký tên dưới đây.` },
    ],
    signature: { position: 'Người chủ trì', name: session.chairName }, coSigners: [{ position: 'Người ghi biên bản', name: work.actor.name }],
  }
}

async function getHeld(work: Work, dayId: ScheduleDayId): Promise<Held> {
  const day = await getLeadersDay(work, dayId)
  if (!may(work.actor, 'reception.read', day.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const session = await sessionStore(work.db).find(dayId)
  if (session === undefined) throw new Refusal('conflict', 'reception.not_held')
  const came = (await visitStore(work.db).listOfDay(dayId)).filter(({ refusalGround }) => refusalGround === null)
  return { day, session, visits: await loadVisits(work, came.map(({ id }) => id)) }
}

function opening({ day, session, visits }: Held): string {
  const people = visits.reduce((sum, { visit }) => sum + visit.peopleCount, 0)
  const groups = visits.filter(({ visit }) => visit.isGroup).length
  const came = visits.length === 0 ? '' : ` Có ${visits.length} lượt với ${people} người được tiếp${groups === 0 ? '' : `, trong đó ${groups} đoàn đông người`}.`
  const turn = day.kind === 'leader-extraordinary' ? 'đột xuất' : 'định kỳ'
  const entrusted = session.heldBy === 'authorised' && day.substituteDecision !== null ? ` (theo ${day.substituteDecision})` : ''
  return `Ngày ${formatDate(day.on)}, từ ${day.startsAt} đến ${day.endsAt}, tại ${day.place}, ${session.chairName} (${session.chairPost})${entrusted} chủ trì buổi tiếp công dân ${turn}.${came}`
}

/** Of who denounced nothing is printed: the paper goes to many hands (Luật Tố cáo 25/2018/QH14, Điều 8). */
function whoOf({ visit, visitors }: WholeVisit): string {
  if (visit.hasDenunciation) return `Lượt số ${visit.number}`
  return visit.isGroup ? `Đoàn ${visit.peopleCount} người do ông/bà ${namesOf(visitors)} đại diện` : `Ông/bà ${namesOf(visitors)}`
}

function contentOf({ visit, matters }: WholeVisit): string {
  return visit.hasDenunciation ? 'nội dung tố cáo, được ghi riêng theo quy định' : matters.map(({ kind, content }) => `${KIND_WORDS[kind].toLocaleLowerCase('vi')}: ${unclosed(content)}`).join('; ')
}

function conclusionOf(whole: WholeVisit): Block[] {
  const { conclusion, conclusionBody, conclusionDueOn } = whole.visit
  const task = conclusionBody === null ? '' : ` Giao ${conclusionBody} thực hiện${conclusionDueOn === null ? '' : `, hoàn thành trước ngày ${formatDate(conclusionDueOn)}`}.`
  return [{ kind: 'clause', text: `${whoOf(whole)} (${contentOf(whole)}): ${unclosed(conclusion ?? '')}.${task}` }]
}

/** Without its full stop, since the sentence goes on. */
function unclosed(text: string): string {
  return text.trim().replace(/[\s.;]+$/u, '')
}

function paragraphs(text: string): Block[] {
  return text.split(/\n+/).map((line) => line.trim()).filter((line) => line !== '').map((line) => ({ kind: 'paragraph', text: line }))
}

/** The head signs; who chaired in the head's place signs by the head's authorisation. */
async function signatureOf(work: Work, { day, session }: Held, usual: OfficialDocument['signature']): Promise<OfficialDocument['signature']> {
  if (session.heldBy === 'head') return { ...usual, position: session.chairPost.replace(/ (Ủy ban nhân dân|UBND) .*$/u, ''), name: session.chairName }
  const head = await signatoryOf(work, day.unitId, day.on)
  return { by: [{ right: 'TUQ', position: head?.position ?? day.post }], position: session.chairPost, name: session.chairName }
}
