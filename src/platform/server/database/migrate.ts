import { readdirSync } from 'node:fs'
import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import type { Db } from './connection.ts'
import { StartError } from './start-error.ts'

const FOLDER = new URL('../../../../database/migrations/', import.meta.url)

/** Brings the database to the newest migration; forward only. A database newer than this program is refused. */
export async function migrate(db: Db): Promise<void> {
  const { error } = await new Migrator({ db, provider: { getMigrations }, migrationTableSchema: 'public' }).migrateToLatest()
  if (error === undefined) return
  throw new StartError(
    `Không nâng cấp được cơ sở dữ liệu; mọi thay đổi dở dang đã được hoàn tác: ${reasonOf(error)}`,
    `The database could not be brought up to date; what was begun has been undone.`,
    { cause: error },
  )
}

/**
 * A module's own PostgreSQL schema, open to the application's role. Tables made in it later are open too; triggers
 * (`audit`) and revokes narrow that where a table must not be changed.
 */
export async function createModuleSchema(db: Kysely<unknown>, schema: string): Promise<void> {
  const name = sql.id(schema)
  await sql`create schema ${name}`.execute(db)
  await sql`grant usage on schema ${name} to gandan_app`.execute(db)
  await sql`alter default privileges in schema ${name} grant select, insert, update, delete on tables to gandan_app`.execute(db)
  await sql`alter default privileges in schema ${name} grant usage on sequences to gandan_app`.execute(db)
}

/**
 * Every change of the table's rows goes to the audit trail; columns named in `redact` are shown there as "…" only. A statement that sets
 * nothing but `computed` columns leaves no entry: what they follow from (the calendar, a rule, an act) has its own.
 */
export async function audited(db: Kysely<unknown>, table: `${string}.${string}`, { redact = [], computed = [] }: { redact?: string[]; computed?: string[] } = {}): Promise<void> {
  const [schema = '', name = ''] = table.split('.')
  const hidden = sql.join([sql.lit(''), ...redact.map((column) => sql.lit(column))])
  const updates = computed.length === 0 ? sql`update` : sql`update of ${sql.join((await plainColumns(db, table)).filter((column) => !computed.includes(column)).map((column) => sql.id(column)))}`
  await sql`create trigger audit after insert or ${updates} or delete on ${sql.id(schema, name)}
    for each row execute function platform.record_change(${hidden})`.execute(db)
}

/** Those that are written, not generated. */
async function plainColumns(db: Kysely<unknown>, table: string): Promise<string[]> {
  const { rows } = await sql<{ attname: string }>`select attname from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(db)
  return rows.map(({ attname }) => attname)
}

/** Every change of the table raises the named revision, by which processes know that what they keep in memory is old. */
export async function bumpsRevision(db: Kysely<unknown>, table: `${string}.${string}`, revision: string): Promise<void> {
  const [schema = '', name = ''] = table.split('.')
  await sql`create trigger bump_revision after insert or update or delete on ${sql.id(schema, name)}
    for each statement execute function platform.bump_revision(${sql.lit(revision)})`.execute(db)
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const names = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.ts$/.test(name) && !name.endsWith('.test.ts')).sort()
  const loaded = names.map(async (name) => [name, (await import(new URL(name, FOLDER).href)) as Migration] as const)
  return Object.fromEntries(await Promise.all(loaded))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
