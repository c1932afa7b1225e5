import { readFileSync } from 'node:fs'
import { readCalendar } from '#database/seed/read-calendar.ts'
import { aRule } from '#tests/support/builders/term-rules.ts'
import { expect, test } from 'vitest'
import { deadlineOf, deadlineSteps, type DeadlineQuestion } from './deadline.ts'
import { daysInWords } from './deadline-words.ts'
import { plainDate } from './plain-date.ts'
import { workingCalendar } from './working-calendar.ts'

const calendar = workingCalendar(readCalendar(readFileSync('database/seed/calendar.csv', 'utf8')))

function steps(rule: DeadlineQuestion['rule'], start: string, more: Partial<DeadlineQuestion> = {}, language: 'vi' | 'en' = 'vi') {
  return deadlineSteps(deadlineOf({ rule, start: plainDate(start), ...more }, calendar), language)
}

test('ten working days over Tết, sentence by sentence', () => {
  const reply = aRule({ counted: 'working', days: 10, startEvent: 'ngày tiếp nhận', article: 'Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1', validFrom: plainDate('2014-07-01') })
  const suspensions = [{ from: plainDate('2026-02-24'), until: plainDate('2026-02-26') }]
  expect(steps(reply, '2026-02-10', { suspensions })).toEqual([
    'Ngày tiếp nhận: thứ Ba, 10/02/2026. Ngày này không tính; đếm từ ngày 11/02/2026 (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2).',
    'Thời hạn là 10 ngày làm việc.',
    'Không tính 2 ngày tạm đình chỉ (24–25/02/2026).',
    'Không tính 5 ngày Tết Nguyên đán 16–20/02/2026 (Công văn 12729/VPCP-KGVX); 6 ngày thứ Bảy, Chủ nhật.',
    'Hạn: hết ngày thứ Năm, 05/03/2026.',
    'Căn cứ: Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1; áp dụng cho bước bắt đầu từ ngày 01/07/2014.',
  ])
  expect(steps(reply, '2026-02-10', { suspensions }, 'en')).toEqual([
    'Counted from Tuesday, 10/02/2026 (ngày tiếp nhận). That day itself does not count; day one is 11/02/2026 (Civil Code 91/2015/QH13, Article 147.2).',
    'The term is 10 working days.',
    '2 days of suspension not counted (24–25/02/2026).',
    'Not counted: 5 days of Tết Nguyên đán 16–20/02/2026 (Công văn 12729/VPCP-KGVX); 6 Saturdays and Sundays.',
    'Due by the end of Thursday, 05/03/2026.',
    'Ground: Luật Tiếp công dân 42/2013/QH13, Điều 28 khoản 1; in force for steps that began from 01/07/2014 on.',
  ])
})

test('a term in calendar days says why its end moved, and until when its rule held', () => {
  const acceptance = aRule({ days: 10, validUntil: plainDate('2026-07-01'), suspension: 'none' })
  expect(steps(acceptance, '2026-02-04').slice(1)).toEqual([
    'Thời hạn là 10 ngày, tính cả ngày nghỉ.',
    'Đếm đến thứ Bảy, 14/02/2026, không phải ngày làm việc; hạn lùi qua các ngày nghỉ (5 ngày Tết Nguyên đán 16–20/02/2026 (Công văn 12729/VPCP-KGVX); 4 ngày thứ Bảy, Chủ nhật) đến hết ngày làm việc tiếp theo, thứ Hai, 23/02/2026 (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5).',
    'Hạn: hết ngày thứ Hai, 23/02/2026.',
    'Căn cứ: Luật Khiếu nại 02/2011/QH13, Điều 28; áp dụng cho bước bắt đầu từ ngày 01/07/2012 đến hết ngày 30/06/2026.',
  ])
})

test('variant, extension, suspension and doubts are each told', () => {
  const rule = aRule({ complexDays: 45, extensions: 1, extensionDays: 30, extensionGround: 'vụ việc phức tạp', extensionSigner: 'người giải quyết tố cáo', certainty: 'unverified' })
  const open = steps(rule, '2027-02-05', { complex: true, extensions: 1, suspensions: [{ from: plainDate('2027-02-10'), until: null }] })
  expect(open).toContain('Thời hạn là 45 ngày, tính cả ngày nghỉ, vì vụ việc phức tạp.')
  expect(open).toContain('Đã gia hạn 1 lần, mỗi lần 30 ngày, căn cứ: vụ việc phức tạp; người ký: người giải quyết tố cáo. Tổng cộng 75 ngày.')
  expect(open).toContain('Đang tạm đình chỉ từ ngày 10/02/2027: chưa có hạn. Còn 71 ngày, đếm tiếp từ ngày tiếp tục giải quyết.')
  expect(open.at(-1)).toBe('Quy định này chưa xác minh với văn bản gốc.')
  expect(steps({ ...rule, certainty: 'illustrative' }, '2027-02-05').slice(-2)).toEqual(['Quy định này là mẫu minh họa, chờ quy định của tỉnh.', 'Lịch nghỉ năm 2027 là dự kiến: khi có quyết định, hạn có thể thay đổi.'])
  expect(steps(aRule({ counted: 'working' }), '2028-02-05').at(-1)).toContain('chưa có ngày nghỉ lễ của năm 2028')
  expect(steps(aRule({ counted: 'working', days: 3 }), '2021-02-08', {}, 'en').at(-1)).toBe('Days off not verified: Tết Nguyên đán 10–12/02, 15–16/02/2021.')
})

test('counted back from an event', () => {
  const notice = aRule({ direction: 'back', days: 5, startEvent: 'ngày đối thoại', suspension: 'none' })
  expect(steps(notice, '2026-07-17').slice(0, 4)).toEqual([
    'Ngày đối thoại: thứ Sáu, 17/07/2026. Đếm lùi từ ngày này; chính ngày này không tính (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2).',
    'Phải làm xong chậm nhất 5 ngày trước ngày đó.',
    'Đếm đến Chủ nhật, 12/07/2026, không phải ngày làm việc; việc phải xong trước mốc nên hạn là ngày làm việc liền trước, thứ Sáu, 10/07/2026.',
    'Ngày cuối cùng để làm: thứ Sáu, 10/07/2026.',
  ])
})

test.each([
  [['2026-02-16', '2026-02-17', '2026-02-18'], '16–18/02/2026'],
  [['2021-02-10', '2021-02-11', '2021-02-15'], '10–11/02, 15/02/2021'],
  [['2026-01-30', '2026-01-31', '2026-02-01'], '30/01–01/02/2026'],
  [['2026-12-31', '2027-01-01', '2027-01-05'], '31/12/2026–01/01, 05/01/2027'],
  [['2026-12-30', '2027-01-05'], '30/12/2026, 05/01/2027'],
])('%s are told as %s', (dates, words) => {
  expect(daysInWords(dates.map(plainDate))).toBe(words)
})
