import fastify from 'fastify'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { answerNotFound } from './http-errors.ts'
import { REQUEST_LOG } from './request-log.ts'

test('the log names routes and never what stands in an address; of a citizen not where she is', async () => {
  const lines: string[] = []
  const http = fastify({ loggerInstance: pino({ level: 'info', serializers: REQUEST_LOG }, { write: (line: string) => lines.push(line) }) })
  http.setNotFoundHandler(answerNotFound((code) => code))
  http.get('/tra-cuu/:code', { config: { isForCitizens: true } }, async () => 'a page')
  http.get('/known-people', async () => 'somebody')
  http.get('/broken/:code', async () => { throw new Error('broken') })
  const from = { remoteAddress: '203.0.113.7' }
  await http.inject({ url: '/tra-cuu/4K7M-9QX2-3AB5', ...from })
  await http.inject({ url: '/known-people?q=068090123456', ...from })
  await http.inject({ url: '/broken/4K7M-9QX2-3AB5', ...from })
  await http.inject({ url: '/nowhere/4K7M-9QX2-3AB5?q=068090123456', ...from })
  const said = lines.join('')
  expect(said).not.toMatch(/4K7M|068090123456/)
  expect(said).toContain('/tra-cuu/:code')
  expect(lines.filter((line) => line.includes('/tra-cuu')).join('')).not.toContain('203.0.113.7')
  expect(lines.filter((line) => line.includes('/known-people')).join('')).toContain('203.0.113.7')
})
