import { fromCapitals } from './capitals.ts'
import type { PlacedText } from './outline.ts'
import type { PlanAddressees } from './plan-reading.ts'
import { startsWithUnit, unitsIn } from './units.ts'

const ASKS = /^(?:(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch)[^,;:.]{0,60}\s)?(?:Giao|giao|[Yy]êu cầu|[Đđ]ề nghị|Đối với|Trách nhiệm của|Phân công)\s(?:cho\s)?/u
/**
 * Where the addressed stop and their duty begins. Bodies have none of these verbs in their names in small letters, save "tổ chức"
 * ("các tổ chức chính trị - xã hội"), which counts only with an object.
 */
const DUTIES = [
  'có kế hoạch', 'có trách nhiệm', 'có nhiệm vụ', 'chịu trách nhiệm', 'chủ trì', 'là (?:cơ quan|đơn vị|đầu mối)', 'phối hợp', 'căn cứ', 'xây dựng',
  'thực hiện', 'triển khai', 'chỉ đạo', 'hướng dẫn', 'tham mưu', 'theo dõi', 'kiểm tra', 'tiếp tục', 'tăng cường', 'đẩy mạnh', 'nghiêm túc',
  'khẩn trương', 'tập trung', 'báo cáo', 'rà soát', 'bố trí', 'cân đối', 'phân công', 'quán triệt', 'tuyên truyền', 'đôn đốc', 'tổng hợp',
  'chủ động', 'theo chức năng', 'trong phạm vi', 'định kỳ', 'thường xuyên', 'ban hành', 'cụ thể hóa', 'nâng cao', 'phát huy', 'tiến hành',
  'lồng ghép', '(?<!cơ quan )thông tin', 'phổ biến', 'cập nhật', 'giúp', 'cử', 'bảo đảm', 'đảm bảo', 'phải', 'cần', 'hằng năm', 'hàng năm',
  'hằng quý', 'lập(?= (?:kế hoạch|danh sách|dự toán|báo cáo))', 'tiếp nhận', 'thẩm định', 'công khai', 'duy trì', 'vận động', 'giám sát', 'gửi',
  'trình', 'nghiên cứu', 'đề xuất', 'đưa', 'làm tốt', 'chuẩn bị', 'đề nghị', 'hoàn thành', 'củng cố', 'thi hành', 'tạo điều kiện',
]
const ORGANISED = [
  'triển khai', 'thực hiện', 'quán triệt', 'tuyên truyền', 'kiểm tra', 'phổ biến', 'sơ kết', 'tổng kết', 'hội nghị', 'đối thoại',
  'các (?:hoạt động|hội nghị|lớp)', 'học tập', 'lấy ý kiến', 'đánh giá', 'tập huấn', 'rà soát', 'tiếp',
]
const DUTY = new RegExp(String.raw`,?\s(?:(?:${DUTIES.join('|')})(?=[\s,;.]|$)|tổ chức (?:${ORGANISED.join('|')}))`, 'u')
const LONGEST_PHRASE = 400

/** Whom each section, item and point addresses, by what it begins with: a heading that is a body's name, "Sở …:", or a body and its duty. */
export function addresseesIn(placed: readonly PlacedText[]): PlanAddressees[] {
  return placed.flatMap(({ at, text, opens }) => {
    const units = opens && at !== null ? addressedAtStartOf(fromCapitals(text)) : []
    return units.length === 0 ? [] : [{ mark: at, units }]
  })
}

/** The units a paragraph begins by addressing; none if it begins otherwise. */
export function addressedAtStartOf(text: string): string[] {
  const sentence = text.slice(0, LONGEST_PHRASE).replace(ASKS, '')
  if (!startsWithUnit(sentence)) return []
  const isHeading = sentence.length === text.replace(ASKS, '').length && !/[.;]\s|\.$/.test(sentence)
  const ends = [DUTY.exec(sentence)?.index, endOfList(sentence)].filter((end) => end !== undefined)
  if (ends.length === 0 && !isHeading) return []
  return unitsIn(sentence.slice(0, Math.min(sentence.length, ...ends)))
}

/** At ":" — unless it only opens a list of names ("các Sở: Nội vụ, Tài chính"). */
function endOfList(sentence: string): number | undefined {
  return /(?<!(?:[Ss]ở|[Bb]an|[Bb]ộ))\s?:/u.exec(sentence)?.index
}

/** "Kính gửi" of a letter, with the list under it; in other documents whom the preamble asks to act. Neither has a mark. */
export function addresseesOfPreamble(preamble: readonly string[]): PlanAddressees[] {
  const letter = preamble.findIndex((paragraph) => /^Kính gửi/i.test(paragraph))
  const listed = letter === -1 ? [] : [preamble[letter]?.replace(/^Kính gửi\s?:?\s?/i, '') ?? '', ...linesOfList(preamble.slice(letter + 1))]
  const units = letter === -1 ? preamble.flatMap(askedIn) : listed.flatMap(unitsIn)
  return units.length === 0 ? [] : [{ mark: null, units: [...new Set(units)] }]
}

function linesOfList(paragraphs: readonly string[]): readonly string[] {
  const end = paragraphs.findIndex((paragraph) => !paragraph.startsWith('- '))
  return end === -1 ? paragraphs : paragraphs.slice(0, end)
}

/** "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:" */
function askedIn(paragraph: string): string[] {
  const [, asked = ''] = /(?:^|\s)(?:yêu cầu|đề nghị|giao)\s([^.]{1,400})(?::|như sau)/u.exec(paragraph.slice(-600)) ?? []
  return addressedAtStartOf(asked)
}
