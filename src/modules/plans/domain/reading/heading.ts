import { fromCapitals, isAllCapitals } from './capitals.ts'
import { isKindLine } from './document-parts.ts'
import { ANY_KIND, kindNamed } from './kinds.ts'
import { markOf } from './marks.ts'

type Heading = {
  readonly kind: string | null
  readonly title: string | null
  /** The lines under the title, where the text begins. */
  readonly text: readonly string[]
}

const KIND_AND_TITLE = new RegExp(`^(${ANY_KIND})(?![\\p{L}:])[ \\t]*(.*)$`, 'iu')
const STARTS_THE_TEXT = /^(?:Căn cứ|Kính gửi|Thực hiện (?:Chỉ thị|Kế hoạch|Nghị quyết|Quyết định|Công văn|Chương trình|Hướng dẫn|Luật|Thông báo|Kết luận)|Xét đề nghị|Theo đề nghị|Để (?:triển khai|thực hiện|tiếp tục))/
const ISSUING_AUTHORITY = /^(?:CHỦ TỊCH|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BỘ TRƯỞNG|GIÁM ĐỐC|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|THỦ TƯỚNG|CHÍNH PHỦ|CHÁNH THANH TRA|TỔNG THANH TRA)/
const ISSUED_WITH = /^\((?:Ban hành )?[Kk]èm theo/
const LONGEST_TITLE_IN_LINES = 10
const LONGEST_TITLE_LINE = 400

/** Tên loại and trích yếu: the title is what stands between the kind and the first sentence, on however many lines. */
export function headingOf(body: readonly string[]): Heading {
  const written = body.filter((line) => line !== '')
  const first = written[0]
  if (first === undefined || !isKindLine(first)) return { kind: null, title: null, text: written }
  const [, kind = '', besideKind = ''] = KIND_AND_TITLE.exec(first) ?? []
  const title = besideKind === '' ? [] : [besideKind]
  let at = 1
  while (at < written.length && title.length < LONGEST_TITLE_IN_LINES && belongsToTitle(written[at] ?? '', title)) {
    title.push(written[at] ?? '')
    at += 1
  }
  return { kind: kindNamed(kind) ?? null, title: title.length === 0 ? null : title.join(' '), text: written.slice(at).filter((line) => !ISSUED_WITH.test(line)) }
}

function belongsToTitle(line: string, title: readonly string[]): boolean {
  if (markOf(line) !== null || line.length > LONGEST_TITLE_LINE || ISSUED_WITH.test(line)) return false
  if (/[.;:!]$/.test(line)) return false
  const before = title.at(-1)
  const goesOn = before !== undefined && /(?:^|\s)(?:của|và|với|về|các|theo|tại|trong|cho|số|ngày|kèm theo|thực hiện)$|,$/.test(before)
  if (goesOn) return true
  if (STARTS_THE_TEXT.test(line)) return before === undefined && /^Thực hiện/.test(line)
  return before === undefined || isAllCapitals(before) || !ISSUING_AUTHORITY.test(line)
}

/** The authority that "decides" in a quyết định, printed between its title and its grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …". */
export function authorityIn(text: readonly string[]): string | null {
  const at = text.slice(0, 4).findIndex((line) => ISSUING_AUTHORITY.test(line) && isAllCapitals(line))
  const line = text[at]
  if (line === undefined) return null
  const next = text[at + 1] ?? ''
  return fromCapitals(isAllCapitals(next) ? `${line} ${next}` : line)
}
