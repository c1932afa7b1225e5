import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { portalJobs } from './forget.ts'
import { onceOnly } from './guard/once-only-store.ts'
import { countTry } from './guard/try-store.ts'

let database: TestDatabase
const LIMIT = { name: 'sample.send', window: 3600, proved: 1, unproved: 1 } as const
const [forget] = portalJobs

beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

async function rows(table: 'portal_try' | 'portal_submission'): Promise<number> {
  return (await database.owner.pool.query(`select from platform.${table}`)).rowCount ?? 0
}

test('what was sent and tried is forgotten after some days, and not before', async () => {
  await database.work((work) => onceOnly(work, { nonce: 'n', purpose: 'sample.send' }, async () => ({ code: 1 })))
  await countTry(database.context, LIMIT, { address: '203.0.113.9', isProved: false, now: Date.now() })
  await database.work(async (work) => forget?.run(work))
  expect([await rows('portal_try'), await rows('portal_submission')]).toEqual([1, 1])
  await database.owner.pool.query(`update platform.portal_try set window_start = now() - interval '3 days'`)
  await database.owner.pool.query(`update platform.portal_submission set sent_at = now() - interval '4 days'`)
  await database.work(async (work) => forget?.run(work))
  expect([await rows('portal_try'), await rows('portal_submission')]).toEqual([0, 0])
})

test('a use case that fails leaves its form free to be sent again; what gives nothing gives nothing again', async () => {
  const sending = { nonce: 'm', purpose: 'sample.send' }
  await expect(database.work((work) => onceOnly(work, sending, async () => { throw new Error('no') }))).rejects.toThrow('no')
  expect(await database.work((work) => onceOnly(work, sending, async () => null))).toEqual({ result: null, isRepeated: false })
  expect(await database.work((work) => onceOnly(work, sending, async () => 'again'))).toEqual({ result: null, isRepeated: true })
  expect(await database.work((work) => onceOnly(work, { ...sending, purpose: 'sample.nothing' }, async () => undefined))).toEqual({ result: null, isRepeated: false })
  expect(await database.work((work) => onceOnly(work, { ...sending, purpose: 'sample.other' }, async () => 'other'))).toEqual({ result: 'other', isRepeated: false })
})
