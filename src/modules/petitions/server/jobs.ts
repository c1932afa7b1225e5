import type { Job } from '#platform/server/jobs.ts'
import { keepCases } from './keep-cases.ts'
import { remind } from './remind.ts'

/** What petitions do by the clock. */
export const petitionJobs: readonly Job[] = [
  { name: 'petitions.keep', every: '10 1 * * *', run: keepCases },
  { name: 'petitions.remind', every: '0 7 * * *', run: remind },
]
