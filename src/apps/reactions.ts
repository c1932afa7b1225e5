import type { Reactions } from '#platform/server/jobs.ts'
import { addressIn } from '#platform/portal/languages.ts'
import { petitionReactions } from '#modules/petitions/server/index.ts'
import { planReactions } from '#modules/plans/server/index.ts'
import { receptionReactions } from '#modules/reception/server/index.ts'

/** What follows what, across modules: event → reactions, the whole choreography on one page. */
export const reactions: Reactions = { ...planReactions, ...petitionReactions(addressIn), ...receptionReactions }
