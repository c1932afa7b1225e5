import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { pathOf, storeFile } from './files.ts'
import { createHttp, type Http } from './http.ts'
import { readForm } from './upload.ts'
import type { Verdict } from './virus-scan.ts'

let database: TestDatabase
let http: Http
let verdict: Verdict
let scanned = 0
const PROGRAM = Buffer.from('#!/bin/sh\nls')
const PHOTO = jpegWith('11.94,108.44')

beforeAll(async () => {
  database = await createTestDatabase()
  const scanFile = () => {
    scanned += 1
    return Promise.resolve(verdict)
  }
  http = await createHttp({ context: { ...database.context, scanFile }, logger: false, authenticate: () => Promise.resolve(undefined), sayRefusal: (code) => code }, (api) => {
    api.post('/kept', { config: { access: 'anyone' } }, async (request) => {
      const { fields, files } = await readForm(request, z.object({ name: z.string().min(2) }))
      return request.work(async (work) => {
        const kept = []
        for (const file of files) kept.push(await storeFile(work, file.bytes, file.name))
        return { fields, kept }
      })
    })
  })
})
beforeEach(() => {
  verdict = { verdict: 'clean' }
  scanned = 0
})
afterAll(async () => {
  await http.close()
  await database.close()
})

/** A photo that names the place where it was taken. */
function jpegWith(place: string): Buffer {
  const note = Buffer.from(`Exif\0\0${place}`)
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from([0, note.length + 2]), note, Buffer.from('ffdb000300ffda00030a1234ffd9', 'hex')])
}

async function send(url: string, parts: readonly (readonly [field: string, content: string | Buffer, name?: string])[]) {
  const form = new FormData()
  for (const [field, content, name] of parts) {
    if (typeof content === 'string') form.append(field, content)
    else form.append(field, new Blob([new Uint8Array(content)]), name ?? '')
  }
  return http.inject({ method: 'POST', url: `/api${url}`, headers: { 'x-gandan': '1' }, payload: form })
}

test('what is kept is vetted, scanned once, and lies without the place of the photo', async () => {
  const response = await send('/kept', [['name', 'Ảnh'], ['file', PHOTO, 'nhà.jpg'], ['file', Buffer.from('Đơn'), 'đơn.txt']])
  const { kept } = response.json<{ kept: { hash: string; name: string; mediaType: string }[] }>()
  expect(kept).toMatchObject([{ name: 'nhà.jpg', mediaType: 'image/jpeg' }, { name: 'đơn.txt', mediaType: 'text/plain' }])
  expect(readFileSync(pathOf(database.context.fileFolder, kept[0]?.hash ?? '')).includes('108.44')).toBe(false)
  expect(scanned).toBe(2)
})

test.each([
  ['a program', PROGRAM, 'đơn.txt', 'clean', 'files.program_refused'],
  ['a virus', PHOTO, 'nhà.jpg', 'infected', 'files.virus_found'],
  ['a file that could not be checked', PHOTO, 'nhà.jpg', 'unknown', 'files.scan_unavailable'],
  ['an empty file', Buffer.alloc(0), 'đơn.txt', 'clean', 'files.empty'],
] as const)('%s is refused at its field, and nothing is kept', async (_what, bytes, name, said, code) => {
  verdict = said === 'infected' ? { verdict: said, virus: 'Thu.Nghiem' } : { verdict: said }
  const before = (await database.owner.pool.query('select from platform.file')).rowCount
  const response = await send('/kept', [['name', 'Ảnh'], ['evidence', bytes, name]])
  expect([response.statusCode, response.json()]).toMatchObject([422, { code, details: { field: 'evidence' } }])
  expect((await database.owner.pool.query('select from platform.file')).rowCount).toBe(before)
})

test('a file that no form brought is vetted and scanned before it is kept', async () => {
  await expect(database.work((work) => storeFile(work, PROGRAM, 'đơn.txt'))).rejects.toMatchObject({ code: 'files.program_refused' })
  await expect(database.work((work) => storeFile({ ...work, scanFile: () => Promise.resolve({ verdict: 'unknown' }) }, Buffer.from('Đơn'), 'đơn.txt'))).rejects.toMatchObject({ code: 'files.scan_unavailable' })
})

test('a file field that was left empty is no file', async () => {
  const response = await send('/kept', [['name', 'Ảnh'], ['file', Buffer.alloc(0), '']])
  expect(response.json()).toEqual({ fields: { name: 'Ảnh' }, kept: [] })
})
