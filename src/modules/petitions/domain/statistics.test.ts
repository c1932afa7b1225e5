import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { anyCases, anyDay, anySpan, inOrder, type WrittenCase } from '#tests/support/builders/counted-cases.ts'
import type { CaseId, MatterId } from './case.ts'
import { AMOUNTS, FORM_COLUMNS, type Amount } from './statistics-columns.ts'
import { figuresOf } from './statistics-figures.ts'
import { sortCases } from './statistics-of-cases.ts'
import { handlingOf, resolutionOf, type CountedCase, type StatisticalSpan } from './statistics.ts'

const UNITS = ['a', 'b', 'c'] as UnitId[]
const Q1 = { from: plainDate('2025-12-15'), to: plainDate('2026-03-14') }
const day = (text: string) => plainDate(`2026-${text}`)
const NOTHING = Object.fromEntries(AMOUNTS.map((amount) => [amount, 0])) as Record<Amount, number>

/** Every column as of the last day, by the rules alone. */
function columnsOf(cases: readonly CountedCase[], span: StatisticalSpan): Record<string, number> {
  const { letters, resolutions, enforcements } = sortCases(cases, span)
  return figuresOf({
    letters: letters.map(({ sort }) => ({ ...sort, count: 1 })), resolutions: resolutions.map(({ sort }) => ({ ...sort, count: 1, ordered: NOTHING })),
    enforcements: enforcements.map(({ sort }) => ({ ...sort, count: 1, due: NOTHING, done: NOTHING })), replies: [],
  })
}

const LETTER: CountedCase = {
  id: 'c1' as CaseId, unitId: UNITS[0] ?? 'a' as UnitId, matterId: 'c1' as MatterId, kind: 'complaint', receivedOn: day('01-05'), splitFrom: null, instance: 1, prior: 'none', field: 'land', eligible: true, competent: true,
  triagedOn: null, triagedAs: null, urgedOn: null, acceptedOn: null, endedOn: null, endedHow: null, outcome: null, withdrawnAfterExplanation: false, inTime: null, needsEnforcement: false, enforcedOn: null,
}
const of = (more: Partial<CountedCase>): CountedCase => ({ ...LETTER, ...more })
const accepted = (on: PlainDate, more: Partial<CountedCase> = {}) => of({ triagedOn: on, triagedAs: 'accept', acceptedOn: on, ...more })
const filled = (cases: readonly CountedCase[], span: StatisticalSpan, form: string) =>
  Object.fromEntries(Object.entries(columnsOf(cases, span)).flatMap(([code, value]) => (code.startsWith(`petitions.${form}.`) && value !== 0 ? [[code.split('.').at(-1), value]] : [])))

describe('01/XLD, one letter', () => {
  test.each<[string, Partial<CountedCase>, Record<string, number>]>([
    ['came in the period, not handled', {}, { 1: 1, 3: 1, 5: 1 }],
    ['came before, not handled', { receivedOn: plainDate('2025-12-14') }, { 1: 1, 2: 1, 5: 1 }],
    ['came on the last day', { receivedOn: Q1.to }, { 1: 1, 3: 1, 5: 1 }],
    ['came the day after', { receivedOn: day('03-15') }, {}],
    ['handled the day after the cut-off: as if it had not been', { triagedOn: day('03-15'), triagedAs: 'accept' }, { 1: 1, 3: 1, 5: 1 }],
    ['handled before the period', { receivedOn: plainDate('2025-11-01'), triagedOn: plainDate('2025-12-14'), triagedAs: 'accept' }, {}],
    ['accepted', { triagedOn: day('01-10'), triagedAs: 'accept' }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 13: 1, 14: 1, 15: 1 }],
    ['not taken up, though competent', { triagedOn: day('01-10'), triagedAs: 'refuse' }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 13: 1, 14: 1, 15: 1 }],
    ['not taken up, another body’s', { triagedOn: day('01-10'), triagedAs: 'refuse', competent: false }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 13: 1, 18: 1, 19: 1 }],
    ['guided', { triagedOn: day('01-10'), triagedAs: 'guide', competent: false }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 13: 1, 18: 1, 19: 1 }],
    ['a denunciation passed on', { kind: 'denunciation', triagedOn: day('01-10'), triagedAs: 'transfer', competent: false }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 9: 1, 13: 1, 18: 1, 20: 1 }],
    ['passed on and urged by the cut-off', { kind: 'feedback', triagedOn: day('01-10'), triagedAs: 'transfer', urgedOn: Q1.to }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 10: 1, 13: 1, 18: 1, 21: 1 }],
    ['urged after it', { kind: 'feedback', triagedOn: day('01-10'), triagedAs: 'transfer', urgedOn: day('03-15') }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 10: 1, 13: 1, 18: 1, 20: 1 }],
    ['laid aside', { triagedOn: day('01-10'), triagedAs: 'file', eligible: true }, { 1: 1, 3: 1, 4: 1 }],
    ['not fit, guided to mend it', { triagedOn: day('01-10'), triagedAs: 'guide', eligible: false }, { 1: 1, 3: 1, 4: 1 }],
    ['withdrawn before it was handled', { endedOn: day('01-08'), endedHow: 'withdrawn' }, { 1: 1, 3: 1, 4: 1 }],
    ['settled once by another body', { triagedOn: day('01-10'), triagedAs: 'accept', prior: 'settled-once' }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 11: 1, 14: 1, 15: 1 }],
    ['of second instance', { triagedOn: day('01-10'), triagedAs: 'accept', instance: 2 }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 11: 1, 14: 1, 15: 1 }],
    ['judged', { triagedOn: day('01-10'), triagedAs: 'refuse', prior: 'judged' }, { 1: 1, 3: 1, 4: 1, 6: 1, 7: 1, 8: 1, 12: 1, 14: 1, 15: 1 }],
  ])('%s', (_, more, expected) => {
    expect(filled([of(more)], Q1, '01-xld')).toEqual(expected)
  })
})

