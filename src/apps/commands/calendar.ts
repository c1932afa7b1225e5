import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { CalendarDay } from '#kernel/working-calendar.ts'
import { StartError } from '#platform/server/database/start-error.ts'
import { projectYear } from '#modules/deadlines/domain/projection.ts'
import { lunarHolidays } from '#modules/deadlines/server/lunar.ts'
import { configurationFrom, optionsFrom } from '../configuration.ts'
import type { Command } from '../command.ts'
import { sayRefusal } from '../phrases.ts'
import { lawOf } from './law-source.ts'
import { lined } from './lined.ts'

const OWN = { valued: ['year'], flags: ['csv', 'shipped'] } as const
const BAD_INPUT = 2

/** `gandan calendar project --year 2028`: the days off before anybody decided them. It writes nothing; the calendar's page takes them over. */
export const calendarCommand: Command = async ([action, ...args], out, err) => {
  try {
    const options = action === 'project' ? optionsOf(args) : undefined
    const year = Number(options?.get('year'))
    if (options === undefined || !Number.isInteger(year) || year < 1968 || year > 2200) throw new Refusal('invalid', 'deadlines.calendar_usage')
    const { calendar } = await lawOf(configurationFrom(args, process.env, OWN), options.has('shipped'))
    const days = projectYear(year, lunarHolidays(year), calendar)
    out.write(options.has('csv') ? csvOf(days) : told(year, days))
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    err.write(`${sayRefusal(error.code, error.details, 'vi')}\n${sayRefusal(error.code, error.details, 'en')}\n`)
    return BAD_INPUT
  }
}

function optionsOf(args: readonly string[]): ReadonlyMap<string, string> | undefined {
  try {
    configurationFrom(args, process.env, OWN)
    return optionsFrom(args, OWN)
  } catch (error) {
    if (error instanceof StartError) return undefined
    throw error
  }
}

function told(year: number, days: readonly CalendarDay[]): string {
  if (days.length === 0) return `Năm ${year}: lịch đã có mọi ngày dự kiến được.\n`
  return `Dự kiến ngày nghỉ năm ${year}, chưa xác minh; ngày đã có trong lịch không ghi lại.\n\n${lined([['Ngày', 'Tên', 'Nguồn'], ...days.map(({ date, name, source }) => [formatDate(date), name, source])])}`
}

/** As in database/seed/calendar.csv. */
function csvOf(days: readonly CalendarDay[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return ['date,kind,name,source,certainty', ...days.map(({ date, kind, name, source, certainty }) => [date, kind, name, source, certainty].map(cell).join(','))].map((line) => `${line}\n`).join('')
}
