import { randomUUID } from 'node:crypto'
import { addDays, daysBetween, type PlainDate } from '#kernel/plain-date.ts'
import { onOrAfterWorkingDay } from '#kernel/working-calendar.ts'
import { IssueConclusion, SaveSession } from '#modules/reception/contract.ts'
import { RegisterVisit, type SaveMatter } from '#modules/reception/contract-visits.ts'
import type { VisitId } from '#modules/reception/domain/visit.ts'
import { signNotice, tellResult } from '#modules/reception/server/change-visit.ts'
import { registerVisit } from '#modules/reception/server/register-visit.ts'
import { sessionStore } from '#modules/reception/server/session-store.ts'
import { issueConclusion, saveSession } from '#modules/reception/server/sessions.ts'
import { visitStore } from '#modules/reception/server/visit-store.ts'
import type { CaseId, CaseKind } from '#modules/petitions/domain/case.ts'
import { demonstrationLogins } from '../demonstration-logins.ts'
import { luckOf } from '../demonstration-luck.ts'
import { caseIn } from './acts.ts'
import type { Cast } from './cast.ts'
import { tellWish } from './courses.ts'
import { DESKS, MERGER, type Desk } from './desks.ts'
import type { Hand } from './letter.ts'
import type { Citizen } from './people.ts'
import { FORMER_PLACES, PLACES, type Place } from './places.ts'
import { hostOf, receivingDesks, receptionFrom, tellOtherSchedules, tellSchedules, type HeadDay } from './schedules.ts'

const REGULAR_VISITS = 5

type Matter = Omit<Partial<SaveMatter>, 'linkedCaseId'> & Pick<SaveMatter, 'content' | 'handling'> & { readonly linkedTo?: Hand }
interface Visit {
  readonly kind?: CaseKind
  readonly people?: number
  readonly from: readonly Citizen[]
  readonly matter?: Matter
  readonly refusal?: { readonly ground: string; readonly because: string }
  readonly day?: HeadDay
}

/** Heads' days and everyday reception: who came, what became of it, what the heads concluded; groups, a refused one, days on which nobody came. */
export function tellReception(cast: Cast, group: Hand): void {
  const from = receptionFrom(cast.today)
  for (const day of tellSchedules(cast)) if (day.on <= cast.today) tellHeadDay(cast, day, { emptyDays: 0.25, said: SAID, place: placeOf(cast, day.desk) })
  const places = new Map(cast.others.map(({ desk, place }) => [desk, place]))
  const answered = SAID.filter(({ handling }) => handling !== 'case')
  for (const day of tellOtherSchedules(cast)) if (day.on <= cast.today) tellHeadDay(cast, day, { emptyDays: 0.6, said: answered, place: places.get(day.desk) ?? PLACES.lamVien })
  const length = daysBetween(from, cast.today)
  for (const desk of receivingDesks(cast.today)) {
    for (let index = 0; index < REGULAR_VISITS; index += 1) {
      const lot = (matter: string) => luckOf(desk.unitId, `regular visit ${index} ${matter}`)
      const on = onOrAfterWorkingDay(addDays(from, index === 0 ? 3 : Math.floor((length * (index + lot('day') * 0.7)) / REGULAR_VISITS)), cast.calendar)
      if (receivingDesks(on).includes(desk)) tellVisit(cast, desk, on, ordinaryVisit(cast, lot, { said: SAID, place: placeOf(cast, desk) }))
    }
  }
  tellNotable(cast, group)
}

/** How often nobody comes, what those who come say, and where they live. */
interface Customs { readonly emptyDays: number; readonly said: typeof SAID; readonly place: Place }

function tellHeadDay(cast: Cast, day: HeadDay, customs: Customs): void {
  const { desk, on } = day
  const lot = (matter: string) => luckOf(desk.unitId, `head ${on} ${matter}`)
  const visits = lot('came') < customs.emptyDays ? [] : lot('came') < 0.85 ? [lot] : [lot, (matter: string) => lot(`second ${matter}`)]
  const came = visits.map((each) => tellVisit(cast, desk, on, { ...ordinaryVisit(cast, each, customs), day }))
  const nobodyCame = came.length === 0
  const [chairPost, chairName] = day.isAuthorised ? ['Phó Giám đốc', 'Phó Giám đốc Sở Nông nghiệp và Môi trường'] : [desk.post, desk.head]
  cast.steps.push({ on, by: hostOf(desk), async carryOut(work) {
    if (day.id === null) return
    const version = (await sessionStore(work.db).find(day.id))?.version ?? 0
    await saveSession(work, day.id, SaveSession.parse({
      version, chairPost, chairName, heldBy: day.isAuthorised ? 'authorised' : 'head', attendees: 'Văn phòng, phòng chuyên môn, cán bộ tiếp công dân', nobodyCame,
      conclusion: nobodyCame ? '' : 'Giao phòng chuyên môn xem xét, trả lời công dân đúng thời hạn; báo cáo kết quả trong kỳ tiếp sau.',
      visits: came.flatMap(({ id }) => (id === null ? [] : [{ id, conclusion: 'Làm việc với công dân và trả lời bằng văn bản', body: 'Phòng chuyên môn', dueOn: addDays(on, 14) }])),
    }))
  } })
  if (nobodyCame || lot('issued') < 0.15) return
  cast.steps.push({ on: onOrAfterWorkingDay(addDays(on, 3), cast.calendar), by: hostOf(desk), async carryOut(work) {
    const session = day.id === null ? undefined : await sessionStore(work.db).find(day.id)
    if (day.id !== null && session !== undefined) await issueConclusion(work, day.id, IssueConclusion.parse({ version: session.version, number: String(10 + Number(on.slice(5, 7)) * 9 + Number(on.slice(8)) % 9), issuedOn: work.today }))
  } })
}

