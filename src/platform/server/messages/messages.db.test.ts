import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { en } from '#platform/phrases/en.ts'
import { vi } from '#platform/phrases/vi.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { SayRefusal } from '../http-errors.ts'
import type { Gateway } from './gateway.ts'
import { TEMPLATES } from './message.ts'
import { messagesAbout, queueMessage, type NewMessage } from './queue-message.ts'
import { withoutAccents } from './say-message.ts'
import { sendMessages, type MessageOptions } from './send-messages.ts'

const folder = mkdtempSync(join(tmpdir(), 'gandan-messages-'))
const say: SayRefusal = (code, details, language) => ((language === 'vi' ? vi : en) as Record<string, string>)[code]?.replaceAll(/\{(\w+)\}/g, (_all, name: string) => String(details[name])) ?? code
const NEWS: NewMessage = {
  channel: 'sms', to: '+84 912 345 678', template: 'messages.received', values: { code: '4K7M-9QX2-3AB5', date: plainDate('2026-11-24'), link: '/cong-dan/tra-cuu' },
  language: 'vi', about: 'petitions.case:1', key: 'received 1',
}
const NOON = 12

interface Asked { readonly headers: IncomingMessage['headers']; readonly body: string }
let database: TestDatabase
let server: Server
let url: string
let answer: (asked: Asked) => { status: number; body?: string } | undefined
const asked: Asked[] = []
const logged: object[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const one = { headers: request.headers, body: Buffer.concat(pieces).toString() }
      asked.push(one)
      const said = answer(one)
      if (said === undefined) request.socket.destroy()
      else response.writeHead(said.status).end(said.body ?? '{}')
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const at = server.address()
  url = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`
})
beforeEach(async () => {
  await database.owner.pool.query('delete from platform.message')
  asked.length = 0
  logged.length = 0
  answer = () => ({ status: 200 })
})
afterEach(() => { for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true }) })
afterAll(async () => {
  server.close()
  await database.close()
  rmSync(folder, { recursive: true })
})

const gateway = (change: Partial<Gateway> = {}): Gateway => ({ url, body: '{"to":"{to}","text":"{text}"}', token: undefined, tokenHeader: 'authorization', success: undefined, templateIds: {}, ...change })

function options(settings: { sms?: Gateway; zalo?: Gateway } = {}): MessageOptions {
  return {
    settings: { mail: { kind: 'folder', from: 'gan-dan@tinh.example', folder: join(folder, 'mail') }, folder: join(folder, 'messages'), sms: settings.sms, zalo: settings.zalo },
    publicUrl: 'https://gandan.example', say, log: { error: (details: object) => logged.push(details) },
  }
}
const queue = (change: Partial<NewMessage> = {}) => database.work((work) => queueMessage(work, { ...NEWS, ...change }))
const send = (settings?: { sms?: Gateway; zalo?: Gateway }, hour = NOON) => database.work((work) => sendMessages(work, options(settings), hour))
const fates = async (about = NEWS.about) => (await database.work((work) => messagesAbout(work, about))).map(({ state }) => state)
const row = async () => (await database.owner.pool.query<{ state: string; tries: number; last_error: string | null; sealed: Buffer | null; minutes: number }>(
  `select state, tries, last_error, sealed, round(extract(epoch from due_at - now()) / 60)::int as minutes from platform.message`)).rows[0]
const due = (change = '') => database.owner.pool.query(`update platform.message set due_at = now() - interval '1 minute'${change}`)

test('without a gateway a message lies in the folder, a letter among the letters; each once', async () => {
  await queue()
  await queue({ channel: 'email', to: 'lan@tinh.example', key: 'received 2' })
  await send()
  await send()
  const [text] = readdirSync(join(folder, 'messages'))
  expect(readFileSync(join(folder, 'messages', text ?? ''), 'utf8')).toBe('0912345678\n\nGan Dan: co quan da nhan ho so 4K7M-9QX2-3AB5 ngay 24/11/2026. Theo doi tai https://gandan.example/cong-dan/tra-cuu\n')
  const [letter, ...others] = readdirSync(join(folder, 'mail'))
  expect(others).toEqual([])
  expect(readFileSync(join(folder, 'mail', letter ?? ''), 'utf8')).toMatch(/To: lan@tinh.example[^]*Message-ID: <[\w-]+@gandan>/)
  expect(await fates()).toEqual(['sent', 'sent'])
})

test('a gateway gets the message as it wants it, with its token, and an id to know it again by', async () => {
  await queue()
  await queue({ channel: 'zalo', language: 'en' })
  const tokenFile = join(folder, 'token')
  writeFileSync(tokenFile, 'renewed\n')
  const zalo = gateway({
    body: '{"phone":"{to84}","template_id":"{templateId}","template_data":{"code":"{code}","date":"{date}","link":"{link}"},"tracking_id":"{id}"}',
    token: `file:${tokenFile}`, tokenHeader: 'access_token', success: '"error":0', templateIds: { received: '301234' },
  })
  answer = () => ({ status: 200, body: '{"error":0}' })
  await send({ sms: gateway({ body: 'to={to}&content={text}', token: 'secret' }), zalo })
  expect(await fates()).toEqual(['sent', 'sent'])
  expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'content-type': 'application/x-www-form-urlencoded' })
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({ to: '0912345678', content: expect.stringContaining('4K7M-9QX2-3AB5') })
  expect(asked[1]?.headers).toMatchObject({ access_token: 'renewed' })
  expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
    phone: '84912345678', template_id: '301234', template_data: { code: '4K7M-9QX2-3AB5', date: '24 November 2026', link: 'https://gandan.example/cong-dan/tra-cuu' },
    tracking_id: asked[1]?.headers['idempotency-key'],
  })
})

test('the same act tells once, however often it is queued; nothing is queued by an act that did not happen', async () => {
  expect(await queue()).toEqual({ queued: true })
  expect(await queue()).toEqual({ queued: false, because: 'told before' })
  expect(await queue({ channel: 'zalo' })).toEqual({ queued: true })
  await expect(database.work(async (work) => {
    await queueMessage(work, { ...NEWS, key: 'undone' })
    throw new Error('undone')
  })).rejects.toThrow('undone')
  expect(await fates()).toEqual(['waiting', 'waiting'])
})

test('two processes that send at once send each message once', async () => {
  for (let at = 0; at < 30; at += 1) await queue({ key: `news ${at}` })
  await Promise.all([send({ sms: gateway() }), send({ sms: gateway() })])
  await send({ sms: gateway() })
  expect(asked).toHaveLength(30)
  expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(30)
})

test('an address that cannot get it is answered, and holds up nothing', async () => {
  expect(await queue({ to: '02633822311' })).toEqual({ queued: false, because: 'input.no_mobile' })
  expect(await queue({ to: 'Lan' })).toEqual({ queued: false, because: 'input.looks_like_a_name' })
  expect(await queue({ channel: 'email', to: 'lan@' })).toEqual({ queued: false, because: 'input.no_email' })
  expect(await queue({ channel: 'email', to: 'a@b.vn, c@d.vn' })).toEqual({ queued: false, because: 'input.no_email' })
  expect(await fates()).toEqual([])
})

test.each([
  ['a text for a code', { values: { ...NEWS.values, code: 'đất của bà Lan' } }],
  ['a text for a link', { values: { ...NEWS.values, link: '/x?q=dat cua ba Lan' } }],
  ['another host', { values: { ...NEWS.values, link: '//xau.example/a b' } }],
  ['a value the sentence does not take', { template: 'messages.news' as const }],
  ['a value that lacks', { values: { code: '4K7M-9QX2-3AB5' } }],
])('%s does not get into a message', async (_what, change) => {
  await expect(queue(change)).rejects.toThrow(/messages\./)
})

test('every sentence says only its values, in both languages, and fits into two SMS', () => {
  for (const [template, needed] of Object.entries(TEMPLATES)) {
    for (const phrases of [vi, en] as Record<string, string>[]) {
      const sentence = phrases[template] ?? ''
      expect([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()).toEqual([...needed].toSorted())
      const longest = sentence.replace('{code}', '4K7M-9QX2-3AB5').replace('{date}', '24 November 2026').replace('{link}', `https://gandan.example/${'x'.repeat(60)}`)
      expect(withoutAccents(longest).length).toBeLessThanOrEqual(306)
      expect(withoutAccents(longest)).toMatch(/^[\x20-\x7e]+$/)
    }
  }
})

