import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
  await database.owner.pool.query('create table public.kept (id integer primary key, name text); grant select, insert, update on public.kept to gandan_app')
  await database.owner.pool.query(`insert into public.kept values (1, 'một')`)
})
afterAll(() => database.close())

/** All on one connection, as in a request. */
async function inOneTransaction<Result>(ask: (db: TestDatabase['context']['db']) => Promise<Result>): Promise<Result> {
  return database.context.db.transaction().execute(ask)
}

async function namedIn(db: TestDatabase['context']['db']): Promise<string[]> {
  return (await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)).rows.map(({ statement }) => statement)
}

test('a statement that comes again and again is prepared, one with many values or a long list is not', async () => {
  const statements = await inOneTransaction(async (db) => {
    for (let round = 0; round < 6; round += 1) {
      expect((await sql<{ name: string }>`select name from public.kept where id = ${1}`.execute(db)).rows).toEqual([{ name: 'một' }])
      await sql`select id from public.kept where id = any(${Array.from({ length: 11 }, (_, at) => at)}::integer[])`.execute(db)
      await sql`select id + 0 from public.kept where id = any(${[1, 2]}::integer[])`.execute(db)
      await sql`select ${sql.join(Array.from({ length: 40 }, (_, at) => at).map((at) => sql`${at}::integer`))}`.execute(db)
    }
    return namedIn(db)
  })
  expect(statements.filter((text) => text.includes('public.kept')).toSorted()).toEqual(['select id + 0 from public.kept where id = any($1::integer[])', 'select name from public.kept where id = $1'])
  expect(statements.filter((text) => text.includes('$40'))).toEqual([])
})

test('a statement seen once or twice is not prepared', async () => {
  const statements = await inOneTransaction(async (db) => {
    for (let round = 0; round < 2; round += 1) await sql`select id as rarely from public.kept where id = ${1}`.execute(db)
    return namedIn(db)
  })
  expect(statements.filter((text) => text.includes('rarely'))).toEqual([])
})

test('what PostgreSQL refuses comes through as it is, at each use of a prepared statement, which serves on', async () => {
  const add = (id: number) => sql`insert into public.kept (id, name) values (${id}, 'lại')`.execute(database.app.db)
  for (let round = 0; round < 8; round += 1) await expect(add(1)).rejects.toMatchObject({ code: '23505', constraint: 'kept_pkey' })
  await add(2)
  await expect(sql`select ${'x'}::integer`.execute(database.app.db)).rejects.toMatchObject({ code: '22P02' })
})

test('a migration beside it breaks no prepared statement, in a transaction or without', async () => {
  const all = (db: TestDatabase['context']['db']) => sql<object>`select * from public.kept where id = ${1}`.execute(db)
  const column = (name: string) => database.owner.pool.query(`alter table public.kept add column ${name} text default 'mới'`)
  const warm = () => database.work(async ({ db }) => {
    for (let round = 0; round < 6; round += 1) await all(db)
    expect((await namedIn(db)).filter((text) => text.includes('select *'))).not.toEqual([])
  })
  await warm()
  await column('later')
  expect((await all(database.app.db)).rows).toEqual([{ id: 1, name: 'một', later: 'mới' }])
  await warm()
  await column('latest')
  let runs = 0
  const { rows } = await database.work(({ db }) => {
    runs += 1
    return all(db)
  })
  expect(rows).toEqual([{ id: 1, name: 'một', later: 'mới', latest: 'mới' }])
  expect(runs).toBe(2)
})
