import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Effect } from '../domain/effect.ts'
import type { ChangeLine } from '../domain/effect-draft.ts'
import type { LegalAct, LegalActId, Succession, UnitVersion } from '../domain/unit.ts'
import type { OrganisationTables } from './tables.ts'

const CHUNK = 500
const CHANGE_COLUMNS = ['id', 'kind', 'on_date as on', 'summary as lines', 'effect', 'made_at as madeAt', 'undone_at as undoneAt'] as const

export interface NewChange {
  readonly id: string
  readonly kind: string
  readonly on: PlainDate
  readonly actId: LegalActId | null
  readonly lines: readonly ChangeLine[]
  readonly effect: Effect
  readonly by: string
}

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
    /** One change of the map of units at a time. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(1671)`.execute(db)
    },
    /** Versions and successions that go, by their keys, then those that come. */
    async apply({ remove, add }: Effect): Promise<void> {
      for (const { fromId, toId, on } of remove.successions) {
        await db.deleteFrom('organisations.succession').where('from_id', '=', fromId).where('to_id', '=', toId).where('on_date', '=', on).execute()
      }
      for (const { unitId, validFrom } of remove.versions) {
        await db.deleteFrom('organisations.unit_version').where('unit_id', '=', unitId).where('valid_from', '=', validFrom).execute()
      }
      await this.addUnits(add.versions.map(({ unitId }) => unitId))
      await this.addVersions(add.versions)
      await this.addSuccessions(add.successions)
    },
    async addChange({ id, kind, on, actId, lines, effect, by }: NewChange): Promise<void> {
      await db.insertInto('organisations.change').values({
        id, kind, on_date: on, act_id: actId, summary: JSON.stringify(lines), effect: JSON.stringify(effect), made_by: by, undone_by: null, undone_at: null,
      }).execute()
    },
    findChange: (id: string) => db.selectFrom('organisations.change').select(CHANGE_COLUMNS).where('id', '=', id).executeTakeFirst(),
    listChanges: () => db.selectFrom('organisations.change').select(CHANGE_COLUMNS).orderBy('made_at', 'desc').execute(),
    async markUndone(id: string, by: string, at: string): Promise<void> {
      await db.updateTable('organisations.change').set({ undone_by: by, undone_at: at }).where('id', '=', id).execute()
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
