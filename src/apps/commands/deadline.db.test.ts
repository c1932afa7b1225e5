import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { seedDeadlines } from '#database/seed/seed-deadlines.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { main } from '../cli.ts'

let database: TestDatabase
let folder = ''
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(join(tmpdir(), 'deadline-command-'))
  const at = inject('postgres')
  vi.stubEnv('DATABASE_URL', `postgres://${at.user}@localhost:${at.port}/${String(database.owner.pool.options.database)}?host=${encodeURIComponent(at.host)}`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
  await database.close()
})

async function dueOf(...more: string[]) {
  const written: string[] = []
  const code = await main(['deadline', '--procedure', 'feedback', '--step', 'reply', '--from', '2026-07-06', '--json', '--data', folder, ...more], { write: (text) => void written.push(text) }, { write: (text) => void written.push(text) })
  return code === 0 ? (JSON.parse(written.join('')) as { due: string }).due : written.join('')
}

test('an installation’s own rules and days count, unless the shipped ones are asked for', async () => {
  expect(await dueOf()).toBe('2026-07-20') // not filled yet: as shipped
  await seedDeadlines(database.owner.db)
  await calendarStore(database.owner.db).put([{ date: plainDate('2026-07-10'), kind: 'off', name: 'Ngày nghỉ của tỉnh', source: 'Quyết định', certainty: 'verified' }])
  expect(await dueOf()).toBe('2026-07-21')
  await database.owner.pool.query(`update deadlines.rule set days = 12 where procedure = 'feedback' and step = 'reply'`)
  expect(await dueOf()).toBe('2026-07-23')
  expect(await dueOf('--shipped')).toBe('2026-07-20')
})
