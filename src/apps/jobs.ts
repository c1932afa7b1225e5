import type { FastifyBaseLogger } from 'fastify'
import { portalJobs } from '#platform/portal/forget.ts'
import type { Job } from '#platform/server/jobs.ts'
import { messageJobs } from '#platform/server/messages/send-messages.ts'
import { deadlineJobs } from '#modules/deadlines/server/index.ts'
import { documentJobs } from '#modules/documents/server/index.ts'
import { peopleJobs } from '#modules/people/server/index.ts'
import { petitionJobs } from '#modules/petitions/server/index.ts'
import { planJobs } from '#modules/plans/server/index.ts'
import { receptionJobs } from '#modules/reception/server/index.ts'
import { reportJobs } from '#modules/reports/server/index.ts'
import { clockSources } from './clock-sources.ts'
import type { Configuration } from './configuration.ts'
import { mailSettings } from './mail.ts'
import { messageSettings } from './messages.ts'
import { sayRefusal } from './phrases.ts'

/** Everything that runs by the clock. */
export function jobs(configuration: Configuration, log: FastifyBaseLogger): readonly Job[] {
  const { publicUrl } = configuration
  return [
    ...peopleJobs({ settings: mailSettings(configuration), deskAddress: publicUrl, say: sayRefusal }), ...deadlineJobs(clockSources), ...documentJobs, ...petitionJobs, ...planJobs, ...receptionJobs, ...reportJobs, ...portalJobs,
    ...messageJobs({ settings: messageSettings(configuration), publicUrl, say: sayRefusal, log }),
  ]
}
