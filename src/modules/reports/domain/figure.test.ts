import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Combination } from './combine.ts'
import { faultOfFigure, FIGURE_KINDS, isGiven, isSameCount, isValueOf, type Figure, type FigureKind } from './figure.ts'

function figure(code: string, changed: Partial<Figure> = {}): Figure {
  return { code, name: code, meaning: '', kind: 'count', measure: '', fact: null, combination: { rule: 'sum' }, min: null, max: null, changeShare: null, source: '', certainty: 'illustrative', ...changed }
}

test.each([
  ['a count is whole', 'count', 12, true], ['half a meeting is no count', 'count', 0.5, false], ['an amount may have parts', 'amount', 0.5, true],
  ['text in a number is no value', 'count', '12', false], ['text is text', 'text', 'Không phát sinh', true], ['a number is no text', 'text', 12, false],
  ['nothing said is never wrong', 'count', null, true], ['what is not finite is no value', 'amount', Number.POSITIVE_INFINITY, false], ['nor is what is no number', 'amount', Number.NaN, false],
] as const satisfies readonly (readonly [string, FigureKind, number | string | null, boolean])[])('%s', (_case, kind, value, isValid) => {
  expect(isValueOf({ kind }, value)).toBe(isValid)
})

test('every kind but a ratio is given', () => {
  expect(FIGURE_KINDS.filter((kind) => isGiven({ kind }))).toEqual(['count', 'amount', 'text'])
})

const KNOWN = [figure('a'), figure('b'), figure('words', { kind: 'text', combination: { rule: 'none' } }), figure('share', { kind: 'ratio', combination: { rule: 'ratio', of: 'a', to: 'b' } }), figure('brought', { combination: { rule: 'first' } })]
const ratio = (of: string, to: string): Partial<Figure> => ({ kind: 'ratio', combination: { rule: 'ratio', of, to } })

test.each<[string, Partial<Figure>, string | null]>([
  ['a typed count', {}, null],
  ['a ratio of two numbers', ratio('a', 'b'), null],
  ['a ratio of the same number twice', ratio('a', 'a'), 'reports.figure_ratio_parts'],
  ['a ratio of itself', ratio('new', 'b'), 'reports.figure_ratio_parts'],
  ['a ratio of a ratio', ratio('share', 'b'), 'reports.figure_ratio_parts'],
  ['a ratio of words', ratio('a', 'words'), 'reports.figure_ratio_parts'],
  ['a ratio of what nobody declared', ratio('a', 'nobody'), 'reports.figure_ratio_parts'],
  ['a ratio that is summed', { kind: 'ratio' }, 'reports.figure_ratio_rule'],
  ['a count put together as a ratio', { combination: { rule: 'ratio', of: 'a', to: 'b' } }, 'reports.figure_ratio_rule'],
  ['text that is summed', { kind: 'text' }, 'reports.figure_text_rule'],
  ['a sum without what was brought over', { combination: { rule: 'sum', carried: 'brought' } }, null],
  ['a sum without something that is itself a sum', { combination: { rule: 'sum', carried: 'a' } }, 'reports.figure_carried'],
  ['a count that a module counts', { fact: 'plans.done' }, null],
  ['a count that no module counts', { fact: 'plans.nothing' }, 'reports.figure_fact_unknown'],
  ['words that a module counts', { kind: 'text', combination: { rule: 'none' }, fact: 'plans.done' }, 'reports.figure_fact_kind'],
  ['a range upside down', { min: 5, max: 4 }, 'reports.figure_range'],
  ['a range of one value', { min: 5, max: 5 }, null],
])('%s', (_case, changed, code) => {
  expect(faultOfFigure(figure('new', changed), KNOWN, ['plans.done'])?.code ?? null).toBe(code)
})

const aCombination: fc.Arbitrary<Combination> = fc.oneof(
  fc.constantFrom<Combination>({ rule: 'sum' }, { rule: 'first' }, { rule: 'last' }, { rule: 'none' }), fc.constantFrom('a', 'b').map((carried) => ({ rule: 'sum', carried }) as const),
  fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')).map(([of, to]) => ({ rule: 'ratio', of, to }) as const))

test('words about a figure may change, what it counts and how it adds up are what it is', () => {
  fc.assert(fc.property(aCombination, aCombination, fc.string(), (one, other, name) => {
    expect(isSameCount(figure('x', { combination: one }), figure('x', { combination: one, name, meaning: name, measure: name, fact: name, min: 1 }))).toBe(true)
    expect(isSameCount(figure('x', { combination: one }), figure('x', { combination: other }))).toBe(JSON.stringify(one) === JSON.stringify(other))
    expect(isSameCount(figure('x', { combination: one }), figure('x', { combination: one, kind: 'amount' }))).toBe(false)
  }))
})
