import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import type { Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { ObligationQuery } from '../contract.ts'

interface Narrowing { readonly unitId?: UnitId | undefined; readonly class?: z.infer<typeof ObligationQuery>['class'] }

/** The units whose progress the actor may read, narrowed to one or to a class of today or of the past. */
export function followedUnits(work: Work, directory: Directory, { unitId, class: addressed }: Narrowing): ReadonlySet<UnitId> {
  const units = unitsWhere(work.actor, 'plans.read-progress')
  if (unitId !== undefined) return new Set([unitId].filter((id) => units.has(id)))
  if (addressed === undefined) return units
  return new Set([...units].filter((id) => classOfUnit(directory, id) === addressed))
}

/** By the kind the unit last had. */
function classOfUnit(directory: Directory, id: UnitId): string | undefined {
  const last = directory.historyOf(id).at(-1)
  if (last === undefined) return undefined
  return CLASS_NAMES.find((addressed) => directory.unitsOfClassOn(addressed, last.validFrom).some((unit) => unit.unitId === id))
}
const CLASS_NAMES = ['departments', 'public-service-units', 'district-committees', 'commune-committees', 'front-and-organisations'] as const
