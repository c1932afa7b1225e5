import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { collectForm } from './collect-form.ts'
import { createHttp, type Http } from './http.ts'

let database: TestDatabase
let http: Http
const folder = mkdtempSync(join(tmpdir(), 'gandan-collected-'))
const PROGRAM = Buffer.from('#!/bin/sh\nls')
const PHOTO = jpegWith('11.94,108.44')

beforeAll(async () => {
  database = await createTestDatabase()
  http = await createHttp({ context: database.context, logger: false, authenticate: () => Promise.resolve(undefined), sayRefusal: (code) => code }, (api) => {
    api.post('/collected', { config: { access: 'anyone' } }, async (request) => {
      const files: object[] = []
      const { pairs, refused, cut } = await collectForm(request, {
        folder,
        limits: (before) => ({ mostFiles: 3, mostBytes: 2 * 1024 * 1024, mostBytesTogether: 4 * 1024 * 1024, keepsPlace: before.some(([name, value]) => name === 'place' && value === 'yes') }),
        keep: async ({ name, field, bytes, text }) => { files.push({ name, field, size: bytes.length, text, hasPlace: Buffer.from(bytes).includes('108.44') }) },
      })
      return {
        lengths: Object.fromEntries(pairs.map(([name, value]) => [name, value.length])), cut, files,
        refused: refused.map(({ name, field, refusal }) => ({ name, field, code: refusal.code })),
      }
    })
  })
})
afterAll(async () => {
  await http.close()
  await database.close()
  rmSync(folder, { recursive: true })
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

test('of a collected form nothing is lost: each file that is not taken says why, the others and all text come through', async () => {
  const response = await send('/collected', [
    ['text', 'a'.repeat(300_000)], ['novel', 'a'.repeat(3 * 1024 * 1024)], ['empty', ''],
    ['photos', PHOTO, 'nhà.jpg'], ['photos', PROGRAM, 'chạy.sh'], ['letter', Buffer.from('UBND XÃ\nMẬT\nĐơn'), 'mật.txt'], ['photos', Buffer.from('thừa'), 'thừa.txt'], ['after', 'còn'],
  ])
  expect(response.json()).toEqual({
    lengths: { text: 300_000, novel: 2 * 1024 * 1024, empty: 0, after: 3 }, cut: ['novel'],
    files: [{ name: 'nhà.jpg', field: 'photos', size: PHOTO.length - 4 - 'Exif\0\0'.length - '11.94,108.44'.length, text: null, hasPlace: false }],
    refused: [{ name: 'chạy.sh', field: 'photos', code: 'files.program_refused' }, { name: 'mật.txt', field: 'letter', code: 'files.secret_refused' }, { name: 'thừa.txt', field: 'photos', code: 'files.too_many' }],
  })
})

test('a file too large by itself, and files too large together, are refused one by one; two hundred photos end in a list', async () => {
  const large = await send('/collected', [['a', Buffer.alloc(3 * 1024 * 1024, 'a'), 'lớn.txt'], ['a', Buffer.alloc(2 * 1024 * 1024, 'a'), 'vừa.txt'], ['a', Buffer.from('a'), 'nhỏ.txt']])
  expect(large.json()).toMatchObject({ files: [{ name: 'vừa.txt' }], refused: [{ name: 'lớn.txt', code: 'files.too_large' }, { name: 'nhỏ.txt', code: 'files.too_large_together' }] })
  const many = await send('/collected', Array.from({ length: 200 }, (_, at) => ['a', PHOTO, `${at}.jpg`] as const))
  const { files, refused } = many.json<{ files: unknown[]; refused: { code: string }[] }>()
  expect([files.length, refused.length, new Set(refused.map(({ code }) => code))]).toEqual([3, 197, new Set(['files.too_many'])])
})

test('the place of a photo stays where its sender asks for it, and a field left without a file is none', async () => {
  const response = await send('/collected', [['place', 'yes'], ['photos', PHOTO, 'nhà.jpg'], ['photos', Buffer.alloc(0), '']])
  expect(response.json()).toMatchObject({ files: [{ hasPlace: true }], refused: [] })
})

test('nothing is left lying about', () => {
  expect(readdirSync(folder)).toEqual([])
})

test('what is no form is refused', async () => {
  const response = await http.inject({ method: 'POST', url: '/api/collected', headers: { 'x-gandan': '1' }, payload: { a: 1 } })
  expect(response.json()).toMatchObject({ code: 'http.form_expected' })
})
