import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { LegalAct, Succession, UnitVersion } from '../domain/unit.ts'
import type { OrganisationTables } from './tables.ts'

const CHUNK = 500

export function organisationStore(database: Db) {
  const db = database.$extendTables<OrganisationTables>()
  return {
    listVersions(): Promise<UnitVersion[]> {
      return db.selectFrom('organisations.unit_version').select([
        'unit_id as unitId', 'code', 'name', 'short_name as shortName', 'sign', 'kind', 'parent_id as parentId',
        'valid_from as validFrom', 'valid_until as validUntil', 'act_id as actId', 'certainty',
      ]).execute()
    },
    listSuccessions(): Promise<Succession[]> {
      return db.selectFrom('organisations.succession').select([
        'from_id as fromId', 'to_id as toId', 'on_date as on', 'extent', 'principal', 'act_id as actId', 'certainty',
      ]).execute()
    },
    listActs(): Promise<LegalAct[]> {
      return db.selectFrom('organisations.legal_act').select([
        'id as actId', 'kind', 'number', 'issued_on as issuedOn', 'issuer', 'subject', 'certainty',
      ]).orderBy('issued_on').execute()
    },
    async addActs(acts: readonly LegalAct[]): Promise<void> {
      if (acts.length === 0) return
      await db.insertInto('organisations.legal_act').values(acts.map(({ actId, issuedOn, ...act }) => ({ ...act, id: actId, issued_on: issuedOn })))
        .onConflict((conflict) => conflict.column('id').doNothing()).execute()
    },
    async addUnits(ids: readonly UnitId[]): Promise<void> {
      for (const part of chunksOf(ids)) {
        await db.insertInto('organisations.unit').values(part.map((id) => ({ id })))
          .onConflict((conflict) => conflict.column('id').doNothing()).execute()
      }
    },
    async addVersions(versions: readonly UnitVersion[]): Promise<void> {
      for (const part of chunksOf(versions)) await db.insertInto('organisations.unit_version').values(part.map(rowOfVersion)).execute()
    },
    async addSuccessions(successions: readonly Succession[]): Promise<void> {
      for (const part of chunksOf(successions)) {
        await db.insertInto('organisations.succession').values(part.map((succession) => ({
          from_id: succession.fromId, to_id: succession.toId, on_date: succession.on, extent: succession.extent,
          principal: succession.principal, act_id: succession.actId, certainty: succession.certainty,
        }))).execute()
      }
    },
    async hasUnits(): Promise<boolean> {
      const { rows } = await sql<{ found: boolean }>`select exists (select from organisations.unit) as found`.execute(db)
      return rows[0]?.found ?? false
    },
  }
}

function rowOfVersion(version: UnitVersion) {
  return {
    unit_id: version.unitId, code: version.code, name: version.name, short_name: version.shortName, sign: version.sign, kind: version.kind,
    parent_id: version.parentId, valid_from: version.validFrom, valid_until: version.validUntil, act_id: version.actId, certainty: version.certainty,
  }
}

function* chunksOf<Value>(values: readonly Value[]): Generator<readonly Value[]> {
  for (let start = 0; start < values.length; start += CHUNK) yield values.slice(start, start + CHUNK)
}
