import { expect, test } from 'vitest'
import { fromCapitals } from './capitals.ts'

test.each([
  ['ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG', 'Ủy ban nhân dân tỉnh Lâm Đồng'],
  ['UỶ BAN NHÂN DÂN XÃ TÂN HỘI', 'Uỷ ban nhân dân xã Tân Hội'],
  ['UBND THÀNH PHỐ HỒ CHÍ MINH', 'UBND thành phố Hồ Chí Minh'],
  ['CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH', 'Chủ tịch Ủy ban nhân dân tỉnh'],
  ['ỦY BAN NHÂN DÂN CÁC HUYỆN, THÀNH PHỐ', 'Ủy ban nhân dân các huyện, thành phố'],
  ['HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG', 'Hội đồng nhân dân thành phố Đà Nẵng'],
  ['ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM', 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
  ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Sở Văn hóa, Thể thao và Du lịch'],
  ['SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', 'Sở Lao động - Thương binh và Xã hội'],
  ['CÁC SỞ, BAN, NGÀNH', 'Các sở, ban, ngành'],
  ['TỈNH ỦY LÂM ĐỒNG', 'Tỉnh ủy Lâm Đồng'],
  ['BAN THƯỜNG VỤ TỈNH ỦY', 'Ban Thường vụ Tỉnh ủy'],
  ['BAN CHẤP HÀNH ĐẢNG BỘ TỈNH', 'Ban Chấp hành Đảng bộ tỉnh'],
  ['THANH TRA TỈNH', 'Thanh tra tỉnh'],
  ['PHÓ CHÁNH VĂN PHÒNG', 'Phó Chánh Văn phòng'],
  ['BỘ TRƯỞNG BỘ NỘI VỤ', 'Bộ trưởng Bộ Nội vụ'],
  ['Sở Nội vụ', 'Sở Nội vụ'],
])('%s → %s', (capitals, expected) => {
  expect(fromCapitals(capitals)).toBe(expected)
})
