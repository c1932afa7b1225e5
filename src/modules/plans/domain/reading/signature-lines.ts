import { fromCapitals, isAllCapitals } from './capitals.ts'

/** TM. (thay mặt), KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa ủy quyền), Q. (quyền): Nghị định 30/2020/NĐ-CP art. 13. */
const AUTHORITY = /^(?:TM|KT|TL|TUQ|T\/M|K\/T|T\/L|Q)\.?\s?(?=\p{Lu})/u
const AUTHORITY_INSIDE = /\s(?=(?:TM|KT|TL|TUQ)\.\s?\p{Lu}{2})/u
const POSITION =
  /^(?:(?:ĐỒNG|QUYỀN|PHÓ|NGUYÊN)\s)*(?:TỔNG BÍ THƯ|BÍ THƯ|CHỦ TỊCH|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|CHỈ HUY TRƯỞNG|HIỆU TRƯỞNG|TRƯỞNG ĐOÀN|TỔNG BIÊN TẬP)(?:\s.{1,80})?$/u
const NOT_A_NAME = /^(?:Đã ký|Ký tên|Nơi nhận|Như trên|Lưu|Độc lập)/i

/** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH". */
export function opensSignature(line: string): boolean {
  const authority = AUTHORITY.exec(line)
  return authority !== null && authority[0].length > 1 && isAllCapitals(line.slice(authority[0].length).split('\t', 1)[0] ?? '')
}

/** A line that is the name of an office and nothing else, in any case. */
export function isPosition(line: string): boolean {
  return POSITION.test(line.toUpperCase())
}

/** Two to six words, each with a capital: no number, no stop. */
export function isPersonName(line: string): boolean {
  return /^(?:\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,5}|\p{Lu}+(?: \p{Lu}+){1,5})$/u.test(line) && !NOT_A_NAME.test(line) && !isPosition(line)
}

/** A position as running text writes it: "KT. CHỦ TỊCH" → "Chủ tịch", "PHÓ CHÁNH VĂN PHÒNG" → "Phó Chánh Văn phòng". */
export function positionFrom(line: string): string {
  return fromCapitals(withoutAuthority(line)).replace('thường trực', 'Thường trực')
}

function withoutAuthority(line: string): string {
  return line.replace(AUTHORITY, '')
}

/** "Nơi nhận: TM. ỦY BAN NHÂN DÂN" and "- Lưu: VT. CHỦ TỊCH" hold a line of each column: left first. */
export function columnsOfTailLine(line: string): string[] {
  if (opensSignature(line)) return [line]
  const authority = AUTHORITY_INSIDE.exec(line)
  if (authority !== null) return [line.slice(0, authority.index), line.slice(authority.index + 1)]
  const stop = /^(.*[;.:])\s([^;.:]+)$/u.exec(line)
  const [left = '', right = ''] = stop?.slice(1) ?? []
  const isOtherColumn = (isPosition(right) && isAllCapitals(right)) || isPersonName(right)
  return isOtherColumn ? [left, right] : [line]
}
