import { join } from 'node:path'
import pg from 'pg'
import { connect, requireServer, type Connection, type Db } from './connection.ts'
import { CLUSTER_OWNER, startEmbeddedPostgres, type EmbeddedOptions } from './embedded-postgres.ts'
import { APP_ROLE, ensureAppRole } from './app-role.ts'
import { migrate } from './migrate.ts'

export interface Database {
  /** As the application's own role: no right on the audit trail but to add. */
  readonly app: Connection
  /** As owner: migrations, seeds and the job queue only. */
  readonly owner: Connection
  /** PostgreSQL settings for one more connection as owner (the job queue keeps its own pool). */
  readonly ownerConfig: pg.PoolConfig
  /** True when the embedded server was found running and taken over. */
  readonly adopted: boolean
  close(options?: { leaveRunning?: boolean }): Promise<void>
}

export interface DatabaseOptions {
  /** `./data` or GANDAN_DATA; holds the embedded cluster in `postgres/`. */
  readonly dataFolder: string
  /** DATABASE_URL: any PostgreSQL from 15 on instead of the embedded one (through a pooler, if any). */
  readonly url?: string | undefined
  /** DATABASE_DIRECT_URL: past a pooler, for migrations and jobs. Where it is set, statements through `url` are not prepared under names. */
  readonly directUrl?: string | undefined
  readonly embedded?: EmbeddedOptions
}

/** Opens (and when embedded, starts) the database and brings it to the newest migration. Throws StartError. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url === undefined
    ? openEmbedded(options)
    : openExternal(options.url, options.directUrl)
}

async function openEmbedded(options: DatabaseOptions): Promise<Database> {
  const server = await startEmbeddedPostgres(join(options.dataFolder, 'postgres'), options.embedded)
  const at = { host: server.host, port: server.port, database: 'gandan' }
  const ownerConfig = { ...at, user: CLUSTER_OWNER }
  await createDatabase({ ...ownerConfig, database: 'postgres' }, 'gandan')
  const database = await prepare(ownerConfig, { ...at, user: APP_ROLE }, { hasPooler: false }).catch(async (error: unknown) => {
    if (!server.adopted) await server.stop()
    throw error
  })
  return {
    ...database,
    adopted: server.adopted,
    async close({ leaveRunning = false } = {}) {
      await database.close()
      if (!leaveRunning) await server.stop()
    },
  }
}

async function openExternal(url: string, directUrl: string | undefined): Promise<Database> {
  const asApp = { connectionString: url, options: `-c role=${APP_ROLE}`, connectionTimeoutMillis: 10_000 }
  return prepare({ connectionString: directUrl ?? url, connectionTimeoutMillis: 10_000 }, asApp, { hasPooler: directUrl !== undefined && directUrl !== url })
}

async function prepare(ownerConfig: pg.PoolConfig, appConfig: pg.PoolConfig, { hasPooler }: { hasPooler: boolean }): Promise<Database> {
  const owner = connect({ ...ownerConfig, max: 4 })
  try {
    await requireServer(owner)
    await ensureAppRole(owner)
    await migrate(owner.db)
  } catch (error) {
    await owner.close()
    throw error
  }
  const app = connect(appConfig, { preparesStatements: !hasPooler })
  return {
    app, owner, ownerConfig, adopted: false,
    async close() {
      await app.close()
      await owner.close()
    },
  }
}

async function createDatabase(config: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

export type { Db }
