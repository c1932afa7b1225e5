import { SUSPENDED } from './compiled-calendar.ts'
import { addDays, formatDate, weekdayOf, type PlainDate } from './plain-date.ts'

export type DeadlineLanguage = 'vi' | 'en'

/** What one sentence about a term is made of; dates and names come in already written. */
interface Sentences {
  readonly weekdays: readonly string[]
  start(event: string, day: string, first: string): string
  startBack(event: string, day: string): string
  days(count: number, unit: 'calendar' | 'working', variant: 'plain' | 'remote' | 'complex' | 'remote-complex'): string
  daysBack(count: number, unit: 'calendar' | 'working'): string
  extended(times: number, days: number, total: number, ground: string | null, signer: string | null): string
  suspended(count: number, when: string): string
  stopped(since: string, left: number): string
  skipped(groups: string): string
  weekend(count: number): string
  named(count: number, why: string, when: string): string
  rolled(from: string, to: string, groups: string): string
  rolledBack(from: string, to: string): string
  due(day: string, isBack: boolean): string
  rule(article: string, from: string, to: string | null): string
  note(text: string): string
  unverified: string
  illustrative: string
  projected(year: number): string
  noHolidays(year: number): string
  unverifiedDays(days: string): string
}

const CIVIL_CODE = { vi: 'Bộ luật Dân sự 91/2015/QH13', en: 'Civil Code 91/2015/QH13' }

export const SENTENCES: Readonly<Record<DeadlineLanguage, Sentences>> = {
  vi: {
    weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
    start: (event, day, first) => `${capital(event)}: ${day}. Ngày này không tính; đếm từ ngày ${first} (${CIVIL_CODE.vi}, Điều 147 khoản 2).`,
    startBack: (event, day) => `${capital(event)}: ${day}. Đếm lùi từ ngày này; chính ngày này không tính (${CIVIL_CODE.vi}, Điều 147 khoản 2).`,
    days: (count, unit, variant) => `Thời hạn là ${count} ${unit === 'working' ? 'ngày làm việc' : 'ngày, tính cả ngày nghỉ'}${{ plain: '', remote: ', vì ở vùng sâu, vùng xa đi lại khó khăn', complex: ', vì vụ việc phức tạp', 'remote-complex': ', vì ở vùng sâu, vùng xa đi lại khó khăn và vụ việc phức tạp' }[variant]}.`,
    daysBack: (count, unit) => `Phải làm xong chậm nhất ${count} ${unit === 'working' ? 'ngày làm việc' : 'ngày'} trước ngày đó.`,
    extended: (times, days, total, ground, signer) => `Đã gia hạn ${times} lần, mỗi lần ${days} ngày${ground === null ? '' : `, căn cứ: ${ground}`}${signer === null ? '' : `; người ký: ${signer}`}. Tổng cộng ${total} ngày.`,
    suspended: (count, when) => `Không tính ${count} ngày tạm đình chỉ (${when}).`,
    stopped: (since, left) => `Đang tạm đình chỉ từ ngày ${since}: chưa có hạn. ${left > 0 ? `Còn ${left} ngày, đếm tiếp từ ngày tiếp tục giải quyết.` : 'Các ngày đã đếm hết; hạn là ngày làm việc đầu tiên kể từ ngày tiếp tục giải quyết.'}`,
    skipped: (groups) => `Không tính ${groups}.`,
    weekend: (count) => `${count} ngày thứ Bảy, Chủ nhật`,
    named: (count, why, when) => `${count} ngày ${splitSource(why, (name, source) => `${name} ${when}${source}`)}`,
    rolled: (from, to, groups) => `Đếm đến ${from}, không phải ngày làm việc; hạn lùi qua các ngày nghỉ (${groups}) đến hết ngày làm việc tiếp theo, ${to} (${CIVIL_CODE.vi}, Điều 148 khoản 5).`,
    rolledBack: (from, to) => `Đếm đến ${from}, không phải ngày làm việc; việc phải xong trước mốc nên hạn là ngày làm việc liền trước, ${to}.`,
    due: (day, isBack) => isBack ? `Ngày cuối cùng để làm: ${day}.` : `Hạn: hết ngày ${day}.`,
    rule: (article, from, to) => `Căn cứ: ${article}; áp dụng cho bước bắt đầu từ ngày ${from}${to === null ? '' : ` đến hết ngày ${to}`}.`,
    note: (text) => `Ghi chú: ${text}.`,
    unverified: 'Quy định này chưa xác minh với văn bản gốc.',
    illustrative: 'Quy định này là mẫu minh họa, chờ quy định của tỉnh.',
    projected: (year) => `Lịch nghỉ năm ${year} là dự kiến: khi có quyết định, hạn có thể thay đổi.`,
    noHolidays: (year) => `Lịch làm việc chưa có ngày nghỉ lễ của năm ${year}: mới trừ thứ Bảy, Chủ nhật; hạn có thể thay đổi.`,
    unverifiedDays: (days) => `Ngày nghỉ chưa xác minh: ${days}.`,
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    start: (event, day, first) => `Counted from ${day} (${event}). That day itself does not count; day one is ${first} (${CIVIL_CODE.en}, Article 147.2).`,
    startBack: (event, day) => `Counted back from ${day} (${event}); that day itself does not count (${CIVIL_CODE.en}, Article 147.2).`,
    days: (count, unit, variant) => `The term is ${count} ${unit === 'working' ? 'working days' : 'days, days off included'}${{ plain: '', remote: ', because the place is remote', complex: ', because the case is complex', 'remote-complex': ', because the place is remote and the case complex' }[variant]}.`,
    daysBack: (count, unit) => `It must be done at least ${count} ${unit === 'working' ? 'working days' : 'days'} before that day.`,
    extended: (times, days, total, ground, signer) => `Extended ${times === 1 ? 'once' : `${times} times`} by ${days} days${ground === null ? '' : `, ground: ${ground}`}${signer === null ? '' : `; signed by: ${signer}`}. ${total} days in all.`,
    suspended: (count, when) => `${plural(count, 'day')} of suspension not counted (${when}).`,
    stopped: (since, left) => `Suspended since ${since}: there is no last day yet. ${left > 0 ? `${plural(left, 'day')} left, counted on from the day of resuming.` : 'All days are counted; the last day is the first working day from the day of resuming.'}`,
    skipped: (groups) => `Not counted: ${groups}.`,
    weekend: (count) => plural(count, 'Saturday or Sunday', 'Saturdays and Sundays'),
    named: (count, why, when) => `${plural(count, 'day')} of ${splitSource(why, (name, source) => `${name} ${when}${source}`)}`,
    rolled: (from, to, groups) => `The count ends on ${from}, not a working day; past the days off (${groups}) the term ends on the next working day, ${to} (${CIVIL_CODE.en}, Article 148.5).`,
    rolledBack: (from, to) => `The count ends on ${from}, not a working day; it must be done before, so the last day is the working day before, ${to}.`,
    due: (day, isBack) => isBack ? `Last day to act: ${day}.` : `Due by the end of ${day}.`,
    rule: (article, from, to) => `Ground: ${article}; in force for steps that began from ${from}${to === null ? ' on' : ` to ${to}`}.`,
    note: (text) => `Note: ${text}.`,
    unverified: 'This rule has not been checked against the original text.',
    illustrative: 'This rule is an illustrative sample, until the province sets its own.',
    projected: (year) => `The days off of ${year} are projected: once they are decided this date may move.`,
    noHolidays: (year) => `The calendar has no holidays of ${year} yet: only Saturdays and Sundays were left out; this date may move.`,
    unverifiedDays: (days) => `Days off not verified: ${days}.`,
  },
}

