import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { overlaps } from '#kernel/validity.ts'
import { directoryOf, type Directory, type UnitRecords } from './directory.ts'
import { mayLieUnder } from './unit-kind.ts'
import type { Succession, UnitVersion } from './unit.ts'

export type FaultCode =
  | 'empty_version'
  | 'overlap'
  | 'gap'
  | 'parent_not_valid'
  | 'parent_of_wrong_kind'
  | 'cycle'
  | 'code_twice'
  | 'successor_not_valid'
  | 'successor_of_unit_not_there'
  | 'full_successor_of_living_unit'
  | 'not_one_principal'

export interface Fault {
  readonly code: FaultCode
  readonly unitId: UnitId
  readonly on: PlainDate
}

/** What must never be found in the records: seed, changes and their undoing are all held to it. */
export function findFaults(records: UnitRecords): readonly Fault[] {
  const directory = directoryOf(records.versions, records.successions)
  return [
    ...directory.unitIds.flatMap((id) => faultsInHistory(directory.historyOf(id))),
    ...records.versions.flatMap((version) => faultsAbove(directory, version)),
    ...faultsInCodes(records.versions),
    ...records.successions.flatMap((succession) => faultsInSuccession(directory, succession)),
    ...directory.unitIds.flatMap((id) => faultsInPrincipal(directory, id)),
  ]
}

function faultsInHistory(history: readonly UnitVersion[]): Fault[] {
  return history.flatMap((version, index) => {
    const { unitId, validFrom: on, validUntil } = version
    const next = history[index + 1]
    const faults: Fault[] = []
    if (validUntil !== null && validUntil <= on) faults.push({ code: 'empty_version', unitId, on })
    if (next && overlaps(version, next)) faults.push({ code: 'overlap', unitId, on: next.validFrom })
    if (next && validUntil !== null && validUntil < next.validFrom) faults.push({ code: 'gap', unitId, on: validUntil })
    return faults
  })
}

function faultsAbove(directory: Directory, version: UnitVersion): Fault[] {
  const { unitId, parentId, kind, validFrom: on, validUntil } = version
  if (parentId === null) return mayLieUnder(kind, null) ? [] : [{ code: 'parent_of_wrong_kind', unitId, on }]
  const parent = directory.unitOn(parentId, on)
  const parentUntil = directory.lifeOf(parentId)?.validUntil ?? null
  if (!parent || (parentUntil !== null && (validUntil === null || validUntil > parentUntil))) {
    return [{ code: 'parent_not_valid', unitId, on }]
  }
  if (!mayLieUnder(kind, parent.kind)) return [{ code: 'parent_of_wrong_kind', unitId, on }]
  return isItsOwnAncestor(directory, version) ? [{ code: 'cycle', unitId, on }] : []
}

/** A ring closes on the first day of the last of its versions, so looking up from each first day finds every ring. */
function isItsOwnAncestor(directory: Directory, version: UnitVersion): boolean {
  const passed = new Set<UnitId>()
  let above = version.parentId
  while (above !== null && !passed.has(above)) {
    if (above === version.unitId) return true
    passed.add(above)
    above = directory.unitOn(above, version.validFrom)?.parentId ?? null
  }
  return false
}

function faultsInCodes(versions: readonly UnitVersion[]): Fault[] {
  const byCode = Map.groupBy(versions.filter(({ code }) => code !== null), ({ code }) => code)
  return [...byCode.values()].flatMap((bearers) =>
    bearers.flatMap((one, index): Fault[] => {
      const other = bearers.slice(index + 1).find((next) => next.unitId !== one.unitId && overlaps(one, next))
      return other ? [{ code: 'code_twice', unitId: other.unitId, on: other.validFrom }] : []
    }),
  )
}

function faultsInSuccession(directory: Directory, { fromId, toId, on, extent }: Succession): Fault[] {
  const faults: Fault[] = []
  const dayBefore = addDays(on, -1)
  if (!directory.unitOn(toId, on)) faults.push({ code: 'successor_not_valid', unitId: toId, on })
  if (fromId === toId || !directory.unitOn(fromId, dayBefore)) {
    faults.push({ code: 'successor_of_unit_not_there', unitId: fromId, on })
  } else if (extent === 'full' && directory.unitOn(fromId, on)) {
    faults.push({ code: 'full_successor_of_living_unit', unitId: fromId, on })
  }
  return faults
}

/** Of the successors on the day a unit ends one is the principal; parts given away earlier have none. */
function faultsInPrincipal(directory: Directory, id: UnitId): Fault[] {
  const successions = directory.successionsFrom(id)
  const end = directory.lifeOf(id)?.validUntil ?? null
  const atEnd = successions.filter(({ on }) => on === end)
  const principals = successions.filter(({ principal }) => principal)
  const wanted = atEnd.length === 0 ? 0 : 1
  if (principals.length === wanted && principals.every(({ on }) => on === end)) return []
  return successions.slice(0, 1).map(({ on }) => ({ code: 'not_one_principal', unitId: id, on }))
}
