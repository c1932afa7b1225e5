import type { FilingGround } from '../../domain/grounds.ts'
import { formatDate } from '#kernel/plain-date.ts'
import { FILING_WORDS } from './ground-words.ts'
import { copies, groundsOf, letterOf, paragraph, paragraphsOf, senderOf, sentence, withoutStop, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

/** Phiếu hướng dẫn: to whom the sender may turn. */
export function guidanceSlip(source: FormSource, { body, because }: { readonly body: string; readonly because: string }): FormText {
  return {
    subject: `Hướng dẫn gửi đơn ${wordOf(source.kind)}`, addressees: [source.kind === 'denunciation' ? 'Người tố cáo' : senderOf(source)], grounds: [],
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)}.`),
      ...paragraphsOf(`Sau khi xem xét: ${sentence(because)}`),
      paragraph(`Đề nghị ${senderOf(source)} gửi đơn và tài liệu kèm theo đến ${withoutStop(body)} để được xem xét, giải quyết theo quy định của pháp luật`),
    ],
    recipients: [],
  }
}

/** Phiếu chuyển đơn, with the letter enclosed. Of a denunciation it names nobody: who sent it stands in the sealed enclosure. */
export function transferSlip(source: FormSource, { to, because }: { readonly to: string; readonly because: string }): FormText {
  return {
    subject: `Chuyển đơn ${wordOf(source.kind)}`, addressees: [to], grounds: [],
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)}.`),
      ...paragraphsOf(sentence(because)),
      paragraph(`Căn cứ quy định của pháp luật, ${source.body} chuyển đơn nêu trên và tài liệu kèm theo đến ${to} để xem xét, giải quyết theo thẩm quyền và thông báo kết quả cho ${source.body}${source.kind === 'denunciation' ? '; thông tin về người tố cáo được gửi kèm và giữ bí mật theo quy định của Luật Tố cáo' : ''}`),
    ],
    recipients: source.kind === 'denunciation' ? [] : copies(source.sender),
  }
}

/** Trả lại đơn chuyển sai: why it is not ours, back to who sent it. */
export function returnLetter(source: FormSource, { to, because }: { readonly to: string; readonly because: string }): FormText {
  return {
    subject: `trả lại đơn ${wordOf(source.kind)} chuyển không đúng thẩm quyền`, addressees: [to], grounds: [],
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)} do ${to} chuyển đến.`),
      ...paragraphsOf(`Qua nghiên cứu, nội dung đơn không thuộc thẩm quyền giải quyết của ${source.body}: ${sentence(because)}`),
      paragraph(`${source.body} trả lại đơn và tài liệu kèm theo để ${to} xử lý theo quy định`),
    ],
    recipients: [],
  }
}

/** Thông báo xếp lưu đơn. */
export function filingNotice(source: FormSource, { ground, because }: { readonly ground: FilingGround; readonly because: string }): FormText {
  return {
    subject: `Lưu đơn ${wordOf(source.kind)}`, addressees: [], grounds: groundsOf(source).slice(-1),
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)}.`),
      paragraph(`Đơn không đủ điều kiện xử lý và được lưu theo quy định vì lý do: ${FILING_WORDS[ground]}.`), ...paragraphsOf(sentence(because)),
      paragraph(`${source.body} thông báo để các cơ quan, đơn vị, cá nhân liên quan được biết`),
    ],
    recipients: source.kind === 'denunciation' ? [] : copies(source.sender),
  }
}

/** Phiếu đề xuất thụ lý: the officer asks, the head approves on the same sheet. */
export function acceptanceProposal(source: FormSource, { note }: { readonly note: string | null }): FormText {
  return {
    ...proposal(source, `Thụ lý giải quyết ${wordWithInstance(source)}`),
    body: [
      ...about(source),
      paragraph(`Đề xuất: đơn đủ điều kiện thụ lý, thuộc thẩm quyền giải quyết của ${source.head}; đề nghị thụ lý giải quyết${source.term === null ? '' : `, thời hạn ${withoutStop(source.term)}`}.`),
      ...(note === null ? [] : [paragraph(note)]),
    ],
  }
}

/** Phiếu đề xuất lưu đơn. */
export function filingProposal(source: FormSource, { ground, because }: { readonly ground: FilingGround; readonly because: string }): FormText {
  return { ...proposal(source, `Lưu đơn ${wordOf(source.kind)}`), body: [...about(source), paragraph(`Đề xuất: lưu đơn vì lý do ${FILING_WORDS[ground]}.`), ...paragraphsOf(sentence(because))] }
}

function proposal(source: FormSource, subject: string): Omit<FormText, 'body'> {
  return {
    subject, addressees: [source.head], grounds: [], recipients: [], coSigners: [{ position: 'Phê duyệt của lãnh đạo', name: null }],
    signature: { position: 'Người đề xuất', name: source.preparedName },
  }
}

function about(source: FormSource): FormText['body'] {
  return [
    paragraph(`Ngày ${formatDate(source.receivedOn)}, ${source.body} nhận được ${letterOf(source)}. Số vào sổ: ${source.register}.`),
    paragraph(`Số người ký đơn: ${source.peopleCount}.`),
    ...(source.against === null ? [] : [paragraph(`Cơ quan, tổ chức, cá nhân bị ${wordOf(source.kind)}: ${sentence(source.against)}`)]),
    ...(source.decisionAgainst === null ? [] : [paragraph(`Quyết định, hành vi bị khiếu nại: ${sentence(source.decisionAgainst)}`)]),
  ]
}
