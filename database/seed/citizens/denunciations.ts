import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Cast } from './cast.ts'
import { weekdayFrom } from './courses.ts'
import { DESKS, type Desk } from './desks.ts'
import type { Letter } from './letter.ts'
import { FORMER_PLACES, PLACES, type Place } from './places.ts'
import type { Telling } from './telling.ts'

const on = plainDate
const { homeAffairs, ward, province } = DESKS

/** A handful of denunciations; nobody is named, not even by post. */
export function tellDenunciations(cast: Cast): void {
  const { ago } = cast
  takenUp(denunciation(cast, homeAffairs, on('2024-03-11'), FORMER_PLACES.diLinh, {
    topic: 'can-bo-cong-chuc', title: 'Tố cáo việc gây khó khăn khi xác nhận hồ sơ', content: 'Người trực bộ phận tiếp nhận yêu cầu nộp thêm giấy tờ không có trong quy định và hẹn nhiều lần.', against: 'Một viên chức bộ phận tiếp nhận hồ sơ',
  })).concluded(14, { outcome: 'partly', summary: 'Tố cáo đúng một phần.', answer: 'Có việc yêu cầu giấy tờ ngoài quy định; không có căn cứ về vụ lợi. Kiến nghị kiểm điểm, xin lỗi người dân.' }).recorded(3, 'send-decision', 'Giao trực tiếp tại trụ sở').recorded(1, 'publish-conclusion', 'Công bố tại cuộc họp cơ quan')

  takenUp(denunciation(cast, homeAffairs, on('2026-05-11'), PLACES.lamVien, {
    topic: 'ky-luat-can-bo', title: 'Tố cáo sai phạm trong tuyển dụng viên chức', content: 'Danh sách trúng tuyển khác với kết quả niêm yết, có hai người không dự vòng hai vẫn đỗ.', against: 'Hội đồng tuyển dụng của một đơn vị sự nghiệp',
  })).decided(9, { action: 'extend', fields: { grounds: ['several-bodies'], because: 'Phải thu thập hồ sơ ở ba đơn vị và trưng cầu giám định bài thi.' } })
    .concluded(24, { outcome: 'wrong', summary: 'Tố cáo sai.', answer: 'Hai người được xét đặc cách theo quy định; danh sách niêm yết lần hai đã đính chính.' }).recorded(3, 'send-decision', 'Giao trực tiếp tại trụ sở').recorded(1, 'publish-conclusion', 'Niêm yết bản trích không nêu người tố cáo')

  denunciation(cast, ward, on('2026-08-10'), PLACES.xuanHuong, {
    topic: 'khac', title: 'Đơn nặc danh về một tổ trưởng', content: 'Đơn không ký tên, nói chung chung, không nêu hành vi cụ thể.', isAnonymous: true, from: [], against: 'Một tổ trưởng tổ dân phố',
  }).sorted(3, { eligible: false }).decided(2, { action: 'file', fields: { ground: 'anonymous-without-evidence', because: 'Không rõ họ tên, địa chỉ; không có chứng cứ để kiểm tra, xác minh.' } })

  takenUp(denunciation(cast, ward, ago(30), PLACES.xuanHuong, {
    topic: 'tham-nhung', title: 'Tố cáo thu tiền ngoài quy định khi cấp phép vỉa hè', content: 'Người thu yêu cầu nộp thêm tiền, không có biên lai.', against: 'Một người thu phí vỉa hè',
  }))

  denunciation(cast, province, ago(26), PLACES.camLy, {
    topic: 'can-bo-cong-chuc', title: 'Tố cáo việc kéo dài hồ sơ chính sách', content: 'Hồ sơ đủ giấy tờ nhưng bị giữ bốn tháng, gợi ý bồi dưỡng.', against: 'Một viên chức của đơn vị thuộc Sở Nội vụ',
  }).sorted(3, { competent: false }).passedOn(1, homeAffairs, 'Người bị tố cáo thuộc quyền quản lý của Giám đốc Sở Nội vụ.').sorted(2).accepted(3).assigned(0).recorded(2, 'notify-acceptance', 'Mời đến nhận trực tiếp')

  denunciation(cast, homeAffairs, ago(3), PLACES.xuanHuong, {
    topic: 'can-bo-cong-chuc', title: 'Tố cáo khai man hồ sơ hưởng chế độ', content: 'Một người hưởng chế độ bằng hồ sơ không có thật, tôi có bản sao giấy tờ gốc.', against: 'Một người đang hưởng chế độ',
  })
}

function denunciation({ tell, citizen }: Cast, desk: Desk, day: PlainDate, place: Place, said: Pick<Letter, 'topic' | 'title' | 'content' | 'against'> & Partial<Letter>): Telling {
  return tell.letter(desk, day, { kind: 'denunciation', place, from: said.isAnonymous === true ? [] : [citizen('denunciation', place)], channel: 'post', ...said })
}

/** Sorted, taken up, told so, being verified. */
function takenUp(told: Telling): Telling {
  const accepted = told.sorted(3).accepted(3).assigned(0).recorded(2, 'notify-acceptance', 'Mời đến nhận trực tiếp')
  const from = weekdayFrom(addDays(accepted.day(), 2))
  return accepted.decided(1, { action: 'verify', fields: { team: 'Tổ xác minh do thủ trưởng giao', what: 'Nội dung tố cáo', from, until: addDays(from, 15) } })
}
