import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleFrom } from './clauses.ts'

test.each([
  ['Tổ chức hội nghị.', 'Tổ chức hội nghị'],
  ['Tổ chức hội nghị; báo cáo kết quả.', 'Tổ chức hội nghị'],
  ['Sở Nội vụ\n\nPhối hợp với Văn phòng. Chủ trì việc khác.', 'Sở Nội vụ: Phối hợp với Văn phòng'],
  ['Thanh tra tỉnh: Ngoài việc thực hiện các nhiệm vụ của Kế hoạch này; tiếp tục đẩy mạnh thanh tra.', 'Thanh tra tỉnh: tiếp tục đẩy mạnh thanh tra'],
  ['Ủy ban nhân dân các huyện, thành phố\n\nNgoài các nhiệm vụ nêu trên, chỉ đạo, hướng dẫn, kiểm tra.', 'Ủy ban nhân dân các huyện, thành phố: chỉ đạo, hướng dẫn, kiểm tra'],
  [`Tổ chức tuyên truyền, phổ biến Quy chế 456 nhằm nâng cao ${'nhận thức '.repeat(20)}`, 'Tổ chức tuyên truyền, phổ biến Quy chế 456'],
  [`${'làm việc '.repeat(12)}với nhân dân, ${'rồi báo cáo '.repeat(10)}`, `${'làm việc '.repeat(12)}với nhân dân`],
  ['một '.repeat(60), `${'một '.repeat(34)}một…`],
])('the clause %j is called %j', (text, title) => {
  expect(titleFrom(text)).toBe(title)
})

test('a title is one line that a list has room for', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('Sở Nội vụ', 'làm việc', 'với dân', ',', ';', '.', ':', '\n', ' nhằm ', 'Ngoài các việc ấy'), { minLength: 1, maxLength: 60 }), (words) => {
    const title = titleFrom(words.join(' '))
    expect(title.length).toBeLessThanOrEqual(141)
    expect(title).not.toContain('\n')
  }))
})
