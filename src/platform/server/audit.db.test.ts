import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { verifyAuditChain } from './audit-store.ts'
import { calendarStore } from './calendar-store.ts'
import { plainDate } from '#kernel/plain-date.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

const DAY = { date: plainDate('2027-01-01'), kind: 'off', name: 'Tết Dương lịch', source: 'thử', certainty: 'verified' } as const

test('every change is recorded with who, before and after, and the chain holds', async () => {
  const before = (await database.owner.pool.query('select from platform.audit_entry')).rowCount ?? 0
  await database.work((work) => calendarStore(work.db).put([DAY]))
  await database.work((work) => calendarStore(work.db).put([{ ...DAY, name: 'Năm mới' }]))
  await database.work((work) => work.recordRead('people.account', 'x'))
  const { rows } = await sql<{ action: string; actor_id: string; before: { name: string } | null; after: { name: string } | null; position: number }>`
    select * from platform.audit_entry where position > ${before} order by id`.execute(database.app.db)
  expect(rows.map((entry) => [entry.position, entry.actor_id, entry.action, entry.before?.name, entry.after?.name])).toEqual([
    [before + 1, 'system', 'insert', undefined, 'Tết Dương lịch'],
    [before + 2, 'system', 'update', 'Tết Dương lịch', 'Năm mới'],
    [before + 3, 'system', 'read', undefined, undefined],
  ])
  expect(await verifyAuditChain(database.app.db)).toMatchObject({ ok: true, entries: before + 3 })
})

test('concurrent work leaves one unbroken chain', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, index) =>
    database.work((work) => work.recordRead('people.account', String(index)))))
  expect(await verifyAuditChain(database.app.db)).toMatchObject({ ok: true })
})

test('the application cannot change, remove or unseal an entry', async () => {
  for (const statement of [
    sql`update platform.audit_entry set actor_name = 'x'`, sql`delete from platform.audit_entry`, sql`truncate platform.audit_entry`,
    sql`alter table platform.audit_entry disable trigger all`,
  ]) await expect(statement.execute(database.app.db)).rejects.toThrow(/permission denied|must be owner/)
})

test('a change behind the application\'s back is found and named', async () => {
  await database.owner.pool.query('alter table platform.audit_entry disable trigger append_only')
  await database.owner.pool.query(`update platform.audit_entry set actor_name = 'kẻ khác' where position = 2`)
  expect(await verifyAuditChain(database.app.db)).toMatchObject({ ok: false, position: 2, because: 'nội dung đã bị sửa' })
})
