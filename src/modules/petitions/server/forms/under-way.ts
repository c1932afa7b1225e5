import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { ComplexityGround } from '../../domain/complexity.ts'
import { COMPLEXITY_WORDS } from './ground-words.ts'
import { copies, groundsOf, letterOf, paragraph, paragraphsOf, senderOf, sentence, withoutStop, wordOf, wordWithInstance, type FormSource, type FormText } from './form-text.ts'

/** Quyết định giao xác minh: who verifies what from when to when. */
export function verificationDecision(source: FormSource, { team, what, from, until }: { readonly team: string; readonly what: string; readonly from: PlainDate; readonly until: PlainDate }): FormText {
  return {
    subject: `Giao xác minh nội dung ${wordOf(source.kind)}`, addressees: [], grounds: [...groundsOf(source), `Xét ${letterOf(source)}`], decidedBy: decider(source),
    body: [
      { kind: 'article', text: `Giao ${sentence(team)}` },
      { kind: 'clause', text: `Tiến hành xác minh nội dung: ${sentence(what)}` },
      { kind: 'clause', text: `Thời gian xác minh: từ ngày ${formatDate(from)} đến ngày ${formatDate(until)}.` },
      { kind: 'article', text: `Người được giao xác minh có nhiệm vụ, quyền hạn theo quy định của pháp luật và báo cáo kết quả xác minh với ${source.head} khi kết thúc.` },
      { kind: 'article', text: `Quyết định này có hiệu lực từ ngày ký. Người được giao tại Điều 1 và các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này` },
    ],
    recipients: ['Như Điều 3'],
  }
}

/** Thông báo gia hạn, or that a complaint counts as complex: on which grounds, and the new last day. */
export function extensionNotice(source: FormSource, { grounds, because }: { readonly grounds: readonly ComplexityGround[]; readonly because: string }): FormText {
  const isComplaint = source.kind === 'complaint'
  return {
    subject: isComplaint ? `Kéo dài thời hạn giải quyết ${wordWithInstance(source)} do vụ việc phức tạp` : 'Gia hạn giải quyết tố cáo',
    addressees: source.kind === 'denunciation' ? ['Người tố cáo', ...copies(source.against)] : copies(senderOf(source)), grounds: groundsOf(source),
    body: [
      paragraph(`${source.head} đang giải quyết ${letterOf(source)}.`),
      paragraph(`Vụ việc ${source.kind === 'denunciation' && new Set(grounds).size > 1 ? 'đặc biệt phức tạp' : 'phức tạp'} vì:`),
      { kind: 'list', items: grounds.map((ground, at) => `${COMPLEXITY_WORDS[ground]}${at === grounds.length - 1 ? '.' : ';'}`) },
      ...paragraphsOf(sentence(because)),
      ...(source.term === null ? [] : [paragraph(`Thời hạn giải quyết: ${sentence(source.term)}`)]),
      paragraph(`Vậy thông báo để ${source.kind === 'denunciation' ? 'người tố cáo, người bị tố cáo' : senderOf(source)} được biết`),
    ],
    recipients: source.kind === 'denunciation' ? [] : copies(source.against),
  }
}

/** Quyết định tạm đình chỉ (Mẫu 14a): the days that follow are not counted. */
export function suspensionDecision(source: FormSource, said: { readonly because: string; readonly article: string | null }): FormText {
  return decisionInArticles(source, `Tạm đình chỉ giải quyết ${wordWithInstance(source)}`, said, [
    `Tạm đình chỉ giải quyết ${letterOf(source)}, kể từ ngày ${formatDate(source.on)}.`,
    'Thời gian tạm đình chỉ không tính vào thời hạn giải quyết. Khi căn cứ tạm đình chỉ không còn, việc giải quyết được tiếp tục và thời hạn được tính tiếp.',
  ])
}

export function resumptionDecision(source: FormSource, { because }: { readonly because: string }): FormText {
  const since = source.suspendedSince === null ? '' : ` đã tạm đình chỉ từ ngày ${formatDate(source.suspendedSince)}`
  return decisionInArticles(source, `Tiếp tục giải quyết ${wordWithInstance(source)}`, { because, article: null }, [
    `Tiếp tục giải quyết ${letterOf(source)}${since}, kể từ ngày ${formatDate(source.on)}.`,
    source.term === null ? 'Thời hạn giải quyết được tính tiếp từ ngày tiếp tục.' : `Thời hạn giải quyết được tính tiếp: ${sentence(source.term)}`,
  ])
}

/** Quyết định đình chỉ (Mẫu 14b). */
export function terminationDecision(source: FormSource, said: { readonly because: string; readonly article: string | null }): FormText {
  return decisionInArticles(source, `Đình chỉ giải quyết ${wordWithInstance(source)}`, said, [`Đình chỉ giải quyết ${letterOf(source)}, kể từ ngày ${formatDate(source.on)}.`])
}

/** Văn bản đôn đốc: what was passed on when, and by when an answer is asked for. */
export function urgingLetter(source: FormSource, { to, passedOn, because, answerBy }: { readonly to: string; readonly passedOn: PlainDate | null; readonly because: string; readonly answerBy: PlainDate }): FormText {
  const when = passedOn === null ? '' : `Ngày ${formatDate(passedOn)}, `
  return {
    subject: `đôn đốc giải quyết đơn ${wordOf(source.kind)}`, addressees: [to], grounds: [],
    body: [
      paragraph(`${when}${source.body} đã chuyển đến ${to} ${letterOf(source)}.`), ...paragraphsOf(sentence(because)),
      paragraph(`Đề nghị ${to} khẩn trương xem xét, giải quyết theo thẩm quyền và thông báo kết quả cho ${source.body} trước ngày ${formatDate(answerBy)}`),
    ],
    recipients: [],
  }
}

function decider({ head }: FormSource): string {
  return head
}

function decisionInArticles(source: FormSource, subject: string, { because, article }: { readonly because: string; readonly article: string | null }, articles: readonly string[]): FormText {
  return {
    subject, addressees: [], grounds: [...groundsOf(source), ...(article === null ? [] : [`Căn cứ ${withoutStop(article).replace(/^căn cứ /iu, '')}`]), `Xét thấy: ${withoutStop(because)}`],
    decidedBy: decider(source),
    body: [
      ...articles.map((text) => ({ kind: 'article' as const, text })),
      { kind: 'article', text: `Quyết định này có hiệu lực từ ngày ký. ${source.kind === 'denunciation' ? 'Các cơ quan, tổ chức, cá nhân có liên quan' : `${source.sender ?? 'Người gửi đơn'} và các cơ quan, tổ chức, cá nhân có liên quan`} chịu trách nhiệm thi hành Quyết định này` },
    ],
    recipients: [`Như Điều ${articles.length + 1}`, ...(source.kind === 'denunciation' ? [] : copies(source.against))],
  }
}
