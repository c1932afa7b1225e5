import { addDays, formatDate, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Cast } from './cast.ts'
import { weekdayFrom } from './courses.ts'
import { DESKS, type Desk } from './desks.ts'
import type { Letter } from './letter.ts'
import { FORMER_PLACES, PLACES, type Place } from './places.ts'
import type { Telling } from './telling.ts'

const on = plainDate
const { ward, environment, province, homeAffairs, district, resources } = DESKS

/** Complaints of which each shows something of the law: two instances, Tết, suspension, what is refused and why, what a reorganisation left open. */
export function tellComplaints(cast: Cast): void {
  tellInstances(cast)
  tellTerms(cast)
  tellAtTheDoor(cast)
  tellHandedOver(cast)
}

function complaint({ tell, citizen }: Cast, desk: Desk, day: PlainDate, place: Place, said: Pick<Letter, 'topic' | 'title' | 'content'> & Partial<Letter>): Telling {
  const knownOn = addDays(day, -20)
  return tell.letter(desk, day, {
    kind: 'complaint', place, from: [citizen('complaint', place)], against: desk.head, decision: { name: `Quyết định số ${100 + Number(day.slice(8)) * 7}/QĐ-UBND ngày ${formatDate(addDays(knownOn, -5))}`, knownOn }, channel: 'hand', ...said,
  })
}

function verified(told: Telling, what: string, days = 12): Telling {
  const from = weekdayFrom(addDays(told.day(), 3))
  return told.decided(1, { action: 'verify', fields: { team: 'Tổ xác minh do phòng chuyên môn chủ trì', what, from, until: addDays(from, days) } })
}

