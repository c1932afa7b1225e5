import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { documentStore } from './document-store.ts'
import { registerDocument } from './register-document.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  const document = { type: 'bao_cao', number: null, issuedOn: null, issuer: 'Sở Nội vụ', signer: null, isPublic: true, certainty: 'verified', issuerUnitId: null, fileId: null } as const
  await database.work((work) => registerDocument(work, { ...document, summary: 'Mô hình dân vận khéo ở cơ sở', body: '' }))
  await database.work((work) => registerDocument(work, { ...document, summary: 'Dẫn vàn kheo khéo kheo', body: '' }))
  await database.work((work) => registerDocument(work, { ...document, summary: 'Chỉ đơn vị nhận mới đọc: dân vận khéo', isPublic: false, body: '' }))
})
afterAll(() => database.close())

async function found(text: string): Promise<string[]> {
  const rows = await documentStore(database.app.db).search({ text, readable: new Set() }, { limit: 50, offset: 0 })
  return rows.map(({ number, summary }) => number ?? summary)
}

test('words without accents find words with them, within typographic quotes too', async () => {
  expect(await found('dan van kheo')).toEqual(expect.arrayContaining(['352-CV/TU', 'Mô hình dân vận khéo ở cơ sở']))
})

test('the same accents rank first, whatever form they are typed in', async () => {
  expect((await found('dân vận khéo'))[0]).not.toBe('Dẫn vàn kheo khéo kheo')
  expect(await found('dân vận khéo'.normalize('NFD'))).toEqual(await found('dân vận khéo'))
})

test.each([['2372', '2372/QĐ-UBND'], ['456-qd/tu', '456-QĐ/TU'], ['QĐ-TTg', '1847/QĐ-TTg']])('number %s finds %s first', async (text, number) => {
  expect((await found(text))[0]).toBe(number)
})

test('what was not sent to the reader is neither listed nor counted', async () => {
  expect(await found('đơn vị nhận mới đọc')).toEqual([])
  expect(await documentStore(database.app.db).count({ text: 'chi don vi nhan moi doc', readable: new Set() })).toBe(0)
})

test('no query breaks the search', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
    expect(Array.isArray(await found(text))).toBe(true)
  }), { numRuns: 60 })
  for (const text of ["'; drop table documents.document; --", '% _ \\ %', '& | ! ( )', ':*', '<->']) expect(Array.isArray(await found(text))).toBe(true)
})
