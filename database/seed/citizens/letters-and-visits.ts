import type { PlainDate } from '#kernel/plain-date.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import { runWork, type WorkContext } from '#platform/server/work.ts'
import { keepCases } from '#modules/petitions/server/keep-cases.ts'
import type { DemonstrationPeople } from '../demonstration-people.ts'
import { openCast } from './cast.ts'
import { tellComplaints } from './complaints.ts'
import { datedAsPlayed } from './dates.ts'
import { tellDenunciations } from './denunciations.ts'
import { tellHotSpot } from './hot-spot.ts'
import { tellOrdinaryLetters } from './ordinary.ts'
import { keepReceipts } from './receipts.ts'
import { playSteps } from './stage.ts'
import { tellReception } from './visits.ts'
import { tellWishes } from './wishes.ts'

/** The letters and visits of citizens up to today, by the very use cases of the desk and the portal; then what is too old is forgotten, as every night. */
export async function seedLettersAndVisits(context: WorkContext, people: DemonstrationPeople, today: PlainDate): Promise<void> {
  const cast = openCast(today, await context.calendar(context.db))
  const group = tellHotSpot(cast)
  tellComplaints(cast)
  tellWishes(cast)
  tellDenunciations(cast)
  tellOrdinaryLetters(cast)
  tellReception(cast, group)
  await playSteps(context, people, cast.steps, today)
  await datedAsPlayed(context.db)
  await runWork(context, { actor: SYSTEM, requestId: null }, keepCases)
  await keepReceipts(context.db, cast.receipts)
}
