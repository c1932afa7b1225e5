import type { Job } from '#platform/server/jobs.ts'
import { forgetSubmissions } from './guard/once-only-store.ts'
import { forgetTries } from './guard/try-store.ts'
import { forgetDrafts } from './steps/draft-store.ts'

/** What the portal remembered for a while goes again, every hour. */
export const portalJobs: readonly Job[] = [{
  name: 'portal.forget', every: '17 * * * *',
  async run({ db, fileFolder }) {
    await forgetDrafts(db, fileFolder, Date.now())
    await forgetSubmissions(db, Date.now())
    await forgetTries(db, Date.now())
  },
}]