/** Into the register; a case made of it goes its way, and who came hears of it. */
function tellVisit(cast: Cast, desk: Desk, on: PlainDate, { kind = 'feedback', people, from, matter, refusal, day }: Visit): { id: VisitId | null } {
  const visit: { id: VisitId | null } = { id: null }
  const hand: Hand = { id: null, isDenunciation: kind === 'denunciation' }
  const by = hand.isDenunciation ? desk.signs : hostOf(desk)
  const [receiver, receiverPost] = day === undefined ? hostOf(desk) === desk.signs ? [desk.head, desk.post] : [nameOf(hostOf(desk)), 'Chuyên viên'] : day.isAuthorised ? ['Phó Giám đốc Sở Nông nghiệp và Môi trường', 'Phó Giám đốc'] : [desk.head, desk.post]
  cast.steps.push({ on, by, async carryOut(work) {
    const { linkedTo, ...said } = matter ?? { linkedTo: undefined }
    const linked = linkedTo === undefined ? null : await caseIn(work, linkedTo)
    const made = await registerVisit(work, RegisterVisit.parse({
      unitId: desk.unitId, on, dayId: day?.id ?? null, receiver, receiverPost, peopleCount: people ?? from.length, refusal: refusal ?? null, once: randomUUID(),
      visitors: from.map((citizen) => ({ ...citizen, role: (people ?? 1) >= 5 ? 'representative' : 'visitor' })), matters: matter === undefined ? [] : [{ kind, ...said, linkedCaseId: linked?.id ?? null, linkedCode: linked?.code ?? null, once: randomUUID() }],
    }))
    visit.id = made.id as VisitId
    hand.id = (made.cases[0]?.id ?? null) as CaseId | null
  } })
  if (matter?.handling === 'case') {
    tellWish(cast.tell.about(desk, on, hand), (about) => luckOf(desk.unitId, `visited ${on} ${from[0]?.name ?? ''} ${about}`), 'Đã làm việc với bộ phận liên quan và trả lời trực tiếp, bằng văn bản cho công dân.')
    if (luckOf(desk.unitId, `told ${on} ${from[0]?.name ?? ''}`) < 0.85) cast.steps.push({ on: onOrAfterWorkingDay(addDays(on, 7), cast.calendar), by, async carryOut(work) {
      const row = visit.id === null ? undefined : await visitStore(work.db).find(visit.id)
      if (row !== undefined) await tellResult(work, row.id, { version: row.version, toldOn: work.today, how: 'Thông báo bằng điện thoại và văn bản' })
    } })
  }
  return visit
}

function nameOf(login: string): string {
  return demonstrationLogins.find((each) => each.login === login)?.name ?? 'Cán bộ tiếp công dân'
}

const SAID: readonly { readonly topic: string; readonly content: string; readonly handling: 'case' | 'guided' | 'explained'; readonly guidance?: string }[] = [
  { topic: 'cap-giay-chung-nhan', content: 'Hỏi vì sao hồ sơ cấp giấy chứng nhận quá hẹn.', handling: 'explained' },
  { topic: 'thu-tuc-hanh-chinh', content: 'Đề nghị hướng dẫn thủ tục tách thửa cho con.', handling: 'explained' },
  { topic: 'giao-thong', content: 'Phản ánh hẻm bị rào lấn một phần lối đi. Đề nghị kiểm tra.', handling: 'case' },
  { topic: 'tranh-chap-dat', content: 'Đề nghị giải quyết tranh chấp lối đi với hộ liền kề.', handling: 'guided', guidance: 'Hướng dẫn hòa giải tại cơ sở, sau đó khởi kiện tại Tòa án nếu không thành.' },
  { topic: 'moi-truong', content: 'Phản ánh cơ sở sơn phun mùi nồng trong khu dân cư. Đề nghị đo khí thải.', handling: 'case' },
  { topic: 'chinh-sach-xa-hoi', content: 'Hỏi về điều kiện hưởng trợ cấp người cao tuổi.', handling: 'explained' },
  { topic: 'boi-thuong', content: 'Đề nghị giải thích cách tính giá bồi thường cây trồng.', handling: 'explained' },
  { topic: 'thue-phi', content: 'Đề nghị miễn giảm tiền thuê đất.', handling: 'guided', guidance: 'Hướng dẫn nộp hồ sơ tại cơ quan thuế, kèm danh mục giấy tờ.' },
]

