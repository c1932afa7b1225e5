import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { faultOfBeginning, faultOfEnd } from './reminder-step.ts'

const TODAY = plainDate('2026-11-23')
const valid = (from: string, until: string | null) => ({ validFrom: plainDate(from), validUntil: until === null ? null : plainDate(until) })

test.each([
  ['yesterday', '2026-11-22', [], 'in_the_past'],
  ['today', '2026-11-23', [], null],
  ['beside one without an end', '2026-12-01', [valid('2021-01-01', null)], 'exists'],
  ['on the day the other ends', '2026-12-01', [valid('2021-01-01', '2026-12-01')], null],
  ['a day too soon', '2026-11-30', [valid('2021-01-01', '2026-12-01')], 'exists'],
  ['before one that is to come', '2026-11-23', [valid('2027-01-01', null)], 'exists'],
  ['beside one that was taken back before it began', '2026-11-23', [valid('2027-01-01', '2027-01-01')], null],
])('a step that begins %s (%s)', (_case, from, same, fault) => {
  expect(faultOfBeginning(plainDate(from), same, TODAY)).toBe(fault)
})

test.each([
  ['yesterday', valid('2021-01-01', null), '2026-11-22', 'end_too_early'],
  ['today', valid('2021-01-01', null), '2026-11-23', null],
  ['before it begins', valid('2026-12-01', null), '2026-11-30', 'end_too_early'],
  ['on the day it begins', valid('2026-12-01', null), '2026-12-01', null],
  ['later than it ends already', valid('2021-01-01', '2026-12-01'), '2026-12-02', 'ended'],
  ['when it ends already', valid('2021-01-01', '2026-12-01'), '2026-12-01', 'ended'],
  ['sooner than it was to', valid('2021-01-01', '2026-12-01'), '2026-11-30', null],
])('a step ended %s', (_case, step, until, fault) => {
  expect(faultOfEnd(step, plainDate(until), TODAY)).toBe(fault)
})