function tellInstances(cast: Cast): void {
  const { ago } = cast
  const rejected = { outcome: 'wrong', summary: 'Khiếu nại không có cơ sở; giữ nguyên quyết định bị khiếu nại.', answer: 'Hồ sơ địa chính xác định phần đất là lối đi chung từ năm 1995. Giữ nguyên việc không cấp giấy chứng nhận.' } as const
  const first = verified(complaint(cast, ward, on('2025-09-08'), PLACES.xuanHuong, {
    topic: 'cap-giay-chung-nhan', title: 'Khiếu nại việc không cấp giấy chứng nhận cho phần đất sau nhà', content: 'Gia đình tôi rào và sử dụng phần đất sau nhà từ năm 1989. Phường cho rằng là lối đi chung nên không xác nhận hồ sơ.\n\nĐề nghị xác nhận để được cấp giấy chứng nhận.', pictures: 1,
  }).sorted(2).accepted(4).assigned(0), 'Quá trình sử dụng phần đất sau nhà').dialogue(2, 8, 6).concluded(6, rejected).recorded(2, 'send-decision', 'Giao trực tiếp, có ký nhận')
  verified(first.appealed(12, province, 'Tôi không đồng ý với quyết định giải quyết lần đầu: sổ mục kê năm 1997 ghi phần đất này đứng tên cha tôi.').sorted(2).accepted(3).assigned(0), 'Sổ mục kê năm 1997, bản đồ giải thửa', 20)
    .dialogue(5, 9, 7).concluded(8, {
      outcome: 'changed', summary: 'Sửa một phần quyết định giải quyết lần đầu.', answer: 'Sổ mục kê năm 1997 ghi 62 m² đứng tên hộ gia đình. Yêu cầu xác nhận, cấp giấy chứng nhận 62 m²; phần còn lại là lối đi chung.',
      needsEnforcement: true, settlement: { what: 'Cấp giấy chứng nhận quyền sử dụng 62 m² đất', byBody: 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt', dueOn: addDays(on('2026-01-20'), 45), ordered: { peopleLand: 62, people: 1 } },
    }).recorded(3, 'send-decision', 'Gửi qua bưu điện, có báo phát').enforced(40, 'Đã trao giấy chứng nhận 62 m² cho người khiếu nại.', { peopleLand: 62, people: 1 }, true)

  verified(complaint(cast, district, on('2021-11-22'), FORMER_PLACES.ward6, {
    topic: 'thu-hoi-dat', title: 'Khiếu nại quyết định thu hồi đất mở rộng hẻm', content: 'Phần đất bị thu hồi để mở hẻm lớn hơn bản vẽ niêm yết ba mét vuông, không có ai ký biên bản.\n\nĐề nghị đo lại.',
  }).sorted(3).accepted(4).assigned(0), 'Ranh giới thu hồi theo bản vẽ').concluded(12, { ...rejected, answer: 'Diện tích thu hồi đúng bản vẽ được duyệt; biên bản có chữ ký của vợ người khiếu nại.' }).recorded(2, 'send-decision', 'Gửi qua bưu điện')
    .appealed(14, province, 'Khiếu nại lần hai: người ký biên bản không được ủy quyền.').sorted(3).accepted(4).assigned(0).dialogue(8, 9, 5)
    .concluded(10, { outcome: 'upheld', summary: 'Công nhận quyết định giải quyết lần đầu.', answer: 'Người ký là đồng sử dụng đất theo giấy chứng nhận. Công nhận quyết định giải quyết khiếu nại lần đầu.' }).recorded(3, 'send-decision', 'Gửi qua bưu điện')

  verified(complaint(cast, environment, ago(112), PLACES.hiepThanh, {
    topic: 'cap-giay-chung-nhan', title: 'Khiếu nại việc thu hồi giấy chứng nhận đã cấp', content: 'Giấy chứng nhận của tôi bị thu hồi vì cho rằng cấp sai đối tượng, trong khi tôi nhận chuyển nhượng hợp pháp năm 2016.\n\nĐề nghị hủy quyết định thu hồi.', channel: 'post',
  }).sorted(2).accepted(3).assigned(0), 'Hồ sơ chuyển nhượng năm 2016').dialogue(2, 8, 6).concluded(7, { ...rejected, answer: 'Giấy chứng nhận gốc cấp trên hồ sơ giả. Giữ nguyên quyết định thu hồi; hướng dẫn khởi kiện đòi bồi thường.' }).recorded(1, 'send-decision', 'Gửi qua bưu điện, có báo phát')
    .appealed(13, province, 'Tôi là người mua ngay tình, không biết hồ sơ gốc giả. Đề nghị Chủ tịch UBND tỉnh xem xét.').sorted(2).accepted(3).assigned(0).dialogue(12, 9, 7)
    .decided(14, { action: 'conclude', fields: { outcome: 'upheld', summary: 'Công nhận quyết định giải quyết lần đầu.', answer: 'Hồ sơ gốc có chữ ký giả. Công nhận quyết định giải quyết lần đầu; người mua ngay tình có quyền khởi kiện đòi bồi thường.' } }, null)
}

function tellTerms(cast: Cast): void {
  const { ago } = cast
  verified(complaint(cast, ward, on('2026-01-12'), PLACES.xuanHuong, {
    topic: 'giai-phong-mat-bang', title: 'Khiếu nại thông báo tháo dỡ mái hiên', content: 'Mái hiên nhà tôi dựng năm 2004 có giấy phép. Thông báo yêu cầu tháo dỡ trước Tết mà không nói căn cứ.\n\nĐề nghị thu hồi thông báo.',
  }).sorted(2).accepted(5, 0).assigned(0), 'Giấy phép xây dựng năm 2004').concluded(32, { outcome: 'right', summary: 'Khiếu nại đúng; thu hồi thông báo tháo dỡ.', answer: 'Giấy phép xây dựng năm 2004 còn hiệu lực đối với mái hiên. Thu hồi thông báo tháo dỡ.' }, 0).recorded(1, 'send-decision', 'Giao trực tiếp, có ký nhận')

  const stopped = verified(complaint(cast, environment, on('2026-07-06'), PLACES.diLinh, {
    topic: 'gia-dat-tai-chinh-dat', title: 'Khiếu nại thông báo tiền thuê đất', content: 'Tiền thuê đất tính theo diện tích trong giấy chứng nhận, trong khi 800 m² đã bị Nhà nước thu hồi làm đường.\n\nĐề nghị tính lại.',
  }).sorted(2).accepted(4).assigned(0), 'Diện tích thu hồi làm đường').decided(8, { action: 'suspend', fields: { because: 'Người khiếu nại nằm viện dài ngày, có xác nhận, chưa thể làm việc.' } })
  stopped.decided(18, { action: 'resume', fields: { because: 'Người khiếu nại đã ra viện và đề nghị tiếp tục giải quyết.' } }, 0)
    .concluded(12, { outcome: 'right', summary: 'Khiếu nại đúng; tính lại tiền thuê đất.', answer: 'Diện tích đã thu hồi không thuộc diện tính tiền thuê. Chuyển lại thông tin địa chính để tính lại.' }).recorded(1, 'send-decision', 'Gửi qua bưu điện, có báo phát')

  complaint(cast, homeAffairs, ago(48), PLACES.lamVien, {
    topic: 'lao-dong-tien-luong', title: 'Khiếu nại quyết định chấm dứt hợp đồng làm việc', content: 'Tôi bị chấm dứt hợp đồng khi đang điều trị tai nạn lao động.\n\nĐề nghị hủy quyết định và nhận lại làm việc.', channel: 'post',
  }).sorted(2).accepted(3).assigned(0).decided(10, { action: 'suspend', fields: { because: 'Chờ kết luận giám định y khoa theo yêu cầu của người khiếu nại.' } })

  verified(complaint(cast, environment, on('2026-03-09'), PLACES.damRong, {
    topic: 'thu-hoi-dat', title: 'Khiếu nại thu hồi đất rừng khoán của thôn', content: 'Đất rừng chúng tôi nhận khoán bảo vệ từ năm 2008 bị thu hồi giao đơn vị khác, không họp thôn.\n\nĐề nghị giữ hợp đồng khoán.', channel: 'post',
  }).sorted(2).accepted(4).assigned(0), 'Hợp đồng khoán, ranh giới rừng tại thực địa', 20).dialogue(12, 9, 12).concluded(9, {
    outcome: 'partly', summary: 'Khiếu nại đúng một phần.', answer: 'Thu hồi phần đã hết hạn khoán là đúng; phần còn hạn đến năm 2028 phải giữ nguyên hợp đồng.',
  }).recorded(2, 'send-decision', 'Gửi qua bưu điện, có báo phát')

  // Due this week, and one that is late.
  verified(complaint(cast, homeAffairs, ago(38), PLACES.xuanHuong, {
    topic: 'nguoi-co-cong', title: 'Khiếu nại việc tạm dừng trợ cấp hằng tháng', content: 'Trợ cấp của cha tôi bị tạm dừng vì trùng tên với người khác trong dữ liệu.\n\nĐề nghị kiểm tra và chi trả lại.', channel: 'post',
  }).sorted(3).accepted(5).assigned(0), 'Hồ sơ người hưởng trùng tên', 10)
  verified(complaint(cast, environment, ago(62), PLACES.lamVien, {
    topic: 'boi-thuong', title: 'Khiếu nại không bồi thường cây trồng trên đất thuê', content: 'Tôi thuê đất trồng hoa có hợp đồng, khi thu hồi không được bồi thường cây trồng.\n\nĐề nghị bồi thường cho người trực tiếp sản xuất.', channel: 'hand', pictures: 1,
  }).sorted(2).accepted(4).assigned(0), 'Hợp đồng thuê đất, hiện trạng cây trồng', 15)
  complaint(cast, environment, ago(7), PLACES.camLy, {
    topic: 'cap-giay-chung-nhan', title: 'Khiếu nại chậm trả kết quả đăng ký biến động đất đai', content: 'Hồ sơ đăng ký biến động của tôi quá hẹn hai tháng, đến hỏi ba lần đều chưa có.\n\nĐề nghị trả kết quả.',
  }).sorted(2)

  const underWay = verified(complaint(cast, ward, ago(19), PLACES.xuanHuong, {
    topic: 'giai-phong-mat-bang', title: 'Khiếu nại biên bản vi phạm trật tự xây dựng', content: 'Nhà tôi xây đúng giấy phép, phần bị lập biên bản là công trình của nhà bên cạnh.\n\nĐề nghị hủy biên bản.', pictures: 1,
  }).sorted(2).accepted(3).assigned(0), 'Hiện trạng xây dựng so với giấy phép')
  cast.receipts.underWay = underWay.hand
}

function tellAtTheDoor(cast: Cast): void {
  const { ago } = cast
  complaint(cast, ward, on('2025-11-10'), PLACES.xuanHuong, {
    topic: 'nha-o-xay-dung', title: 'Khiếu nại quyết định xử phạt từ nửa năm trước', content: 'Tôi khiếu nại quyết định xử phạt xây dựng nhận từ tháng Tư.', decision: { name: 'Quyết định số 88/QĐ-XPHC ngày 10/04/2025', knownOn: on('2025-04-14') },
  }).sorted(2).decided(3, { action: 'refuse', fields: { ground: 'out-of-time', because: 'Đã quá 90 ngày kể từ ngày nhận được quyết định, không có trở ngại khách quan.' } })
  complaint(cast, province, on('2026-04-06'), PLACES.camLy, {
    topic: 'tranh-chap-dat', title: 'Khiếu nại tiếp sau quyết định giải quyết lần hai', content: 'Tôi không đồng ý quyết định giải quyết lần hai và tiếp tục khiếu nại.', channel: 'post', prior: { how: 'settled-final', body: 'Chủ tịch Ủy ban nhân dân tỉnh' },
  }).sorted(2).decided(3, { action: 'refuse', fields: { ground: 'second-decision-made', because: 'Vụ việc đã có quyết định giải quyết khiếu nại lần hai.', guidance: 'Có quyền khởi kiện vụ án hành chính tại Tòa án.' } })
  complaint(cast, homeAffairs, ago(29), PLACES.diLinh, {
    topic: 'ky-luat-can-bo', title: 'Khiếu nại thay cho người khác, không có giấy ủy quyền', content: 'Tôi gửi đơn thay anh trai là công chức bị kỷ luật.', channel: 'post',
  }).sorted(2).decided(2, { action: 'refuse', fields: { ground: 'no-representative', because: 'Người ký đơn không phải người bị kỷ luật và không có giấy ủy quyền được chứng thực.' } })
  complaint(cast, ward, ago(16), PLACES.xuanHuong, {
    topic: 'tranh-chap-dat', title: 'Đơn đề nghị phân xử ranh đất với nhà bên cạnh', content: 'Hai nhà tranh chấp bức tường chung, đề nghị phường ra quyết định.',
  }).sorted(2, { competent: false }).decided(2, { action: 'guide', fields: { body: 'Tòa án nhân dân khu vực', because: 'Tranh chấp giữa hai cá nhân đã hòa giải không thành; thuộc thẩm quyền của Tòa án.' } })
  complaint(cast, environment, on('2026-07-20'), PLACES.hiepThanh, {
    topic: 'thu-hoi-dat', title: 'Khiếu nại thu hồi đất, người khiếu nại đã mất', content: 'Khiếu nại việc thu hồi đất trang trại.', channel: 'post',
  }).sorted(2).accepted(4).assigned(0).decided(12, { action: 'terminate', fields: { because: 'Người khiếu nại đã mất, không có người thừa kế quyền, nghĩa vụ tiếp tục khiếu nại.', article: 'Luật Khiếu nại 02/2011/QH13' } })
}

/** What was open on 30/6/2025: the district's became the province's, the department's that of the one it merged into. */
function tellHandedOver(cast: Cast): void {
  verified(complaint(cast, district, on('2025-05-19'), FORMER_PLACES.ward9, {
    topic: 'boi-thuong', title: 'Khiếu nại giá bồi thường dự án chỉnh trang suối', content: 'Giá bồi thường áp theo bảng giá năm trước.\n\nĐề nghị áp giá tại thời điểm thu hồi.',
  }).sorted(3).accepted(5).assigned(0), 'Thời điểm áp giá bồi thường', 20).noted(10, 'Hồ sơ được kê khai vào danh mục bàn giao khi kết thúc hoạt động của cấp huyện.')
    .noted(26, 'Tiếp nhận hồ sơ bàn giao từ thành phố Đà Lạt, phân công người giải quyết.').dialogue(4, 9, 5)
    .concluded(12, { outcome: 'partly', summary: 'Khiếu nại đúng một phần.', answer: 'Phần quyết định sau ngày có bảng giá mới phải áp giá mới; phần trước đó giữ nguyên.' }).recorded(2, 'send-decision', 'Gửi qua bưu điện, có báo phát')
  verified(complaint(cast, resources, on('2025-06-09'), FORMER_PLACES.town, {
    topic: 'cap-giay-chung-nhan', title: 'Khiếu nại không điều chỉnh ranh trên giấy chứng nhận', content: 'Ranh trên giấy chứng nhận lệch so với mốc thực địa hai mét.\n\nĐề nghị điều chỉnh.', channel: 'post',
  }).sorted(3).accepted(5).assigned(0), 'Ranh thực địa so với giấy chứng nhận')
    .concluded(16, { outcome: 'right', summary: 'Khiếu nại đúng.', answer: 'Sai số do lưới tọa độ cũ. Giao văn phòng đăng ký đất đai điều chỉnh giấy chứng nhận.' }).recorded(2, 'send-decision', 'Gửi qua bưu điện')
}
