import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

export const REMINDER_LEVELS = ['focal', 'head', 'above'] as const
export type ReminderLevel = (typeof REMINDER_LEVELS)[number]

/** After how many working days without acknowledgement who is reminded. */
interface AcknowledgementStep { readonly afterDays: number; readonly level: ReminderLevel }

/** `time`: the first, the second … time that the level hears. */
interface ReminderDue extends AcknowledgementStep { readonly time: number }

/**
 * Of every level the latest step whose day has come: a day on which nothing ran is caught up with. Who hears each time once
 * is not told again when the steps are moved.
 */
export function remindersDue(sentOn: PlainDate, today: PlainDate, steps: readonly AcknowledgementStep[], calendar: WorkingCalendar): ReminderDue[] {
  const waited = workingDaysBetween(sentOn, today, calendar)
  return REMINDER_LEVELS.flatMap((level) => {
    const reached = steps.filter((step) => step.level === level && waited >= step.afterDays)
    return reached.length === 0 ? [] : [{ level, afterDays: Math.max(...reached.map(({ afterDays }) => afterDays)), time: reached.length }]
  })
}
