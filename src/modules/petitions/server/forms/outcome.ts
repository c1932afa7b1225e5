import type { Block } from '#platform/server/official-document/official-document.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Outcome } from '../../domain/case.ts'
import { copies, groundsOf, letterOf, paragraph, paragraphsOf, senderOf, sentence, withoutStop, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

/** What the head decided: as the fields of the decision have it. */
export interface Concluded {
  readonly outcome: Outcome
  readonly summary: string
  readonly answer: string
  readonly settlement: { readonly what: string; readonly byBody: string | null; readonly dueOn: PlainDate | null } | null
}

const FOUND: Readonly<Record<Outcome, string>> = {
  right: 'đúng toàn bộ', partly: 'đúng một phần', wrong: 'sai toàn bộ', upheld: 'giữ nguyên quyết định giải quyết khiếu nại lần đầu', changed: 'sửa đổi, hủy bỏ quyết định giải quyết khiếu nại lần đầu', answered: '',
}

/** Quyết định giải quyết khiếu nại, lần đầu and lần hai. */
export function complaintDecision(source: FormSource, { outcome, summary, answer, settlement }: Concluded): FormText {
  const isSecond = source.instance === 2
  const next = isSecond
    ? 'Nếu không đồng ý với quyết định này, người khiếu nại có quyền khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính.'
    : 'Trong thời hạn quy định tại Luật Khiếu nại 02/2011/QH13, Điều 33, nếu không đồng ý với quyết định này, người khiếu nại có quyền khiếu nại lần hai hoặc khởi kiện vụ án hành chính tại Tòa án.'
  return {
    subject: `Giải quyết ${wordWithInstance(source)}`, addressees: [],
    grounds: [...groundsOf(source), ...(source.firstDecision === null ? [] : [`Căn cứ ${source.firstDecision}`]), ...source.steps, `Xét ${letterOf(source)}`], decidedBy: source.head,
    findings: [
      { kind: 'titled clause', title: 'Nội dung khiếu nại' }, ...paragraphsOf(sentence(summary)),
      ...(source.decisionAgainst === null ? [] : [paragraph(`Quyết định, hành vi bị khiếu nại: ${sentence(source.decisionAgainst)}`)]),
      { kind: 'titled clause', title: 'Kết quả xác minh, đối thoại và kết luận' }, ...paragraphsOf(answer), paragraph('Từ những nhận định và căn cứ trên,'),
    ],
    body: [
      { kind: 'article', text: isSecond ? `${capital(FOUND[outcome])} đối với khiếu nại của ${senderOf(source)}.` : `Khiếu nại của ${senderOf(source)} là ${FOUND[outcome]}.` },
      ...settled(settlement),
      { kind: 'article', text: next },
      { kind: 'article', text: `${senderOf(source)}${source.against === null ? '' : `, ${withoutStop(source.against)}`} và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này` },
    ],
    recipients: copies(source.sender, source.against, settlement?.byBody ?? null),
  }
}

/** Kết luận nội dung tố cáo: who sent the denunciation stands nowhere in it. */
export function denunciationConclusion(source: FormSource, { outcome, summary, answer, settlement }: Concluded): FormText {
  return {
    subject: `Nội dung tố cáo đối với ${withoutStop(source.against ?? 'người bị tố cáo')}`, addressees: [], grounds: [...groundsOf(source), ...source.steps],
    body: [
      paragraph(`${source.head} kết luận nội dung tố cáo như sau:`),
      { kind: 'titled clause', title: 'Nội dung tố cáo' }, ...paragraphsOf(sentence(summary)),
      { kind: 'titled clause', title: 'Kết quả xác minh và kết luận' }, ...paragraphsOf(answer), paragraph(`Nội dung tố cáo ${FOUND[outcome]}.`),
      { kind: 'titled clause', title: 'Biện pháp xử lý và kiến nghị' },
      ...(settlement === null ? [paragraph('Không có nội dung phải thi hành.')] : ordered(settlement)),
    ],
    recipients: copies(source.against, settlement?.byBody ?? null),
  }
}

/** Văn bản trả lời kiến nghị, phản ánh. */
export function answerLetter(source: FormSource, { answer, settlement }: Concluded): FormText {
  return {
    subject: `trả lời ${wordOf(source.kind)}`, addressees: [senderOf(source)], grounds: [],
    body: [
      paragraph(`${source.body} nhận được ${letterOf(source)}. Sau khi xem xét, ${source.body} trả lời như sau:`), ...paragraphsOf(answer), ...(settlement === null ? [] : ordered(settlement)),
      paragraph(`Trên đây là trả lời của ${source.body} để ${senderOf(source)} được biết`),
    ],
    recipients: copies(settlement?.byBody ?? null),
  }
}

function settled(settlement: Concluded['settlement']): Block[] {
  if (settlement === null) return []
  const [first, ...rest] = ordered(settlement)
  return first?.kind === 'paragraph' ? [{ kind: 'article', text: first.text }, ...rest] : rest
}

function ordered({ what, byBody, dueOn }: NonNullable<Concluded['settlement']>): Block[] {
  const who = byBody === null ? '' : `${withoutStop(byBody)} chịu trách nhiệm thực hiện: `
  return paragraphsOf(`${who}${sentence(what)}${dueOn === null ? '' : ` Hoàn thành trước ngày ${formatDate(dueOn)}.`}`)
}

function capital(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`
}
