import fc from 'fast-check'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { expect, test } from 'vitest'
import { aDecision, minutesOf } from '#tests/support/builders/decisions.ts'
import { aProgressReport, aReminderLetter, anOfficialDocument } from '#tests/support/builders/official-documents.ts'
import type { OfficialDocument } from './official-document.ts'
import { plainText } from './plain-text.ts'
import { writePdf, writePicture } from './write-pdf.ts'

const MM_PER_POINT = 25.4 / 72

interface Piece { text: string; left: number; right: number; top: number; size: number }

/** Every line of a page with its place in millimetres from the left and upper edge, its baseline for `top`. */
async function linesOf(document: OfficialDocument): Promise<Piece[][]> {
  const pdf = await getDocumentProxy(await writePdf(document))
  return Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => {
    const page = await pdf.getPage(index + 1)
    const { height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    const lines = new Map<number, Piece[]>()
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      const piece = { text: item.str, left: x * MM_PER_POINT, right: (x + item.width) * MM_PER_POINT, top: (height - y) * MM_PER_POINT, size }
      const key = Math.round(y * 10)
      lines.set(key, [...(lines.get(key) ?? []), piece])
    }
    return [...lines.values()].flatMap(joined)
  }))
}

/** Pieces of one baseline belong together unless a gap as wide as a column parts them. */
function joined(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of [...pieces].sort((one, other) => one.left - other.left)) {
    const last = lines.at(-1)
    if (last === undefined || piece.left - last.right > 5) lines.push({ ...piece })
    else Object.assign(last, { text: `${last.text}${piece.left - last.right > 0.3 ? ' ' : ''}${piece.text}`, right: piece.right })
  }
  return lines
}

const report = await linesOf(aProgressReport())
const letter = await linesOf(aReminderLetter())

function at(lines: readonly Piece[] | undefined, beginning: string): Piece {
  const found = lines?.find(({ text }) => text.replace(/\s+/gu, ' ').startsWith(beginning))
  if (found === undefined) throw new Error(`No line begins with ${beginning}: ${lines?.map(({ text }) => text).join(' | ')}`)
  return found
}

function middle({ left, right }: Piece): number {
  return (left + right) / 2
}

test('number and place stand on one line, each in the middle of its column', () => {
  const [number, place] = [at(report[0], 'Số:'), at(report[0], 'Lâm Đồng, ngày')]
  expect(number.top).toBeCloseTo(place.top, 1)
  expect(middle(number)).toBeCloseTo(30 + 35, 0)
  expect(middle(place)).toBeCloseTo(30 + 70 + 47.5, 0)
  expect([number.size, place.size]).toEqual([13, 13])
})

test('the text keeps to its margins and the first line is set in by 1.27 cm', () => {
  const lines = report[1]?.filter(({ size }) => size === 14) ?? []
  expect(Math.min(...lines.map(({ left }) => left))).toBeCloseTo(30, 0)
  expect(Math.max(...lines.map(({ right }) => right))).toBeLessThan(195.2)
  expect(at(report[0], 'I. CÔNG TÁC').left).toBeCloseTo(42.7, 0)
})

test('pages are numbered above the middle of the text, the annex for itself, first pages not', () => {
  const numbers = report.map((lines) => lines.find(({ top }) => top < 20))
  expect(numbers.map((number) => number?.text)).toEqual([undefined, '2', '3', undefined, '2', '3'])
  expect(numbers.map((number) => number && Math.round(middle(number)))).toEqual([undefined, 113, 113, undefined, 156, 156])
  expect(numbers[1]?.size).toBe(14)
})

test('recipients stand at the left edge, the signer in the right column on the same line', () => {
  const [recipients, authority] = [at(report[2], 'Nơi nhận:'), at(report[2], 'KT. GIÁM ĐỐC')]
  expect(recipients.left).toBeCloseTo(30, 0)
  expect(middle(authority)).toBeCloseTo(147.5, 0)
  expect(Math.abs(recipients.top - authority.top)).toBeLessThan(1)
  expect([recipients.size, at(report[2], '- Như trên;').size]).toEqual([12, 11])
})

test('the dashes of several addressees stand under the colon', () => {
  const call = at(letter[0], 'Kính gửi:')
  expect(at(letter[0], '- Công an phường').left).toBeCloseTo(call.right - 1.4, 0)
})

