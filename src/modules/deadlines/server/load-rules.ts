import type { PlainDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import { keptByRevision } from '#platform/server/revisions.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReceptionDuty } from '../domain/reception-duty.ts'
import { rulesFrom, type Rules } from '../domain/rules.ts'
import { receptionDutyStore } from './reception-duty-store.ts'
import { ruleStore } from './rule-store.ts'

const rulesOf = keptByRevision('deadlines', async (db) => rulesFrom(await ruleStore(db).list()))
const dutiesOf = keptByRevision('deadlines', (db) => receptionDutyStore(db).list())

/** The law as it stands, what this transaction changed included; kept in memory until someone changes it. */
export function loadRules({ db }: Pick<Work, 'db'>): Promise<Rules> {
  return rulesOf(db)
}

/** How often the heads of each class of unit receive citizens, on that day. */
export async function receptionDutiesOn({ db }: Pick<Work, 'db'>, date: PlainDate): Promise<readonly ReceptionDuty[]> {
  return (await dutiesOf(db)).filter((duty) => isValidOn(duty, date))
}
