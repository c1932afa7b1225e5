import { addDays, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { addWorkingDays, onOrAfterWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'

/** By when a report is due: so many days after its period closes. */
export interface DueRule { readonly dueDays: number; readonly dueCounted: 'working' | 'calendar' }

export interface Due { readonly on: PlainDate; /** Sentences, in the order in which the rule goes. */ readonly because: readonly string[] }

/**
 * The closing day itself does not count (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2); a term in calendar days that ends on a
 * day off ends on the next working day (Điều 148 khoản 5).
 */
export function dueAfter(closedOn: PlainDate, { dueDays, dueCounted }: DueRule, calendar: WorkingCalendar): Due {
  const start = `Kỳ báo cáo chốt số liệu hết ngày ${formatDate(closedOn)}; ngày chốt không tính vào thời hạn (Bộ luật Dân sự 91/2015/QH13, Điều 147 khoản 2).`
  if (dueCounted === 'working') {
    const on = addWorkingDays(closedOn, dueDays, calendar)
    return { on, because: [start, `Hạn gửi là ${dueDays} ngày làm việc sau ngày chốt: ${formatDate(on)}.`] }
  }
  const last = addDays(closedOn, dueDays)
  const on = onOrAfterWorkingDay(last, calendar)
  const counted = `Hạn gửi là ${dueDays} ngày sau ngày chốt: ${formatDate(last)}.`
  if (on === last) return { on, because: [start, counted] }
  const name = calendar.days.get(last)?.name ?? 'ngày nghỉ hằng tuần'
  return { on, because: [start, counted, `Ngày ${formatDate(last)} là ${name}, nên hạn lùi đến ngày làm việc tiếp theo ${formatDate(on)} (Bộ luật Dân sự 91/2015/QH13, Điều 148 khoản 5).`] }
}
