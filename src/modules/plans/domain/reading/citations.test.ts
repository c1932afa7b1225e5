import { expect, test } from 'vitest'
import { citationsIn } from './citations.ts'
import { documentNumber } from './document-number.ts'
import { readDate } from './read-date.ts'

/** What a sentence cites: kind, number, date, issuer, subject. */
function cited(text: string) {
  return citationsIn([{ at: null, text }]).map(({ kind, number, issuedOn, issuer, subject }) => [kind, number, issuedOn, issuer, subject])
}

test.each([
  ['Quyết định số 456-QĐ/TU ngày 19/10/2021 (Quy chế 456) của Ban Thường vụ Tỉnh ủy, như sau:', 'Quyết định', '456-QĐ/TU', '2021-10-19', 'Ban Thường vụ Tỉnh ủy', null],
  ['Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;', 'Nghị định', '30/2020/NĐ-CP', '2020-03-05', 'Chính phủ', 'công tác văn thư'],
  ['Kế hoạch số 06 -KH/TU, ngày 12-01-2024 của Tỉnh ủy', 'Kế hoạch', '06-KH/TU', '2024-01-12', 'Tỉnh ủy', null],
  ['Kế hoạch số: 06–KH/TU', 'Kế hoạch', '06-KH/TU', null, null, null],
  ['Thông báo số 123 -TB/TU', 'Thông báo', '123-TB/TU', null, null, null],
  ['nghị quyết số 27/NQ-HĐND', 'Nghị quyết', '27/NQ-HĐND', null, null, null],
  ['Quy định 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư.', 'Quy định', '124-QĐ/TW', '2018-02-02', 'Ban Bí thư', null],
  ['Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017', 'Nghị quyết liên tịch', '403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN', '2017-06-15', null, null],
  ['Nghị quyết số 18 ngày 25/10/2017', 'Nghị quyết', '18', '2017-10-25', null, null],
  ['Quyết định số 10/QĐ-UBND ngày 31/02/2020', 'Quyết định', '10/QĐ-UBND', null, null, null],
  ['Thông tư số 07/2021/TT-BNV của Bộ trưởng Bộ Nội vụ quy định chế độ báo cáo.', 'Thông tư', '07/2021/TT-BNV', null, 'Bộ trưởng Bộ Nội vụ', 'quy định chế độ báo cáo'],
  ['Kế hoạch số 5/KH-UBND của Sở Văn hóa, Thể thao và Du lịch về thể thao.', 'Kế hoạch', '5/KH-UBND', null, 'Sở Văn hóa, Thể thao và Du lịch', 'thể thao'],
  ['Thông tư liên tịch số 01/2016/TTLT-BNV-BTC của Bộ Nội vụ, Bộ Tài chính về biên chế;', 'Thông tư liên tịch', '01/2016/TTLT-BNV-BTC', null, 'Bộ Nội vụ, Bộ Tài chính', 'biên chế'],
  ['Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ về dân vận, Ủy ban nhân dân tỉnh ban hành Kế hoạch:', 'Chỉ thị', '33/CT-TTg', null, 'Thủ tướng Chính phủ', 'dân vận'],
  ['Chỉ thị số 33/CT-TTg của Thủ tướng Chính phủ tại địa phương', 'Chỉ thị', '33/CT-TTg', null, 'Thủ tướng Chính phủ', null],
  ['Quyết định số 5/QĐ-UBND của Ủy ban nhân dân TP. Vĩnh Lộc về TP. Vĩnh Lộc xanh. Sau đó', 'Quyết định', '5/QĐ-UBND', null, 'Ủy ban nhân dân TP. Vĩnh Lộc', 'TP. Vĩnh Lộc xanh'],
  ['Luật số 47/2019/QH14 ngày 22/11/2019 sửa đổi, bổ sung một số điều', 'Luật', '47/2019/QH14', '2019-11-22', null, 'sửa đổi, bổ sung một số điều'],
  ['Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015;', 'Luật', '77/2015/QH13', '2015-06-19', null, 'Tổ chức chính quyền địa phương'],
  ['Luật Tiếp công dân ngày 25 tháng 11 năm 2013;', 'Luật', null, '2013-11-25', null, 'Tiếp công dân'],
  ['Luật Khiếu nại, Luật Tố cáo năm 2018', 'Luật', null, null, null, 'Tố cáo năm 2018'],
  ['Hiến pháp năm 2013', 'Hiến pháp', null, null, null, 'năm 2013'],
])('%s', (text, ...expected) => {
  expect(cited(text)).toEqual([expected])
})

