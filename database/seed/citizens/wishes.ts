import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Cast } from './cast.ts'
import { DESKS, type Desk } from './desks.ts'
import type { Letter } from './letter.ts'
import { PLACES, type Place } from './places.ts'
import type { Telling } from './telling.ts'

const on = plainDate
const { ward, environment, province, homeAffairs, commune } = DESKS

/** Feedback and recommendations: photos, a question, ratings good and bad, opened again, passed on, in two parts, twice by two ways. */
export function tellWishes(cast: Cast): void {
  tellPortal(cast)
  tellPassedOn(cast)
  tellPartsAndDuplicates(cast)
  tellDue(cast)
}

function wish({ tell, citizen }: Cast, desk: Desk, day: PlainDate, place: Place, said: Pick<Letter, 'topic' | 'title' | 'content'> & Partial<Letter>): Telling {
  const kind = said.kind ?? 'feedback'
  return tell.letter(desk, day, { kind, place, from: [citizen(kind, place)], channel: 'portal', ...said })
}

const answering = (answer: string) => ({ outcome: 'answered', summary: 'Trả lời phản ánh, kiến nghị của công dân', answer }) as const

function tellPortal(cast: Cast): void {
  const { ago, receipts } = cast
  receipts.question = wish(cast, ward, ago(7), PLACES.xuanHuong, {
    topic: 'moi-truong', title: 'Rác xây dựng đổ trộm ven hồ', content: 'Ven hồ có nhiều đống gạch vỡ, bao xi măng mới đổ. Tôi gửi kèm ảnh chụp sáng nay.', pictures: 3, wantsMessages: true,
  }).sorted(1).accepted(1, 0).assigned(0).asked(1, 'Đề nghị cho biết đoạn bờ hồ (gần cầu hay gần bến thuyền) và khoảng giờ xe đến đổ, nếu có biết.').hand
  receipts.answered = wish(cast, ward, ago(26), PLACES.xuanHuong, {
    topic: 'giao-thong', title: 'Nắp cống vỡ trước trường mầm non', content: 'Nắp cống trước trường mầm non vỡ một nửa, rất nguy hiểm cho trẻ nhỏ.', pictures: 2,
  }).sorted(1).accepted(1, 0).assigned(0).concluded(4, answering('Đã thay nắp cống mới và rà soát toàn tuyến, thay thêm ba nắp có nguy cơ vỡ.')).hand

  wish(cast, ward, ago(60), PLACES.xuanHuong, { topic: 'dien-nuoc', title: 'Dây điện võng xuống thấp trong hẻm', content: 'Dây điện võng ngang tầm đầu người trong hẻm, trời mưa rất sợ.', pictures: 1 })
    .sorted(1).accepted(1, 0).assigned(0).concluded(5, answering('Đơn vị điện lực đã kéo căng và buộc gọn dây trong ngày.')).rated(2, 5, 'Làm rất nhanh, cảm ơn phường.')
  wish(cast, ward, ago(33), PLACES.xuanHuong, { topic: 'moi-truong', title: 'Quán karaoke mở loa sau 22 giờ', content: 'Quán đầu hẻm mở loa đến quá nửa đêm, đã phản ánh với tổ dân phố ba lần.', pictures: 1 })
    .sorted(1).accepted(1, 0).assigned(0).concluded(6, answering('Đã nhắc nhở chủ quán và yêu cầu ký cam kết.')).reopened(9, 'Chỉ yên được ba ngày, nay lại mở loa như cũ. Đề nghị xử lý dứt điểm.')
    .sorted(2).accepted(1, 0).assigned(0)
  wish(cast, ward, ago(12), PLACES.xuanHuong, {
    topic: 'giao-thong', title: 'Broken street lights near the market', language: 'en', pictures: 1,
    content: 'Seven street lights on the steps behind the market have been dark for two weeks. Visitors and residents cannot see the steps at night.',
  }).sorted(1).accepted(1, 0).assigned(0)
}

