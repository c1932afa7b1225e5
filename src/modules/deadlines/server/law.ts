import { loadCalendar } from '#platform/server/calendar-store.ts'
import type { Work } from '#platform/server/work.ts'
import type { Law } from '../domain/clock.ts'
import { loadRules } from './load-rules.ts'

/** Calendar and rules as they stand now, what this transaction changed included (`work.calendar` is that of its beginning). */
export async function lawNow(work: Work): Promise<Law> {
  return { calendar: await loadCalendar(work.db), rules: await loadRules(work) }
}
