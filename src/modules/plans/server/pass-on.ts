import type { UnitId } from '#kernel/ids.ts'
import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory, tierOf, type Directory } from '#modules/organisations/server/index.ts'
import { deliverDocument } from '#modules/documents/server/index.ts'
import type { AddressedUnit } from '../domain/addressing.ts'
import { addressedDuties, type AddressedDuty } from './addressed-duties.ts'
import { directiveStore, type DirectiveRow } from './directive-store.ts'
import { giveDuties, givePeriods } from './give-duties.ts'
import { obligationStore } from './obligation-store.ts'
import type { DirectiveId } from './tables.ts'

/** A period missed for longer than this (a system that stood still) is not opened by itself. */
const LOOK_BACK_MONTHS = 12

/** A district has issued its own plan: the communes it answers for get the directive and their duties, through it. */
export async function passOnThroughDistrict(work: Work, directiveId: DirectiveId, districtId: UnitId): Promise<void> {
  const directive = await directiveStore(work.db).find(directiveId)
  if (directive === undefined || directive.issuedOn === null || directive.documentId === null || directive.withdrawnOn !== null) return
  const directory = await loadDirectory(work.db)
  const isTheirs = ({ viaUnitId }: AddressedUnit) => viaUnitId !== null && (viaUnitId === districtId || districtOn(directory, viaUnitId, work.today) === districtId)
  const duties = (await addressedDuties(work, directive, directive.issuedOn)).map(({ duty, units }) => ({ duty, units: units.filter(isTheirs) }))
  await deliverDocument(work, { documentId: directive.documentId, fromUnitId: districtId, unitIds: unitIdsOf(duties) })
  await giveDuties(work, duties, work.today)
}

/**
 * The periods that have begun since: what the nightly job adds for every recurring duty in force. Communes that get a duty through
 * their district have its periods once the district has passed it on, and directly where there is no district level any more.
 */
export async function openPeriods(work: Work): Promise<number> {
  const directory = await loadDirectory(work.db)
  const from = addMonths(work.today, -LOOK_BACK_MONTHS)
  let opened = 0
  for (const directive of await directiveStore(work.db).listRecurring()) {
    if (directive.issuedOn === null) continue
    const duties = (await addressedDuties(work, directive, directive.issuedOn)).filter(({ duty }) => duty.schedule.kind === 'recurring')
    const passedOnBy = await obligationStore(work.db).districtsThatPassedOn(directive.id)
    opened += await givePeriods(work, only(duties, ({ viaUnitId }) => viaUnitId === null || passedOnBy.has(viaUnitId)), from)
    opened += await openWithoutDistrict(work, directory, { directive, from }, only(duties, ({ viaUnitId }) => viaUnitId !== null && !passedOnBy.has(viaUnitId)))
  }
  return opened
}

/** The district is gone and nobody passed the duty on: its former communes' successors get what begins after it ended from the issuer itself. */
async function openWithoutDistrict(work: Work, directory: Directory, { directive, from }: { directive: DirectiveRow; from: PlainDate }, duties: readonly AddressedDuty[]): Promise<number> {
  let opened = 0
  for (const districtId of new Set(duties.flatMap(({ units }) => units.flatMap(({ viaUnitId }) => viaUnitId ?? [])))) {
    const endedOn = lastDistrictEndOf(directory, districtId, work.today)
    if (endedOn === undefined || directive.documentId === null) continue
    const left = only(duties, ({ viaUnitId }) => viaUnitId === districtId).map(({ duty, units }) => ({ duty, units: units.map((unit) => ({ ...unit, viaUnitId: null })) }))
    const added = await givePeriods(work, left, endedOn > from ? endedOn : from)
    if (added > 0) await deliverDocument(work, { documentId: directive.documentId, fromUnitId: directive.unitId, unitIds: holdersOf(directory, unitIdsOf(left), work.today) })
    opened += added
  }
  return opened
}

/** The district that carries a former district's business on the day; undefined where the level is gone. */
function districtOn(directory: Directory, districtId: UnitId, day: PlainDate): UnitId | undefined {
  const holder = currentHolder(directory, districtId, day)
  const unit = holder === undefined ? undefined : directory.unitOn(holder, day)
  return unit !== undefined && tierOf(unit.kind) === 'district' ? unit.unitId : undefined
}

/** From when on no district carries its business; undefined while one does. */
function lastDistrictEndOf(directory: Directory, districtId: UnitId, day: PlainDate): PlainDate | undefined {
  if (districtOn(directory, districtId, day) !== undefined) return undefined
  const endedOn = directory.lifeOf(districtId)?.validUntil ?? undefined
  const heir = endedOn === undefined ? undefined : districtOn(directory, districtId, endedOn)
  return heir === undefined ? endedOn : lastDistrictEndOf(directory, heir, day)
}

function only(duties: readonly AddressedDuty[], isWanted: (unit: AddressedUnit) => boolean): AddressedDuty[] {
  return duties.map(({ duty, units }) => ({ duty, units: units.filter(isWanted) }))
}

function unitIdsOf(duties: readonly AddressedDuty[]): UnitId[] {
  return [...new Set(duties.flatMap(({ units }) => units.map(({ unitId }) => unitId)))]
}

function holdersOf(directory: Directory, unitIds: readonly UnitId[], day: PlainDate): UnitId[] {
  return [...new Set(unitIds.flatMap((unitId) => currentHolder(directory, unitId, day) ?? []))]
}
