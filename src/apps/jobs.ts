import type { Job } from '#platform/server/jobs.ts'
import type { MailSettings } from '#platform/server/mail.ts'
import { documentJobs } from '#modules/documents/server/index.ts'
import { peopleJobs } from '#modules/people/server/index.ts'
import { planJobs } from '#modules/plans/server/index.ts'
import { sayRefusal } from './phrases.ts'

/** Everything that runs by the clock. */
export function jobs(mail: MailSettings): readonly Job[] {
  return [...peopleJobs({ settings: mail, say: sayRefusal }), ...documentJobs, ...planJobs]
}
