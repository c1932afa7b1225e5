import { addDays, type PlainDate } from '#kernel/plain-date.ts'

/** How many days before a period's last day its report becomes work: before, there is little to write yet. */
export const CLOSING_SOON_DAYS = 15

/** Whether the report of a period is work by now: for "Việc của tôi" and for reminders. */
export function isClosingSoon(to: PlainDate, today: PlainDate): boolean {
  return to <= addDays(today, CLOSING_SOON_DAYS)
}
