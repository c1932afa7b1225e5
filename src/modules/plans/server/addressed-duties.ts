import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { addressedUnits, type AddressedUnit, type AddressingWarning } from '../domain/addressing.ts'
import { directiveStore, type DirectiveRow, type DutyRow } from './directive-store.ts'
import { unitsOfDay } from './units-of-day.ts'

export interface AddressedDuty { readonly duty: DutyRow; readonly units: readonly AddressedUnit[] }

/** A directive's duties with the units of the day that each goes to. */
export async function addressedDuties(work: Work, { id, unitId }: DirectiveRow, on: PlainDate): Promise<(AddressedDuty & { warnings: readonly AddressingWarning[] })[]> {
  const store = directiveStore(work.db)
  const duties = await store.listDuties(id)
  const addressees = await store.listAddressees(duties.map((duty) => duty.id))
  const day = unitsOfDay(await loadDirectory(work.db), on, unitId)
  return duties.map((duty) => ({ duty, ...addressedUnits(addressees.filter(({ dutyId }) => dutyId === duty.id), unitId, day) }))
}
