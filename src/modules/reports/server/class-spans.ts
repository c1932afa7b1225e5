import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import type { OwingClass } from '../domain/owing.ts'
import { owingClassOfUnit } from './reported-units.ts'

interface Span { readonly unitId: UnitId; readonly from: PlainDate; readonly to: PlainDate }

const [FIRST_DAY, LAST_DAY] = [plainDate('0001-01-01'), plainDate('9999-12-31')]

/** When each unit is of a class, by the rule of `owingClassOfUnit`: so SQL can ask for a class on the last day of a period. Days included. */
export function spansOfClass(directory: Directory, wanted: OwingClass | null): Span[] {
  return directory.unitIds.flatMap((unitId) => {
    const outside = owingClassOfUnit(directory, unitId, LAST_DAY) === wanted
    const spans: Span[] = []
    let next: PlainDate = FIRST_DAY
    for (const { validFrom, validUntil } of directory.historyOf(unitId)) {
      if (outside && next < validFrom) spans.push({ unitId, from: next, to: addDays(validFrom, -1) })
      if (owingClassOfUnit(directory, unitId, validFrom) === wanted) spans.push({ unitId, from: validFrom, to: validUntil === null ? LAST_DAY : addDays(validUntil, -1) })
      next = validUntil ?? LAST_DAY
    }
    if (outside && next < LAST_DAY) spans.push({ unitId, from: next, to: LAST_DAY })
    return spans
  })
}
