import { expect, test } from 'vitest'
import { CONCLUDE_FAULTS } from '../domain/conclude-rules.ts'
import { TRANSFER_FAULTS } from '../domain/transfer-rules.ts'
import { ADVICE_CODES } from '../domain/triage-advice.ts'
import { CASE_NEWS } from '../server/tell-people.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'

/** What the code names by putting words together, which no tool finds. */
const NAMED = [...CONCLUDE_FAULTS, ...TRANSFER_FAULTS, ...CASE_NEWS.map((news) => `notice_${news}`), ...ADVICE_CODES.map((code) => `advice_of.${code}`)]

test.each([['vi', vi], ['en', en]] as const)('every fault, notice and piece of advice has its sentence: %s', (_language, phrases) => {
  expect(NAMED.filter((name) => !Object.hasOwn(phrases, `petitions.${name}`))).toEqual([])
})
