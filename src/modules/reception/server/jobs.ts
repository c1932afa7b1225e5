import type { Job } from '#platform/server/jobs.ts'
import { keepVisits } from './keep-visits.ts'
import { remind } from './remind.ts'

/** What reception does by the clock. */
export const receptionJobs: readonly Job[] = [
  { name: 'reception.keep', every: '20 1 * * *', run: keepVisits },
  { name: 'reception.remind', every: '0 7 * * *', run: remind },
]
