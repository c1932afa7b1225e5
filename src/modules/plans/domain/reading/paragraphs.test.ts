import { expect, test } from 'vitest'
import { paragraphsOf } from './paragraphs.ts'
import { unwrap } from './unwrap.ts'

test.each([
  [['chủ động, tích cực', '', 'của mỗi cán bộ.'], ['chủ động, tích cực của mỗi cán bộ.'], 'broken by a page, goes on in small letters'],
  [['tiếp cận, giám', '', 'sát hoạt động'], ['tiếp cận, giám sát hoạt động'], 'broken inside a word of two syllables'],
  [['tham gia giám sát,', '', 'Phản biện xã hội.'], ['tham gia giám sát, Phản biện xã hội.'], 'no paragraph ends with a comma'],
  [['quy định của', 'Bộ Chính trị.'], ['quy định của Bộ Chính trị.'], 'no paragraph ends with a preposition'],
  [['Chỉ thị số 35-', 'CT/TW'], ['Chỉ thị số 35-CT/TW'], 'a number broken behind its dash'],
  [['các tổ chức chính trị', '- xã hội tỉnh'], ['các tổ chức chính trị - xã hội tỉnh'], 'a dash of the sentence, not of a list'],
  [['phong cách “Hồ Chí', 'Minh”; sơ kết.'], ['phong cách “Hồ Chí Minh”; sơ kết.'], 'inside a quotation'],
  [['I. MỤC ĐÍCH,', 'YÊU CẦU'], ['I. MỤC ĐÍCH, YÊU CẦU'], 'a heading on two lines'],
  [['II. NHIỆM VỤ', 'VÀ GIẢI PHÁP', 'Nội dung.'], ['II. NHIỆM VỤ VÀ GIẢI PHÁP', 'Nội dung.'], 'a heading in capitals on two lines'],
  [['Sở Nội vụ', 'Phối hợp với'], ['Sở Nội vụ', 'Phối hợp với'], 'a heading and its text'],
  [['năm 2021:', 'gồm ba việc'], ['năm 2021:', 'gồm ba việc'], 'a sentence that has ended'],
  [['theo khoản', '2. Điều 3'], ['theo khoản 2. Điều 3'], 'a number that belongs to the sentence'],
  [['Nội dung như', '1. Một'], ['Nội dung như', '1. Một'], 'a mark begins a paragraph'],
])('%j → %j: %s', (lines, expected) => {
  expect(paragraphsOf(lines)).toEqual(expected)
})

test('a text wrapped at a column is unwrapped, a text with a line each paragraph is left alone', () => {
  const sentence = (number: number) => `${number}. Tăng cường phối hợp với Mặt trận Tổ quốc Việt Nam và các đoàn thể ở cơ sở trong công tác Dân vận khéo năm ${2000 + number}.`
  const paragraphs = Array.from({ length: 12 }, (_, at) => sentence(at + 1))
  const wrapped = paragraphs.flatMap((paragraph) => wrap(paragraph, 62))
  expect(unwrap(wrapped)).toEqual(paragraphs)
  expect(unwrap(paragraphs)).toEqual(paragraphs)
})

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}
