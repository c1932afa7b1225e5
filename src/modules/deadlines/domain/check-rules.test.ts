import { aRule } from '#tests/support/builders/term-rules.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'
import { checkRules } from './check-rules.ts'

const from = (day: string) => ({ validFrom: plainDate(day) })
const until = (day: string) => ({ validUntil: plainDate(day) })

test.each([
  ['rows that follow each other', [aRule({ ...from('2012-07-01'), ...until('2026-07-01') }), aRule(from('2026-07-01'))], []],
  ['two steps at once', [aRule(), aRule({ step: 'file' })], []],
  ['a step that ended', [aRule(until('2020-01-01'))], []],
  ['a gap', [aRule(from('2026-07-01')), aRule({ ...from('2012-07-01'), ...until('2026-06-30') })], ['error gap 2026-07-01 30/06/2026..30/06/2026']],
  ['an overlap', [aRule(from('2012-07-01')), aRule(from('2026-07-01'))], ['error overlap 2026-07-01 01/07/2026..…']],
  ['an overlap of one day', [aRule({ ...from('2012-07-01'), ...until('2026-07-02') }), aRule(from('2026-07-01'))], ['error overlap 2026-07-01 01/07/2026..01/07/2026']],
  ['no article', [aRule({ article: ' ' })], ['error no-article 2012-07-01 ..']],
  ['ends before it begins', [aRule({ ...from('2026-07-01'), ...until('2026-07-01') })], ['error ends-before-it-begins 2026-07-01 ..30/06/2026']],
  ['no days', [aRule({ days: 0 })], ['error days-impossible 2012-07-01 ..']],
  ['half a day', [aRule({ remoteDays: 45.5 })], ['error days-impossible 2012-07-01 ..']],
  ['remote shorter than plain', [aRule({ remoteDays: 20 })], ['error variant-shorter 2012-07-01 ..']],
  ['remote and complex shorter than complex', [aRule({ complexDays: 45, remoteComplexDays: 40 })], ['error variant-shorter 2012-07-01 ..']],
  ['an extension of no length', [aRule({ extensions: 1 })], ['error extension-incomplete 2012-07-01 ..']],
  ['a length without an extension', [aRule({ extensionDays: 30 })], ['error extension-incomplete 2012-07-01 ..']],
  ['nobody signs the extension', [aRule({ extensions: 1, extensionDays: 30, extensionGround: 'phức tạp' })], ['warning extension-signer-missing 2012-07-01 ..']],
  ['counted back and suspended', [aRule({ direction: 'back' })], ['warning suspension-counted-back 2012-07-01 ..']],
])('%s', (_says, rules, faults) => {
  expect(checkRules(rules).map(({ kind, code, validFrom, details }) => `${kind} ${code} ${validFrom} ${String(details['from'] ?? '')}..${String(details['until'] ?? '')}`)).toEqual(faults)
})

test('no fault in time exactly when each day between the first and the last has one row', () => {
  const aDay = fc.integer({ min: 0, max: 30 }).map((days) => addDays(plainDate('2026-06-15'), days))
  const aRow = fc.tuple(aDay, fc.option(aDay)).filter(([begins, ends]) => ends === null || begins < ends).map(([validFrom, validUntil]) => aRule({ validFrom, validUntil }))
  fc.assert(fc.property(fc.array(aRow, { minLength: 1, maxLength: 4 }), (rows) => {
    const days = Array.from({ length: 40 }, (_, at) => addDays(plainDate('2026-06-15'), at))
    const counts = days.map((day) => rows.filter((row: Validity) => isValidOn(row, day)).length)
    const [first, last] = [counts.findIndex((count) => count > 0), counts.findLastIndex((count) => count > 0)]
    const isSound = counts.slice(first, last + 1).every((count) => count === 1)
    expect(checkRules(rows).length === 0).toBe(isSound)
  }))
})
