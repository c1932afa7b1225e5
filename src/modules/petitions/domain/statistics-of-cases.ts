import type { CaseId } from './case.ts'
import { leadingLetters, leadingResolutions } from './statistics-matters.ts'
import { enforcementOf, handlingOf, resolutionOf, type CountedCase, type StatisticalSpan } from './statistics.ts'
import type { CountedEnforcement, CountedLetter, CountedResolution } from './statistics-columns.ts'

interface Of<Sort> { readonly id: CaseId; readonly sort: Sort }

/** What each case is to a period. The database says the same of the rows it keeps (`server/statistics-store.ts`). */
export interface SortedCases { readonly letters: readonly Of<CountedLetter>[]; readonly resolutions: readonly Of<CountedResolution>[]; readonly enforcements: readonly Of<CountedEnforcement>[] }

export function sortCases(cases: readonly CountedCase[], span: StatisticalSpan): SortedCases {
  const letters = cases.flatMap((each) => { const handling = handlingOf(each, span); return handling === null ? [] : [{ ...each, handling }] })
  const leads = leadingLetters(letters)
  const taken = cases.flatMap((each) => { const resolution = resolutionOf(each, span); return resolution === null ? [] : [{ ...each, resolution }] })
  const speaks = leadingResolutions(taken)
  return {
    letters: letters.map(({ id, handling: { handledOn, ...rest } }) => ({ id, sort: { ...rest, isHandled: handledOn !== null, leads: leads.all.has(id), leadsKind: leads.ofKind.has(id) } })),
    resolutions: taken.map(({ id, resolution: { kind, came, status, verdict, inTime } }) => ({ id, sort: { kind, came, status, verdict, inTime, leads: speaks.has(id) } })),
    enforcements: cases.flatMap((each) => { const sort = enforcementOf(each, span); return sort === null ? [] : [{ id: each.id, sort }] }),
  }
}