function tellPassedOn(cast: Cast): void {
  const { ago } = cast
  wish(cast, ward, ago(52), PLACES.xuanHuong, { topic: 'moi-truong', title: 'Nước thải cơ sở chế biến đổ vào suối', content: 'Nước suối đổi màu mỗi tối, nghi từ cơ sở chế biến phía thượng nguồn ngoài địa bàn phường.', pictures: 2 })
    .sorted(1, { competent: false }).passedOn(1, environment, 'Cơ sở do Sở cấp giấy phép môi trường, nằm ngoài địa bàn phường.').sorted(1).accepted(1, 0).assigned(0)
    .concluded(6, answering('Đã lấy mẫu: hai thông số vượt quy chuẩn. Đã lập biên bản, buộc vận hành lại hệ thống xử lý và quan trắc hằng tuần.')).rated(2, 4, 'Mong kiểm tra thường xuyên.')
  const passed = wish(cast, ward, ago(70), PLACES.xuanHuong, { topic: 'dien-nuoc', title: 'Mất nước sinh hoạt kéo dài', content: 'Khu vực cao không có nước ba ngày liền.', channel: 'hotline' })
    .sorted(1, { competent: false }).decided(1, { action: 'transfer', fields: { toBody: 'Đơn vị cấp nước trên địa bàn', because: 'Hệ thống cấp nước do đơn vị ngoài cơ quan nhà nước vận hành.' } })
  passed.decided(12, { action: 'urge', fields: { because: 'Đã quá ngày hẹn trả lời, người dân tiếp tục gọi đường dây nóng.', answerBy: addDays(passed.day(), 20) } })
    .replied(5, '57/CV', 'Đơn vị cấp nước trên địa bàn', 'Đã thay máy bơm tăng áp; khu vực cao có nước liên tục từ ngày hôm trước.')
  const misdirected = wish(cast, province, ago(46), PLACES.hiepThanh, { kind: 'recommendation', topic: 'nong-nghiep', title: 'Kiến nghị hỗ trợ thiệt hại do mưa đá', content: 'Mưa đá làm hỏng nhà kính của hai mươi hộ, kiến nghị hỗ trợ.', channel: 'transferred', fromBody: 'Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh' })
    .sorted(1).accepted(1, 0).assigned(0)
  misdirected.concluded(8, answering('Đã giao Sở Nông nghiệp và Môi trường thống kê; mức hỗ trợ theo quy định, chi trả trong tháng.'))
  const returned = wish(cast, homeAffairs, ago(21), PLACES.lamVien, { topic: 'can-bo-cong-chuc', title: 'Phản ánh thái độ cán bộ địa chính phường', content: 'Cán bộ địa chính hẹn bốn lần không đến đo đất.', channel: 'hotline' })
    .sorted(1, { competent: false }).passedOn(1, environment, 'Nội dung về đo đạc đất đai.').sorted(1, { competent: false })
  returned.decided(1, { action: 'transfer', fields: { toUnitId: homeAffairs.unitId, because: 'Phản ánh về thái độ công chức, không phải đo đạc; trả lại nơi chuyển.', isMisdirected: true } })
}

function tellPartsAndDuplicates(cast: Cast): void {
  const { ago, citizen, tell } = cast
  const [pay, manner] = wish(cast, homeAffairs, on('2026-08-03'), PLACES.lamVien, {
    kind: 'recommendation', topic: 'lao-dong-tien-luong', title: 'Đơn về tiền lương và thái độ phục vụ', content: 'Tôi chưa được xếp lại lương sau khi có bằng; khi đến hỏi thì bị trả lời gắt gỏng.', channel: 'hand',
  }).parted(2, [
    { kind: 'recommendation', title: 'Đề nghị xếp lại lương sau khi có bằng đại học', content: 'Tôi có bằng từ tháng Ba nhưng chưa được xếp lại lương.', topicCode: 'lao-dong-tien-luong' },
    { kind: 'feedback', title: 'Phản ánh thái độ khi trả lời công dân', content: 'Khi đến hỏi tôi bị trả lời gắt gỏng, không được hướng dẫn.', topicCode: 'can-bo-cong-chuc' },
  ])
  pay?.sorted(1).accepted(1, 0).assigned(0).concluded(6, answering('Hồ sơ đủ điều kiện; quyết định xếp lương ban hành trong tháng.'))
  manner?.sorted(1).accepted(1, 0).assigned(0).concluded(5, answering('Đã nhắc nhở người trực, bố trí nơi chờ và người hướng dẫn.')).rated(4, 3)

  const place = PLACES.ducTrong
  const sender = citizen('feedback', place)
  const content = 'Cống thoát nước đầu thôn bị bồi lấp, mưa lớn nước tràn vào sáu nhà. Đề nghị nạo vét trước mùa mưa.'
  const first = tell.letter(commune, ago(23), { kind: 'feedback', topic: 'giao-thong', title: 'Cống thoát nước đầu thôn bị bồi lấp', content, place, from: [sender], channel: 'portal', pictures: 1 }).sorted(1).accepted(1, 0).assigned(0)
  first.concluded(7, answering('Đã nạo vét 120 m cống, gia cố miệng xả.'))
  tell.letter(commune, ago(20), { kind: 'feedback', topic: 'giao-thong', title: 'Cống đầu thôn bồi lấp, nước tràn vào nhà', content, place, from: [sender], channel: 'hotline' }).sorted(1, { eligible: false }).duplicate(1, first.hand, 'Trùng với phản ánh đã tiếp nhận qua cổng ba ngày trước.')
}

