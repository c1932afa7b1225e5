import { expect, test } from 'vitest'
import { addressedAtStartOf } from './addressees.ts'
import { unitsIn } from './units.ts'

test.each([
  ['Thủ trưởng các sở, ban, ngành và các đơn vị sự nghiệp công lập thuộc tỉnh và Thủ trưởng các cơ quan liên quan có kế hoạch tổ chức', ['các sở, ban, ngành', 'các đơn vị sự nghiệp công lập thuộc tỉnh', 'các cơ quan liên quan']],
  ['Sở Nội vụ', ['Sở Nội vụ']],
  ['Thanh tra tỉnh: Ngoài việc thực hiện', ['Thanh tra tỉnh']],
  ['Ủy ban nhân dân các huyện, thành phố', ['Ủy ban nhân dân các huyện, thành phố']],
  ['Uỷ ban nhân dân các xã, phường chỉ đạo các thôn', ['Uỷ ban nhân dân các xã, phường']],
  ['Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính', ['Sở Nội vụ']],
  ['Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh giám sát', ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'các tổ chức chính trị - xã hội tỉnh']],
  ['Các sở, ban, ngành; Ủy ban nhân dân các huyện: báo cáo', ['Các sở, ban, ngành', 'Ủy ban nhân dân các huyện']],
  ['Giám đốc Công an tỉnh', ['Công an tỉnh']],
  ['Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở: Nội vụ, Tài chính chịu trách nhiệm thi hành', ['Văn phòng Ủy ban nhân dân tỉnh', 'Sở Nội vụ', 'Sở Tài chính']],
  ['Ban hành văn bản hướng dẫn', []],
  ['Tổ chức tuyên truyền, phổ biến', []],
  ['Phối hợp, tạo điều kiện để Mặt trận Tổ quốc', []],
  ['Thanh tra, kiểm tra việc thực hiện', []],
  ['Phòng, chống tham nhũng', []],
  ['Báo cáo kết quả', []],
  ['Hội nghị quán triệt tổ chức trong quý I', []],
  ['Bộ máy tinh gọn, tổ chức thực hiện', []],
])('%s → %j', (text, units) => {
  expect(addressedAtStartOf(text)).toEqual(units)
})

test.each([
  ['Sở Văn hóa, Thể thao và Du lịch, Sở Kế hoạch và Đầu tư', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Kế hoạch và Đầu tư']],
  ['các Sở: Nội vụ, Văn hóa, Thể thao và Du lịch, Giáo dục và Đào tạo', ['Sở Nội vụ', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở Giáo dục và Đào tạo']],
  ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã', ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã']],
  ['Giám đốc Sở Tư pháp; Chủ tịch Ủy ban nhân dân các huyện, thành phố', ['Sở Tư pháp', 'Ủy ban nhân dân các huyện, thành phố']],
])('units of %s', (phrase, units) => {
  expect(unitsIn(phrase)).toEqual(units)
})
