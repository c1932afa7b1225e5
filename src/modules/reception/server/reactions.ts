import { z } from 'zod'
import type { Reactions } from '#platform/server/jobs.ts'
import { releaseVisitsOf } from './keep-visits.ts'
import { visitStore } from './visit-store.ts'

const OfCase = z.object({ caseId: z.string() })

export const receptionReactions: Reactions = {
  /** What was taken for something else at the desk turns out to be a denunciation: from now on who came and why is covered. */
  'petitions.found-to-denounce': [async (work, { payload }) => {
    await visitStore(work.db).coverThoseOf(OfCase.parse(payload).caseId)
  }],
  'petitions.forgotten': [(work, { payload }) => releaseVisitsOf(work, OfCase.parse(payload).caseId)],
}
