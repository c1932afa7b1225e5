import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { copies, letterOf, paragraph, paragraphsOf, senderOf, sentence, withoutStop, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

export interface DialogueSaid {
  readonly on: PlainDate
  readonly at: string
  readonly place: string
  readonly chairedBy: string
  readonly attended: number | null
  readonly minutes: string | null
}

/** Giấy biên nhận in the manner of Mẫu 02/TCD: what was handed in when, and the code by which it is followed. */
export function receiptSlip(source: FormSource, { files, receivedBy, channel }: { readonly files: readonly string[]; readonly receivedBy: string; readonly channel: string }): FormText {
  const denounced = source.kind === 'denunciation'
  return {
    subject: `Nhận đơn ${wordOf(source.kind)} và tài liệu kèm theo`, addressees: [], grounds: [],
    body: [
      paragraph(`Ngày ${formatDate(source.receivedOn)}, ${source.body} đã nhận (${channel}) đơn ${wordOf(source.kind)}${source.sender === null ? '' : ` của ${source.sender}${source.senderAddress === null ? '' : `, địa chỉ: ${source.senderAddress}`}`}.`),
      paragraph(`Nội dung: ${denounced ? 'theo đơn' : withoutStop(source.title)}. Số vào sổ: ${source.register}.`),
      ...(files.length === 0 ? [paragraph('Tài liệu kèm theo: không có.')] : [paragraph(`Tài liệu kèm theo gồm ${files.length}:`), ...(denounced ? [] : [{ kind: 'list' as const, items: files.map((name, at) => `${name}${at === files.length - 1 ? '.' : ';'}`) }])]),
      ...(denounced ? [] : [paragraph([`Mã biên nhận: ${source.code}.`, 'Dùng mã này để theo dõi đơn trên trang dành cho người dân.'].join(' '))]),
      ...(source.term === null ? [] : [paragraph(`Thời hạn xử lý: ${sentence(source.term)}`)]),
      paragraph('Giấy biên nhận được lập thành 02 bản, người nộp giữ 01 bản, bên nhận giữ 01 bản'),
    ],
    recipients: [], coSigners: [{ position: 'Người nộp', name: null }], signature: { position: 'Người nhận', name: receivedBy },
  }
}

/** Giấy mời đối thoại. */
export function dialogueInvitation(source: FormSource, { on, at, place, chairedBy }: DialogueSaid): FormText {
  return {
    subject: `Dự buổi đối thoại giải quyết ${wordWithInstance(source)}`, addressees: copies(senderOf(source), source.against), grounds: [],
    body: [
      paragraph(`Để giải quyết ${letterOf(source)}, ${source.head} kính mời các ông (bà), cơ quan, tổ chức nêu trên dự buổi đối thoại:`),
      { kind: 'list', items: [`Thời gian: ${at.replace(':', ' giờ ')}, ngày ${formatDate(on)};`, `Địa điểm: ${withoutStop(place)};`, `Người chủ trì: ${sentence(chairedBy)}`] },
      paragraph('Đề nghị mang theo giấy tờ tùy thân và tài liệu, chứng cứ có liên quan. Trường hợp không thể dự, đề nghị báo lại trước buổi đối thoại'),
    ],
    recipients: [],
  }
}

/** Biên bản đối thoại (Mẫu 14), at least three copies, signed by both sides, by who wrote it and by who presided. */
export function dialogueMinutes(source: FormSource, { on, at, place, chairedBy, attended, minutes }: DialogueSaid): FormText {
  return {
    subject: `Đối thoại giải quyết ${wordWithInstance(source)}`, addressees: [], grounds: [],
    body: [
      paragraph(`Hồi ${at.replace(':', ' giờ ')} ngày ${formatDate(on)}, tại ${withoutStop(place)}, tiến hành đối thoại để giải quyết ${letterOf(source)}.`),
      { kind: 'titled clause', title: 'Thành phần' },
      { kind: 'list', items: [`Người chủ trì: ${withoutStop(chairedBy)};`, `Người khiếu nại: ${senderOf(source)};`, `Người bị khiếu nại: ${withoutStop(source.against ?? 'theo hồ sơ')};`, `Tổng số người dự: ${attended ?? '……'}.`] },
      { kind: 'titled clause', title: 'Nội dung' }, ...(minutes === null || minutes === '' ? [paragraph('……')] : paragraphsOf(minutes)),
      paragraph('Buổi đối thoại kết thúc hồi …… giờ …… cùng ngày. Biên bản đã được đọc cho những người dự cùng nghe, xác nhận là đúng và được lập thành ít nhất 03 bản, mỗi bên giữ một bản'),
    ],
    recipients: [], coSigners: [{ position: 'Người khiếu nại', name: null }, { position: 'Người bị khiếu nại', name: null }, { position: 'Người ghi biên bản', name: null }],
    signature: { position: 'Người chủ trì', name: chairedBy },
  }
}
