import { matchAt } from './cited-numbers.ts'
import { ANY_KIND } from './kinds.ts'

type CitationWords = { readonly issuer: string | null; readonly subject: string | null }

const LONGEST_ISSUER = 160
const LONGEST_SUBJECT = 700

const ASIDE = /\s?\([^()\n]{0,160}\)/uy
const OF = /\s?,?\s?của\s/uy
const SESSION = /\s?,?\s?(?:khóa|khoá|kỳ họp|nhiệm kỳ)\s[^;.:,]{0,60}?,?(?=\s(?:về|ban hành|quy định|phê duyệt|thông qua)\s)/uy
/** A verb that may begin the subject of a document behind its issuer ("… của Chính phủ ban hành Chương trình…"). */
const VERBS = [
  '[Bb]an hành', '[Pp]hê duyệt', '[Qq]uy định', '[Hh]ướng dẫn', '[Ss]ửa đổi', '[Bb]ổ sung', '[Tt]riển khai', '[Tt]hực hiện', '[Tt]ăng cường', '[Đđ]ẩy mạnh',
  '[Nn]âng cao', '[Cc]ông bố', '[Bb]ãi bỏ', '[Tt]hay thế', '[Kk]iện toàn', '[Tt]hành lập', '[Pp]hân công', '[Tt]ổng kết', '[Ss]ơ kết', '[Pp]hát động',
  '[Cc]hấn chỉnh', '[Tt]iếp tục', '[Đđ]ổi mới', 'tổ chức', 'thi hành', 'thông qua',
].join('|')
/** Other words that never stand in small letters in the name of a body. */
const PARTICLES =
  'về|V/v|tại|trên|trong|ngoài|để|được|bị|đã|đang|sẽ|đến|tới|nhằm|theo|cho|với|có|gắn|cùng|như|là|thì|cũng|khi|vào|từ|phải|cần|yêu cầu|đề nghị|giao|chỉ đạo'

/** "về" and "về việc" are dropped, a verb is part of the subject. */
const ABOUT = new RegExp(String.raw`\s?,?\s(?:(?:[Vv]ề việc|[Vv]ề|V\/v)\s(?=\S)|(?=(?:${VERBS})[\s,]))`, 'uy')
/** Where the name of an issuing body ends. */
const ISSUER_ENDS = new RegExp(
  String.raw`[;:()“”\n]|(?<!TP)\.|,(?! (?:Thể thao|Gia đình))|\s(?:${VERBS}|${PARTICLES})(?=[\s,;.:]|$)|\s(?:và|hoặc)\s(?=\p{Ll})`,
  'u',
)
const JOINED_KIND = new RegExp(`(?:,|;|\\svà)\\s(?:theo\\s|các\\s|tại\\s)?(?:${ANY_KIND})\\s(?:số\\s?:?\\s?)?\\d`, 'iu')
/** The sentence goes on with what its own issuer does: ", Ủy ban nhân dân tỉnh ban hành Kế hoạch…". */
const SENTENCE_GOES_ON =
  /,\s(?=(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch|Ban Thường vụ|Ban Chỉ đạo|Tỉnh ủy|Tỉnh uỷ|Hội đồng nhân dân|HĐND|Sở|Bộ|Thủ tướng|Thủ trưởng|Văn phòng)\s[^;:.\n]{1,160}?\s(?:ban hành|yêu cầu|chỉ đạo|đề nghị|xây dựng|giao|triển khai|báo cáo|thông báo|hướng dẫn)\s)/u
const SUBJECT_ENDS = /[;\n:]|\.\/|\.(?=\s\p{Lu}|$)(?<!TP\.)|,?\s(?:như sau|\(?sau đây|\(?gọi tắt|\(?viết tắt)|\s\((?:sau đây|gọi tắt|viết tắt|gửi kèm|kèm theo|có .{1,40} kèm theo)|,\s(?:trong đó|cụ thể|đồng thời|qua đó)\s/u

/** Issuer and subject as the sentence says them behind a number: "… của Ban Thường vụ Tỉnh ủy về tăng cường công tác dân vận;". */
export function citationWordsAt(text: string, start: number): CitationWords {
  let at = skip(ASIDE, text, start)
  let issuer: string | null = null
  const of = matchAt(OF, text, at)
  if (of !== null) {
    const from = at + of[0].length
    issuer = issuerAt(text, from)
    at = from + (issuer?.length ?? 0)
    at = skip(ASIDE, text, at)
  }
  at = skip(SESSION, text, at)
  const about = matchAt(ABOUT, text, at)
  return { issuer: issuer?.trim() ?? null, subject: about === null ? null : subjectAt(text, at + about[0].length) }
}

function issuerAt(text: string, from: number): string | null {
  const rest = text.slice(from, from + LONGEST_ISSUER)
  if (!/^\p{Lu}/u.test(rest)) return null
  const until = [ISSUER_ENDS, JOINED_KIND, severalIssuersEnd(rest)].map((end) => (typeof end === 'number' ? end : end.exec(rest)?.index))
  // Bộ A, Bộ B: the commas between bodies of one rank end no name.
  const ends = until[2] === undefined || until[2] === -1 ? until.slice(0, 2) : [until[2]]
  const issuer = rest.slice(0, Math.min(...ends.map((end) => end ?? rest.length)))
  return issuer === '' ? null : issuer
}

/** End of "Bộ Nội vụ, Bộ Tài chính và Bộ Y tế", or -1 where there is one body only. */
function severalIssuersEnd(rest: string): number {
  const first = /^(Bộ|Ban|Sở) /.exec(rest)?.[1]
  if (first === undefined) return -1
  let end = ISSUER_ENDS.exec(rest)?.index ?? rest.length
  let joined = -1
  while (rest.startsWith(`, ${first} `, end)) {
    const from = end + 2
    end = from + (ISSUER_ENDS.exec(rest.slice(from))?.index ?? rest.length - from)
    joined = end
  }
  return joined
}

function subjectAt(text: string, from: number): string | null {
  const rest = text.slice(from, from + LONGEST_SUBJECT)
  const end = Math.min(...[SUBJECT_ENDS, JOINED_KIND, SENTENCE_GOES_ON].map((pattern) => pattern.exec(rest)?.index ?? rest.length))
  const subject = rest.slice(0, end).replace(/[\s,.;/]+$/, '')
  return subject === '' ? null : subject
}

function skip(sticky: RegExp, text: string, at: number): number {
  return at + (matchAt(sticky, text, at)?.[0].length ?? 0)
}
