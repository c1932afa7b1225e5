import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { tierOf, type Directory } from '#modules/organisations/server/index.ts'
import type { UnitsOfDay } from '../domain/addressing.ts'

/** The units of a day as addressing asks for them, within the authority that addresses. */
export function unitsOfDay(directory: Directory, date: PlainDate, authority: UnitId): UnitsOfDay {
  return {
    unitsOfClass: (addressed) => directory.unitsOfClassOn(addressed, date, authority).map(({ unitId }) => unitId),
    exists: (unitId) => directory.unitOn(unitId, date) !== undefined,
    districtOf: (unitId) => directory.ancestorsOn(unitId, date).find(({ kind }) => tierOf(kind) === 'district')?.unitId,
  }
}
