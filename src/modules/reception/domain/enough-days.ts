import type { Certainty } from '#kernel/certainty.ts'
import { addDays, dateOf, daysInMonth, monthOf, weekdayOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { isWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'

/** How often the head receives, as the law had it on a day. */
export interface Duty {
  readonly id: string
  readonly times: number
  readonly per: 'week' | 'month'
  readonly article: string
  readonly certainty: Certainty
  readonly note: string | null
}

/** One of the head's periodic days. */
export interface LeaderDay {
  readonly id: string
  readonly on: PlainDate
  readonly isCancelled: boolean
  /** Another day was set in its place. */
  readonly isReplaced: boolean
  readonly isHeld: boolean
}

/** A week or a month, both days included. */
export interface Stretch { readonly from: PlainDate; readonly to: PlainDate }

/** What the law asks of a stretch, and what there is. */
export interface Standing extends Stretch {
  readonly duty: Duty
  readonly required: number
  /** Days set and not cancelled. */
  readonly planned: number
  readonly held: number
  /** Days that are still to be set; once the stretch is over, days that were not held. */
  readonly missing: number
  /** Cancelled and nothing put in their place, while the law still lacks days. */
  readonly uncovered: readonly string[]
}

export interface EnoughDaysQuestion {
  readonly month: PlainDate
  readonly days: readonly LeaderDay[]
  readonly dutyOn: (date: PlainDate) => Duty | undefined
  readonly calendar: WorkingCalendar
  readonly today: PlainDate
}

/**
 * Whether the head's days of a month are as many as the law asks. A week belongs to the month of its Thursday, so that each counts once.
 * What holds for only a part of a week or month is not asked of it, nor is anything of a week without a working day.
 */
export function enoughDays({ month, days, dutyOn, calendar, today }: EnoughDaysQuestion): Standing[] {
  return [...weeksOf(month), monthOfDay(month)].flatMap((stretch, index, all) => {
    const duty = dutyOn(stretch.from)
    const per = index === all.length - 1 ? 'month' : 'week'
    if (duty?.per !== per || dutyOn(stretch.to)?.id !== duty.id || !hasWorkingDay(stretch, calendar)) return []
    return [standingOf(stretch, duty, days, today)]
  })
}

function standingOf(stretch: Stretch, duty: Duty, days: readonly LeaderDay[], today: PlainDate): Standing {
  const within = days.filter(({ on }) => on >= stretch.from && on <= stretch.to)
  const planned = within.filter(({ isCancelled }) => !isCancelled)
  const held = planned.filter(({ isHeld }) => isHeld)
  const counted = planned.filter(({ isHeld, on }) => isHeld || on >= today)
  const missing = Math.max(0, duty.times - counted.length)
  const uncovered = missing === 0 ? [] : within.filter(({ isCancelled, isReplaced }) => isCancelled && !isReplaced).map(({ id }) => id)
  return { ...stretch, duty, required: duty.times, planned: planned.length, held: held.length, missing, uncovered }
}

/** Monday to Sunday. */
export function weeksOf(month: PlainDate): Stretch[] {
  const { from, to } = monthOfDay(month)
  const weeks: Stretch[] = []
  for (let monday = addDays(from, 1 - weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) {
    const thursday = addDays(monday, 3)
    if (thursday >= from && thursday <= to) weeks.push({ from: monday, to: addDays(monday, 6) })
  }
  return weeks
}

export function monthOfDay(day: PlainDate): Stretch {
  const [year, month] = [yearOf(day), monthOf(day)]
  return { from: dateOf(year, month, 1), to: dateOf(year, month, daysInMonth(year, month)) }
}

function hasWorkingDay({ from, to }: Stretch, calendar: WorkingCalendar): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) return true
  return false
}
