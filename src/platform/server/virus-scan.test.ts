import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { afterAll, afterEach, expect, test } from 'vitest'
import { fakeClamd, type FakeClamd } from '#tests/support/fake-clamd.ts'
import { StartError } from './database/start-error.ts'
import { clamdAddress, clamdScanner } from './virus-scan.ts'

const folder = mkdtempSync(join(tmpdir(), 'gandan-clamd-'))
const path = join(folder, 'clamd.ctl')
const said: object[] = []
const log = { error: (details: object) => said.push(details), warn: (details: object) => said.push(details) }
let clamd: FakeClamd | undefined
afterEach(async () => {
  await clamd?.close()
  clamd = undefined
  said.length = 0
})
afterAll(() => { rmSync(folder, { recursive: true }) })

const hashOf = (bytes: Uint8Array | undefined) => createHash('sha256').update(bytes ?? '').digest('hex')

test.each([['one byte', 1], ['a piece', 64 * 1024], ['a piece and a byte', 64 * 1024 + 1], ['20 MB', 20 * 1024 * 1024]])('%s arrives whole, and is clean', async (_what, size) => {
  clamd = await fakeClamd({ path }, () => 'stream: OK')
  const bytes = Buffer.alloc(size, 'đơn thư ')
  expect(await clamdScanner({ path }, log)(bytes)).toEqual({ verdict: 'clean' })
  expect(clamd.asked.map(hashOf)).toEqual([hashOf(bytes)])
  expect(said).toEqual([])
})

test('a virus is named, over TCP as well, and the log knows of it', async () => {
  clamd = await fakeClamd({ host: '127.0.0.1', port: 0 }, (bytes) => (bytes.includes('xấu') ? 'stream: Thu.Nghiem-1 FOUND' : 'stream: OK'))
  const at = clamd.server.address()
  const scan = clamdScanner({ host: '127.0.0.1', port: typeof at === 'object' && at !== null ? at.port : 0 }, log)
  expect(await Promise.all([scan(Buffer.from('xấu')), scan(Buffer.from('tốt'))])).toEqual([{ verdict: 'infected', virus: 'Thu.Nghiem-1' }, { verdict: 'clean' }])
  expect(said).toEqual([{ virus: 'Thu.Nghiem-1' }])
})

test('a scanner that is not there, errs, says nothing or talks on makes no verdict, and the log says why', async () => {
  expect(await clamdScanner({ path: join(folder, 'nobody') }, log)(Buffer.from('đơn'))).toEqual({ verdict: 'unknown' })
  clamd = await fakeClamd({ path }, (bytes) => (bytes.includes('lỗi') ? 'INSTREAM size limit exceeded. ERROR' : bytes.includes('dài') ? 'x'.repeat(5000) : undefined))
  expect(await clamdScanner({ path }, log)(Buffer.from('lỗi'))).toEqual({ verdict: 'unknown' })
  expect(await clamdScanner({ path }, log)(Buffer.from('dài'))).toEqual({ verdict: 'unknown' })
  expect(await clamdScanner({ path }, log, 50)(Buffer.from('im lặng'))).toEqual({ verdict: 'unknown' })
  expect(said.map((details) => ('err' in details && details.err instanceof Error ? details.err.message : ''))).toEqual([
    expect.stringContaining('ENOENT'), 'clamd answered "INSTREAM size limit exceeded. ERROR"', 'clamd says too much', 'clamd did not answer within 50 ms',
  ])
})

test.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['127.0.0.1:3311', { host: '127.0.0.1', port: 3311 }],
  ['tcp://quet-virus.lan', { host: 'quet-virus.lan', port: 3310 }],
  ['tcp:quet-virus:3310', { host: 'quet-virus', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
])('CLAMD=%s is understood', (text, address) => {
  expect(clamdAddress(text)).toEqual(address)
})

test.each(['có', 'a b', 'http://x', '127.0.0.1:99999', ':3310', ''])('CLAMD=%s is not', (text) => {
  expect(() => clamdAddress(text)).toThrow(StartError)
})
