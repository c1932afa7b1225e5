import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { aDecision, minutesOf } from '#tests/support/builders/decisions.ts'
import { aProgressReport, aReminderLetter, anOfficialDocument } from '#tests/support/builders/official-documents.ts'
import { convertWithLibreOffice, hasLibreOffice } from '#tests/support/libre-office.ts'
import { unzip } from '#tests/support/zip.ts'
import type { OfficialDocument } from './official-document.ts'
import { plainText } from './plain-text.ts'
import { writeDocx } from './write-docx.ts'

const TWIPS_PER_MM = 1440 / 25.4

async function opened(document: OfficialDocument) {
  const parts = unzip(await writeDocx(document))
  const xml = (name: string) => new JSDOM(parts.get(name) ?? '', { contentType: 'text/xml' }).window.document
  const body = xml('word/document.xml')
  const paragraphs = [...body.getElementsByTagName('w:p')]
  return { xml, body, paragraphs, texts: paragraphs.map(textOf) }
}

function textOf(element: Element): string {
  return [...element.getElementsByTagName('w:t')].map((text) => text.textContent).join('')
}

function first(element: Element | undefined, name: string): Element | undefined {
  return element?.getElementsByTagName(name)[0]
}

/** How the words stand there: size in points, bold, italic, alignment. */
function look(paragraphs: readonly Element[], words: string) {
  const paragraph = paragraphs.find((each) => textOf(each) === words)
  const run = first(paragraph, 'w:r')
  const isOn = (name: string) => { const mark = first(run, name); return mark !== undefined && mark.getAttribute('w:val') !== 'false' }
  return [Number(first(run, 'w:sz')?.getAttribute('w:val')) / 2, isOn('w:b') ? 'bold' : '', isOn('w:i') ? 'italic' : '', first(paragraph, 'w:jc')?.getAttribute('w:val') ?? ''].filter((value) => value !== '').join(' ')
}

const report = await opened(aProgressReport())
const letter = await opened(aReminderLetter())

test('the boxes of a report follow each other', () => {
  const boxes = [
    'UBND TỈNH LÂM ĐỒNG', 'SỞ NỘI VỤ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 128/BC-SNV', 'Lâm Đồng, ngày 30 tháng 6 năm 2026',
    'BÁO CÁO', 'Kính gửi: Ủy ban nhân dân tỉnh Lâm Đồng', 'I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', 'Sở Nội vụ kính báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo./.',
    'Nơi nhận:', '- Như trên;', '- Lưu: VT, CCHC.', 'KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Phụ lục', 'TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG',
  ]
  const places = boxes.map((box) => report.texts.indexOf(box))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((one, other) => one - other))
})

test.each([
  ['UBND TỈNH LÂM ĐỒNG', '12 center'],
  ['SỞ NỘI VỤ', '12 bold center'],
  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '12 bold center'],
  ['Độc lập - Tự do - Hạnh phúc', '13 bold center'],
  ['Số: 128/BC-SNV', '13 center'],
  ['Lâm Đồng, ngày 30 tháng 6 năm 2026', '13 italic center'],
  ['BÁO CÁO', '14 bold center'],
  ['I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', '14 bold both'],
  ['1. Ban hành văn bản triển khai', '14 bold both'],
  ['Nơi nhận:', '12 bold italic'],
  ['- Như trên;', '11'],
  ['KT. GIÁM ĐỐC', '14 bold center'],
  ['Phụ lục', '14 bold center'],
  ['(Kèm theo Báo cáo số 128/BC-SNV ngày 30 tháng 6 năm 2026 của Sở Nội vụ)', '14 italic center'],
])('in the report "%s" is %s', (words, expected) => {
  expect(look(report.paragraphs, words)).toBe(expected)
})

test.each([
  ['V/v đôn đốc thực hiện nhiệm', '12 center'],
  ['KHẨN', '13 bold center'],
  ['Kính gửi:', '14'],
  ['- Công an phường Xuân Hương - Đà Lạt;', '14'],
  ['Căn cứ Luật Tổ chức chính quyền địa phương;', '14 italic both'],
  ['Họ và tên người ký', '14 bold center'],
])('in the letter "%s" is %s', (words, expected) => {
  expect(look(letter.paragraphs, words)).toBe(expected)
})

test('the face is Times New Roman, the language Vietnamese', () => {
  const defaults = first(report.xml('word/styles.xml').documentElement, 'w:rPrDefault')
  expect(['w:ascii', 'w:hAnsi', 'w:cs'].map((name) => first(defaults, 'w:rFonts')?.getAttribute(name))).toEqual(Array(3).fill('Times New Roman'))
  expect(first(defaults, 'w:lang')?.getAttribute('w:val')).toBe('vi-VN')
})

test('A4 with its margins; the annex lies and counts its own pages; no number on a first page', () => {
  const sections = [...report.body.getElementsByTagName('w:sectPr')].map((section) => {
    const of = (name: string, attribute: string) => first(section, name)?.getAttribute(attribute)
    const mm = (name: string, attribute: string) => Math.round(Number(of(name, attribute)) / TWIPS_PER_MM)
    return {
      page: [mm('w:pgSz', 'w:w'), mm('w:pgSz', 'w:h'), of('w:pgSz', 'w:orient')],
      margins: ['w:top', 'w:bottom', 'w:left', 'w:right'].map((edge) => mm('w:pgMar', edge)),
      firstNumber: of('w:pgNumType', 'w:start'),
      hasOwnFirstPage: first(section, 'w:titlePg') !== undefined,
    }
  })
  const common = { margins: [20, 20, 30, 15], firstNumber: '1', hasOwnFirstPage: true }
  expect(sections).toEqual([{ page: [210, 297, 'portrait'], ...common }, { page: [297, 210, 'landscape'], ...common }])
})

