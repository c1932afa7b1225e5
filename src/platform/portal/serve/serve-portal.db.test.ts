import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { html } from '#platform/portal/html.ts'
import { page } from '#platform/portal/page.ts'
import type { PortalPart } from '#platform/portal/portal.ts'
import type { Http } from '#platform/server/http.ts'
import { PortalBrowser } from '#tests/support/portal-browser.ts'
import { portalHouse } from '#tests/support/portal-house.ts'
import { samplePortal } from '#tests/support/sample-portal.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'

let database: TestDatabase
let http: Http
const HOSTILE = '"><script>alert(1)</script>'
const WHO: PortalPart = {
  doors: [],
  routes: (portal) => {
    portal.page('/ai', { show: async (visit) => page(visit, { title: await visit.work(async (work) => work.actor.id), main: html`<p>${visit.origin}</p>` }) })
  },
}

beforeAll(async () => {
  database = await createTestDatabase()
  http = await portalHouse(database, [samplePortal(), WHO])
})
afterAll(async () => {
  await http.close()
  await database.close()
})

test('the first page has the doors in their order, the language of its address and its own rules of security', async () => {
  const { statusCode, headers, body } = await http.inject({ url: '/cong-dan' })
  expect(statusCode).toBe(200)
  expect(body).toContain('<html lang="vi">')
  expect(body).not.toContain('noindex')
  expect([...body.matchAll(/class="door" href="([^"]+)"/g)].map(([, href]) => href)).toEqual(['/cong-dan/gui', '/cong-dan/tra-cuu', '/cong-dan/lich'])
  expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  expect(headers['referrer-policy']).toBe('same-origin')
  expect(headers['cache-control']).toBe('no-store')
  expect(body).not.toMatch(/ style=|<style|<script>| on[a-z]+="/)
})

test('the other language is one press away, at the same page with the same question', async () => {
  const { body } = await http.inject({ url: '/en/citizens/lich?trang=2' })
  expect(body).toContain('<html lang="en">')
  expect(body).toContain('href="/cong-dan/lich?trang=2" hreflang="vi"')
})

test('whoever is signed in at the desk is nobody here', async () => {
  const { body } = await http.inject({ url: '/cong-dan/ai', headers: { 'x-test': 'system', cookie: 'gandan_session=x' } })
  expect(body).toContain('<h1>anonymous</h1>')
})

test('links for paper name the address the browser used, as a proxy on this machine tells it; a stranger tells nothing', async () => {
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'congdan.lamdong.example' }
  expect((await http.inject({ url: '/cong-dan/ai', headers: forwarded, remoteAddress: '127.0.0.1' })).body).toContain('<p>https://congdan.lamdong.example</p>')
  expect((await http.inject({ url: '/cong-dan/ai', headers: forwarded, remoteAddress: '203.0.113.9' })).body).not.toContain('congdan.lamdong.example')
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }], ['another site, by an old browser', { origin: 'https://evil.example' }],
])('a form sent from a page of %s is refused by a page that says so, in its language', async (_from, headers) => {
  const browser = new PortalBrowser(http)
  await browser.open('/en/citizens/tra-cuu')
  const sent = browser.fill('Tra cứu', { code: 'LD-1' })
  const { statusCode, body } = await http.inject({ method: 'POST', url: sent.url, payload: sent.payload ?? '', headers: { ...sent.headers, ...headers } })
  expect(statusCode).toBe(403)
  expect(body).toContain('This could not be done')
  expect(body).toContain('came from another site')
})

test('the desk still asks for its header, whatever a browser says about itself', async () => {
  expect((await http.inject({ method: 'POST', url: '/api/echo', headers: { 'sec-fetch-site': 'same-origin' } })).statusCode).toBe(403)
  expect((await http.inject({ method: 'POST', url: '/api/echo', headers: { 'x-gandan': '1' } })).statusCode).toBe(200)
})

