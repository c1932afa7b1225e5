import { formatDate, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Block, OfficialDocument } from '#platform/server/official-document/official-document.ts'
import type { CaseKind } from '../../domain/case.ts'

/** What a form is filled from: the case as far as its paper may say it. */
export interface FormSource {
  readonly kind: CaseKind
  readonly instance: number
  readonly code: string
  /** "12/2026": its number in the register. */
  readonly register: string
  readonly receivedOn: PlainDate
  readonly acceptedOn: PlainDate | null
  readonly suspendedSince: PlainDate | null
  readonly title: string
  readonly against: string | null
  readonly decisionAgainst: string | null
  readonly peopleCount: number
  /** "Ông (bà) A và 8 người khác"; null where nobody is named: of a denunciation no paper names who sent it. */
  readonly sender: string | null
  readonly senderAddress: string | null
  /** Who decides: "Chủ tịch Ủy ban nhân dân xã …", "Giám đốc Sở …". */
  readonly head: string
  /** "Ủy ban nhân dân xã …", "Sở …". */
  readonly body: string
  /** The unit that acts is a People's Committee's chair or another head. */
  readonly on: PlainDate
  readonly preparedName: string
  /** "30 ngày kể từ ngày thụ lý, đến hết ngày 02/04/2026 (Luật …, Điều 28)"; null where the law has none. */
  readonly term: string | null
  /** Of a complaint of second instance: "Quyết định số … ngày … của …". */
  readonly firstDecision: string | null
  /** Signed decisions to verify and dialogues held, as căn cứ names them. */
  readonly steps: readonly string[]
}

export type FormText = Pick<OfficialDocument, 'subject' | 'addressees' | 'grounds' | 'body' | 'recipients'> & Partial<Pick<OfficialDocument, 'decidedBy' | 'findings' | 'coSigners' | 'signature'>>

const WORDS = { complaint: 'khiếu nại', denunciation: 'tố cáo', recommendation: 'kiến nghị', feedback: 'phản ánh' } as const satisfies Record<CaseKind, string>
/** From this day on the decrees that amend the older ones. */
const AMENDED_FROM = plainDate('2026-07-01')

export function wordOf(kind: CaseKind): string {
  return WORDS[kind]
}

/** "khiếu nại lần hai", "tố cáo". */
export function wordWithInstance({ kind, instance }: Pick<FormSource, 'kind' | 'instance'>): string {
  return kind === 'complaint' ? `${WORDS[kind]} ${instance === 2 ? 'lần hai' : 'lần đầu'}` : WORDS[kind]
}

/** Who sent it, in a sentence; of a denunciation nobody. */
export function senderOf({ kind, sender }: Pick<FormSource, 'kind' | 'sender'>): string {
  return sender ?? (kind === 'denunciation' ? 'người tố cáo' : 'người gửi đơn')
}

/** "đơn khiếu nại của Ông (bà) A, địa chỉ …"; a denunciation is one without a sender. */
export function letterOf(source: Pick<FormSource, 'kind' | 'sender' | 'senderAddress' | 'receivedOn' | 'title'>): string {
  const from = source.sender === null ? '' : ` của ${source.sender}${source.senderAddress === null ? '' : `, địa chỉ: ${source.senderAddress}`}`
  return `đơn ${WORDS[source.kind]}${from} (nhận ngày ${formatDate(source.receivedOn)}) với nội dung: ${withoutStop(source.title)}`
}

/** Căn cứ by the law of the day. */
export function groundsOf({ kind, on }: Pick<FormSource, 'kind' | 'on'>): string[] {
  const amended = (decree: string, by: string) => `Căn cứ Nghị định số ${decree}${on >= AMENDED_FROM ? `, được sửa đổi, bổ sung bởi Nghị định số ${by}` : ''}`
  if (kind === 'complaint') return ['Căn cứ Luật Khiếu nại số 02/2011/QH13', amended('124/2020/NĐ-CP', '155/2026/NĐ-CP')]
  if (kind === 'denunciation') return ['Căn cứ Luật Tố cáo số 25/2018/QH14', amended('31/2019/NĐ-CP', '156/2026/NĐ-CP')]
  return ['Căn cứ Luật Tiếp công dân số 42/2013/QH13', 'Căn cứ Thông tư số 05/2021/TT-TTCP']
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** What an officer typed: each line a paragraph, lines that begin with a dash a list. */
export function paragraphsOf(text: string): Block[] {
  return text.split(/\n+/u).map((line) => line.trim()).filter((line) => line !== '')
    .map((line): Block => (/^[-–+•]\s/u.test(line) ? { kind: 'list', items: [line.replace(/^[-–+•]\s+/u, '')] } : paragraph(line)))
}

/** With one stop at its end, whatever was typed. */
export function sentence(text: string): string {
  return `${withoutStop(text)}.`
}

export function withoutStop(text: string): string {
  return text.trim().replace(/[\s.;,]+$/u, '')
}

/** Who gets a copy: the person or body complained of, if the letter names one. */
export function copies(...names: readonly (string | null)[]): string[] {
  return names.filter((name) => name !== null).map((name) => name.trim()).filter((name) => name !== '')
}
