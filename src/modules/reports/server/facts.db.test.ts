import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { countFacts, factRecords, FACTS, findFact } from './facts.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

const SPAN = { from: plainDate('2026-01-01'), to: plainDate('2026-06-14') }

test('each fact has a code of its own, is counted by its module and found by its code', async () => {
  const codes = FACTS.flatMap(({ facts }) => facts.map(({ code }) => code))
  expect(new Set(codes).size).toBe(codes.length)
  const counts = await database.work((work) => countFacts(work, [], SPAN))
  expect(Object.keys(counts).toSorted()).toEqual(codes.toSorted())
  expect(new Set(Object.values(counts))).toEqual(new Set([0]))
  expect(codes.map((code) => findFact(code)?.code)).toEqual(codes)
})

test('a code that no module knows is no fact and has no records', async () => {
  expect(findFact('petitions.received')).toBeUndefined()
  expect(await database.work((work) => factRecords(work, 'petitions.received', [], SPAN))).toEqual([])
})
