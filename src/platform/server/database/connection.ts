import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared-statements.ts'
import { StartError } from './start-error.ts'

/** The database with no tables in sight: a store names its own with `$extendTables`. */
export type Db = Kysely<object>

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text) // PlainDate
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()) // Instant
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

export interface Connection {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** `preparesStatements` only where this program and PostgreSQL speak with each other directly (docs/decisions/0017). */
export function connect(config: pg.PoolConfig, { preparesStatements = false }: { preparesStatements?: boolean } = {}): Connection {
  const pool = new pg.Pool({ max: 12, options: '-c jit=off', ...config }) // compiling a count takes longer than the count
  pool.on('error', () => undefined) // an idle connection that broke is replaced at the next use
  const db = new Kysely<object>({ dialect: new PostgresDialect({ pool: preparesStatements ? preparing(pool) : pool }) })
  return { db, pool, close: () => db.destroy() }
}

/** PostgreSQL 15 or later answers on it, or a StartError says what is wrong. */
export async function requireServer(connection: Connection): Promise<void> {
  let version: number
  try {
    const { rows } = await connection.pool.query<{ server_version_num: string }>('show server_version_num')
    version = Number(rows[0]?.server_version_num)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartError(
      `Không kết nối được cơ sở dữ liệu (DATABASE_URL): ${reason}.`,
      `The database (DATABASE_URL) cannot be reached: ${reason}.`,
      { cause },
    )
  }
  if (version < 150_000) {
    throw new StartError(
      `Máy chủ PostgreSQL quá cũ (${version}): cần bản 15 trở lên.`,
      `The PostgreSQL server is too old (${version}): version 15 or later is needed.`,
    )
  }
}
