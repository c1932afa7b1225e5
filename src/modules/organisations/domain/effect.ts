import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { overlaps } from '#kernel/validity.ts'
import { directoryOf, type UnitRecords } from './directory.ts'
import { findFaults } from './faults.ts'
import type { Succession, UnitVersion } from './unit.ts'

/** What a change does to the records: these lines go, those come. A version is known by its unit and first day. */
export interface Effect {
  readonly remove: UnitRecords
  readonly add: UnitRecords
}

export type UnitRefusalCode =
  | 'organisations.unit_not_found'
  | 'organisations.unit_not_valid_then'
  | 'organisations.began_that_day'
  | 'organisations.later_change_exists'
  | 'organisations.nothing_changes'
  | 'organisations.id_in_use'
  | 'organisations.name_taken'
  | 'organisations.code_taken'
  | 'organisations.needs_parent'
  | 'organisations.parent_not_valid'
  | 'organisations.parent_is_below'
  | 'organisations.parent_of_wrong_kind'
  | 'organisations.merge_needs_several'
  | 'organisations.split_needs_several'
  | 'organisations.split_needs_principal'
  | 'organisations.receiver_named_twice'
  | 'organisations.receiver_is_below'
  | 'organisations.children_not_placed'
  | 'organisations.nobody_above'
  | 'organisations.breaks_later_records'
  | 'organisations.later_change_builds_on_it'

/** An expected no: the code is a phrase, the details fill its placeholders. */
export interface UnitRefusal {
  readonly ok: false
  readonly because: UnitRefusalCode
  readonly details: Readonly<Record<string, string>>
}

export function refusal(because: UnitRefusalCode, details: Readonly<Record<string, string>> = {}): UnitRefusal {
  return { ok: false, because, details }
}

export function applyEffect(records: UnitRecords, effect: Effect): UnitRecords {
  const goneVersions = new Set(effect.remove.versions.map(versionKey))
  const goneSuccessions = new Set(effect.remove.successions.map(successionKey))
  return {
    versions: [...records.versions.filter((version) => !goneVersions.has(versionKey(version))), ...effect.add.versions],
    successions: [...records.successions.filter((succession) => !goneSuccessions.has(successionKey(succession))), ...effect.add.successions],
  }
}

export function inverseOf(effect: Effect): Effect {
  return { remove: effect.add, add: effect.remove }
}

/**
 * Whether a change can be taken back: all that it wrote still stands as written, and without it nothing that came later
 * hangs in the air or meets its own name again.
 */
export function canUndo(records: UnitRecords, effect: Effect): { readonly ok: true } | UnitRefusal {
  const touched = effect.add.versions.find((version) => !records.versions.some((now) => isSameVersion(now, version)))
  if (touched) return refusal('organisations.later_change_builds_on_it', { unit: touched.name })
  const after = applyEffect(records, inverseOf(effect))
  const clash = findClash(after, effect.remove.versions)
  if (clash) return clash
  const [fault] = findFaults(after)
  return fault ? refusal('organisations.later_change_builds_on_it', { unit: nameIn(records, fault.unitId, fault.on) }) : { ok: true }
}

/** Two siblings of one name, or two units of one code, where one of them is among `versions`. */
export function findClash(records: UnitRecords, versions: readonly UnitVersion[]): UnitRefusal | undefined {
  for (const version of versions.filter(({ validUntil }) => validUntil === null)) {
    for (const other of records.versions) {
      if (other.unitId === version.unitId || !overlaps(other, version)) continue
      if (other.code !== null && other.code === version.code) return refusal('organisations.code_taken', { code: other.code, unit: other.name })
      if (other.parentId === version.parentId && isSameName(other.name, version.name)) {
        return refusal('organisations.name_taken', { name: version.name })
      }
    }
  }
  return undefined
}

export function nameIn(records: UnitRecords, id: UnitId, on: PlainDate): string {
  return directoryOf(records.versions, records.successions).nameOn(id, on) ?? id
}

function versionKey({ unitId, validFrom }: UnitVersion): string {
  return `${unitId} ${validFrom}`
}

function successionKey({ fromId, toId, on }: Succession): string {
  return `${fromId} ${toId} ${on}`
}

function isSameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other)
}

function foldName(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('vi')
}

function isSameVersion(one: UnitVersion, other: UnitVersion): boolean {
  return (
    versionKey(one) === versionKey(other) &&
    one.validUntil === other.validUntil &&
    one.parentId === other.parentId &&
    one.actId === other.actId &&
    one.certainty === other.certainty &&
    isSameDesignation(one, other)
  )
}

export function isSameDesignation(
  one: Pick<UnitVersion, 'code' | 'name' | 'shortName' | 'sign' | 'kind'>,
  other: Pick<UnitVersion, 'code' | 'name' | 'shortName' | 'sign' | 'kind'>,
): boolean {
  return (
    one.code === other.code &&
    one.name === other.name &&
    one.shortName === other.shortName &&
    one.sign === other.sign &&
    one.kind === other.kind
  )
}
