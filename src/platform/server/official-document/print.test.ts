import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { aProgressReport, aReminderLetter, aTableOfUnits, anOfficialDocument } from '#tests/support/builders/official-documents.ts'
import { aDecision, minutesOf } from '#tests/support/builders/decisions.ts'
import { LAYOUT, STYLES } from './layout.ts'
import type { Block, Signature } from './official-document.ts'
import { plainText } from './plain-text.ts'
import { dateInWords, printDocument, type RuledLines } from './print.ts'
import type { PrintedBlock } from './print-body.ts'
import { textWidth } from './text-width.ts'

const { marginsMm } = LAYOUT
const RANGES = {
  top: { value: marginsMm.top, least: 20, most: 25 },
  bottom: { value: marginsMm.bottom, least: 20, most: 25 },
  left: { value: marginsMm.left, least: 30, most: 35 },
  right: { value: marginsMm.right, least: 15, most: 20 },
  firstLine: { value: LAYOUT.firstLineMm, least: 10, most: 12.7 },
  paragraphGap: { value: LAYOUT.paragraphGapPt, least: 6, most: Infinity },
  lineSpacing: { value: LAYOUT.lineSpacing, least: 1, most: 1.5 },
  rule: { value: LAYOUT.ruleShare, least: 1 / 3, most: 1 / 2 },
}
const BLANK = '\u00A0'.repeat(6)

test.each(Object.entries(STYLES))('the size of %s is in the range that its box gives', (_name, { size, allowed }) => {
  if (allowed !== null) expect([...allowed, size].sort((one, other) => one - other)[1]).toBe(size)
})

test.each(Object.entries(RANGES))('the %s keeps to Phụ lục I', (_name, { value, least, most }) => {
  expect(value).toBeGreaterThanOrEqual(least)
  expect(value).toBeLessThanOrEqual(most)
})

test.each([
  ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
  ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-11-22', 'ngày 22 tháng 11 năm 2026'],
])('%s is written "%s"', (day, words) => {
  expect(dateInWords(plainDate(day))).toBe(words)
})

test('a draft leaves its number and its day blank', () => {
  const printed = printDocument(anOfficialDocument({ number: null, issuedOn: null, annexes: [{ title: 'Biểu', body: [] }] }))
  expect(printed.number).toBe(`Số: ${BLANK}/BC-SNV`)
  expect(printed.placeAndDate).toBe(`Lâm Đồng, ngày${BLANK}tháng${BLANK}năm${BLANK}`)
  expect(printed.annexes[0]?.reference).toBe(`(Kèm theo Báo cáo số ${BLANK}/BC-SNV ngày${BLANK}tháng${BLANK}năm${BLANK} của Sở Nội vụ)`)
})

test('beside a long place the last blank of an undated line is given up, so that it stays one line', () => {
  const { placeAndDate } = printDocument(anOfficialDocument({ place: 'Xuân Hương - Đà Lạt', issuedOn: null }))
  expect(placeAndDate).toBe(`Xuân Hương - Đà Lạt, ngày${BLANK}tháng${BLANK}năm`)
})