test('long names of bodies stay in their column', () => {
  const { left, right } = at(letter[0], 'ỦY BAN NHÂN DÂN PHƯỜNG')
  expect([left >= 30, right <= 100]).toEqual([true, true])
})

test('the file says its title and issuer, is tagged and carries its fonts', async () => {
  const bytes = await writePdf(aProgressReport())
  const { info } = await getMeta(bytes.slice())
  expect(info).toMatchObject({ Author: 'Sở Nội vụ', Title: expect.stringMatching(/^Báo cáo Tình hình thực hiện Kế hoạch/u) as string })
  const pdf = await getDocumentProxy(bytes.slice())
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
  const raw = Buffer.from(bytes).toString('latin1')
  expect([...new Set(raw.match(/\+Tinos-\w+/gu))].sort()).toEqual(['+Tinos-Bold', '+Tinos-BoldItalic', '+Tinos-Italic', '+Tinos-Regular'])
})

test('documents asked for at once do not mix', async () => {
  const subjects = Array.from({ length: 8 }, (_, index) => `Kế hoạch số hiệu ${index}`)
  const texts = await Promise.all(subjects.map(async (subject) => (await extractText(await writePdf(anOfficialDocument({ subject })), { mergePages: true })).text))
  expect(texts.map((text, index) => text.includes(subjects[index] ?? '?'))).toEqual(Array(8).fill(true))
})

test('whatever is typed, the page says it and nothing of it is markup', async () => {
  const hostile = fc.constantFrom(...Array.from('#$*_<>@\\&"\'`~^%{}[]=-+|/:;()'))
  const letters = fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyfjwzÀẢÃÁẠẰỆỖỪỴ0123456789 '))
  const typed = fc.string({ unit: fc.oneof(hostile, letters), minLength: 1, maxLength: 80 }).map((text) => `đầu ${text} cuối`)
  await fc.assert(fc.asyncProperty(typed, fc.constantFrom('NFC', 'NFD'), async (text, form) => {
    const raw = text.normalize(form)
    const document = anOfficialDocument({ subject: raw, body: [{ kind: 'paragraph', text: raw }, { kind: 'point', text: [{ text: raw, isBold: true }] }, { kind: 'paragraph', text: 'Hết.' }] })
    const read = (await extractText(await writePdf(document), { mergePages: true })).text.normalize('NFC').replace(/\s+/gu, '')
    expect(read.split(plainText(text).replace(/\s+/gu, '')).length - 1).toBe(3)
  }), { numRuns: 40 })
})

test('a decision and minutes stand on their page as in Word', async () => {
  const [decision] = await linesOf(aDecision())
  const order = ['CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ', 'Căn cứ Luật Khiếu nại', 'QUYẾT ĐỊNH:', 'Điều 1.', '1. Thành phần', 'Điều 2.', 'Nơi nhận:'].map((words) => at(decision?.slice(6), words).top)
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  const [minutes] = await linesOf(minutesOf([{ position: 'Người khiếu nại', name: null }, { position: 'Người bị khiếu nại', name: null }, { position: 'Người ghi biên bản', name: null }]))
  const [one, two, three, chair] = ['NGƯỜI KHIẾU NẠI', 'NGƯỜI BỊ KHIẾU NẠI', 'NGƯỜI GHI BIÊN BẢN', 'NGƯỜI CHỦ TRÌ'].map((words) => at(minutes, words))
  expect([one?.top === two?.top, three?.top === chair?.top, (one?.top ?? 0) < (three?.top ?? 0), (three?.left ?? 0) < (chair?.left ?? 0)]).toEqual([true, true, true, true])
})

test('the picture shows every page, one under the other, and runs nothing', async () => {
  const long = anOfficialDocument({ body: Array.from({ length: 40 }, (_, index) => ({ kind: 'paragraph' as const, text: `Đoạn ${index}. ${'Nội dung của đoạn văn này đủ dài. '.repeat(6)}` })) })
  const svg = new TextDecoder().decode(await writePicture(long))
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const { numPages } = await getDocumentProxy(await writePdf(long))
  expect(numPages).toBeGreaterThan(1)
  expect(Number(height) / Number(width)).toBeCloseTo(numPages * 297 / 210, 1)
  expect(svg).not.toMatch(/<script|onload=|<foreignObject/i)
})
