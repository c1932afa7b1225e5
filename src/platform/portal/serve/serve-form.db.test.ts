import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Http } from '#platform/server/http.ts'
import { PortalBrowser } from '#tests/support/portal-browser.ts'
import { portalHouse } from '#tests/support/portal-house.ts'
import { samplePortal } from '#tests/support/sample-portal.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { isProof, PROOF_BITS } from '../guard/proof.ts'

let database: TestDatabase
let http: Http
let browser: PortalBrowser
const OPENED = new Date('2026-11-24T02:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  http = await portalHouse(database, [samplePortal()])
})
afterAll(async () => {
  await http.close()
  await database.close()
})
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: OPENED })
  await database.owner.pool.query('truncate platform.portal_try, platform.portal_submission')
  browser = new PortalBrowser(http)
  await browser.open('/cong-dan/tra-cuu')
})
afterEach(() => void vi.useRealTimers())

function later(seconds: number): void {
  vi.setSystemTime(new Date(OPENED.getTime() + seconds * 1000))
}

async function submissions(): Promise<number> {
  return (await database.owner.pool.query('select from platform.portal_submission')).rowCount ?? 0
}

test('a form that is right is done and leads on', async () => {
  later(10)
  await browser.press('Tra cứu', { code: 'LD-1' })
  expect([browser.status, browser.url]).toEqual([200, '/cong-dan/bien-nhan'])
  expect(await submissions()).toBe(1)
})

test('what is wrong stands at the field and in the list on top, tied to it, with what was typed; a refusal of the use case too', async () => {
  later(10)
  await browser.press('Tra cứu', { code: '' })
  expect(browser.status).toBe(422)
  expect(browser.alerts).toEqual(['Hãy ghi mã biên nhận.'])
  const field = browser.document.querySelector('#code')
  expect(field?.getAttribute('aria-invalid')).toBe('true')
  for (const id of field?.getAttribute('aria-describedby')?.split(' ') ?? ['none']) expect(browser.document.getElementById(id), id).not.toBeNull()
  expect(browser.document.querySelector('#code-error')?.textContent).toBe('Hãy ghi mã biên nhận.')
  expect(browser.document.querySelector('[role=alert] a')?.getAttribute('href')).toBe('#code')
  expect(browser.document.title).toMatch(/^Có chỗ chưa đúng: /)
  await browser.press('Tra cứu', { code: 'NONE' })
  expect([browser.alerts, browser.value('code')]).toEqual([['Không có tệp này.'], 'NONE'])
})

test.each([
  ['at once', 1, 'quá nhanh', 5], ['after a night', 12 * 3600 + 1, 'quá 12 giờ', 12 * 3600 + 60],
] as const)('sent %s it is not taken, kindly and with what was typed; pressing again takes it', async (_when, seconds, said, then) => {
  later(seconds)
  await browser.press('Tra cứu', { code: 'LD-1' })
  expect(browser.status).toBe(422)
  expect(browser.alerts.join()).toContain(said)
  expect(browser.value('code')).toBe('LD-1')
  expect(await submissions()).toBe(0)
  later(then)
  await browser.press('Tra cứu')
  expect(browser.url).toBe('/cong-dan/bien-nhan')
})

test.each([['no token', ''], ['a token of our making', 'AAAAAAAAAAAAAAAAAAAAAA.abc.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']])('with %s it is not taken', async (_what, token) => {
  later(10)
  await browser.press('Tra cứu', { code: 'LD-1', token })
  expect([browser.status, browser.value('code')]).toEqual([422, 'LD-1'])
  expect(browser.alerts.join()).toContain('chưa xác nhận được biểu mẫu')
})

test('a token of one form is none for another', async () => {
  const token = browser.value('token')
  await browser.open('/cong-dan/gui/viec')
  const other = browser.value('token')
  await browser.open('/cong-dan/tra-cuu')
  later(10)
  await browser.press('Tra cứu', { code: 'LD-1', token: other })
  expect(browser.status).toBe(422)
  await browser.press('Tra cứu', { code: 'LD-1', token })
  expect(browser.status).toBe(200)
})

test('who fills in the trap is asked to press again, with the trap emptied', async () => {
  later(10)
  await browser.press('Tra cứu', { code: 'LD-1', website: 'https://buy.example' })
  expect(browser.alerts.join()).toContain('ô ẩn')
  expect([browser.value('code'), browser.value('website')]).toEqual(['LD-1', ''])
  await browser.press('Tra cứu')
  expect(browser.url).toBe('/cong-dan/bien-nhan')
})

test('sent twice, a moment later or at the same time, it is done once', async () => {
  later(10)
  const sent = browser.fill('Tra cứu', { code: 'LD-1' })
  const others = [new PortalBrowser(http), new PortalBrowser(http), new PortalBrowser(http)]
  await Promise.all(others.map((each) => each.send(sent)))
  await browser.send(sent)
  expect(new Set([...others, browser].map(({ url, status }) => `${status} ${url}`))).toEqual(new Set(['200 /cong-dan/bien-nhan']))
  expect(await submissions()).toBe(1)
})

async function sendNew(from: PortalBrowser, withProof = false): Promise<void> {
  vi.setSystemTime(Date.now() - 10_000)
  await from.open('/cong-dan/tra-cuu')
  vi.setSystemTime(Date.now() + 10_000)
  await from.press('Tra cứu', { code: 'LD-1', ...(withProof ? { proof: proofOf(from.value('token')) } : {}) })
}

function proofOf(token: string): string {
  for (let found = 0; ; found += 1) if (isProof(token, String(found), PROOF_BITS)) return String(found)
}

test('too many from one address without JavaScript: told when, with what was typed; another address is not held up, a proof opens', async () => {
  later(10)
  for (let count = 0; count < 30; count += 1) await sendNew(browser)
  expect(browser.status).toBe(200)
  await sendNew(browser)
  expect([browser.status, browser.value('code')]).toEqual([429, 'LD-1'])
  expect(browser.alerts.join()).toMatch(/thử lại sau \d+ phút/)
  await sendNew(browser, true)
  expect(browser.status).toBe(200)
  const neighbour = new PortalBrowser(http, { address: '203.0.113.10' })
  await sendNew(neighbour)
  expect(neighbour.status).toBe(200)
  later(2 * 3600)
  await sendNew(browser)
  expect(browser.status).toBe(200)
})

test('no address is kept, nor anything it could be guessed from', async () => {
  later(10)
  await sendNew(browser)
  const { rows } = await database.owner.pool.query<{ key: string }>('select key from platform.portal_try')
  const guessed = createHash('sha256').update(JSON.stringify(['sample.track', '203.0.113.9'])).digest('base64url').slice(0, 22)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.key).not.toBe(guessed)
  expect(JSON.stringify(rows)).not.toContain('203.0.113')
})
