import { daysBetween, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { StateTone } from './state-badge.tsx'
import type { Translate } from './phrases.tsx'

export interface Due {
  readonly dueOn: PlainDate | null
  /** The day it was done; null or absent while open. */
  readonly doneOn?: PlainDate | null
  /** Working days from today to the due date, as the server's calendar counts them. Used while the date is ahead. */
  readonly workingDaysLeft?: number | null
  /** Days ahead at which "soon" begins. */
  readonly soonDays?: number
}

interface DueWords {
  readonly tone: StateTone
  readonly words: string
}

/** What a due date means today: "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 2 ngày". Lateness counts calendar days. */
export function dueWords(due: Due, today: PlainDate, t: Translate): DueWords {
  const { dueOn, doneOn = null, workingDaysLeft = null, soonDays = 3 } = due
  if (doneOn !== null) {
    const late = dueOn === null ? 0 : daysBetween(dueOn, doneOn)
    const words = late > 0 ? t('web.due_done_late', { days: late }) : t('web.due_done', { date: formatDate(doneOn) })
    return { tone: 'done', words }
  }
  if (dueOn === null) return { tone: 'neutral', words: t('web.due_none') }
  const left = daysBetween(today, dueOn)
  if (left < 0) return { tone: 'late', words: t('web.due_late', { days: -left }) }
  if (left === 0) return { tone: 'soon', words: t('web.due_today') }
  if (workingDaysLeft === null) return { tone: left <= soonDays ? 'soon' : 'neutral', words: t('web.due_on', { date: formatDate(dueOn) }) }
  return { tone: workingDaysLeft <= soonDays ? 'soon' : 'neutral', words: t('web.due_in_days', { days: workingDaysLeft }) }
}
