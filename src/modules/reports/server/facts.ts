import type { UnitId } from '#kernel/ids.ts'
import type { FactInfo, FactRecord, FactSource, FactSpan } from '#platform/server/facts.ts'
import type { Work } from '#platform/server/work.ts'
import { documentFacts } from '#modules/documents/server/index.ts'
import { petitionFacts } from '#modules/petitions/server/index.ts'
import { planFacts } from '#modules/plans/server/index.ts'
import { receptionFacts } from '#modules/reception/server/index.ts'

/** Every module that counts something a report may ask for; one more is one more line. */
export const FACTS: readonly FactSource[] = [documentFacts, planFacts, petitionFacts, receptionFacts]

/** Every fact of every module that is asked about, or of all of them, summed over the units. Of the units' rights the caller has made sure. */
export async function countFacts(work: Work, unitIds: readonly UnitId[], span: FactSpan, wanted?: ReadonlySet<string>): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  const asked = wanted === undefined ? FACTS : FACTS.filter(({ facts }) => facts.some(({ code }) => wanted.has(code)))
  for (const source of asked) Object.assign(counts, await source.count(work, unitIds, span, wanted))
  return counts
}

/** The very records that a fact counts; none for a code that no module knows. */
export async function factRecords(work: Work, code: string, unitIds: readonly UnitId[], span: FactSpan): Promise<FactRecord[]> {
  const source = FACTS.find(({ facts }) => facts.some((fact) => fact.code === code))
  return source === undefined ? [] : source.records(work, code, unitIds, span)
}

/** Undefined for a code that no module knows. */
export function findFact(code: string): FactInfo | undefined {
  return FACTS.flatMap(({ facts }) => facts).find((fact) => fact.code === code)
}
