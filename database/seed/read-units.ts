import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import type { UnitRecords } from '#modules/organisations/domain/directory.ts'
import { findFaults } from '#modules/organisations/domain/faults.ts'
import type { LegalAct, LegalActId, Succession, UnitVersion } from '#modules/organisations/domain/unit.ts'
import { tierOf, UNIT_KIND_NAMES } from '#modules/organisations/domain/unit-kind.ts'
import { seedId, seedRows } from './seed-file.ts'

/** The id of a seeded unit by the key it has in units.csv ("lam-dong", "ld-so-noi-vu", "ld-2025-24781"). */
export function seedUnitId(key: string): UnitId {
  return seedId('unit', key) as UnitId
}

export function seedActId(key: string): LegalActId {
  return seedId('legal-act', key) as LegalActId
}

export function readActs(csv: string): readonly LegalAct[] {
  return seedRows('acts.csv', csv).map((row) => ({
    actId: seedActId(row.text('key')),
    kind: row.text('kind'),
    number: row.text('number'),
    issuedOn: row.dateOrNull('issued_on'),
    issuer: row.text('issuer'),
    subject: row.text('subject'),
    certainty: row.certainty(),
  }))
}

/** The province through time. Throws at the first thing that cannot be. */
export function readUnits(csv: { readonly units: string; readonly successions: string }): UnitRecords {
  return withoutFaults({ versions: readVersions(csv.units), successions: readSuccessions(csv.successions) })
}

/**
 * The 33 other provinces and their units from 1/7/2025 on; Lâm Đồng's own lines in nation.csv are there to be compared with
 * units.csv and are left out here.
 */
export function readNation(csv: string): UnitRecords {
  const rows = seedRows('nation.csv', csv).filter((row) => row.text('code') !== LAM_DONG && row.textOrNull('parent') !== LAM_DONG)
  const versions = rows.map((row): UnitVersion => {
    const parent = row.textOrNull('parent')
    return {
      unitId: nationUnitId(row.text('code')),
      code: row.text('code'),
      kind: row.oneOf('kind', UNIT_KIND_NAMES),
      name: row.text('name'),
      shortName: null,
      sign: 'UBND',
      parentId: parent === null ? null : nationUnitId(parent),
      validFrom: plainDate('2025-07-01'),
      validUntil: null,
      actId: seedActId(CODE_LIST),
      certainty: row.certainty(),
    }
  })
  return withoutFaults({ versions, successions: [] })
}

const LAM_DONG = '68'
const CODE_LIST = 'qd-19-2025'

function nationUnitId(code: string): UnitId {
  return seedUnitId(`vn-2025-${code}`)
}

function readVersions(csv: string): readonly UnitVersion[] {
  return seedRows('units.csv', csv).map((row) => {
    const kind = row.oneOf('kind', UNIT_KIND_NAMES)
    const parent = row.textOrNull('parent')
    const act = row.textOrNull('act')
    if (tierOf(kind) !== 'province' && parent === null) row.text('parent')
    return {
      unitId: seedUnitId(row.text('key')),
      code: row.textOrNull('code'),
      kind,
      name: row.text('name'),
      shortName: row.textOrNull('short_name'),
      sign: row.textOrNull('sign'),
      parentId: parent === null ? null : seedUnitId(parent),
      validFrom: row.date('valid_from'),
      validUntil: row.dateOrNull('valid_until'),
      actId: act === null ? null : seedActId(act),
      certainty: row.certainty(),
    }
  })
}

function readSuccessions(csv: string): readonly Succession[] {
  return seedRows('successions.csv', csv).map((row) => {
    const act = row.textOrNull('act')
    return {
      fromId: seedUnitId(row.text('from')),
      toId: seedUnitId(row.text('to')),
      on: row.date('on'),
      extent: row.oneOf('extent', ['full', 'partial']),
      principal: row.oneOf('principal', ['yes', 'no']) === 'yes',
      actId: act === null ? null : seedActId(act),
      certainty: row.certainty(),
    }
  })
}

function withoutFaults(records: UnitRecords): UnitRecords {
  const [fault] = findFaults(records)
  if (!fault) return records
  const name = records.versions.find(({ unitId }) => unitId === fault.unitId)?.name ?? fault.unitId
  throw new RangeError(`Seeded units: ${fault.code} at ${name} on ${fault.on}`)
}
