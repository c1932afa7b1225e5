import type { PlainDate } from '#kernel/plain-date.ts'
import type { Role } from '#modules/people/domain/roles.ts'

/** Eight units of 2021, each with the one above it: enough for every relation there is (itself, above, below, beside). */
const ABOVE = {
  province: null, homeAffairs: 'province', justice: 'province', daLat: 'province', wardOfDaLat: 'daLat', otherWardOfDaLat: 'daLat', baoLoc: 'province', wardOfBaoLoc: 'baoLoc',
} as const satisfies Record<string, string | null>
export type Place = keyof typeof ABOVE
export const PLACES = Object.keys(ABOVE) as Place[]

/** The unit above; null for the province. */
export function aboveOf(place: Place | null): Place | null {
  return place === null ? null : ABOVE[place]
}

export interface Held { readonly role: Role; readonly at: Place; readonly withSubordinates: boolean; readonly from: PlainDate; readonly until: PlainDate | null }
/** The role of the head of a unit, lent for a time. */
export interface Lent { readonly at: Place; readonly from: PlainDate; readonly until: PlainDate; readonly revokedOn: PlainDate | null }
export interface Person { readonly home: Place; readonly held: readonly Held[]; readonly lent: readonly Lent[] }

/**
 * Who may do what, written down a second time: a right that is added or widened in `roles.ts` has to be meant here too.
 * `own`: the unit of the role alone; `below`: the units under it as well, if the role was given so.
 */
const RIGHTS: Readonly<Record<string, Partial<Record<Role, 'own' | 'below'>>>> = {
  'people.manage-accounts': { administrator: 'below' },
  'people.read-accounts': { administrator: 'below' },
  'people.record-appointments': { coordinator: 'below', 'unit-head': 'own' },
  'people.delegate': { 'unit-head': 'own' },
  'platform.read-audit': { administrator: 'below' },
  'platform.manage-calendar': { administrator: 'below' },
  'organisations.change-units': { administrator: 'below', coordinator: 'below' },
  'documents.register': { coordinator: 'below' },
  'documents.read': { coordinator: 'below', leader: 'below', 'unit-head': 'below', 'focal-officer': 'below', inspector: 'below', observer: 'below' },
  'documents.acknowledge': { 'unit-head': 'own', 'focal-officer': 'own' },
  'documents.record-briefing': { 'unit-head': 'own', 'focal-officer': 'own' },
  'documents.manage-reminders': { administrator: 'below', coordinator: 'below' },
  'plans.prepare-directive': { coordinator: 'below' },
  'plans.issue-directive': { coordinator: 'below' },
  'plans.read-progress': { coordinator: 'below', leader: 'below', 'unit-head': 'below', 'focal-officer': 'below', inspector: 'below', observer: 'below' },
  'plans.write-report': { coordinator: 'below', leader: 'below' },
  'plans.prepare-unit-plan': { 'unit-head': 'own', 'focal-officer': 'own' },
  'plans.approve-unit-plan': { 'unit-head': 'own' },
  'plans.report-progress': { 'unit-head': 'own', 'focal-officer': 'own' },
  'plans.manage-escalation': { administrator: 'below', coordinator: 'below' },
  'reports.read': { coordinator: 'below', leader: 'below', 'unit-head': 'below', 'focal-officer': 'below', inspector: 'below' },
  'reports.prepare': { coordinator: 'own', 'unit-head': 'own', 'focal-officer': 'own' },
  'reports.approve': { leader: 'own', 'unit-head': 'own' },
  'reports.receive': { coordinator: 'own', 'unit-head': 'own', 'focal-officer': 'own' },
  'reports.manage': { coordinator: 'below' },
  'deadlines.manage': { administrator: 'below', coordinator: 'below' },
  'petitions.manage': { administrator: 'below', coordinator: 'below' },
  'petitions.receive': { 'unit-head': 'own', 'reception-officer': 'own', 'petition-officer': 'own', 'denunciation-officer': 'own' },
  'petitions.read': { leader: 'own', 'unit-head': 'own', 'petition-officer': 'own', resolver: 'own', 'denunciation-officer': 'own' },
  'petitions.triage': { 'unit-head': 'own', 'petition-officer': 'own', 'denunciation-officer': 'own' },
  'petitions.decide': { leader: 'own', 'unit-head': 'own' },
  'petitions.resolve': { 'unit-head': 'own', resolver: 'own', 'denunciation-officer': 'own' },
  'petitions.handle-denunciations': { leader: 'own', 'unit-head': 'own', 'denunciation-officer': 'own' },
  'petitions.read-statistics': {
    coordinator: 'below', leader: 'below', 'unit-head': 'below', 'focal-officer': 'below', inspector: 'below', 'petition-officer': 'own', resolver: 'own',
  },
  'reception.receive': { 'unit-head': 'own', 'reception-officer': 'own' },
  'reception.read': { leader: 'own', 'unit-head': 'own', 'reception-officer': 'own', 'petition-officer': 'own' },
  'reception.schedule': { 'unit-head': 'own', 'reception-officer': 'own' },
}

/** What one person may on one day. */
export interface Model {
  /** Where they work. */
  readonly home: Place
  over(permission: string, place: Place): boolean
  /** Over any unit at all. */
  anywhere(permission: string): boolean
  /** Over the province and everything below it by one role: what concerns everybody. */
  everywhere(permission: string): boolean
  /** As the holder, not in somebody's stead. */
  byOwnRole(role: Role, permission: string, place: Place): boolean
}

export function modelOf({ home, held, lent }: Person, today: PlainDate): Model {
  const own = held.filter(({ from, until }) => from <= today && (until === null || today < until))
  const borrowed = lent
    .filter(({ from, until, revokedOn }) => from <= today && today < until && (revokedOn === null || today < revokedOn))
    .map(({ at }) => ({ role: 'unit-head' as const, at, withSubordinates: true }))
  const grants = (permission: string) => [...own, ...(permission === 'people.delegate' ? [] : borrowed)]
  const reaches = ({ role, at, withSubordinates }: Pick<Held, 'role' | 'at' | 'withSubordinates'>, permission: string, place: Place) => {
    const right = RIGHTS[permission]?.[role]
    return right !== undefined && (place === at || (right === 'below' && withSubordinates && isBelow(place, at)))
  }
  return {
    home,
    over: (permission, place) => grants(permission).some((grant) => reaches(grant, permission, place)),
    anywhere: (permission) => PLACES.some((place) => grants(permission).some((grant) => reaches(grant, permission, place))),
    everywhere: (permission) => grants(permission).some((grant) => grant.at === 'province' && PLACES.every((place) => reaches(grant, permission, place))),
    byOwnRole: (role, permission, place) => own.some((grant) => grant.role === role && reaches(grant, permission, place)),
  }
}

function isBelow(place: Place, other: Place): boolean {
  for (let at = aboveOf(place); at !== null; at = aboveOf(at)) if (at === other) return true
  return false
}
