import { formatDate } from '#kernel/plain-date.ts'
import { copies, groundsOf, letterOf, paragraph, senderOf, sentence, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

/** Thông báo thụ lý: what was taken up, by whom, since when and until when. */
export function acceptanceNotice(source: FormSource, { note }: { readonly note: string | null }): FormText {
  const { kind, against, acceptedOn, on, head, term } = source
  const denounced = kind === 'denunciation'
  return {
    subject: `Thụ lý giải quyết ${wordWithInstance(source)}`,
    addressees: denounced ? ['Người tố cáo', ...copies(against)] : copies(senderOf(source)), grounds: groundsOf(source),
    body: [
      paragraph(`${head} nhận được ${letterOf(source)}.`),
      ...(against === null || denounced ? [] : [paragraph(`Cơ quan, người bị ${wordOf(kind)}: ${sentence(against)}`)]),
      ...(source.firstDecision === null ? [] : [paragraph(`Quyết định giải quyết khiếu nại lần đầu: ${sentence(source.firstDecision)}`)]),
      paragraph(`Sau khi xem xét, đơn đủ điều kiện thụ lý và thuộc thẩm quyền giải quyết của ${head}. ${capital(wordOf(kind))} được thụ lý giải quyết từ ngày ${formatDate(acceptedOn ?? on)}.`),
      ...(term === null ? [] : [paragraph(`Thời hạn giải quyết: ${sentence(term)}`)]),
      ...(note === null ? [] : [paragraph(note)]),
      paragraph(`Vậy thông báo để ${denounced ? 'người tố cáo và người bị tố cáo' : senderOf(source)} được biết`),
    ],
    recipients: denounced ? [] : copies(against),
  }
}

/** Recommendations and feedback are answered, not decided: only that they were taken up and until when. */
export function takingUpNotice(source: FormSource, { note }: { readonly note: string | null }): FormText {
  return {
    subject: `Tiếp nhận, xử lý ${wordOf(source.kind)}`, addressees: copies(senderOf(source)), grounds: groundsOf(source),
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)}.`),
      paragraph(`Nội dung ${wordOf(source.kind)} thuộc trách nhiệm xem xét của ${source.body} và đã được tiếp nhận để xử lý từ ngày ${formatDate(source.acceptedOn ?? source.on)}.`),
      ...(source.term === null ? [] : [paragraph(`Thời hạn trả lời: ${sentence(source.term)}`)]),
      ...(note === null ? [] : [paragraph(note)]),
      paragraph(`Vậy thông báo để ${senderOf(source)} được biết`),
    ],
    recipients: [],
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`
}
