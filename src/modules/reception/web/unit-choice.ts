import { holds, useSession, type Session } from '#platform/web/session.ts'
import { useUrlState } from '#platform/web/url-state.ts'

export interface OwnUnit { readonly id: string; readonly name: string }

/** The units over which one of the permissions is held by a role of the person's own. */
export function unitsWith(session: Session, ...permissions: readonly string[]): OwnUnit[] {
  const mine = session.actor.roles.filter(({ unitId }) => permissions.some((permission) => holds(session, permission, unitId)))
  return [...new Map(mine.map(({ unitId, unitName }) => [unitId, { id: unitId, name: unitName }])).values()]
}

interface UnitChoice {
  readonly units: readonly OwnUnit[]
  /** Undefined where there is none to choose. */
  readonly unitId: string | undefined
  readonly choose: (unitId: string) => void
}

/** The unit the page is about: the one in the address, else that of the person's own work. A link from a board may name any. */
export function useUnitChoice(...permissions: readonly string[]): UnitChoice {
  const session = useSession()
  const url = useUrlState()
  const units = unitsWith(session, ...permissions)
  const home = units.find(({ id }) => id === session.actor.unit?.id) ?? units[0]
  return { units, unitId: url.get('don-vi') ?? home?.id, choose: (unitId) => url.set({ 'don-vi': unitId }) }
}