test('what is refused is tried again later, further and further apart, and then given up; the address is forgotten', async () => {
  answer = () => ({ status: 200, body: '{"error":-118,"message":"0912345678 is not on Zalo"}' })
  await queue({ channel: 'zalo' })
  const zalo = gateway({ success: '"error":0' })
  const waits: number[] = []
  for (let round = 0; round < 7; round += 1) {
    await send({ zalo })
    waits.push((await row())?.minutes ?? 0)
    await send({ zalo }) // not yet
    await due()
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320])
  expect(await row()).toMatchObject({ state: 'waiting', tries: 7, last_error: 'refused: -118' })
  await send({ zalo })
  expect(await row()).toMatchObject({ state: 'failed', tries: 8, sealed: null, last_error: 'refused: -118' })
  expect(asked).toHaveLength(8)
  expect(logged).toEqual([])
})

test.each<[string, typeof answer, string]>([
  ['answers nothing', () => undefined, 'the gateway does not answer'],
  ['is in trouble', () => ({ status: 503 }), 'the gateway cannot be used: 503'],
  ['does not know us', () => ({ status: 401 }), 'the gateway cannot be used: 401'],
  ['has had enough', () => ({ status: 429 }), 'the gateway cannot be used: 429'],
])('a gateway that %s costs no message a try, is asked once a round, holds up no other channel, and the log says so', async (_what, said, because) => {
  answer = said
  await queue()
  await queue({ key: 'another' })
  await queue({ channel: 'email', to: 'lan@tinh.example' })
  await send({ sms: gateway() })
  expect(asked).toHaveLength(1)
  expect((await fates()).toSorted()).toEqual(['sent', 'waiting', 'waiting'])
  const { rows } = await database.owner.pool.query<{ tries: number; last_error: string | null }>(`select tries, last_error from platform.message where state = 'waiting' order by due_at desc`)
  expect(rows).toEqual([{ tries: 0, last_error: expect.stringContaining(because) }, { tries: 0, last_error: null }])
  expect(logged).toMatchObject([{ channel: 'sms' }])
})

