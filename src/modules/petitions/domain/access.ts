import { may, unitsWhere, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { CaseKind, CaseWho } from './case.ts'

/**
 * Who reads the content and the people of a case: who holds `petitions.read` over its unit; a denunciation only who holds
 * `petitions.handle-denunciations` as well (Luật Tố cáo 25/2018/QH14, Điều 8, 56). Whoever may not is told that there is no such case.
 */
export function mayRead(actor: Actor, { unitId, kind }: Pick<CaseWho, 'unitId' | 'kind'>): boolean {
  return may(actor, 'petitions.read', unitId) && (kind !== 'denunciation' || may(actor, 'petitions.handle-denunciations', unitId))
}

/** Who may register a case of the kind for the unit. */
export function mayRegister(actor: Actor, unitId: UnitId, kind: CaseKind): boolean {
  return may(actor, 'petitions.receive', unitId) && (kind !== 'denunciation' || may(actor, 'petitions.handle-denunciations', unitId))
}

/** What lists, searches and counts are limited to: units for ordinary cases, and those for denunciations. */
export interface Readable {
  readonly units: ReadonlySet<UnitId>
  readonly denunciationUnits: ReadonlySet<UnitId>
}

export function readableBy(actor: Actor): Readable {
  const units = unitsWhere(actor, 'petitions.read')
  const handled = unitsWhere(actor, 'petitions.handle-denunciations')
  return { units, denunciationUnits: new Set([...units].filter((unitId) => handled.has(unitId))) }
}