test.each([
  'theo khoản 2 Điều 24 Quy chế 456',
  'Nghị quyết Đại hội XI Đảng bộ tỉnh, Nghị quyết Đại hội Đảng toàn quốc lần thứ XIII',
  'kế hoạch 24/7 trong năm 2021',
  'kỷ luật năm 2021, pháp luật ngày 1/1/2021',
  'Kế hoạch số      /KH-UBND ngày    tháng 3 năm 2022',
  'thực hiện Luật Đất đai',
])('%s: no citation', (text) => {
  expect(cited(text)).toEqual([])
})

test('numbers in a row share the kind, and the date, issuer and subject behind the last', () => {
  const behind = ['2013-12-12', 'Bộ Chính trị', 'giám sát'] as const
  expect(cited('các Quyết định số 217-QĐ/TW và số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị (khóa XI) về giám sát.')).toEqual([
    ['Quyết định', '217-QĐ/TW', ...behind],
    ['Quyết định', '218-QĐ/TW', ...behind],
  ])
  expect(cited('Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị về giám sát;')).toEqual([
    ['Quyết định', '217-QĐ/TW', ...behind],
    ['Quyết định', '218-QĐ/TW', ...behind],
  ])
  expect(cited('Nghị quyết số 1/NQ-CP, 2/NQ-CP; Kế hoạch số 3/KH-UBND').map((document) => document[1])).toEqual(['1/NQ-CP', '2/NQ-CP', '3/KH-UBND'])
})

test('a document is cited once, where it is named first; later mentions fill in what that left out', () => {
  const citations = citationsIn([
    { at: 'I.1', text: 'Quyết định số 5/QĐ-UBND' },
    { at: 'II.2', text: 'Quyết định số 05/QĐ-UBND; Quyết định số 5/QĐ-UBND ngày 1/2/2020 của Ủy ban nhân dân tỉnh về thi đua.' },
    { at: 'III', text: 'Quyết định số 5/QĐ-UBND ngày 1/2/2021' },
  ])
  expect(citations.map(({ number, issuedOn, at }) => [number, issuedOn, at])).toEqual([
    ['5/QĐ-UBND', '2020-02-01', 'I.1'],
    ['05/QĐ-UBND', null, 'II.2'],
    ['5/QĐ-UBND', '2021-02-01', 'III'],
  ])
  expect(citations[0]).toMatchObject({ issuer: 'Ủy ban nhân dân tỉnh', subject: 'thi đua' })
})

test('a subject may name another document, which is cited as well', () => {
  expect(cited('Kết luận số 43-KL/TW của Bộ Chính trị về tiếp tục thực hiện Nghị quyết số 25-NQ/TW; và').map((document) => [document[1], document[4]])).toEqual([
    ['43-KL/TW', 'tiếp tục thực hiện Nghị quyết số 25-NQ/TW'],
    ['25-NQ/TW', null],
  ])
})

test.each([
  ['456-QĐ/TU', '456-QĐ/TU'],
  [' 45 / KH – UBND ', '45/KH-UBND'],
  ['12a/BC-UBND', '12a/BC-UBND'],
  ['/KH-UBND', null],
  ['19/10/2021', null],
])('number %j is %j', (printed, expected) => {
  expect(documentNumber(printed)).toBe(expected)
})

test.each([
  ['ngày 5/3/2020', '2020-03-05'],
  ['Ngày 05 tháng 3 năm 2020', '2020-03-05'],
  ['ngày 12-12-2013', '2013-12-12'],
  ['ngày 30/02/2020', null],
  ['ngày    tháng 02 năm 2026', null],
  ['tháng 3 năm 2020', null],
])('%s is %s', (text, expected) => {
  expect(readDate(text)).toBe(expected)
})
