import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

export type ReminderLevel = 'focal' | 'head' | 'above'

/** After how many working days without acknowledgement who is reminded. Mẫu minh họa: the province sets its own. */
export const ACKNOWLEDGEMENT_REMINDERS: readonly { readonly afterDays: number; readonly level: ReminderLevel; readonly certainty: Certainty }[] = [
  { afterDays: 2, level: 'focal', certainty: 'illustrative' },
  { afterDays: 3, level: 'head', certainty: 'illustrative' },
  { afterDays: 5, level: 'above', certainty: 'illustrative' },
]

/** Every level whose day has come: a day on which nothing ran is caught up with, and each level hears once. */
export function remindersDue(sentOn: PlainDate, today: PlainDate, calendar: WorkingCalendar): ReminderLevel[] {
  const waited = workingDaysBetween(sentOn, today, calendar)
  return ACKNOWLEDGEMENT_REMINDERS.filter(({ afterDays }) => waited >= afterDays).map(({ level }) => level)
}
