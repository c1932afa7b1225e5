import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addAccount } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { mailNotices, type MailOptions } from './mail-notices.ts'
import { notify } from './notify.ts'

let database: TestDatabase
let good: AccountId
let bad: AccountId
const folder = mkdtempSync(join(tmpdir(), 'gandan-mail-'))
const say: MailOptions['say'] = (code, details) => `${code} ${JSON.stringify(details)}`

beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  good = await addAccount(database, { login: 'nguoi-nhan', unitId: seedUnitId('ld-so-tu-phap') })
  bad = await addAccount(database, { login: 'sai-dia-chi', unitId: seedUnitId('ld-so-tu-phap') })
  await database.owner.pool.query(`update people.account set email = login || '@tinh.example'`)
})
beforeEach(async () => { await database.owner.pool.query('delete from people.notice') })
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

let noticed = 0
async function notice(to: AccountId): Promise<void> {
  noticed += 1
  await database.work((work) => notify(work, { to: [to], subject: 'plans.notice_issued', details: { so: noticed }, link: '/', dedupeKey: `thử ${noticed}` }))
}

async function mailed(): Promise<boolean[]> {
  const { rows } = await database.owner.pool.query<{ mailed: boolean }>('select mailed_at is not null as mailed from people.notice order by created_at')
  return rows.map((row) => row.mailed)
}

/** A mail server of the plainest kind; it refuses whoever is not the one reader. */
async function mailServer(received: string[]): Promise<{ url: string; server: Server }> {
  const server = createServer((socket: Socket) => {
    let isLetter = false
    let letter = ''
    socket.write('220 thu\r\n')
    socket.on('data', (chunk) => {
      if (isLetter) {
        letter += chunk.toString()
        if (!letter.endsWith('\r\n.\r\n')) return
        received.push(letter)
        isLetter = false
        letter = ''
        socket.write('250 ok\r\n')
        return
      }
      for (const line of chunk.toString().trim().split('\r\n')) {
        isLetter = line === 'DATA'
        socket.write(isLetter ? '354 go\r\n' : line.startsWith('RCPT') && !line.includes('nguoi-nhan') ? '550 no such person\r\n' : '250 ok\r\n')
      }
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}` }
}

test('without a mail server each letter lies in the folder once, as a file a mail program opens', async () => {
  await notice(good)
  const options = { settings: { kind: 'folder', from: 'gan-dan@tinh.example', folder }, deskAddress: 'https://gandan.example', say } as const
  await database.work((work) => mailNotices(work, options))
  await database.work((work) => mailNotices(work, options))
  const files = readdirSync(folder)
  expect(files).toHaveLength(1)
  const letter = readFileSync(join(folder, files[0] ?? ''), 'utf8')
  expect(letter).toContain('To: nguoi-nhan@tinh.example')
  expect(letter).toContain('https://gandan.example/')
})

test('an address that the server refuses holds up nobody, repeats nobody, and is tried again later', async () => {
  const received: string[] = []
  const { server, url } = await mailServer(received)
  const options = { settings: { kind: 'smtp', from: 'gan-dan@tinh.example', url }, deskAddress: 'https://gandan.example', say } as const
  for (const to of [good, bad, good]) await notice(to)
  await database.work((work) => mailNotices(work, options))
  expect(await mailed()).toEqual([true, false, true])
  await database.work((work) => mailNotices(work, options))
  expect(received).toHaveLength(2)
  const { rows: [refused] } = await database.owner.pool.query<{ mail_failures: number }>('select mail_failures from people.notice where mailed_at is null')
  expect(refused?.mail_failures).toBe(1)
  await database.owner.pool.query(`update people.notice set mail_again_at = now() - interval '1 minute', mail_failures = 7 where mailed_at is null`)
  await database.work((work) => mailNotices(work, options))
  const { rows: [given] } = await database.owner.pool.query<{ given_up: boolean }>(`select mail_again_at = 'infinity' as given_up from people.notice where mailed_at is null`)
  expect(given?.given_up).toBe(true)
  server.close()
})

test('a mail server that is away changes nothing, and it is said', async () => {
  await notice(good)
  const away = { settings: { kind: 'smtp', from: 'gan-dan@tinh.example', url: 'smtp://127.0.0.1:1' }, deskAddress: '', say } as const
  await expect(database.work((work) => mailNotices(work, away))).rejects.toMatchObject({ code: 'ESOCKET' })
  expect(await mailed()).toEqual([false])
  const { rows: [waiting] } = await database.owner.pool.query<{ mail_failures: number }>('select mail_failures from people.notice')
  expect(waiting?.mail_failures).toBe(0)
})
