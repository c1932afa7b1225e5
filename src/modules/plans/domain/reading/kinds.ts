/**
 * Tên loại văn bản: the 29 of Nghị định 30/2020/NĐ-CP art. 7 that such texts name or cite, normative documents, and what Party bodies issue.
 * A longer name comes before the one it begins with.
 */
const KINDS = [
  'Văn bản hợp nhất', 'Nghị quyết liên tịch', 'Nghị quyết', 'Nghị định', 'Quyết định', 'Chỉ thị', 'Thông tư liên tịch', 'Thông tư',
  'Quy chế phối hợp', 'Quy chế', 'Quy định', 'Thông cáo', 'Thông báo kết luận', 'Thông báo', 'Thông tri', 'Hướng dẫn liên tịch', 'Hướng dẫn liên ngành', 'Hướng dẫn',
  'Chương trình hành động', 'Chương trình phối hợp', 'Chương trình công tác', 'Chương trình',
  'Kế hoạch hành động', 'Kế hoạch phối hợp', 'Kế hoạch liên tịch', 'Kế hoạch', 'Phương án', 'Đề án', 'Dự án', 'Báo cáo', 'Biên bản', 'Tờ trình', 'Hợp đồng',
  'Công văn', 'Công điện', 'Bản ghi nhớ', 'Bản thỏa thuận', 'Bản thoả thuận', 'Kết luận', 'Điều lệ', 'Lệnh', 'Văn bản',
  'Bộ luật', 'Luật', 'Pháp lệnh',
] as const

/** Only these are cited by name and date or year as well, without a number. */
const NAMED_KINDS = ['Hiến pháp', 'Bộ luật', 'Luật', 'Pháp lệnh'] as const

const CANONICAL = new Map([...KINDS, ...NAMED_KINDS].map((kind) => [kind.toLowerCase(), kind]))

/** Alternatives for a pattern, longest first. */
export const ANY_KIND = KINDS.join('|')
export const ANY_NAMED_KIND = NAMED_KINDS.join('|')

/** "QUYẾT ĐỊNH", "quyết định" → "Quyết định"; undefined for what is no kind of document. */
export function kindNamed(text: string): string | undefined {
  return CANONICAL.get(text.toLowerCase())
}
