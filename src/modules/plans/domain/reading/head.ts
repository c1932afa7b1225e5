import type { PlainDate } from '#kernel/plain-date.ts'
import { fromCapitals, isAllCapitals } from './capitals.ts'
import { documentNumber, DOCUMENT_NUMBER } from './document-number.ts'
import { DATE, readDate } from './read-date.ts'

/** What the boxes above the kind say (Nghị định 30/2020/NĐ-CP, Annex I, boxes 1 to 5), whichever column was flattened first. */
type Head = {
  readonly number: string | null
  readonly issuedOn: PlainDate | null
  readonly issuer: string | null
  /** "V/v …" of an official letter. */
  readonly summary: string | null
}

/** A narrow column may break it into lines. */
const MOTTO = /CỘNG\sH(?:ÒA|OÀ)\sXÃ\sHỘI\sCHỦ\sNGHĨA\sVIỆT\sNAM|ĐẢNG\sCỘNG\sSẢN\sVIỆT\sNAM|Độc\slập\s?[-–]\s?Tự\sdo\s?[-–]\s?Hạnh\sphúc/giu
const PLACE_AND_DATE = new RegExp(
  String.raw`(?:(?:TP\.? ?|[Tt]hành phố )?\p{Lu}\p{L}*(?: (?:- )?\p{Lu}\p{L}*){0,4} ?, ?)?(?:${DATE}|ngày[ .…_]{0,20}tháng[ .…_\d]{0,20}năm[ .…_\d]{0,20})`,
  'u',
)
const NUMBER_BOX = new RegExp(String.raw`(?:^|\s)(?:\* ?)?Số ?:? ?(${DOCUMENT_NUMBER}|[ .…_]*[/-][\p{Lu}\p{L}\d/-]*)`, 'u')
const STAMP = /^(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Email|Cơ quan\s?:|Địa chỉ|Điện thoại|Website|HỎA TỐC|HOẢ TỐC|KHẨN|THƯỢNG KHẨN|MẬT|TỐI MẬT|TUYỆT MẬT|ĐẾN|DỰ THẢO|BẢN SAO|SAO Y)/u

export function headOf(lines: readonly string[]): Head {
  let number: string | null = null
  let issuedOn: PlainDate | null = null
  const left: string[] = []
  for (const line of lines.join('\n').replace(MOTTO, '').split('\n')) {
    const date = PLACE_AND_DATE.exec(line)
    if (date !== null) issuedOn ??= readDate(date[0])
    const withoutDate = line.replace(PLACE_AND_DATE, '')
    const box = NUMBER_BOX.exec(withoutDate)
    if (box !== null) number ??= documentNumber(box[1] ?? '')
    const rest = withoutDate.replace(NUMBER_BOX, ' ').replace(/[\s*_–-]+$/, '').trim()
    if (rest !== '' && !STAMP.test(rest)) left.push(rest)
  }
  return { number, issuedOn, issuer: issuerOf(left), summary: summaryOf(left) }
}

function summaryOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => /^V\/v|^Về việc /iu.test(line))
  if (at === -1) return null
  const end = lines.findIndex((line, index) => index > at && isAllCapitals(line))
  return lines.slice(at, end === -1 ? at + 4 : Math.min(end, at + 4)).join(' ')
}

const IS_PLACE = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN|ĐẶC KHU) (?!ỦY|UỶ)/u
/** A decision within the chairman's own competence is issued by the office: "CHỦ TỊCH / ỦY BAN NHÂN DÂN TỈNH …". */
const IS_OFFICE = /^(?:CHỦ TỊCH|BỘ TRƯỞNG|GIÁM ĐỐC|THỦ TƯỚNG|TỔNG THANH TRA)$/
const NAMES_A_PLACE = /(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|QUẬN|ĐẶC KHU) \p{Lu}.*$/u

/**
 * The issuing body is the last one of the left column; the body above it is its superior (cơ quan chủ quản) and lends it its place:
 * "UBND TỈNH ĐỒNG NAI / SỞ NỘI VỤ" is "Sở Nội vụ tỉnh Đồng Nai".
 */
function issuerOf(lines: readonly string[]): string | null {
  const bodies: string[] = []
  for (const line of lines.filter(isAllCapitals)) {
    const above = bodies.at(-1)
    const isPartOfAbove = above !== undefined && (IS_PLACE.test(line) || IS_OFFICE.test(above) || /(?: VÀ| -|,)$/.test(above) || /^(?:VÀ|-) /.test(line))
    if (isPartOfAbove) bodies[bodies.length - 1] = `${above} ${line}`
    else bodies.push(line)
  }
  const issuer = bodies.at(-1)
  if (issuer === undefined) return null
  const place = NAMES_A_PLACE.test(issuer) ? undefined : NAMES_A_PLACE.exec(bodies.at(-2) ?? '')?.[0]
  const party = /^(?:BAN|VĂN PHÒNG|ỦY BAN KIỂM TRA) /u.test(issuer) ? /^(?:TỈNH|THÀNH|HUYỆN) (?:ỦY|UỶ) .*$/u.exec(bodies.at(-2) ?? '')?.[0] : undefined
  const superior = party ?? place
  return fromCapitals(superior === undefined ? issuer : `${issuer} ${superior}`)
}
