import { hourInVietnam } from '#platform/server/clock.ts'
import type { Job } from '#platform/server/jobs.ts'
import { maySendAt } from '../domain/sending-time.ts'
import { mailNotices, type MailOptions } from './mail-notices.ts'

/** What the module does by the clock: notices go out by e-mail, in working hours of working days. */
export function peopleJobs(options: MailOptions): readonly Job[] {
  return [{
    name: 'people.send-messages',
    every: '* * * * *',
    async run(work) {
      if (maySendAt(work.today, hourInVietnam(), work.calendar)) await mailNotices(work, options)
    },
  }]
}
