import { markOf } from './marks.ts'

const CLOSES = /^(?:Trên đây là|Nhận được (?:Kế hoạch|Chỉ thị|công văn|Công văn|Văn bản|văn bản)|(?:Chỉ thị|Kế hoạch|Quyết định|Chương trình) này (?:có hiệu lực|thay thế))/u
const MAY_CLOSE = /^(?:Trong quá trình|Quá trình (?:triển khai|thực hiện|tổ chức)|Yêu cầu |(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch)[^,;.]{0,60} (?:yêu cầu|đề nghị|giao) |Đề nghị |Giao |Căn cứ (?:nội dung )?(?:Kế hoạch|Chỉ thị|Chương trình) này|Các (?:sở, ban, ngành|cơ quan, đơn vị).{0,200}nghiêm túc)/u

/**
 * How many paragraphs at the end belong to no item: those from "Trên đây là…" on, and requests to everybody ("Yêu cầu…",
 * "Trong quá trình thực hiện…") that stand at the very end without a mark.
 */
export function closingLengthOf(paragraphs: readonly string[]): number {
  let length = 0
  let mayStillClose = true
  for (let back = 1; back <= paragraphs.length; back += 1) {
    const paragraph = paragraphs[paragraphs.length - back] ?? ''
    if (markOf(paragraph) !== null) break
    mayStillClose &&= MAY_CLOSE.test(paragraph) || CLOSES.test(paragraph)
    if (mayStillClose || CLOSES.test(paragraph)) length = back
  }
  return length
}
