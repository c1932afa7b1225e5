import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { receptionClassOf, receptionDutiesOn, type ReceptionDuty } from '#modules/deadlines/server/index.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import { monthOfDay, weeksOf } from '../domain/enough-days.ts'

/** How often the law asks the head of a unit to receive, for the days on which weeks and the month begin and end. */
export interface Duties { readonly dutyOf: (unitId: UnitId, date: PlainDate) => ReceptionDuty | undefined }

export async function loadDuties(work: Work, directory: Directory, month: PlainDate): Promise<Duties> {
  const days = new Set([...weeksOf(month), monthOfDay(month)].flatMap(({ from, to }) => [from, to]))
  const byDay = new Map<PlainDate, readonly ReceptionDuty[]>()
  for (const day of days) byDay.set(day, await receptionDutiesOn(work, day))
  return {
    dutyOf(unitId, date) {
      const kind = directory.unitOn(unitId, date)?.kind
      const unitClass = kind === undefined ? undefined : receptionClassOf(kind)
      return byDay.get(date)?.find((duty) => duty.unitClass === unitClass)
    },
  }
}