test('two letters on one matter are two letters and one matter, which stands in the columns of the one handled last', () => {
  const first = accepted(day('01-10'), { field: 'policy' })
  const second = of({ id: 'c2' as CaseId, receivedOn: day('02-01'), triagedOn: day('02-03'), triagedAs: 'guide', competent: false })
  expect(filled([first, second], Q1, '02-xld')).toEqual({ 1: 2, 3: 2, 4: 2, 6: 2, 7: 2, 8: 1, 9: 1, 11: 1, 19: 1, 23: 1, 24: 1 })
  expect(filled([first, second], { ...Q1, to: day('02-02') }, '02-xld')).toEqual({ 1: 2, 3: 2, 4: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 19: 1, 20: 1, 21: 1 })
  expect(filled([first, { ...second, unitId: 'b' as UnitId }], Q1, '01-xld')['7']).toBe(2)
})

test('a letter that is divided goes on as its first part; the others came on the day of the division', () => {
  const letter = of({ receivedOn: plainDate('2025-12-10'), triagedOn: day('01-10'), triagedAs: 'split' })
  const part = (id: string, isFirst: boolean, more: Partial<CountedCase> = {}) => of({ id: id as CaseId, receivedOn: plainDate('2025-12-10'), splitFrom: { on: day('01-10'), isFirst }, ...more })
  const cases = [letter, part('p1', true), part('p2', false, { kind: 'denunciation', triagedOn: day('01-12'), triagedAs: 'file' }), part('p3', false)]
  const before = { from: plainDate('2025-09-15'), to: plainDate('2025-12-14') }
  expect(filled(cases, before, '01-xld')).toEqual({ 1: 1, 3: 1, 5: 1 })
  expect(filled(cases, Q1, '01-xld')).toEqual({ 1: 3, 2: 1, 3: 2, 4: 1, 5: 2 })
})

describe('results', () => {
  test.each<[string, Partial<CountedCase>, Record<string, number>]>([
    ['open', {}, { 1: 1, 3: 1, 4: 1 }],
    ['decided, right, in time', { endedOn: day('02-10'), endedHow: 'decided', outcome: 'right', inTime: true }, { 1: 1, 3: 1, 4: 1, 5: 1, 20: 1, 25: 1 }],
    ['decided at second instance, changed, too late', { instance: 2, endedOn: day('02-10'), endedHow: 'decided', outcome: 'changed', inTime: false }, { 1: 1, 3: 1, 4: 1, 5: 1, 24: 1, 26: 1 }],
    ['decided after the cut-off', { endedOn: day('03-15'), endedHow: 'decided', outcome: 'right', inTime: true }, { 1: 1, 3: 1, 4: 1 }],
    ['withdrawn after explanation', { endedOn: day('02-10'), endedHow: 'withdrawn', withdrawnAfterExplanation: true }, { 1: 1, 3: 1, 4: 1, 6: 1 }],
    ['terminated', { endedOn: day('02-10'), endedHow: 'terminated' }, { 1: 1, 3: 1, 4: 1 }],
  ])('01/KQGQ of a complaint taken up in the period, %s', (_, more, expected) => {
    expect(filled([accepted(day('01-10'), more)], Q1, '01-kqgq')).toEqual(expected)
  })

  test('02/KQGQ: a decision counts until it is carried out', () => {
    const decided = accepted(day('01-10'), { endedOn: day('02-10'), endedHow: 'decided', outcome: 'right', needsEnforcement: true, enforcedOn: day('03-20') })
    expect(filled([decided], Q1, '02-kqgq')).toEqual({ 1: 1 })
    expect(filled([decided], { from: day('03-15'), to: day('06-14') }, '02-kqgq')).toEqual({ 1: 1, 2: 1 })
    expect(filled([decided], { from: day('06-15'), to: day('09-14') }, '02-kqgq')).toEqual({})
  })

  test('04/XLD: a matter with an answer still to give is not settled', () => {
    const answered = accepted(day('01-10'), { kind: 'feedback', endedOn: day('01-20'), endedHow: 'answered' })
    expect(filled([answered], Q1, '04-xld')).toMatchObject({ 19: 1 })
    expect(filled([answered, accepted(day('01-11'), { id: 'c2' as CaseId, kind: 'recommendation' })], Q1, '04-xld')).toMatchObject({ 8: 1, 20: 1 })
  })
})