function placeOf({ today }: Cast, desk: Desk): Place {
  return today < MERGER ? FORMER_PLACES.ward2 : desk === DESKS.commune ? PLACES.ducTrong : desk === DESKS.ward ? PLACES.xuanHuong : PLACES.lamVien
}

function ordinaryVisit({ citizen }: Cast, lot: (matter: string) => number, { said: sayings, place }: Omit<Customs, 'emptyDays'>): Visit {
  const said = sayings[Math.floor(lot('said') * sayings.length)] ?? sayings[0]
  const kind = lot('kind') < 0.4 ? 'recommendation' : 'feedback'
  const { topic, content = '', handling = 'explained', guidance } = said ?? {}
  return { kind, from: [citizen(kind, place)], matter: { content, handling, topicCode: topic ?? null, isRepeat: lot('repeat') < 0.2, isCompetent: handling !== 'guided', ...(guidance === undefined ? {} : { guidance }) } }
}

function tellNotable(cast: Cast, group: Hand): void {
  const { ago, citizen } = cast
  const { commune, province, ward, homeAffairs } = DESKS
  const people = (count: number, kind: CaseKind = 'complaint') => Array.from({ length: count }, () => citizen(kind, PLACES.ducTrong))
  tellVisit(cast, commune, ago(20), { kind: 'complaint', people: 9, from: people(2), matter: { content: 'Đại diện chín hộ dọc tuyến đường tránh hỏi kết quả giải quyết khiếu nại phương án bồi thường.', handling: 'linked', linkedTo: group, isRepeat: true, isCompetent: true, topicCode: 'boi-thuong' } })
  tellVisit(cast, province, ago(13), { kind: 'recommendation', people: 14, from: people(4, 'recommendation'), matter: { content: 'Đoàn mười bốn người của xã Đức Trọng kiến nghị tạm dừng cưỡng chế tuyến đường tránh cho đến khi có khu tái định cư.', handling: 'explained', isCompetent: false, topicCode: 'boi-thuong' } })
  tellVisit(cast, homeAffairs, ago(33), { kind: 'denunciation', from: [citizen('denunciation', PLACES.lamVien)], matter: { content: 'Trình bày nội dung tố cáo, được hướng dẫn gửi đơn và cam kết giữ bí mật danh tính.', handling: 'guided', guidance: 'Hướng dẫn viết đơn, nêu chứng cứ, nộp trực tiếp cho người xử lý tố cáo.', topicCode: 'can-bo-cong-chuc' } })
  const refused = tellVisit(cast, ward, ago(17), { from: [citizen('complaint', PLACES.xuanHuong)], refusal: { ground: 'answered-before', because: 'Vụ việc đã có quyết định giải quyết đúng pháp luật, đã trả lời, không có tình tiết mới.' } })
  cast.steps.push({ on: onOrAfterWorkingDay(addDays(ago(17), 2), cast.calendar), by: ward.receives, async carryOut(work) {
    const row = refused.id === null ? undefined : await visitStore(work.db).find(refused.id)
    if (row !== undefined) await signNotice(work, row.id, { version: row.version, number: '14', signedOn: work.today })
  } })
  tellVisit(cast, commune, ago(6), { from: [citizen('feedback', PLACES.ducTrong)], refusal: { ground: 'disorder', because: 'Say rượu, la hét, không chấp hành nội quy nơi tiếp công dân.' } })
  tellVisit(cast, ward, ago(0), { from: [citizen('feedback', PLACES.xuanHuong)], matter: { content: 'Phản ánh vỉa hè trước nhà bị đào lên nhưng chưa lát lại.', handling: 'case', topicCode: 'giao-thong', isCompetent: true } })
  tellVisit(cast, ward, ago(0), { kind: 'recommendation', from: [citizen('recommendation', PLACES.xuanHuong)], matter: { content: 'Hỏi thủ tục xin sửa chữa nhà trong khu quy hoạch.', handling: 'explained', topicCode: 'nha-o-xay-dung', isCompetent: true } })
}
