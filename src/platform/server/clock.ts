import { plainDate, type PlainDate } from '#kernel/plain-date.ts'

const DAY_IN_VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })
const HOUR_IN_VIETNAM = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', hour12: false })

/** The day it is in Vietnam, whatever the machine's zone. */
export function todayInVietnam(): PlainDate {
  return plainDate(DAY_IN_VIETNAM.format(new Date()))
}

/** 0 to 23. */
export function hourInVietnam(): number {
  return Number(HOUR_IN_VIETNAM.format(new Date()))
}
