import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { CLUSTER_OWNER, startEmbeddedPostgres } from './embedded-postgres.ts'

let folder: string
let opened: Database[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gandan-launch-'))
  chmodSync(folder, 0o755)
  opened = []
})
afterEach(async () => {
  for (const database of opened) await database.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(): Promise<Database> {
  const database = await openDatabase({ dataFolder: folder })
  opened.push(database)
  return database
}

test('a folder of another version is refused in two languages and left alone', async () => {
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres/PG_VERSION'), '16\n')
  await expect(open()).rejects.toThrow(/thuộc PostgreSQL 16[\s\S]*belong to PostgreSQL 16/)
  expect(readFileSync(join(folder, 'postgres/PG_VERSION'), 'utf8')).toBe('16\n')
})

test('a folder with other files is refused and left alone', async () => {
  mkdirSync(join(folder, 'postgres'))
  writeFileSync(join(folder, 'postgres/thu.txt'), 'thư')
  await expect(open()).rejects.toThrow(/không phải dữ liệu PostgreSQL/)
  expect(existsSync(join(folder, 'postgres/thu.txt'))).toBe(true)
})

test('what was committed survives a killed server, and names sort as in Vietnamese', async () => {
  const first = await startEmbeddedPostgres(join(folder, 'postgres'))
  const client = new pg.Client({ host: first.host, port: first.port, user: CLUSTER_OWNER, database: 'postgres' })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(`create table kept (name text); insert into kept values ('d'), ('đ'), ('da'), ('Ă'), ('a')`)
  const pid = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await client.end().catch(() => undefined)
  const second = await startEmbeddedPostgres(join(folder, 'postgres'))
  const again = new pg.Client({ host: second.host, port: second.port, user: CLUSTER_OWNER, database: 'postgres' })
  await again.connect()
  const { rows } = await again.query<{ name: string }>('select name from kept order by name')
  expect(rows.map(({ name }) => name)).toEqual(['a', 'Ă', 'd', 'da', 'đ'])
  await again.end()
  await second.stop()
})

test('a server left behind by a killed process is taken over', async () => {
  const script = `import { startEmbeddedPostgres } from '#platform/server/database/embedded-postgres.ts'
    await startEmbeddedPostgres(${JSON.stringify(join(folder, 'postgres'))})
    process.kill(process.pid, 'SIGKILL')`
  await new Promise((resolve) => spawn(process.execPath, ['--input-type=module', '-e', script]).once('exit', resolve))
  const database = await open()
  expect(database.adopted).toBe(true)
})

test('two processes on one folder share one server', async () => {
  const one = await open()
  const other = await open()
  expect([one.adopted, other.adopted]).toEqual([false, true])
})

test('any PostgreSQL by its address works the same, as the role that cannot touch the audit trail', async () => {
  const at = inject('postgres')
  const admin = new pg.Client({ ...at, database: 'postgres' })
  await admin.connect()
  await admin.query('create database by_address')
  await admin.end()
  const url = `postgres://${at.user}@localhost:${at.port}/by_address?host=${encodeURIComponent(at.host)}`
  const database = await openDatabase({ dataFolder: folder, url })
  opened.push(database)
  const { rows } = await database.app.pool.query<{ current_user: string }>('select current_user')
  expect(rows[0]?.current_user).toBe('gandan_app')
  await expect(database.app.pool.query('delete from platform.audit_entry')).rejects.toThrow(/permission denied/)
})

test.each([
  ['without an address past a pooler statements are prepared', false, 1], ['with one they are not', true, 0],
])('of a PostgreSQL by its address: %s', async (_what, hasPooler, prepared) => {
  const at = inject('postgres')
  const name = `pooled_${String(hasPooler)}`
  const admin = new pg.Client({ ...at, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = `postgres://${at.user}@localhost:${at.port}/${name}?host=${encodeURIComponent(at.host)}`
  const database = await openDatabase({ dataFolder: folder, url, ...(hasPooler ? { directUrl: `${url}&application_name=direct` } : {}) })
  opened.push(database)
  const { rows } = await database.app.db.transaction().execute(async (db) => {
    for (let round = 0; round < 6; round += 1) await sql`select ${'x'}::text as again`.execute(db)
    return sql<{ statement: string }>`select statement from pg_prepared_statements where statement like '%as again'`.execute(db)
  })
  expect(rows).toHaveLength(prepared)
})

test('an address where no database answers is one sentence', async () => {
  await expect(openDatabase({ dataFolder: folder, url: 'postgres://a@127.0.0.1:1/none' })).rejects.toThrow(
    /Không kết nối được cơ sở dữ liệu[\s\S]*cannot be reached/)
})
