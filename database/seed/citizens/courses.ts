import { addDays, weekdayOf, type PlainDate } from '#kernel/plain-date.ts'
import type { FilingGround, RefusalGround } from '#modules/petitions/domain/grounds.ts'
import type { Telling } from './telling.ts'

export type Lot = (matter: string) => number

const REFUSALS: readonly (readonly [RefusalGround, string])[] = [
  ['not-within-law', 'Văn bản bị khiếu nại là thông báo nội bộ hướng dẫn thủ tục, không phải quyết định hành chính.'],
  ['rights-not-touched', 'Quyết định không trực tiếp tác động đến quyền, lợi ích của người gửi đơn; đất đã chuyển nhượng cho người khác.'],
  ['before-court', 'Vụ việc đã được Tòa án nhân dân thụ lý theo đơn khởi kiện của chính người gửi đơn.'],
]
const FILINGS: readonly (readonly [FilingGround, string])[] = [
  ['sent-to-right-body', 'Đơn gửi đồng thời nhiều nơi, trong đó có cơ quan có thẩm quyền.'], ['illegible', 'Đơn mờ, không đọc được nội dung yêu cầu.'], ['guided-before', 'Đã hướng dẫn một lần về cùng nội dung.'],
]

interface Found { readonly answer: string; readonly outcome: 'right' | 'partly' | 'wrong' }

/** What becomes of a complaint: taken up and decided for most, in time or not; refused, withdrawn, shown elsewhere for some. */
export function tellComplaint(told: Telling, lot: Lot, found: Found): void {
  const way = lot('way')
  if (way < 0.1) {
    const [ground, because] = pick(REFUSALS, lot('ground')) ?? REFUSALS[0] ?? ['not-within-law', '']
    told.sorted(2).decided(3, { action: 'refuse', fields: { ground, because } })
  } else if (way < 0.16) tellWithdrawal(told.sorted(2).accepted(3).assigned(0))
  else if (way < 0.22) told.sorted(3, { competent: false }).decided(2, { action: 'guide', fields: { body: 'Ủy ban nhân dân cấp xã nơi có đất', because: 'Quyết định bị khiếu nại do cơ quan khác ban hành.' } })
  else tellResolution(told.sorted(2).accepted(3).assigned(0), lot, found)
}

function tellWithdrawal(told: Telling): void {
  const on = addDays(told.day(), 3) // any day of the week: it is the citizen's
  told.decided(4, { action: 'terminate', fields: { because: 'Sau khi được giải thích căn cứ pháp luật, người khiếu nại tự nguyện rút đơn.', withdrawal: { on, afterExplanation: true } } })
}

function tellResolution(told: Telling, lot: Lot, { answer, outcome }: Found): void {
  const from = weekdayFrom(addDays(told.day(), 3))
  told.decided(1, { action: 'verify', fields: { team: 'Tổ xác minh do phòng chuyên môn chủ trì', what: 'Nguồn gốc, quá trình sử dụng, hồ sơ và trình tự ban hành quyết định', from, until: addDays(from, 12) } })
  if (lot('dialogue') < 0.55) told.dialogue(2, 8, 4 + Math.floor(lot('attended') * 5))
  else told.noted(9, 'Đã thu thập hồ sơ gốc, làm việc với người khiếu nại và bộ phận chuyên môn.')
  const isSettled = outcome !== 'wrong'
  const money = 10 + Math.floor(lot('money') * 180)
  const needsEnforcement = isSettled && lot('enforcement') < 0.6
  told.concluded(lot('late') < 0.2 ? 24 : 5, {
    outcome, answer, needsEnforcement, summary: outcome === 'wrong' ? 'Khiếu nại không có cơ sở; giữ nguyên quyết định bị khiếu nại.' : outcome === 'right' ? 'Khiếu nại đúng.' : 'Khiếu nại đúng một phần.',
    settlement: needsEnforcement ? { what: 'Chi trả, điều chỉnh hồ sơ cho người khiếu nại theo quyết định giải quyết', dueOn: addDays(told.day(), 60), ordered: { peopleMoney: money, people: 1 } } : null,
  })
  told.recorded(2, 'send-decision', 'Gửi qua bưu điện, có báo phát')
  if (!needsEnforcement) return
  told.enforced(18, 'Đã chi trả đợt một cho người khiếu nại.', { peopleMoney: Math.floor(money / 2) }, false)
  if (lot('enforced') < 0.75) told.enforced(25, 'Đã chi trả phần còn lại, điều chỉnh xong hồ sơ.', { peopleMoney: money - Math.floor(money / 2), people: 1 }, true)
}

/** What becomes of feedback or a recommendation. */
export function tellWish(told: Telling, lot: Lot, answer: string): void {
  const way = lot('way')
  if (way < 0.07) told.sorted(1, { competent: false }).decided(1, { action: 'guide', fields: { body: 'Đơn vị quản lý đường bộ, đơn vị cấp điện trên địa bàn', because: 'Công trình do đơn vị khác quản lý, không thuộc hệ thống này.' } })
  else if (way < 0.13) {
    const [ground, because] = pick(FILINGS, lot('ground')) ?? FILINGS[0] ?? ['illegible', '']
    told.sorted(1, { eligible: false }).decided(1, { action: 'file', fields: { ground, because } })
  } else if (way < 0.18) told.sorted(1).withdrawn(2, 'Người gửi báo việc đã được khắc phục tại chỗ.')
  else {
    told.sorted(1).accepted(1, 0).assigned(0)
    if (lot('question') < 0.12) told.asked(1, 'Đề nghị cho biết vị trí cụ thể (số nhà gần nhất, thời điểm thường xảy ra) để kiểm tra.').answered(1, 'Gần số nhà 41, thường từ 17 đến 20 giờ hằng ngày.')
    told.concluded(lot('late') < 0.15 ? 17 : 3 + Math.floor(lot('pace') * 4), { outcome: 'answered', summary: 'Trả lời phản ánh, kiến nghị của công dân', answer })
    if (lot('rating') < 0.45) told.rated(3, RATINGS[Math.floor(lot('score') * RATINGS.length)] ?? 4, COMMENTS[Math.floor(lot('comment') * COMMENTS.length)])
  }
}

const RATINGS = [5, 5, 4, 4, 3, 2, 1]
const COMMENTS = ['', 'Cảm ơn, việc đã được làm.', 'Trả lời rõ ràng.', '', 'Còn chậm so với hẹn.']

export function pick<Each>(from: readonly Each[], lot: number): Each | undefined {
  return from[Math.floor(lot * from.length)]
}

/** Nobody sets out to verify on a weekend. */
export function weekdayFrom(day: PlainDate): PlainDate {
  const weekday = weekdayOf(day)
  return weekday > 5 ? addDays(day, 8 - weekday) : day
}