/** Due this week, waiting for a signature, given back, late. */
function tellDue(cast: Cast): void {
  const { ago } = cast
  wish(cast, ward, ago(12), PLACES.xuanHuong, { topic: 'giao-thong', title: 'Cây nghiêng ra đường sau gió lớn', content: 'Cây thông đầu dốc nghiêng hẳn ra đường.', pictures: 1 }).sorted(1).accepted(1, 0).assigned(0)
  wish(cast, ward, ago(10), PLACES.xuanHuong, { topic: 'thu-tuc-hanh-chinh', title: 'Trả kết quả hộ tịch trễ hẹn', content: 'Giấy hẹn ghi ngày trả đã qua bốn ngày.', channel: 'hand' }).sorted(1).accepted(1, 0).assigned(0)
    .decided(4, { action: 'conclude', fields: answering('Kết quả đã trả tận nhà kèm thư xin lỗi; lỗi do mất kết nối dữ liệu.') }, null)
  wish(cast, homeAffairs, ago(11), PLACES.xuanHuong, { topic: 'chinh-sach-xa-hoi', title: 'Hỏi về chế độ mai táng phí', content: 'Gia đình tôi nộp hồ sơ mai táng phí đã lâu chưa có trả lời.', channel: 'hand' }).sorted(1).accepted(1, 0).assigned(0)
    .givenBack(4, { action: 'conclude', fields: answering('Hồ sơ đang xem xét.') }, 'Trả lời chưa rõ ngày chi trả; bổ sung căn cứ và thời hạn.')
  wish(cast, ward, ago(24), PLACES.xuanHuong, { topic: 'nha-o-xay-dung', title: 'Nhà bên cạnh xây sát móng, nứt tường', content: 'Nhà bên cạnh đào móng sát tường, tường nhà tôi nứt dài.', pictures: 2 }).sorted(1).accepted(1, 0).assigned(0).noted(4, 'Hai bên chưa thống nhất đơn vị kiểm định vết nứt.')
  wish(cast, environment, ago(30), PLACES.camLy, { topic: 'moi-truong', title: 'Trại heo xả mùi gần khu dân cư', content: 'Trại heo mở rộng chuồng, mùi nồng cả ngày lẫn đêm.', pictures: 2 }).sorted(1).accepted(1, 0).assigned(0).noted(6, 'Đã kiểm tra lần một, chờ kết quả mẫu khí.')
  wish(cast, province, ago(6), PLACES.diLinh, { kind: 'recommendation', topic: 'giao-thong', title: 'Kiến nghị làm gờ giảm tốc trước chợ', content: 'Đoạn qua chợ xe chạy nhanh, đã có ba vụ va chạm trong quý.' }).sorted(1)
  wish(cast, commune, ago(1), PLACES.ducTrong, { topic: 'giao-thong', title: 'Biển báo bị cây che khuất', content: 'Biển báo trường học bị cành cây che kín.', pictures: 1, wantsMessages: true })
  wish(cast, ward, ago(0), PLACES.xuanHuong, { topic: 'moi-truong', title: 'Chó thả rông trong công viên', content: 'Buổi sáng nhiều chó thả rông, trẻ em không dám chơi.' })
}
