import { laterOf, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { occurrencesUntil } from '../domain/schedule.ts'
import type { AddressedDuty } from './addressed-duties.ts'
import { obligationStore, type NewObligation } from './obligation-store.ts'

/**
 * Gives duties to units: one obligation for each period that has begun. A period whose term had passed before the duty was given
 * is not owed; a duty due once always is. Returns how many are new: what is there already stays as it is.
 */
export async function giveDuties(work: Work, duties: readonly AddressedDuty[], givenOn: PlainDate): Promise<number> {
  return obligationStore(work.db).add(await atHolders(work, obligationsOf(work, duties).filter(({ periodFrom, dueOn }) => periodFrom === null || dueOn >= givenOn), givenOn))
}

/** Opens the periods that began since `from`, however late the night is in which it runs. */
export async function givePeriods(work: Work, duties: readonly AddressedDuty[], from: PlainDate): Promise<number> {
  const fresh = obligationsOf(work, duties).filter(({ periodFrom }) => periodFrom !== null && periodFrom >= from)
  return obligationStore(work.db).add(await atHolders(work, fresh, from))
}

function obligationsOf(work: Work, duties: readonly AddressedDuty[]): Omit<NewObligation, 'assignedOn'>[] {
  return duties.flatMap(({ duty, units }) => occurrencesUntil(duty.schedule, work.today, work.calendar).flatMap(({ periodFrom, periodTo, dueOn }) =>
    units.map(({ unitId, role, viaUnitId }) => ({ dutyId: duty.id, unitId, role, viaUnitId, periodFrom, periodTo, dueOn }))))
}

/** A period belongs to whoever carries the unit's business on its first day; several that merged owe it once. */
async function atHolders(work: Work, obligations: readonly Omit<NewObligation, 'assignedOn'>[], givenOn: PlainDate): Promise<NewObligation[]> {
  const directory = await loadDirectory(work.db)
  const held = new Map<string, NewObligation>()
  for (const obligation of obligations) {
    const assignedOn = laterOf(obligation.periodFrom ?? givenOn, givenOn)
    const unitId = currentHolder(directory, obligation.unitId, assignedOn) ?? obligation.unitId
    const key = `${obligation.dutyId} ${unitId} ${obligation.role} ${obligation.periodFrom ?? ''}`
    if (!held.has(key)) held.set(key, { ...obligation, unitId, assignedOn })
  }
  return [...held.values()]
}
