import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { newId } from '#platform/server/uuid.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { receptionDutiesOn } from '#modules/deadlines/server/index.ts'
import { ruleStore } from '#modules/deadlines/server/rule-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { lacksShippedLaw, seedDeadlines, termRulesOfSeed } from './seed-deadlines.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await seedDeadlines(database.owner.db)
})
afterEach(() => database.close())

const stored = () => ruleStore(database.owner.db).list()

test('all shipped rows are there, once, and the installation knows it', async () => {
  expect((await stored()).length).toBe(termRulesOfSeed().length)
  expect(await lacksShippedLaw(database.owner.db)).toBe(false)
  await seedDeadlines(database.owner.db)
  expect((await stored()).length).toBe(termRulesOfSeed().length)
  expect((await database.work((work) => receptionDutiesOn(work, plainDate('2026-07-01')))).map(({ unitClass }) => unitClass)).toEqual(['commune', 'department', 'province', 'public-service-unit'])
})

test('new software renews what nobody touched and leaves what an office changed or added', async () => {
  const { pool } = database.owner
  await pool.query(`update deadlines.rule set days = 999 where procedure = 'supervision'`)
  await pool.query(`update deadlines.rule set days = 12, changed_by = 'Quản trị' where procedure = 'feedback' and step = 'reply'`)
  const [refusal] = (await stored()).filter(({ step }) => step === 'refusal-notice')
  await pool.query('delete from deadlines.rule where id = $1', [refusal?.id])
  if (refusal === undefined) throw new Error('no rule')
  await ruleStore(database.owner.db).add({ ...refusal, id: newId(), days: 4 }, 'Quản trị')
  await settingStore(database.owner.db).put('law-of-terms', 'an older one')
  expect(await lacksShippedLaw(database.owner.db)).toBe(true)
  await seedDeadlines(database.owner.db)
  const days = new Map((await stored()).map(({ procedure, step, days: number }) => [`${procedure}/${step}`, number]))
  expect([days.get('supervision/reply'), days.get('feedback/reply'), days.get('reception/refusal-notice')]).toEqual([15, 12, 4])
})

test('a row that would stand on days of another is refused by the database itself', async () => {
  const [rule] = await stored()
  if (rule === undefined) throw new Error('no rule')
  await expect(ruleStore(database.owner.db).add({ ...rule, id: newId() }, null)).rejects.toThrow('deadlines.rule_overlaps')
  await expect(database.app.pool.query('delete from deadlines.rule')).rejects.toThrow('permission denied')
})
