import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '#kernel/working-calendar.ts'

export const LEVELS = ['focal', 'head', 'above'] as const
export type Level = (typeof LEVELS)[number]

/** At how many working days before (or, negative, after) the due date who hears. */
export interface Reminder { readonly level: Level; readonly daysToDue: number }

/**
 * What is to be said today of an open obligation: of each level the latest step whose day has come since it was assigned, unless said
 * before. A day on which nothing ran is caught up with, without a flood of what came earlier; so are steps that were changed meanwhile.
 */
export function remindersOn<Step extends Reminder>(
  today: PlainDate, { dueOn, assignedOn }: { dueOn: PlainDate; assignedOn: PlainDate }, said: readonly Reminder[], steps: readonly Step[], calendar: WorkingCalendar,
): Step[] {
  const left = workingDaysBetween(today, dueOn, calendar)
  const leftAtFirst = workingDaysBetween(assignedOn, dueOn, calendar)
  return LEVELS.flatMap((level) => {
    const reached = steps.filter((step) => step.level === level && left <= step.daysToDue && leftAtFirst >= step.daysToDue)
    const latest = reached.toSorted((one, other) => one.daysToDue - other.daysToDue)[0]
    if (latest === undefined) return []
    const isSaid = said.some((reminder) => reminder.level === level && reminder.daysToDue <= latest.daysToDue)
    return isSaid ? [] : [latest]
  })
}