test('the header of rows repeats, no row is parted, a heading among the rows stays with the next, headings are merged', () => {
  const table = [...report.body.getElementsByTagName('w:tbl')].at(-1)
  const rows = [...(table?.getElementsByTagName('w:tr') ?? [])]
  expect(rows).toHaveLength(3 + 1 + 40 + 1)
  expect(rows.map((row) => first(row, 'w:tblHeader') !== undefined).lastIndexOf(true)).toBe(2)
  expect(rows.every((row) => first(row, 'w:cantSplit') !== undefined)).toBe(true)
  expect(rows.slice(3, 5).map((row) => first(row, 'w:keepNext') !== undefined)).toEqual([true, false])
  expect([...(rows[0]?.getElementsByTagName('w:gridSpan') ?? [])].map((span) => span.getAttribute('w:val'))).toEqual(['1', '1', '1', '4', '1'])
  expect([...(rows[0]?.getElementsByTagName('w:vMerge') ?? [])]).toHaveLength(4)
})

test('the mark is on every page of a document that has one, and on no other', async () => {
  const parts = unzip(await writeDocx(aProgressReport()))
  const footers = [...parts].filter(([name]) => name.startsWith('word/footer'))
  expect(footers).toHaveLength(4)
  expect(footers.every(([, xml]) => xml.includes('DỮ LIỆU TRÌNH DIỄN'))).toBe(true)
  expect([...unzip(await writeDocx(anOfficialDocument())).values()].join('')).not.toContain('TRÌNH DIỄN')
})

test('whatever is typed, the paragraph says it', async () => {
  const typed = fc.string({ unit: fc.oneof(fc.constantFrom(...Array.from('ăâđêôơưàảãáạằệỗừỵ #$*_<>@\\&"\'`~^%{}[]=-+|/')), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 60 })
  await fc.assert(fc.asyncProperty(typed, async (text) => {
    const { texts } = await opened(anOfficialDocument({ body: [{ kind: 'paragraph', text }, { kind: 'point', text: [{ text, isBold: true }] }, { kind: 'paragraph', text: 'Hết.' }] }))
    expect(texts).toContain(plainText(text))
    expect(texts).toContain(`a) ${plainText(text)}`)
  }), { numRuns: 25 })
})

test.skipIf(!hasLibreOffice)('LibreOffice opens it: six pages, the numbers on all but the first ones', { timeout: 90_000 }, async () => {
  const [pdf] = await convertWithLibreOffice(await writeDocx(aProgressReport()), 'docx', 'pdf')
  const { text } = await extractText(new Uint8Array(pdf ?? []))
  expect(text.map((page) => /^\s*(\d+)\s/u.exec(page)?.[1] ?? '')).toEqual(['', '2', '3', '', '2', '3'])
  expect(text[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(text[5]?.replace(/\s+/gu, ' ')).toContain('Tổng cộng 1.980 1.780 60 89,9%')
})

test('a decision: who decides, grounds, the word, articles', async () => {
  const { texts, paragraphs } = await opened(aDecision())
  const order = ['CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐẠ TẺH', 'Xét đề nghị của công chức tham mưu.', 'QUYẾT ĐỊNH:', 'Điều 1. Giao tổ công tác xác minh nội dung khiếu nại.'].map((words) => texts.lastIndexOf(words))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(look(paragraphs, 'QUYẾT ĐỊNH:')).toBe('14 bold center')
  expect(look(paragraphs, 'Điều 1. Giao tổ công tác xác minh nội dung khiếu nại.')).toBe('14 bold both')
})

test.each([
  [1, ['NGƯỜI SỐ 1', 'NGƯỜI CHỦ TRÌ ĐỐI THOẠI']], [2, ['NGƯỜI SỐ 1', 'NGƯỜI SỐ 2', '', 'NGƯỜI CHỦ TRÌ ĐỐI THOẠI']], [3, ['NGƯỜI SỐ 1', 'NGƯỜI SỐ 2', 'NGƯỜI SỐ 3', 'NGƯỜI CHỦ TRÌ ĐỐI THOẠI']],
] as const)('minutes that %i more sign: two in a row, who presides last', async (count, cells) => {
  const { body, texts } = await opened(minutesOf(Array.from({ length: count }, (_, at) => ({ position: `Người số ${at + 1}`, name: null }))))
  const table = [...body.getElementsByTagName('w:tbl')].at(-1)
  expect([...table?.getElementsByTagName('w:tc') ?? []].map((cell) => textOf(cell.getElementsByTagName('w:p')[0] ?? cell))).toEqual(cells)
  expect(texts.indexOf('Nơi nhận:')).toBeGreaterThan(texts.indexOf('NGƯỜI CHỦ TRÌ ĐỐI THOẠI'))
})
