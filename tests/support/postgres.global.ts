import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureAppRole } from '#platform/server/database/app-role.ts'
import { connect } from '#platform/server/database/connection.ts'
import { CLUSTER_OWNER, startEmbeddedPostgres } from '#platform/server/database/embedded-postgres.ts'
import { migrate } from '#platform/server/database/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext { postgres: { host: string; port: number; user: string } }
}

export const TEMPLATE = 'gandan_template'

/** One throw-away PostgreSQL for the whole run, with one migrated template database. */
export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'gandan-test-'))
  chmodSync(folder, 0o755) // a server started by root runs as another account
  const server = await startEmbeddedPostgres(join(folder, 'postgres'), {
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const at = { host: server.host, port: server.port, user: CLUSTER_OWNER }
  const client = new pg.Client({ ...at, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const owner = connect({ ...at, database: TEMPLATE })
  await ensureAppRole(owner)
  await migrate(owner.db)
  await owner.close()
  provide('postgres', at)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
