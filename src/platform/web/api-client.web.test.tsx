import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { api, ApiError, ConnectionLost, withQuery } from './api-client.ts'

afterEach(() => vi.unstubAllGlobals())

function answerWith(status: number, body: unknown) {
  const fetching = vi.fn<typeof fetch>(async () => new Response(body === undefined ? null : JSON.stringify(body), { status }))
  vi.stubGlobal('fetch', fetching)
  return fetching
}

test('an answer is read by its contract', async () => {
  answerWith(200, { id: 'a', title: 'Kế hoạch', more: 'not asked for' })
  await expect(api.get('/api/plans/a', z.object({ id: z.string(), title: z.string() }))).resolves.toEqual({ id: 'a', title: 'Kế hoạch' })
})

test('a change carries the header that no other site can send; a reading does not', async () => {
  const fetching = answerWith(204, undefined)
  await api.post('/api/plans', { title: 'Kế hoạch' })
  await api.get('/api/plans', z.undefined())
  expect(fetching.mock.calls.map(([, init]) => new Headers(init?.headers).get('x-gandan'))).toEqual(['1', null])
})

test('a refusal keeps its code, details, fields and number', async () => {
  answerWith(422, { code: 'plans.cannot_issue', details: { reason: 'thiếu số' }, fields: [{ path: 'number', code: 'custom' }], requestId: 'r1' })
  const error = await api.post('/api/plans/a/issue').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status: 422, code: 'plans.cannot_issue', details: { reason: 'thiếu số' }, requestId: 'r1', fields: [{ path: 'number', code: 'custom' }] })
})

test('an answer that is no answer of ours is still an error with a status', async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Not here</h1>', { status: 404 }))
  await expect(api.get('/api/x', z.any())).rejects.toMatchObject({ status: 404, code: 'http.status_404' })
})

test('no network, and a server that is away behind its proxy, are the same to a person', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch')
  })
  await expect(api.get('/api/x', z.any())).rejects.toBeInstanceOf(ConnectionLost)
  answerWith(502, {})
  await expect(api.get('/api/x', z.any())).rejects.toBeInstanceOf(ConnectionLost)
})

test('empty values stay out of the address, lists repeat their name', () => {
  expect(withQuery('/api/x', { q: 'dân vận', unit: ['a', 'b'], state: '', page: 2, on: null })).toBe('/api/x?q=d%C3%A2n+v%E1%BA%ADn&unit=a&unit=b&page=2')
  expect(withQuery('/api/x')).toBe('/api/x')
})