test.each<[Signature, string[]]>([
  [{ position: 'Giám đốc', name: null }, ['GIÁM ĐỐC']],
  [{ onBehalfOf: 'Ủy ban nhân dân', position: 'Chủ tịch', name: null }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [{ position: 'Giám đốc', isActing: true, name: null }, ['Q. GIÁM ĐỐC']],
  [{ by: [{ right: 'KT', position: 'Giám đốc' }], position: 'Phó Giám đốc', name: null }, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']],
  [{ onBehalfOf: 'Ủy ban nhân dân', by: [{ right: 'KT', position: 'Chủ tịch' }], position: 'Phó Chủ tịch', name: null }, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  [{ by: [{ right: 'TL', position: 'Chủ tịch' }, { right: 'KT', position: 'Chánh Văn phòng' }], position: 'Phó Chánh Văn phòng', name: null }, ['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']],
  [{ by: [{ right: 'TUQ', position: 'Giám đốc' }], position: 'Trưởng phòng', name: null }, ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG']],
])('%j signs as %j', (signature, lines) => {
  expect(printDocument(anOfficialDocument({ signature })).authority).toEqual(lines)
})

test('an upward report begins its recipients with "Như trên" and every list ends with the archive', () => {
  expect(printDocument(anOfficialDocument({ addressees: ['UBND tỉnh'], recipients: ['Tỉnh ủy (b/c);'] })).recipients)
    .toEqual(['- Như trên;', '- Tỉnh ủy (b/c);', '- Lưu: VT, CCHC.'])
  expect(printDocument(anOfficialDocument({ recipients: [], archive: null })).recipients).toEqual(['- Lưu: VT.'])
})

test('one addressee stands on the line, several get dashes', () => {
  expect(printDocument(anOfficialDocument({ addressees: ['Bộ Nội vụ'] })).addressees).toEqual(['Bộ Nội vụ'])
  expect(printDocument(anOfficialDocument({ addressees: ['Bộ Nội vụ', 'Bộ Tài chính.'] })).addressees).toEqual(['- Bộ Nội vụ;', '- Bộ Tài chính.'])
})

test('a công văn has its subject under the number and no name of its type', () => {
  const letter = printDocument(aReminderLetter())
  expect(letter.heading).toBeNull()
  expect(letter.number).toBe('Số: 07/UBND-VHXH')
  expect(letter.letterSubject.join(' ')).toBe('V/v đôn đốc thực hiện nhiệm vụ quá hạn theo Kế hoạch công tác dân vận năm 2026')
  expect(printDocument(aProgressReport()).letterSubject).toEqual([])
})

test('grounds end with ";" and the last with "."', () => {
  const { body } = printDocument(anOfficialDocument({ grounds: ['Căn cứ Luật A;', 'Căn cứ Luật B'] }))
  expect(linesOf(body).slice(0, 2)).toEqual(['Căn cứ Luật A;', 'Căn cứ Luật B.'])
})

test('numbers run by section, clause and point', () => {
  const kinds = ['section', 'titled clause', 'point', 'point', 'clause', 'point', 'section', 'clause'] as const
  const body = kinds.map((kind): Block => (kind === 'section' || kind === 'titled clause' ? { kind, title: 'đề mục' } : { kind, text: 'lời' }))
  expect(linesOf(printDocument(anOfficialDocument({ body })).body))
    .toEqual(['I. ĐỀ MỤC', '1. đề mục', 'a) lời', 'b) lời', '2. lời', 'a) lời', 'II. ĐỀ MỤC', '1. lời./.'])
})

test.each<[string, Block[], string]>([
  ['a full stop', [{ kind: 'paragraph', text: 'Hết.' }], 'Hết./.'],
  ['nothing', [{ kind: 'paragraph', text: 'Hết' }], 'Hết./.'],
  ['the mark itself', [{ kind: 'paragraph', text: 'Hết./.' }], 'Hết./.'],
  ['a list', [{ kind: 'list', items: ['một;', 'hai;'] }], '- hai./.'],
  ['a table', [{ kind: 'table', table: aTableOfUnits(1) }], './.'],
])('a body that ends with %s closes with "./."', (_what, body, last) => {
  expect(linesOf(printDocument(anOfficialDocument({ body })).body).at(-1)).toBe(last)
})

test('two annexes are numbered in Roman numerals; only one with a wide table lies', () => {
  const wide: Block = { kind: 'table', table: aTableOfUnits(2) }
  const { annexes } = printDocument(anOfficialDocument({ annexes: [{ title: 'Bảng rộng', body: [wide] }, { title: 'Danh mục', body: [{ kind: 'paragraph', text: 'Không.' }] }] }))
  expect(annexes.map(({ label, orientation }) => [label, orientation])).toEqual([['Phụ lục I', 'landscape'], ['Phụ lục II', 'portrait']])
  expect(annexes[0]).toMatchObject({ title: ['BẢNG RỘNG'], reference: '(Kèm theo Báo cáo số 05/BC-SNV ngày 05 tháng 01 năm 2026 của Sở Nội vụ)' })
  expect(printDocument(aProgressReport()).annexes[0]?.label).toBe('Phụ lục')
})

test('the line below a name is a third to a half of it, the one below the motto all of it', () => {
  for (const issuer of ['Sở Nội vụ', 'Ban Quản lý các khu công nghiệp', 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt']) {
    expect(shareOf(printDocument(anOfficialDocument({ issuer })).issuer, 12)).toBeCloseTo(0.4)
  }
  expect(shareOf(printDocument(anOfficialDocument()).nationalTitle, 13)).toBeCloseTo(1)
})

test('text becomes one clean line', () => {
  expect(plainText(' Đà\u00A0Lạt\r\n\u200Bmù\t\u0000sương '.normalize('NFD'))).toBe('Đà Lạt mù sương')
})

test('whatever is typed, what is printed has no character that XML forbids', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => {
    expect(plainText(typed)).toMatch(/^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u)
  }))
})

function linesOf(body: readonly PrintedBlock[]): string[] {
  return body.flatMap((block) => (block.kind === 'paragraph' ? [block.runs.map((run) => run.text).join('')] : []))
}

function shareOf({ lines, ruleMm }: RuledLines, size: number): number {
  return ruleMm / textWidth(lines.at(-1) ?? '', 'bold', size)
}

test('a mark is as large across the page as it fits there; the foot stands beside it', () => {
  const { mark, foot, watermarkSize } = printDocument(anOfficialDocument({ mark: 'DỰ THẢO - DỮ LIỆU TRÌNH DIỄN', foot: 'Bản duyệt số 2' }))
  expect([mark, foot]).toEqual(['DỰ THẢO - DỮ LIỆU TRÌNH DIỄN', 'Bản duyệt số 2'])
  for (const orientation of ['portrait', 'landscape'] as const) expect(textWidth(mark ?? '', 'regular', watermarkSize[orientation])).toBeLessThanOrEqual(LAYOUT.watermark.longestMm[orientation])
  expect(printDocument(anOfficialDocument({ mark: 'DỰ THẢO' })).watermarkSize).toEqual({ portrait: 54, landscape: 54 })
})

test('a decision says who decides, then its grounds, then the word; its articles begin their clauses anew', () => {
  const { decision, body } = printDocument(aDecision())
  const said = (blocks: readonly PrintedBlock[]) => blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : ''))
  expect(decision?.authority).toEqual(['CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐẠ TẺH'])
  expect(said(decision?.grounds ?? [])).toEqual(['Căn cứ Luật Khiếu nại ngày 11/11/2011;', 'Xét đề nghị của công chức tham mưu.', 'Qua xác minh cho thấy:'])
  expect(decision?.word).toBe('QUYẾT ĐỊNH:')
  expect(said(body).map((line) => line.slice(0, 7))).toEqual(['Điều 1.', '1. Thàn', '2. Thời', 'Điều 2.', '1. Làm ', 'Điều 3.'])
  expect(body[0]).toMatchObject({ runs: [{ text: 'Điều 1. ', isBold: true }, { isBold: false }] })
  expect(printDocument(anOfficialDocument({ grounds: ['Căn cứ Luật'] })).decision).toBeNull()
})

test('a form has the name of its own, and the number the clerk wrote whole', () => {
  const printed = printDocument(anOfficialDocument({ named: { name: 'Phiếu hướng dẫn', abbreviation: 'HD' }, number: null }))
  expect([printed.heading?.typeName, printed.number, printed.title]).toEqual(['PHIẾU HƯỚNG DẪN', `Số: ${BLANK}/HD-SNV`, 'Phiếu hướng dẫn Tình hình thực hiện Kế hoạch'])
  expect(printDocument(anOfficialDocument({ number: '17/QĐ-CTUBND' })).number).toBe('Số: 17/QĐ-CTUBND')
})

test('who signs beside box 7 is named with what they are', () => {
  const minutes = minutesOf([{ position: 'Người ghi biên bản', name: null }])
  expect(printDocument(minutes).coSigners).toEqual([{ position: 'NGƯỜI GHI BIÊN BẢN', name: '' }])
  expect(printDocument(minutes).recipients).toEqual(['- Các bên dự đối thoại;', '- Lưu: VT, CCHC.'])
  expect(printDocument({ ...minutes, recipients: [] }).recipients).toEqual([]) // between the two of them
})
