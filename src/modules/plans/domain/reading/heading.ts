import { fromCapitals, isAllCapitals } from './capitals.ts'
import { isKindLine } from './document-parts.ts'
import { ANY_KIND, kindNamed } from './kinds.ts'
import { markOf } from './marks.ts'
import { paragraphsOf } from './paragraphs.ts'

type Heading = {
  readonly kind: string | null
  readonly title: string | null
  /** The paragraphs under the title, where the text begins. */
  readonly text: readonly string[]
}

const KIND_AND_TITLE = new RegExp(`^(${ANY_KIND})(?![\\p{L}:])[ \\t]*(.*)$`, 'iu')
const STARTS_THE_TEXT = /^(?:Căn cứ|Kính gửi|Thực hiện (?:Chỉ thị|Kế hoạch|Nghị quyết|Quyết định|Nghị định|Quy chế|Đề án|Thông tư|Công văn|Chương trình|Hướng dẫn|Luật|Thông báo|Kết luận)|Xét đề nghị|Theo đề nghị|Để (?:triển khai|thực hiện|tiếp tục))/
const ISSUING_AUTHORITY = /^(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THỦ TƯỚNG|CHÍNH PHỦ|CHÁNH THANH TRA|TỔNG THANH TRA)/
const ISSUED_WITH = /^\((?:Ban hành )?[Kk]èm theo/
const LONGEST_TITLE_IN_LINES = 10
const LONGEST_TITLE_LINE = 400

/** Tên loại and trích yếu: the title is what stands between the kind and the first sentence, on however many lines. */
export function headingOf(body: readonly string[]): Heading {
  const written = body.filter((line) => line !== '')
  const first = written[0]
  if (first === undefined || !isKindLine(first)) return { kind: null, title: null, text: paragraphsOf(written) }
  const [, kind = '', besideKind = ''] = KIND_AND_TITLE.exec(first) ?? []
  const title = besideKind === '' ? [] : [besideKind]
  const paragraphs = paragraphsOf(written.slice(1)).filter((paragraph) => !ISSUED_WITH.test(paragraph))
  let length = 0
  while (length < paragraphs.length && title.length < LONGEST_TITLE_IN_LINES && belongsToTitle(paragraphs[length] ?? '', title)) {
    title.push(paragraphs[length] ?? '')
    length += 1
  }
  return { kind: kindNamed(kind) ?? null, title: title.length === 0 ? null : title.join(' '), text: paragraphs.slice(length) }
}

function belongsToTitle(line: string, title: readonly string[]): boolean {
  if (markOf(line) !== null || line.length > LONGEST_TITLE_LINE) return false
  if (/[.;:!]$/.test(line)) return false
  const before = title.at(-1)
  const goesOn = before !== undefined && /(?:^|\s)(?:của|và|với|về|các|theo|tại|trong|cho|số|ngày|kèm theo|thực hiện)$|,$/.test(before)
  if (goesOn) return true
  if (STARTS_THE_TEXT.test(line)) return before === undefined && /^Thực hiện/.test(line)
  if (before === undefined) return true
  return isAllCapitals(before) ? !/\p{Ll}/u.test(line) && !(ISSUING_AUTHORITY.test(line) && title.length > 1) : !ISSUING_AUTHORITY.test(line)
}

/** The authority that "decides" in a quyết định, printed between its title and its grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …". */
export function authorityIn(text: readonly string[]): string | null {
  const at = text.slice(0, 4).findIndex((line) => ISSUING_AUTHORITY.test(line) && isAllCapitals(line))
  const line = text[at]
  if (line === undefined) return null
  const next = text[at + 1] ?? ''
  return fromCapitals(isAllCapitals(next) ? `${line} ${next}` : line)
}
