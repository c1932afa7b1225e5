import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readCalendar } from '#database/seed/read-calendar.ts'
import { main } from '../cli.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calendar-command-'))
  vi.stubEnv('DATABASE_URL', undefined)
  vi.stubEnv('GANDAN_DATA', folder)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

async function run(...args: string[]) {
  const written = { out: '', err: '' }
  const code = await main(['calendar', ...args], { write: (text) => void (written.out += text) }, { write: (text) => void (written.err += text) })
  return { code, ...written }
}

test('a year to come is told, and as CSV it can be taken into the calendar', async () => {
  const { code, out } = await run('project', '--year', '2028')
  expect(code).toBe(0)
  expect(out).toMatch(/^Dự kiến ngày nghỉ năm 2028, chưa xác minh/)
  expect(out).toMatch(/^25\/01\/2028 {2}Tết Nguyên đán +Chưa có quyết định/m)
  const days = readCalendar((await run('project', '--year=2028', '--csv')).out)
  expect(days.map(({ date }) => date)).toEqual(['2028-01-03', '2028-01-25', '2028-01-26', '2028-01-27', '2028-01-28', '2028-04-04', '2028-05-01', '2028-05-02', '2028-09-01', '2028-09-04', '2028-11-24'])
  expect(days.every(({ certainty }) => certainty === 'unverified')).toBe(true)
})

test('a year that is in the calendar leaves nothing to project', async () => {
  expect((await run('project', '--year', '2026')).out).toBe('Năm 2026: lịch đã có mọi ngày dự kiến được.\n')
})

test.each([[[]], [['project']], [['project', '--year', 'sang năm']], [['project', '--year', '1800']], [['show', '--year', '2028']], [['project', '--year', '2028', '--khong-co']]])('%j is not understood', async (args) => {
  const { code, out, err } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^Cách dùng.*\nUsage.*\n$/)
})
