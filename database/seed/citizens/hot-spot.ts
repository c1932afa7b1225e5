import { formatDate } from '#kernel/plain-date.ts'
import type { Cast } from './cast.ts'
import { DESKS } from './desks.ts'
import type { Hand } from './letter.ts'
import { PLACES } from './places.ts'

/** Where it is hot today: one road through one commune, many people, again and again, over the heads of those who have to act. Returns the case of the group. */
export function tellHotSpot({ tell, citizen, ago }: Cast): Hand {
  const { commune, province, environment } = DESKS
  const place = PLACES.ducTrong
  const people = (count: number) => Array.from({ length: count }, () => citizen('complaint', place))
  const decision = { name: `Quyết định số 412/QĐ-UBND ngày ${formatDate(ago(98))} về phê duyệt phương án bồi thường tuyến đường tránh`, knownOn: ago(90) }
  const against = commune.head

  const nine = people(9)
  const group = tell.letter(commune, ago(76), {
    kind: 'complaint', topic: 'boi-thuong', title: 'Chín hộ khiếu nại phương án bồi thường tuyến đường tránh', place, from: nine, representatives: 2, peopleCount: 9, decision, against, channel: 'hand', pictures: 2,
    content: 'Chúng tôi là chín hộ dọc tuyến đường tránh. Phương án áp giá đất nông nghiệp cho phần đất đã có nhà ở từ năm 1998, không tính chuồng trại và giếng. Hai người được cử làm đại diện ký đơn này.\n\nĐề nghị kiểm đếm lại và áp giá đất ở cho phần đất có nhà.',
  }).sorted(3).accepted(3).assigned(0)
    .decided(1, { action: 'verify', fields: { team: 'Tổ xác minh liên ngành của xã', what: 'Nguồn gốc đất, thời điểm xây nhà của chín hộ', from: ago(66), until: ago(40) } })
    .decided(4, { action: 'declare-complex', fields: { grounds: ['many-people', 'several-contents'], because: 'Chín hộ, mỗi hộ một nguồn gốc đất; phải xác minh tại ba cơ quan lưu trữ.' } })
    .dialogue(3, 8, 11)
  group.noted(12, 'Văn phòng đăng ký đất đai chưa cung cấp hồ sơ địa chính năm 1998 của bốn hộ.')

  const [first, second] = nine
  if (first !== undefined && second !== undefined) {
    tell.letter(commune, ago(31), {
      kind: 'complaint', topic: 'boi-thuong', title: 'Đơn lần hai về phương án bồi thường tuyến đường tránh', place, from: [first], representatives: 0, decision, against, repeatOf: group.hand,
      content: 'Đã quá hạn mà các hộ chúng tôi chưa nhận được quyết định giải quyết. Tôi đại diện các hộ gửi đơn tiếp, yêu cầu trả lời đúng thời hạn.',
    }).sorted(2, { sameMatterAs: group.hand }).accepted(4).assigned(0)
    tell.letter(commune, ago(9), {
      kind: 'recommendation', topic: 'boi-thuong', title: 'Kiến nghị công khai lại bảng giá áp dụng cho tuyến đường tránh', place, from: [second], channel: 'portal', repeatOf: group.hand,
      content: 'Kiến nghị niêm yết bảng giá, vị trí áp giá của từng hộ tại nhà văn hóa và tổ chức họp dân có đủ các hộ.',
    }).sorted(2, { sameMatterAs: group.hand })
  }

  tell.letter(commune, ago(42), {
    kind: 'recommendation', topic: 'boi-thuong', title: 'Hai mươi ba hộ kiến nghị về khu tái định cư tuyến đường tránh', place, from: people(5), representatives: 5, peopleCount: 23, channel: 'hand', pictures: 1,
    content: 'Khu tái định cư chưa có điện nước, lô đất nhỏ hơn lô đã cam kết. Hai mươi ba hộ kiến nghị hoàn thiện hạ tầng trước khi yêu cầu bàn giao nhà.',
  }).sorted(2, { sameMatterAs: group.hand }).accepted(2, 0).assigned(0).noted(5, 'Đã mời ban quản lý dự án cung cấp tiến độ hạ tầng khu tái định cư.')

  const [skipping] = people(1)
  if (skipping !== undefined) {
    tell.letter(province, ago(24), {
      kind: 'complaint', topic: 'giai-phong-mat-bang', title: 'Đơn gửi Chủ tịch UBND tỉnh về cưỡng chế mặt bằng tuyến đường tránh', place, from: [skipping], decision, against,
      content: 'Xã thông báo cưỡng chế khi chưa trả lời đơn của các hộ. Tôi gửi thẳng lên tỉnh vì không tin xã giải quyết khách quan.',
    }).sorted(3, { competent: false, skipsLevel: true }).passedOn(1, commune, 'Quyết định do Chủ tịch UBND xã ban hành; khiếu nại lần đầu thuộc thẩm quyền của xã.')
      .sorted(2, { sameMatterAs: group.hand, skipsLevel: true }).accepted(2)
    tell.letter(environment, ago(8), {
      kind: 'complaint', topic: 'thu-hoi-dat', title: 'Đơn gửi Sở về thu hồi đất ngoài mốc tuyến đường tránh', place, from: people(1), decision, against, channel: 'post',
      content: 'Phần đất ngoài mốc của tôi bị rào lại. Tôi gửi Sở vì Sở quản lý đất đai toàn tỉnh.',
    }).sorted(2, { competent: false, skipsLevel: true })
  }

  tell.letter(commune, ago(35), {
    kind: 'complaint', topic: 'giai-phong-mat-bang', title: 'Khiếu nại thông báo bàn giao mặt bằng tuyến đường tránh', place, from: people(1), decision, against, channel: 'hand',
    content: 'Thông báo yêu cầu bàn giao trong mười ngày nhưng tiền bồi thường chưa chi trả, gia đình chưa có chỗ ở tạm.',
  }).sorted(2, { sameMatterAs: group.hand }).accepted(4).assigned(0)
    .decided(1, { action: 'verify', fields: { team: 'Tổ xác minh của xã', what: 'Tiến độ chi trả bồi thường của hộ', from: ago(26), until: ago(14) } }).dialogue(3, 8, 5)

  tell.letter(commune, ago(5), {
    kind: 'feedback', topic: 'moi-truong', title: 'Bụi và bùn từ công trường tuyến đường tránh', place, from: [citizen('feedback', place)], channel: 'portal', pictures: 2,
    content: 'Xe chở đất không phủ bạt, mưa xuống đường thành bùn, học sinh đi học bị ngã. Mong yêu cầu đơn vị thi công rửa đường mỗi ngày.',
  })

  const paid = tell.letter(commune, ago(210), {
    kind: 'complaint', topic: 'boi-thuong', title: 'Khiếu nại bỏ sót tài sản khi kiểm đếm tuyến đường tránh', place, from: people(1), against, channel: 'hand',
    decision: { name: `Quyết định số 118/QĐ-UBND ngày ${formatDate(ago(240))}`, knownOn: ago(232) }, content: 'Biên bản kiểm đếm có mái che 60 m² và hàng rào nhưng phương án bồi thường không tính.\n\nĐề nghị lập phương án bổ sung.',
  }).sorted(2).accepted(4).assigned(0)
    .decided(1, { action: 'verify', fields: { team: 'Tổ xác minh của xã', what: 'Tài sản trên đất theo biên bản kiểm đếm', from: ago(200), until: ago(190) } }).dialogue(2, 8, 6)
    .concluded(6, {
      outcome: 'right', summary: 'Khiếu nại đúng: phương án bỏ sót tài sản đã kiểm đếm.', answer: 'Phương án bỏ sót mái che 60 m² và hàng rào có trong biên bản kiểm đếm. Buộc lập phương án bổ sung và chi trả 86 triệu đồng.',
      needsEnforcement: true, settlement: { what: 'Chi trả bổ sung tiền bồi thường cho một hộ', byBody: 'Ban quản lý dự án', dueOn: ago(60), ordered: { peopleMoney: 86, people: 1 } },
    }).recorded(2, 'send-decision', 'Giao trực tiếp, có ký nhận')
  paid.enforced(40, 'Ban quản lý dự án chi trả đợt một.', { peopleMoney: 40 }, false)
  return group.hand
}
