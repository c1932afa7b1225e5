import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearTextBands, plainSyllables, similarity } from './near-text.ts'

const ROAD = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kính gửi: Ủy ban nhân dân phường
Đoạn đường trước chợ bị hư hỏng nặng từ tháng ba, mỗi khi mưa nước ngập đến nửa bánh xe, học sinh đi học rất nguy hiểm.
Tổ dân phố đã kiến nghị hai lần nhưng chưa thấy sửa. Đề nghị phường cho biết kế hoạch sửa chữa và thời gian hoàn thành.
Tôi xin chân thành cảm ơn.`
const LAND = `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Kính gửi: Chủ tịch Ủy ban nhân dân xã
Gia đình tôi bị thu hồi một nghìn hai trăm mét vuông đất trồng cà phê để làm đường, phương án bồi thường tính thiếu cây trồng và nhà tạm.
Tôi không đồng ý với quyết định phê duyệt phương án và đề nghị kiểm đếm lại có mặt các hộ dân.
Tôi xin chân thành cảm ơn.`
const WASTE = 'Trại heo đầu thôn xả nước thải ra suối, mùi hôi kéo dài cả ngày lẫn đêm, nước giếng của nhiều hộ không dùng được nữa.'
const PAPERS = 'Tôi nộp hồ sơ cấp giấy chứng nhận quyền sử dụng đất đã quá ba tháng, nhiều lần hỏi bộ phận một cửa đều được hẹn lại mà không nêu lý do.'
const ALL = [ROAD, LAND, WASTE, PAPERS]
const MORE = ' Rất mong lãnh đạo phường sớm xuống xem thực tế và trả lời cho bà con.'

const meet = (one: string, other: string) => nearTextBands(one).some((band) => nearTextBands(other).includes(band))

test('accents, signs, line breaks, capitals and how letters are coded make no difference', () => {
  expect(plainSyllables('Đề nghị SỬA  đường;\n(trước chợ)')).toEqual(['de', 'nghi', 'sua', 'duong', 'truoc', 'cho'])
  for (const text of ALL) {
    const other = text.normalize('NFD').toUpperCase().replaceAll(/[.,\n]/g, ' ! ')
    expect(similarity(text, other)).toBe(1)
    expect(nearTextBands(other)).toEqual(nearTextBands(text))
  }
})

test('what every letter says is not what it says', () => {
  expect(plainSyllables('Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập – Tự do – Hạnh phúc\nKính gửi: phường\nXin chân thành cảm ơn!')).toEqual(['phuong'])
})

test('the bands of a text are the same for ever: they lie in databases', () => {
  expect(nearTextBands(WASTE)).toMatchInlineSnapshot(`
    [
      -1872069815,
      1488096061,
      -1314312237,
      872052727,
      1968126575,
      -126593279,
      -1590726298,
      -1031960103,
      962947846,
      -1049076531,
      842286893,
      1713807030,
    ]
  `)
})

test.each([
  ['the same', ROAD, ROAD, 1, 1],
  ['a sentence more', ROAD, ROAD + MORE, 0.6, 0.95],
  ['a sentence less', ROAD, ROAD.replace('Tổ dân phố đã kiến nghị hai lần nhưng chưa thấy sửa. ', ''), 0.6, 0.95],
  ['one word changed', ROAD, ROAD.replace('tháng ba', 'tháng tư'), 0.8, 0.99],
  ['another day and place in the head', LAND, `Phường, ngày 12 tháng 3 năm 2026. ${LAND}`, 0.8, 0.99],
  ['typed without accents, with a fault', LAND, LAND.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace('boi thuong', 'boi thuogn'), 0.8, 0.99],
  ['sentences the other way round', WASTE, WASTE.split(', ').toReversed().join(', '), 0.5, 0.95],
])('%s', (_what, one, other, least, most) => {
  const likeness = similarity(one, other)
  expect(likeness).toBeGreaterThanOrEqual(least)
  expect(likeness).toBeLessThanOrEqual(most)
  expect(similarity(other, one)).toBe(likeness)
})

test('letters about different matters have next to nothing in common, though they begin and end alike', () => {
  for (const [at, one] of ALL.entries()) for (const other of ALL.slice(at + 1)) expect(similarity(one, other)).toBeLessThan(0.1)
})

/** Every text with each of its words in turn changed. */
const CHANGED_A_LITTLE = ALL.flatMap((text) => {
  const words = text.split(' ')
  return words.map((_, at) => [text, words.map((word, index) => (index === at ? 'khac' : word)).join(' ')] as const)
})

test('all texts of which one word is changed are found by their bands', () => {
  expect(CHANGED_A_LITTLE.length).toBeGreaterThan(150)
  expect(CHANGED_A_LITTLE.filter(([one, other]) => !meet(one, other))).toEqual([])
})

test('bands meet as often as the sum says: near always where texts are alike, hardly ever where they are not', () => {
  const words = Array.from({ length: 400 }, (_, at) => `tu${at}`)
  const base = words.slice(0, 100)
  const shareMet = (kept: number) => {
    const others = Array.from({ length: 100 }, (_, turn) => [...base.slice(0, kept), ...words.slice(100 + turn, 200 + turn - kept)].map((word) => `${word}x${turn}`))
    return others.filter((other, turn) => meet(base.map((word) => `${word}x${turn}`).join(' '), other.join(' '))).length / others.length
  }
  expect(shareMet(95)).toBe(1) // likeness 0.89, the sum says 1
  expect(shareMet(80)).toBeGreaterThanOrEqual(0.9) // 0.64, 0.97
  expect(shareMet(50)).toBeLessThan(0.45) // 0.32, 0.33
  expect(shareMet(20)).toBeLessThan(0.06) // 0.1, 0.01
  expect(shareMet(0)).toBe(0)
})

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const text = fc.array(word, { minLength: 0, maxLength: 40 }).map((words) => words.join(' '))

test('likeness is 1 with itself, the same from both sides, between 0 and 1; the same text has the same bands', () => {
  fc.assert(fc.property(text, text, (one, other) => {
    const likeness = similarity(one, other)
    expect(likeness).toBe(similarity(other, one))
    expect(likeness).toBeGreaterThanOrEqual(0)
    expect(likeness).toBeLessThanOrEqual(1)
    expect(similarity(one, one)).toBe(one === '' ? 0 : 1)
    const bands = nearTextBands(one)
    expect(bands).toEqual(nearTextBands(` ${one.toUpperCase()}.`))
    expect(bands).toHaveLength(plainSyllables(one).length === 0 ? 0 : 12)
    for (const band of bands) expect(band === (band | 0)).toBe(true)
    if (likeness === 1) expect(bands).toEqual(nearTextBands(other))
  }))
})

test('of two texts that share no run of three syllables the likeness is 0, and no band meets', () => {
  fc.assert(fc.property(text, text, (one, other) => {
    const [left, right] = [one.replaceAll(/[a-z]+/g, '$&1'), other.replaceAll(/[a-z]+/g, '$&2')]
    expect(similarity(left, right)).toBe(0)
    expect(meet(left, right)).toBe(false)
  }))
})
