import type { PlainDate } from './plain-date.ts'

/** Working days before a term ends from which on it is called near. */
export const DUE_SOON_WORKING_DAYS = 3

export type DueNews = 'due_soon' | 'due_now' | 'overdue'

/** What is true of a term today, of one that is near or over. */
export function newsOf(dueOn: PlainDate, today: PlainDate): DueNews {
  if (dueOn < today) return 'overdue'
  return dueOn === today ? 'due_now' : 'due_soon'
}
