import { z } from 'zod'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '#kernel/refusal.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { createHttp, type Http } from './http.ts'
import { SYSTEM } from './system-actor.ts'

let database: TestDatabase
let http: Http

beforeAll(async () => {
  database = await createTestDatabase()
  http = await create((api) => {
    api.route({
      method: 'POST', url: '/echo', config: { access: 'anyone' },
      schema: { body: z.object({ name: z.string().min(2) }), response: { 200: z.object({ name: z.string() }) } },
      handler: async (request) => ({ name: request.body.name }),
    })
    api.route({ method: 'GET', url: '/refuse', config: { access: 'anyone' }, handler: async () => { throw new Refusal('conflict', 'test.no', { number: 3 }) } })
    api.route({ method: 'GET', url: '/break', config: { access: 'anyone' }, handler: async () => { throw new Error('secret detail') } })
    api.route({ method: 'GET', url: '/mine', config: { access: 'signed in' }, handler: async (request) => ({ who: request.actor.name }) })
    api.route({ method: 'GET', url: '/special', config: { access: 'test.do' }, handler: async () => ({}) })
  })
})
afterAll(async () => {
  await http.close()
  await database.close()
})

function create(register: (api: Http) => void): Promise<Http> {
  return createHttp({
    context: database.context, logger: false,
    authenticate: (request) => Promise.resolve(request.headers['x-test'] === 'system' ? SYSTEM : undefined),
    sayRefusal: (code, details, language) => `${language} ${code} ${JSON.stringify(details)}`,
  }, register)
}

test('a route that declares no access does not start', async () => {
  await expect(create((api) => { api.get('/open', () => 'x') })).rejects.toThrow(/does not declare its access/)
})

test('a request that writes needs the header no other site can send', async () => {
  const response = await http.inject({ method: 'POST', url: '/api/echo', payload: { name: 'An' } })
  expect(response.statusCode).toBe(403)
  expect(response.json()).toMatchObject({ code: 'http.missing_header' })
})

test('input outside the contract is answered with the field', async () => {
  const response = await http.inject({ method: 'POST', url: '/api/echo', headers: { 'x-gandan': '1' }, payload: { name: 'A' } })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ code: 'http.invalid_request', fields: [{ path: 'name' }] })
})

test('a refusal has its status, its code and a sentence in the language asked for', async () => {
  const response = await http.inject({ method: 'GET', url: '/api/refuse', headers: { 'accept-language': 'en' } })
  expect(response.statusCode).toBe(409)
  expect(response.json()).toMatchObject({ code: 'test.no', message: 'en test.no {"number":3}', details: { number: 3 } })
})

test('a bug gives a number and nothing of its inside', async () => {
  const response = await http.inject({ method: 'GET', url: '/api/break' })
  expect(response.statusCode).toBe(500)
  expect(response.body).not.toContain('secret')
  expect(response.json<{ requestId: string }>().requestId).toMatch(/\S{8}/)
})

test('who is not signed in, or lacks the permission, gets no further', async () => {
  expect((await http.inject({ url: '/api/mine' })).statusCode).toBe(401)
  expect((await http.inject({ url: '/api/mine', headers: { 'x-test': 'system' } })).json()).toEqual({ who: 'Gần Dân' })
  expect((await http.inject({ url: '/api/special', headers: { 'x-test': 'system' } })).statusCode).toBe(403)
})

test('the API describes itself with access, errors and version 3.1', async () => {
  const api = (await http.inject({ url: '/api/openapi.json' })).json<{ openapi: string; paths: Record<string, { get: { description: string; responses: object } }> }>()
  expect(api.openapi).toBe('3.1.0')
  expect(api.paths['/api/special']?.get.description).toContain('Quyền: test.do')
  expect(Object.keys(api.paths['/api/special']?.get.responses ?? {})).toEqual(expect.arrayContaining(['401', '403', '500']))
})

test('figures of the machine are for the machine itself', async () => {
  expect((await http.inject({ url: '/metrics' })).body).toContain('gandan_http_seconds')
  expect((await http.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  expect((await http.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.0.0.9' } })).statusCode).toBe(404)
})
