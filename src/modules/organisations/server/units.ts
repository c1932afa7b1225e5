import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Act, Unit, UnitRecord } from '../contract.ts'
import { currentHolder } from '../domain/successors.ts'
import type { LegalAct, UnitVersion } from '../domain/unit.ts'
import { loadDirectory } from './directory.ts'
import { organisationStore } from './organisation-store.ts'

/** Every unit of a day, in the order of official lists. */
export async function readTree(work: Work, on: PlainDate = work.today): Promise<{ on: string; units: Unit[] }> {
  const directory = await loadDirectory(work.db)
  return { on, units: directory.treeOn(on).units.map(shown) }
}

/** A unit through time: what it was called, under what, made from what, gone into what, and who carries its business on the day. */
export async function readUnit(work: Work, id: UnitId, on: PlainDate = work.today): Promise<UnitRecord> {
  const directory = await loadDirectory(work.db)
  const history = directory.historyOf(id)
  if (history.length === 0) throw new Refusal('not_found', 'organisations.no_such_unit')
  const acts = new Map((await organisationStore(work.db).listActs()).map((act) => [act.actId, act]))
  const unit = directory.unitOn(id, on)
  const holder = currentHolder(directory, id, on)
  const named = (unitId: UnitId, date: PlainDate) => ({ id: unitId, name: directory.nameOn(unitId, date) ?? '' })
  return {
    unit: unit === undefined ? null : shown(unit), name: directory.nameOn(id, on) ?? '',
    history: history.map((version) => {
      const act = version.actId === null ? undefined : acts.get(version.actId)
      return { ...shown(version), act: act === undefined ? null : shownAct(act) }
    }),
    ancestors: directory.ancestorsOn(id, on).map(({ unitId, name }) => ({ id: unitId, name })),
    children: directory.childrenOn(id, on).map(shown),
    predecessors: directory.successionsTo(id).map(({ fromId, on: day, extent }) => ({ ...named(fromId, day), on: day, extent })),
    successors: directory.successionsFrom(id).map(({ toId, on: day, extent, principal }) => ({ ...named(toId, day), on: day, extent, principal })),
    holder: holder === undefined || holder === id ? null : named(holder, on),
  }
}

/** For the desk's search: units of today first, then former ones, with or without accents. */
export async function searchUnits(work: Work, text: string, limit: number) {
  const directory = await loadDirectory(work.db)
  const wanted = plainText(text)
  const found = directory.unitIds.flatMap((id) => {
    const last = directory.historyOf(id).at(-1)
    return last !== undefined && plainText(last.name).includes(wanted) ? [last] : []
  })
  return found
    .toSorted((one, other) => Number(one.validUntil !== null) - Number(other.validUntil !== null) || one.name.localeCompare(other.name, 'vi'))
    .slice(0, limit)
    .map(({ unitId, name, parentId, validUntil }) => ({
      kind: 'unit' as const, id: unitId, title: name, link: `/to-chuc/${unitId}`,
      subtitle: [parentId === null ? '' : directory.nameOn(parentId, work.today) ?? '', validUntil === null ? '' : 'đã sắp xếp'].filter(Boolean).join(' · '),
    }))
}

export function shownAct({ actId, ...act }: LegalAct): Act {
  return { id: actId, ...act }
}

function shown({ unitId, code, name, shortName, sign, kind, parentId, validFrom, validUntil, certainty }: UnitVersion): Unit {
  return { id: unitId, code, name, shortName, sign, kind, parentId, validFrom, validUntil, certainty }
}

function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase()
}
