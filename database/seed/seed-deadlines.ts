import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { overlaps, type Validity } from '#kernel/validity.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { receptionDutyStore } from '#modules/deadlines/server/reception-duty-store.ts'
import { ruleStore } from '#modules/deadlines/server/rule-store.ts'
import { readReceptionDuties, readTermRules, type SeedTermRule } from './read-deadlines.ts'

const RULES = new URL('term-rules.csv', import.meta.url)
const DUTIES = new URL('reception-duties.csv', import.meta.url)
const SETTING = 'law-of-terms'

/** The terms that are shipped. Throws at a line that cannot be read. */
export function termRulesOfSeed(): readonly SeedTermRule[] {
  const { rules, unreadable } = readTermRules(readFileSync(RULES, 'utf8'))
  if (unreadable[0] !== undefined) throw unreadable[0]
  return rules
}

/** Whether this installation has not yet taken in the law as this version of the software ships it. */
export async function lacksShippedLaw(db: Db): Promise<boolean> {
  return (await settingStore(db).find(SETTING)) !== versionOfLaw()
}

/**
 * Terms and reception duties as shipped. A row that an office changed stays as it is, and so does a row of its own that stands on the same
 * days; rows nobody touched are renewed, so that a new version of the software brings the new law.
 */
export async function seedDeadlines(db: Db): Promise<void> {
  const store = ruleStore(db)
  const changers = await store.changers()
  const there = new Map((await store.list()).map((rule) => [rule.id, rule]))
  const ofOffice = [...there.values()].filter(({ id }) => changers.get(id) !== null)
  const wanted = termRulesOfSeed().filter((rule) => !ofOffice.some((own) => own.procedure === rule.procedure && own.step === rule.step && overlaps(own, rule)))
  for (const rule of wanted.filter(({ id }) => there.has(id)).toSorted(endingFirst)) if (!isDeepStrictEqual(there.get(rule.id), rule)) await store.put(rule, null)
  for (const rule of wanted.filter(({ id }) => !there.has(id))) await store.add(rule, null)
  await seedDuties(db)
  await settingStore(db).put(SETTING, versionOfLaw())
}

async function seedDuties(db: Db): Promise<void> {
  const store = receptionDutyStore(db)
  const ofOffice = await store.listOfOffice()
  const own = (await store.list()).filter(({ id }) => ofOffice.has(id))
  const wanted = readReceptionDuties(readFileSync(DUTIES, 'utf8')).filter((duty) => !own.some((each) => each.unitClass === duty.unitClass && overlaps(each, duty)))
  await store.put(wanted.toSorted(endingFirst), null)
}

/** Room first for the rows that follow. */
function endingFirst(one: Validity, other: Validity): number {
  return Number(one.validUntil === null) - Number(other.validUntil === null)
}

function versionOfLaw(): string {
  return createHash('sha256').update(readFileSync(RULES)).update(readFileSync(DUTIES)).digest('hex')
}
