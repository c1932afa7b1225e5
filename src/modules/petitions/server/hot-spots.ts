import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { holdsWholeProvince, requireWholeProvince } from '#modules/people/server/index.ts'
import type { HeatWeights, HotSpot, HotSpotQuery, HotSpots, SaveHeatWeights } from '../contract-statistics.ts'
import { readableBy } from '../domain/access.ts'
import { HEAT_FACTORS, HEAT_LEVELS, tellHeat, type Gathered, type HeatLevel, type ToldHeat } from '../domain/hot-spot.ts'
import { dueBoardStore } from './due-board-store.ts'
import { listFor } from './due-board.ts'
import { byFactor, hotSpotStore, type GatheredCases, type HotSpotView, type KeptScale } from './hot-spots-store.ts'
import { holderOf, ownUnitsOf, scopeOf } from './statistics-scope.ts'

const MOST_SPOTS = 100
const MANAGE = 'petitions.manage'
const NOBODY: Gathered = byFactor(() => 0)

/** Where unresolved cases gather, the hottest first: never a person, never what somebody wrote. */
export async function readHotSpots(work: Work, { by, level, ...narrowing }: HotSpotQuery): Promise<HotSpots> {
  const scope = await scopeOf(work, narrowing)
  const directory = await loadDirectory(work.db)
  const store = hotSpotStore(work.db)
  const scale = await store.scale()
  const gathered = (await store.gather(by, scope, work.today)).map((each) => (by === 'place' || by === 'unit' ? { ...each, key: holderOf(directory, each.key, work) } : each))
  const told = [...Map.groupBy(gathered, ({ key }) => key).values()].flatMap((parts) => { const heat = heatOfParts(parts, scale); return heat === null ? [] : [{ parts, heat }] })
    .filter(({ heat }) => isAtLeast(heat.level, level)).toSorted((one, other) => other.heat.rank - one.heat.rank).slice(0, MOST_SPOTS)
  const topics = await dueBoardStore(work.db).topicNames()
  const listOf = listFor(work, scope, narrowing)
  const readable = readableBy(work.actor).units
  const spots = told.map(({ parts, heat: { level: reached, score, parts: reasons } }): HotSpot => {
    const [first] = parts
    const isOwn = parts.every((part) => part.isOwn)
    return {
      key: first?.key ?? '', name: first === undefined ? '' : nameOf(by, first, { topics, directory, work }), isOwn, level: reached, score, parts: reasons.map((reason) => ({ ...reason })),
      list: by !== 'matter' ? listOf(by, first?.key ?? '') : isOwn && first !== undefined && [...scope.own].every((id) => readable.has(id)) ? `/don-thu/${first.caseId}` : null,
    }
  })
  return {
    on: work.today, by, watchFrom: scale.watchFrom, hotFrom: scale.hotFrom, source: scale.source, certainty: scale.certainty, spots,
    hasHidden: spots.some(({ score }) => score === null), ownUnits: await ownUnitsOf(work), mayChangeWeights: await holdsWholeProvince(work, MANAGE),
  }
}

export async function readHeatWeights(work: Work): Promise<HeatWeights> {
  const { weights, watchFrom, hotFrom, source, certainty } = await hotSpotStore(work.db).scale()
  return { factors: HEAT_FACTORS.map((factor) => ({ factor, ...weights[factor] })), watchFrom, hotFrom, source, certainty, mayChange: await holdsWholeProvince(work, MANAGE) }
}

/** The scale is everybody's: who changes it does so for the whole province. */
export async function saveHeatWeights(work: Work, { factors, watchFrom, hotFrom, source, certainty }: SaveHeatWeights): Promise<void> {
  await requireWholeProvince(work, MANAGE)
  const given = new Map(factors.map(({ factor, weight, most }) => [factor, { weight, most }]))
  await hotSpotStore(work.db).putScale({ weights: byFactor((factor) => given.get(factor) ?? { weight: 0, most: 0 }), watchFrom, hotFrom, source, certainty })
}

function heatOfParts(parts: readonly GatheredCases[], scale: KeptScale): ToldHeat | null {
  const of = (isOwn: boolean) => parts.filter((part) => part.isOwn === isOwn).reduce<Gathered>((sum, part) => byFactor((factor) => (factor === 'days-waiting' ? Math.max(sum[factor], part[factor]) : sum[factor] + part[factor])), NOBODY)
  return tellHeat({ own: of(true), others: of(false) }, scale)
}

function isAtLeast(reached: HeatLevel, level: HeatLevel | undefined): boolean {
  return HEAT_LEVELS.indexOf(reached) >= (level === undefined ? 0 : HEAT_LEVELS.indexOf(level))
}

interface Names { readonly topics: ReadonlyMap<string, string>; readonly directory: Directory; readonly work: Pick<Work, 'today'> }

/** A topic, a place, a unit as they are called today; of a matter its topic and place. */
function nameOf(by: HotSpotView, { key, topicCode, placeUnitId }: GatheredCases, { topics, directory, work }: Names): string {
  const unit = (id: string) => directory.nameOn(holderOf(directory, id, work) as UnitId, work.today) ?? ''
  if (by === 'topic') return topics.get(key) ?? ''
  if (by === 'matter') return [topics.get(topicCode ?? ''), placeUnitId === null ? '' : unit(placeUnitId)].filter(Boolean).join(' – ')
  return key === '' ? '' : unit(key)
}