test.each([
  ['GET', '/cong-dan/khong-co', 404, 'Không có trang này'], ['GET', '/en/citizens/none', 404, 'There is no such page'], ['POST', '/cong-dan/khong-co', 404, 'Không có trang này'],
  ['GET', '/cong-dan/gui/khong-co', 404, 'Không có trang này'], ['GET', '/cong-dan/hong', 500, 'Có lỗi ở phía chúng tôi'], ['GET', '/en/citizens/hong', 500, 'Something went wrong on our side'],
] as const)('%s %s: %i, a page that says what happened, what was kept and what to do', async (method, url, status, title) => {
  const { statusCode, headers, body } = await http.inject({ method, url, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(statusCode).toBe(status)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).toContain(`<h1>${title}</h1>`)
  expect(body).not.toContain('secret')
  if (status === 500) expect(body).toMatch(/<strong>[\w-]{8,}<\/strong>/)
})

test('a form no one could have typed is answered as too large, and one with JSON or nothing in it by the form itself', async () => {
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
  const large = await http.inject({ method: 'POST', url: '/cong-dan/tra-cuu', payload: `code=${'a'.repeat(9 * 2 ** 20)}`, headers })
  expect(large.statusCode).toBe(413)
  expect(large.body).toContain('Quá lớn, không nhận được')
  const json = await http.inject({ method: 'POST', url: '/cong-dan/tra-cuu', payload: { code: 'LD-1' }, headers: { 'sec-fetch-site': 'same-origin' } })
  expect(json.statusCode).toBe(422)
  expect((await http.inject({ method: 'POST', url: '/cong-dan/tra-cuu', headers })).statusCode).toBe(422)
  const odd = await http.inject({ method: 'POST', url: '/cong-dan/tra-cuu', payload: '<x/>', headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/xml' } })
  expect(odd.statusCode).toBe(415)
  expect(odd.body).toContain('Chưa làm được việc này')
})

test('an address that asks and asks is answered by a page as well', async () => {
  const slow = await portalHouse(database, [samplePortal()], { requestsPerMinute: 2 })
  const ask = () => slow.inject({ url: '/en/citizens', headers: { cookie: `gandan_session=${Math.random()}` } })
  await ask()
  await ask()
  const { statusCode, headers, body } = await ask()
  expect([statusCode, headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
  expect(body).toContain('<h1>Too many at once</h1>')
  await slow.close()
})

test('nothing that an address or a form says comes back as a tag', async () => {
  const browser = new PortalBrowser(http)
  await browser.open('/cong-dan/tra-cuu')
  await browser.press('Tra cứu', { code: HOSTILE })
  for (const url of [`/cong-dan/${encodeURIComponent(HOSTILE)}`, `/cong-dan/lich?q=${HOSTILE}`, `/cong-dan/gui/${encodeURIComponent(HOSTILE)}`]) {
    expect((await http.inject({ url })).body).not.toContain('<script>')
  }
  expect(browser.body).not.toContain('<script>')
})

test('styles, script and face are kept for good, and every page weighs less than 60 kB with all of them', async () => {
  const front = (await http.inject({ url: '/cong-dan' })).body
  const styles = /href="([^"]+\.css)"/.exec(front)?.[1] ?? ''
  const css = (await http.inject({ url: styles })).body
  const addresses = [styles, /src="([^"]+\.js)"/.exec(front)?.[1] ?? '', ...[...css.matchAll(/url\(([^)]+)\)/g)].map(([, address = '']) => address)]
  let shared = 0
  for (const url of addresses) {
    const { statusCode, headers, rawPayload } = await http.inject({ url, headers: { 'accept-encoding': 'br' } })
    expect([statusCode, headers['cache-control']], url).toEqual([200, 'public, max-age=31536000, immutable'])
    shared += rawPayload.length
  }
  expect(addresses.length).toBe(4)
  for (const path of ['', '/tra-cuu', '/gui/viec', '/gui/noi-dung', '/lich', '/bien-nhan', '/khong-co']) {
    const { rawPayload } = await http.inject({ url: `/cong-dan${path}` })
    const weight = shared + brotliCompressSync(rawPayload, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    expect(weight, path).toBeLessThan(60_000)
  }
})
