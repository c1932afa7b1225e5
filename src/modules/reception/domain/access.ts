import { may, unitsWhere, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { MatterKind, VisitWho } from './visit.ts'

/**
 * `whole`: everything; `covered`: that somebody was received that day, without who and about what; `nothing`: it does not exist.
 * A visit about a denunciation is open only to who handles denunciations (Luật Tố cáo 25/2018/QH14, Điều 8, 56).
 */
export type Sight = 'whole' | 'covered' | 'nothing'

export function sightOf(actor: Actor, { unitId, hasDenunciation }: VisitWho): Sight {
  if (!may(actor, 'reception.read', unitId)) return 'nothing'
  return !hasDenunciation || may(actor, 'petitions.handle-denunciations', unitId) ? 'whole' : 'covered'
}

/** Who may write down a visit about such a matter: a denunciation only who handles them. */
export function mayReceive(actor: Actor, unitId: UnitId, kind: MatterKind): boolean {
  return may(actor, 'reception.receive', unitId) && (kind !== 'denunciation' || may(actor, 'petitions.handle-denunciations', unitId))
}

/** Units whose register somebody reads, and of those where visits about denunciations are open to them. */
export interface Readable { readonly units: ReadonlySet<UnitId>; readonly denunciationUnits: ReadonlySet<UnitId> }

export function registersOf(actor: Actor): Readable {
  const units = unitsWhere(actor, 'reception.read')
  const handled = unitsWhere(actor, 'petitions.handle-denunciations')
  return { units, denunciationUnits: new Set([...units].filter((unitId) => handled.has(unitId))) }
}

/** The plan of a unit's reception days: who receives or plans there, and who follows it from above. */
export function mayReadSchedule(actor: Actor, unitId: UnitId): boolean {
  return (['reception.read', 'reception.schedule', 'petitions.read-statistics'] as const).some((permission) => may(actor, permission, unitId))
}
