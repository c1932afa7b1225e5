import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { NO_COUNTS } from './board.ts'
import { citedAs, reportParts, type ReportFigures } from './progress-report.ts'

const PLAN = { title: 'Kế hoạch triển khai thực hiện Quy chế 456', typeName: 'Kế hoạch', number: '215/KH-UBND', issuedOn: plainDate('2026-01-12'), issuer: 'Ủy ban nhân dân tỉnh' }

test.each([
  [PLAN, true, 'Kế hoạch số 215/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh triển khai thực hiện Quy chế 456'],
  [PLAN, false, 'Kế hoạch số 215/KH-UBND ngày 12/01/2026 của Ủy ban nhân dân tỉnh'],
  [{ ...PLAN, title: 'Về công tác dân vận', typeName: 'Chỉ thị', issuedOn: null, issuer: '' }, true, 'Chỉ thị số 215/KH-UBND về công tác dân vận'],
  [{ ...PLAN, number: null }, true, PLAN.title],
])('%j is cited as %s %s', (document, inFull, text) => {
  expect(citedAs(document, inFull)).toBe(text)
})

const FIGURES: ReportFigures = {
  document: PLAN, from: plainDate('2026-01-01'), until: plainDate('2026-06-30'), unitPlansIssued: 3,
  delivery: { sent: 4, received: 4, acknowledged: 3, briefed: 2, sessions: 5, peopleReached: 1234 },
  totals: { total: 8, overdue: 2, underWay: 1, notStarted: 0, done: 4, doneLate: 1 },
  duties: [{ title: 'Tuyên truyền', clausePath: 'II.1', counts: { ...NO_COUNTS, total: 4, done: 3, overdue: 1 }, figure: { name: 'Lượt người', unit: 'lượt', sum: 1500 } }],
  units: [{ name: 'Xã A', counts: { ...NO_COUNTS, overdue: 1, total: 4 } }, { name: 'Xã B', counts: { ...NO_COUNTS, overdue: 1, total: 4 } }, { name: 'Xã C', counts: NO_COUNTS }],
  texts: { situation: 'Đã họp giao ban.\n\n  Đã kiểm tra.  ', assessment: '', proposals: '' },
}

test('the report says the figures, the late by name, and the officer’s own lines where they belong', () => {
  expect(reportParts(FIGURES)).toEqual([
    { heading: 'Công tác chỉ đạo, phổ biến, quán triệt', lines: [
      'Kế hoạch đã được gửi đến 4 cơ quan, đơn vị, địa phương; 4 đơn vị đã nhận, 3 đơn vị xác nhận tiếp thu (75%).',
      'Trong kỳ, 2 đơn vị tổ chức quán triệt với 5 buổi, 1.234 lượt người; 3 đơn vị ban hành kế hoạch thực hiện của mình.',
      'Đã họp giao ban.', 'Đã kiểm tra.',
    ] },
    { heading: 'Kết quả thực hiện nhiệm vụ', lines: [
      'Trong kỳ có 8 đầu việc tính theo đơn vị và kỳ hạn: 5 đã hoàn thành (62,5%), trong đó 1 hoàn thành chậm; 1 đang thực hiện, 0 chưa thực hiện, 2 quá hạn.',
      'Tuyên truyền (mục II.1): 3/4 hoàn thành, 1 quá hạn. Lượt người: 1.500 lượt.',
    ] },
    { heading: 'Tồn tại, hạn chế', lines: ['2 việc quá hạn tại 2 đơn vị: Xã A (1); Xã B (1). Số liệu từng đơn vị ở Phụ lục.'] },
    { heading: 'Đề xuất, kiến nghị', lines: ['Không có.'] },
  ])
})

test('however many are late, all of them are counted and at most thirty named', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 }), (late) => {
    const units = late.map((overdue, index) => ({ name: `Xã số ${index}`, counts: { ...NO_COUNTS, overdue } }))
    const overdue = late.reduce((sum, each) => sum + each, 0)
    const [line = ''] = reportParts({ ...FIGURES, units, totals: { ...FIGURES.totals, overdue } })[2]?.lines ?? []
    const named = (line.match(/Xã số/g) ?? []).length
    const isLate = late.filter((each) => each > 0).length
    expect(named).toBe(Math.min(30, isLate))
    if (isLate > 30) expect(line).toContain(`và ${isLate - 30} đơn vị khác`)
  }))
})
