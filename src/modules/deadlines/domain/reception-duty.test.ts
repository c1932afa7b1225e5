import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import { addingDuty, correctingDuty, type DutyWords, type ReceptionDuty } from './reception-duty.ts'

const TODAY = plainDate('2026-11-24')
const words = (validFrom: string, more: Partial<DutyWords> = {}): DutyWords => ({ unitClass: 'commune', times: 2, per: 'month', article: 'Điều 15', certainty: 'verified', note: null, validFrom: plainDate(validFrom), ...more })
const row = (id: string, validFrom: string, validUntil: string | null, more: Partial<ReceptionDuty> = {}): ReceptionDuty => ({ ...words(validFrom), id, validUntil: validUntil === null ? null : plainDate(validUntil), ...more })
const ROWS = [row('old', '2014-07-01', '2026-07-01'), row('now', '2026-07-01', null), row('other', '2014-07-01', null, { unitClass: 'province' })]

test('the law changes from a day on: the row before ends, those of other classes stay', () => {
  expect(addingDuty(ROWS, words('2027-07-01', { times: 3 }), 'new')).toEqual([row('now', '2026-07-01', '2027-07-01'), row('new', '2027-07-01', null, { times: 3 })])
  expect(addingDuty(ROWS, words('2020-01-01'), 'new')).toEqual([row('old', '2014-07-01', '2020-01-01'), row('new', '2020-01-01', '2026-07-01')])
  expect(addingDuty(ROWS, words('2010-01-01'), 'new')).toEqual([row('new', '2010-01-01', '2014-07-01')])
})

test.each<[string, () => unknown, string]>([
  ['a second row from the same day', () => addingDuty(ROWS, words('2026-07-01'), 'new'), 'deadlines.rule_begins_that_day'],
  ['one verified and in force', () => correctingDuty(ROWS, 'now', words('2026-07-01'), TODAY), 'deadlines.rule_is_verified'],
  ['one that is not there', () => correctingDuty(ROWS, 'none', words('2026-07-01'), TODAY), 'deadlines.no_such_rule'],
  ['another class', () => correctingDuty([row('next', '2027-01-01', null)], 'next', words('2027-01-01', { unitClass: 'province' }), TODAY), 'deadlines.duty_of_another_class'],
  ['a day after its end', () => correctingDuty([row('a', '2027-01-01', '2027-06-01')], 'a', words('2027-06-01'), TODAY), 'deadlines.duty_ends_before'],
  ['a day before the row before began', () => correctingDuty([...ROWS.slice(0, 1), row('now', '2026-07-01', '2027-01-01'), row('next', '2027-01-01', null)], 'next', words('2026-06-01'), TODAY), 'deadlines.duty_overlaps'],
])('%s is refused', (_what, change, code) => {
  expect(change).toThrow(expect.objectContaining({ code }))
})

test('a row to come begins on another day: the one before follows', () => {
  const rows = [row('now', '2026-07-01', '2027-01-01'), row('next', '2027-01-01', null)]
  expect(correctingDuty(rows, 'next', words('2027-03-01', { times: 1 }), TODAY)).toEqual([row('next', '2027-03-01', null, { times: 1 }), row('now', '2026-07-01', '2027-03-01')])
  expect(correctingDuty(rows, 'next', words('2026-12-15'), TODAY)).toEqual([row('now', '2026-07-01', '2026-12-15'), row('next', '2026-12-15', null)])
})

test('whatever is added and corrected, each day from the first on has one row', () => {
  const aDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(plainDate('2027-01-01'), days))
  fc.assert(fc.property(fc.array(fc.record({ day: aDay, corrects: fc.boolean() }), { maxLength: 12 }), (changes) => {
    let rows: readonly ReceptionDuty[] = [row('first', '2027-01-01', null)]
    for (const [at, { day, corrects }] of changes.entries()) {
      try {
        const changed = corrects ? correctingDuty(rows, rows[at % rows.length]?.id ?? '', words(day), TODAY) : addingDuty(rows, words(day), `row ${String(at)}`)
        rows = [...rows.filter(({ id }) => changed.every((each) => each.id !== id)), ...changed]
      } catch { /* refused: nothing changes */ }
    }
    const first = rows.map(({ validFrom }) => validFrom).sort()[0] ?? TODAY
    for (let days = 0; days <= 420; days += 7) {
      const day = addDays(plainDate('2027-01-01'), days)
      expect(rows.filter((each) => isValidOn(each, day))).toHaveLength(day < first ? 0 : 1)
    }
  }))
})
