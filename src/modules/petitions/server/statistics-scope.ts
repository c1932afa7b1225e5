import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory, predecessorsOf, reachOf, type Directory } from '#modules/organisations/server/index.ts'
import { readableBy } from '../domain/access.ts'

/** What a board of open cases counts for this reader. */
export interface StatisticsScope {
  readonly units: ReadonlySet<UnitId>
  /** Those of them the reader works in or reads the cases of: there nothing is hidden. */
  readonly own: ReadonlySet<UnitId>
  /** Those whose denunciations the reader handles; of the others none is counted. */
  readonly denunciations: ReadonlySet<UnitId>
  readonly topic: string | null
  readonly places: readonly UnitId[] | null
}

export interface Narrowing { readonly unitId?: string | undefined; readonly topic?: string | undefined; readonly placeId?: string | undefined }

/**
 * Everything the reader may follow; narrowed only among their own units: of two views that differ by one topic or place, the difference
 * would tell what is hidden in both.
 */
export async function scopeOf(work: Work, narrowing: Narrowing): Promise<StatisticsScope> {
  const directory = await loadDirectory(work.db)
  const { own, followed, denunciations } = reachOfReader(work)
  const isNarrowed = narrowing.unitId !== undefined || narrowing.topic !== undefined || narrowing.placeId !== undefined
  const units = narrowing.unitId === undefined ? own : within(own, [narrowing.unitId as UnitId, ...predecessorsOf(directory, narrowing.unitId as UnitId, work.today)])
  if (narrowing.unitId !== undefined && !followed.has(narrowing.unitId as UnitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (isNarrowed && units.size === 0) throw new Refusal('forbidden', 'petitions.figures_not_narrowed')
  const placeId = narrowing.placeId as UnitId | undefined
  return {
    units: isNarrowed ? units : followed, own, denunciations, topic: narrowing.topic ?? null,
    places: placeId === undefined ? null : [placeId, ...reachOf(directory, placeId, work.today)],
  }
}

/** Those that may be named to narrow a view: the reader's own, as they are called today. */
export async function ownUnitsOf(work: Work): Promise<{ id: UnitId; name: string }[]> {
  const directory = await loadDirectory(work.db)
  const holders = new Set([...reachOfReader(work).own].flatMap((id) => currentHolder(directory, id, work.today) ?? []))
  return [...holders].map((id) => ({ id, name: directory.nameOn(id, work.today) ?? '' })).toSorted((one, other) => byName.compare(one.name, other.name))
}

/** The unit that carries on today what was written under another's id; itself where nobody does. */
export function holderOf(directory: Directory, id: string, { today }: Pick<Work, 'today'>): string {
  return id === '' ? '' : currentHolder(directory, id as UnitId, today) ?? id
}

function reachOfReader({ actor }: Pick<Work, 'actor'>) {
  const followed = unitsWhere(actor, 'petitions.read-statistics')
  const { units: readable, denunciationUnits } = readableBy(actor)
  return { followed, own: new Set([...followed].filter((id) => readable.has(id) || id === actor.unitId)), denunciations: within(followed, denunciationUnits) }
}

function within(units: ReadonlySet<UnitId>, others: Iterable<UnitId>): ReadonlySet<UnitId> {
  return new Set([...others].filter((id) => units.has(id)))
}

export const byName = new Intl.Collator('vi', { numeric: true })
