/**
 * The 29 types of administrative document of Nghị định 30/2020/NĐ-CP, Điều 7, in its order, with the abbreviations of
 * its Phụ lục III. A công văn and a thư công have none. The key is the law's term without its diacritics.
 */
export const DOCUMENT_TYPES = {
  nghi_quyet: { name: 'Nghị quyết', abbreviation: 'NQ' },
  quyet_dinh: { name: 'Quyết định', abbreviation: 'QĐ' },
  chi_thi: { name: 'Chỉ thị', abbreviation: 'CT' },
  quy_che: { name: 'Quy chế', abbreviation: 'QC' },
  quy_dinh: { name: 'Quy định', abbreviation: 'QyĐ' },
  thong_cao: { name: 'Thông cáo', abbreviation: 'TC' },
  thong_bao: { name: 'Thông báo', abbreviation: 'TB' },
  huong_dan: { name: 'Hướng dẫn', abbreviation: 'HD' },
  chuong_trinh: { name: 'Chương trình', abbreviation: 'CTr' },
  ke_hoach: { name: 'Kế hoạch', abbreviation: 'KH' },
  phuong_an: { name: 'Phương án', abbreviation: 'PA' },
  de_an: { name: 'Đề án', abbreviation: 'ĐA' },
  du_an: { name: 'Dự án', abbreviation: 'DA' },
  bao_cao: { name: 'Báo cáo', abbreviation: 'BC' },
  bien_ban: { name: 'Biên bản', abbreviation: 'BB' },
  to_trinh: { name: 'Tờ trình', abbreviation: 'TTr' },
  hop_dong: { name: 'Hợp đồng', abbreviation: 'HĐ' },
  cong_van: { name: 'Công văn', abbreviation: null },
  cong_dien: { name: 'Công điện', abbreviation: 'CĐ' },
  ban_ghi_nho: { name: 'Bản ghi nhớ', abbreviation: 'BGN' },
  ban_thoa_thuan: { name: 'Bản thỏa thuận', abbreviation: 'BTT' },
  giay_uy_quyen: { name: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  giay_moi: { name: 'Giấy mời', abbreviation: 'GM' },
  giay_gioi_thieu: { name: 'Giấy giới thiệu', abbreviation: 'GGT' },
  giay_nghi_phep: { name: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  phieu_gui: { name: 'Phiếu gửi', abbreviation: 'PG' },
  phieu_chuyen: { name: 'Phiếu chuyển', abbreviation: 'PC' },
  phieu_bao: { name: 'Phiếu báo', abbreviation: 'PB' },
  thu_cong: { name: 'Thư công', abbreviation: null },
} as const satisfies Record<string, { readonly name: string; readonly abbreviation: string | null }>

export type DocumentType = keyof typeof DOCUMENT_TYPES

/** Non-breaking, so that the clerk's blank keeps its width in every program. */
const BLANK = '\u00A0'.repeat(6)

/**
 * `05/BC-SNV`: a leading zero under 10, "/" after the number, "-" between the groups (box 3). `bodySign` is what follows the
 * type: `SNV`, or for a công văn the body and who drafts it, `SNV-CCHC`. No number yet leaves the clerk's blank.
 */
export function documentNumber(number: number | null, abbreviation: string | null, bodySign: string): string {
  const digits = number === null ? BLANK : String(number).padStart(2, '0')
  return `${digits}/${abbreviation === null ? '' : `${abbreviation}-`}${bodySign}`
}
