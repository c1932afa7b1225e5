import type { Job } from '#platform/server/jobs.ts'
import type { ClockSource } from './clock-source.ts'
import { recountClocks } from './recount-clocks.ts'

/**
 * Each night every open term is computed anew: by law that came with new software, and for one that was begun in the very moment in which
 * somebody changed the calendar.
 */
export function deadlineJobs(sources: readonly ClockSource[]): readonly Job[] {
  return [{
    name: 'deadlines.recount', every: '20 1 * * *',
    async run(work) {
      await recountClocks(work, sources, { impossible: 'keep' })
    },
  }]
}