test('a gateway that redirects, or whose token file is gone, is away; one that refuses by its status refuses', async () => {
  await queue()
  answer = () => ({ status: 302 })
  await send({ sms: gateway() })
  expect(await row()).toMatchObject({ state: 'waiting', tries: 0 })
  await due()
  await send({ sms: gateway({ token: `file:${join(folder, 'gone')}` }) })
  expect(await row()).toMatchObject({ tries: 0, last_error: 'the token cannot be read: ENOENT' })
  await due()
  answer = () => ({ status: 400, body: 'đất' })
  await send({ sms: gateway() })
  expect(await row()).toMatchObject({ tries: 1, last_error: 'refused: 400' })
})

test('news of more than a week ago is no longer sent', async () => {
  answer = () => ({ status: 503 })
  await queue()
  await due(`, queued_at = now() - interval '8 days'`)
  await send({ sms: gateway() })
  expect(await row()).toMatchObject({ state: 'failed', sealed: null })
})

test('no telephone rings at night; letters go out', async () => {
  await queue()
  await queue({ channel: 'email', to: 'lan@tinh.example' })
  for (const hour of [0, 6, 21, 23]) await send({ sms: gateway() }, hour)
  expect((await fates()).toSorted()).toEqual(['sent', 'waiting'])
  await send({ sms: gateway() }, 7)
  expect(await fates()).toEqual(['sent', 'sent'])
})

test('neither address nor code nor link stands in the database or the audit trail', async () => {
  await queue({ values: { ...NEWS.values, link: '/cong-dan/danh-gia/b1d2' } })
  answer = () => ({ status: 400, body: '0912345678' })
  await send({ sms: gateway() })
  const { rows: [kept] } = await database.owner.pool.query<{ text: string }>(`
    select (select string_agg(m::text, ' ') from platform.message m) || (select string_agg(e::text, ' ') from platform.audit_entry e where subject = 'platform.message') as text`)
  expect(kept?.text).toContain('messages.received')
  for (const secret of ['912345678', '4K7M', 'danh-gia']) {
    expect(kept?.text).not.toContain(secret)
    expect(kept?.text).not.toContain(Buffer.from(secret).toString('hex'))
  }
})

test('a message that no key opens is given up like one that is refused', async () => {
  await queue()
  await database.owner.pool.query(`update platform.message set sealed = '\\x01'`)
  await send({ sms: gateway() })
  expect(await row()).toMatchObject({ tries: 1, last_error: 'the address cannot be opened' })
})
