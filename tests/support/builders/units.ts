import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import type { UnitRecords } from '#modules/organisations/domain/directory.ts'
import type { Succession, UnitVersion } from '#modules/organisations/domain/unit.ts'
import type { UnitKind } from '#modules/organisations/domain/unit-kind.ts'

export function unitIdOf(key: string): UnitId {
  return key as UnitId
}

/** A commune of the province "province" from 2021 on, but for what is said; its name is its key unless given. */
export function aUnit(
  key: string,
  { from = '2021-01-01', until, parent = 'province', ...rest }: Partial<Pick<UnitVersion, 'name' | 'code' | 'kind'>> & {
    readonly from?: string
    readonly until?: string
    readonly parent?: string | null
  } = {},
): UnitVersion {
  return {
    unitId: unitIdOf(key),
    code: null,
    name: key,
    shortName: null,
    sign: null,
    kind: 'commune',
    parentId: parent === null ? null : unitIdOf(parent),
    validFrom: plainDate(from),
    validUntil: until === undefined ? null : plainDate(until),
    actId: null,
    certainty: 'illustrative',
    ...rest,
  }
}

export function aProvince(key = 'province'): UnitVersion {
  return aUnit(key, { kind: 'province', parent: null })
}

/** Full and principal, but for what is said. */
export function aSuccession(
  from: string,
  to: string,
  on: string,
  { extent = 'full', principal = true }: Partial<Pick<Succession, 'extent' | 'principal'>> = {},
): Succession {
  return { fromId: unitIdOf(from), toId: unitIdOf(to), on: plainDate(on), extent, principal, actId: null, certainty: 'illustrative' }
}

/** A province with two districts of three communes and a department. */
export function aSmallProvince(): UnitRecords {
  const districts: [string, UnitKind][] = [['north', 'district'], ['south', 'district-city']]
  return {
    versions: [
      aProvince(),
      aUnit('home-affairs', { kind: 'department' }),
      ...districts.map(([key, kind]) => aUnit(key, { kind })),
      ...districts.flatMap(([parent]) => ['1', '2', '3'].map((number) => aUnit(`${parent}-${number}`, { parent, code: `${parent}${number}` }))),
    ],
    successions: [],
  }
}