const cases = anyCases(UNITS)
const orderly = cases.map((each) => each.map(inOrder))

describe('whatever the cases are', () => {
  test('figures of several units are the sums of theirs', () => {
    fc.assert(fc.property(cases, anySpan, (all, span) => {
      const ofUnits = UNITS.map((unitId) => columnsOf(all.filter((each) => each.unitId === unitId), span))
      const whole = columnsOf(all, span)
      for (const code of Object.keys(whole)) expect([code, whole[code]]).toEqual([code, ofUnits.reduce((sum, figures) => sum + (figures[code] ?? 0), 0)])
    }))
  })

  test('a letter is received in one period only, handled in one at most, and each period takes over what the one before left', () => {
    fc.assert(fc.property(orderly, fc.uniqueArray(anyDay, { minLength: 2, maxLength: 6 }), (all, days) => {
      const periods = periodsBetween(days)
      for (const letter of all.filter(({ triagedAs, splitFrom }) => triagedAs !== 'split' && splitFrom === null)) {
        const seen = periods.flatMap((span) => { const handling = handlingOf(letter, span); return handling === null ? [] : [handling] })
        expect(seen.filter(({ came }) => came === 'within').length).toBe(letter.receivedOn <= (periods.at(-1)?.to ?? '') && letter.receivedOn >= (periods[0]?.from ?? '') ? 1 : 0)
        expect(seen.filter(({ handledOn }) => handledOn !== null).length).toBeLessThanOrEqual(1)
      }
      const undivided = all.filter(isUndivided(all))
      periods.slice(1).forEach((span, at) => {
        const [before, now] = [columnsOf(undivided, periods[at] ?? span), columnsOf(undivided, span)]
        expect(now['petitions.01-xld.2']).toBe(before['petitions.01-xld.5'])
      })
    }))
  })

  test('what comes after the cut-off day changes nothing', () => {
    fc.assert(fc.property(orderly, anySpan, (all, span) => {
      expect(columnsOf(all.map((each) => asOf(each, span.to)), span)).toEqual(columnsOf(all, span))
    }))
  })
})

/** Neither divided nor a part, nor a part of a part. */
function isUndivided(all: readonly WrittenCase[]): (each: WrittenCase) => boolean {
  const origins = new Set(all.map(({ originId }) => originId))
  return ({ id, splitFrom, triagedAs }) => splitFrom === null && triagedAs !== 'split' && !origins.has(id)
}

function periodsBetween(days: readonly PlainDate[]): StatisticalSpan[] {
  const sorted = [...days].sort()
  return sorted.slice(1).map((to, at) => ({ from: at === 0 ? sorted[0] ?? to : addDays(sorted[at] ?? to, 1), to }))
}

/** The case as its row stood at the end of that day. */
function asOf(counted: CountedCase, on: PlainDate): CountedCase {
  const known = (date: PlainDate | null) => (date !== null && date <= on ? date : null)
  const [triagedOn, endedOn] = [known(counted.triagedOn), known(counted.endedOn)]
  return {
    ...counted, triagedOn, triagedAs: triagedOn === null ? null : counted.triagedAs, acceptedOn: known(counted.acceptedOn), urgedOn: known(counted.urgedOn),
    endedOn, endedHow: endedOn === null ? null : counted.endedHow, outcome: endedOn === null ? null : counted.outcome, enforcedOn: known(counted.enforcedOn),
  }
}

test('each column stands once; those of a form go from one to its last without a gap', () => {
  const last = { '01-xld': 22, '02-xld': 26, '03-xld': 27, '04-xld': 20, '01-kqgq': 26, '02-kqgq': 19 }
  for (const [form, count] of Object.entries(last)) {
    expect(FORM_COLUMNS.flatMap((column) => (column.form === form ? [column.column] : [])).toSorted((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, at) => at + 1))
  }
  expect(resolutionOf(LETTER, Q1)).toBeNull()
})
