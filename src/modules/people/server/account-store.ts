import type { SelectQueryBuilder } from 'kysely'
import { sql } from 'kysely'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { PeopleTables } from './tables.ts'

export interface AccountRow {
  readonly id: AccountId
  readonly login: string
  readonly name: string
  readonly email: string | null
  readonly unitId: UnitId | null
  readonly language: 'vi' | 'en'
  readonly blockedAt: string | null
}

export interface AccountFilter {
  readonly text?: string | undefined
  /** Home units. */
  readonly unitIds: Iterable<UnitId>
  /** Those without a home unit as well. */
  readonly withoutUnit: boolean
  readonly state?: 'active' | 'blocked' | undefined
}

const ORDER = { name: [sql`name collate "vi-x-icu"`, 'asc'], '-name': [sql`name collate "vi-x-icu"`, 'desc'], login: [sql`login`, 'asc'], '-login': [sql`login`, 'desc'] } as const

export function accountStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  const accounts = db.selectFrom('people.account')
    .select(['people.account.id', 'login', 'name', 'email', 'unit_id as unitId', 'language', 'blocked_at as blockedAt'])
  function filtered<Row>(query: SelectQueryBuilder<PeopleTables, 'people.account', Row>, { text, unitIds, withoutUnit, state }: AccountFilter) {
    const ofUnits = sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`
    let found = query.where((where) => (withoutUnit ? where.or([ofUnits, where('unit_id', 'is', null)]) : ofUnits))
    if (text !== undefined && text !== '') found = found.where(sql<boolean>`platform.plain(name || ' ' || login) like '%' || platform.plain(${text.replaceAll(/[%_\\]/g, '\\$&')}) || '%'`)
    if (state !== undefined) found = found.where('blocked_at', state === 'active' ? 'is' : 'is not', null)
    return found
  }
  return {
    find: (id: AccountId): Promise<AccountRow | undefined> => accounts.where('people.account.id', '=', id).executeTakeFirst(),
    findByLogin: (login: string): Promise<AccountRow | undefined> => accounts.where('login', '=', login.toLowerCase()).executeTakeFirst(),
    async get(id: AccountId): Promise<AccountRow> {
      const account = await accounts.where('people.account.id', '=', id).executeTakeFirst()
      if (account === undefined) throw new Refusal('not_found', 'people.no_such_account')
      return account
    },
    async add(account: Omit<AccountRow, 'blockedAt'>): Promise<void> {
      const { unitId, ...row } = account
      await db.insertInto('people.account').values({ ...row, login: row.login.toLowerCase(), unit_id: unitId, blocked_at: null }).execute()
      await db.insertInto('people.credential').values({
        id: account.id, password_hash: null, password_changed_at: null, locked_until: null, totp_secret: null, totp_confirmed_at: null, totp_last_step: null,
      }).execute()
    },
    async change(id: AccountId, { login, name, email, unitId, language }: Omit<AccountRow, 'id' | 'blockedAt'>): Promise<void> {
      await db.updateTable('people.account').set({ login, name, email, unit_id: unitId, language }).where('id', '=', id).execute()
    },
    async speak(id: AccountId, language: 'vi' | 'en'): Promise<void> {
      await db.updateTable('people.account').set({ language }).where('id', '=', id).execute()
    },
    async block(id: AccountId, blockedAt: string | null): Promise<void> {
      await db.updateTable('people.account').set({ blocked_at: blockedAt }).where('id', '=', id).execute()
    },
    list(filter: AccountFilter, page: { sort: keyof typeof ORDER; limit: number; offset: number }): Promise<AccountRow[]> {
      const [by, direction] = ORDER[page.sort]
      return filtered(accounts, filter).orderBy(by, direction).orderBy('login').limit(page.limit).offset(page.offset).execute()
    },
    /** Those of them who are not blocked. */
    listActive: (ids: readonly AccountId[]): Promise<{ id: AccountId; name: string; email: string | null }[]> =>
      db.selectFrom('people.account').select(['id', 'name', 'email']).where('blocked_at', 'is', null).where('id', '=', sql<AccountId>`any(${[...ids]}::uuid[])`).execute(),
    async count(filter: AccountFilter): Promise<number> {
      const row = await filtered(db.selectFrom('people.account').select((expression) => expression.fn.countAll<number>().as('count')), filter).executeTakeFirstOrThrow()
      return row.count
    },
    async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (ids.length === 0) return new Map()
      const rows = await db.selectFrom('people.account').select(['id', 'name']).where('id', '=', sql<AccountId>`any(${uuidsIn(ids)}::uuid[])`).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
    async hasAny(): Promise<boolean> {
      return (await db.selectFrom('people.account').select('id').limit(1).executeTakeFirst()) !== undefined
    },
  }
}

/** 'system' and the like act too, but have no account. */
function uuidsIn(ids: readonly string[]): string[] {
  return [...new Set(ids)].filter((id) => /^[0-9a-f-]{36}$/.test(id))
}