/** "thứ Hai, 23/02/2026". */
export function dayInWords(date: PlainDate, language: DeadlineLanguage): string {
  return `${SENTENCES[language].weekdays[weekdayOf(date) - 1] ?? ''}, ${formatDate(date)}`
}

/** "10–12/02, 15–16/02/2021": runs of days that follow each other, the year once for each run that ends it. */
export function daysInWords(dates: readonly PlainDate[]): string {
  const runs: { from: PlainDate; to: PlainDate }[] = []
  for (const date of dates) {
    const last = runs.at(-1)
    if (last !== undefined && addDays(last.to, 1) === date) last.to = date
    else runs.push({ from: date, to: date })
  }
  return runs.map(({ from, to }, at) => {
    const isLastOfYear = runs[at + 1]?.to.slice(0, 4) !== to.slice(0, 4)
    return `${from === to ? '' : `${formatDate(from).slice(0, from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 5 : 10)}–`}${formatDate(to).slice(0, isLastOfYear ? 10 : 5)}`
  }).join(', ')
}

export function isSuspendedDay(why: string): boolean {
  return why === SUSPENDED
}

/** "Tết Nguyên đán (Công văn 12729)" into the name and " (Công văn 12729)". */
function splitSource(why: string, join: (name: string, source: string) => string): string {
  const at = why.indexOf(' (')
  return at < 0 ? join(why, '') : join(why.slice(0, at), why.slice(at))
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}
