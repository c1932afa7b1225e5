import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReport, resolveValues, type Comparison } from './checks.ts'
import { EMPTY_CONTENT, type ReportContent } from './content.ts'
import type { Figure, FigureValue } from './figure.ts'
import type { FrozenForm, NarrativeSection, TableEquation } from './form.ts'

const NOTHING_KNOWN: Comparison = { facts: {}, previous: null }

function figure(code: string, changed: Partial<Figure> = {}): Figure {
  return { code, name: `Chỉ tiêu ${code}`, meaning: '', kind: 'count', measure: 'đơn', fact: null, combination: { rule: 'sum' }, min: 0, max: null, changeShare: null, source: '', certainty: 'illustrative', ...changed }
}
const section = (id: string, asksText = true): NarrativeSection => ({ id, heading: `Mục ${id}`, level: 1, guidance: '', asksText })
const refuse = (text: string): TableEquation => ({ text, severity: 'refuse' })
const warn = (text: string): TableEquation => ({ text, severity: 'warn' })

/** Lines 1 to 6: all = settled + open, on time of those settled, its share, money, a note. */
const FIGURES = [
  figure('all', { changeShare: 0.5, max: 1000 }), figure('settled'), figure('open'), figure('in-time'),
  figure('share', { kind: 'ratio', measure: '%', combination: { rule: 'ratio', of: 'in-time', to: 'settled' }, min: null }),
  figure('money', { kind: 'amount', min: null }), figure('part', { kind: 'amount', min: null }), figure('note', { kind: 'text', combination: { rule: 'none' }, min: null }),
]
const FORM: FrozenForm = {
  figures: FIGURES,
  definition: {
    title: 'Báo cáo', subject: 'Kết quả', spans: ['half-year'], closingDay: 14, sections: [section('I'), section('II', false)], source: 'Mẫu minh họa', certainty: 'illustrative',
    tables: [{
      layout: 'list', code: 'PL', title: 'Đơn', lines: FIGURES.map(({ code }) => ({ kind: 'figure', figure: code })),
      equations: [refuse('1 = 2+3'), warn('4 ≤ 2'), refuse('6 = 7')],
    }],
  },
}
const GOOD: ReportContent = { ...EMPTY_CONTENT, values: { all: 10, settled: 8, open: 2, 'in-time': 6, money: 1.5, part: 1.5 }, texts: { I: 'Đã tiếp nhận 10 đơn.' } }

function checked(content: ReportContent, comparison: Comparison = NOTHING_KNOWN) {
  return checkReport(FORM, content, resolveValues(FORM, content, comparison.facts), comparison)
}
const saying = (values: Readonly<Record<string, FigureValue>>, rest: Partial<ReportContent> = {}): ReportContent => ({ ...GOOD, values: { ...GOOD.values, ...values }, ...rest })
const said = (content: ReportContent, comparison?: Comparison) => checked(content, comparison).map(({ severity, code, at }) => [severity, code, ...at].join(' '))

test('a report in which everything agrees has nothing to say, a note is not asked for', () => {
  expect(said(GOOD)).toEqual([])
})

const ALL_CELLS = 'values.all values.settled values.open'
test.each<[string, ReportContent, Comparison, readonly string[]]>([
  ['words in a count', saying({ open: 'hai' }), NOTHING_KNOWN, ['refuse reports.check_not_whole values.open']],
  ['half a petition', saying({ open: 2.5 }), NOTHING_KNOWN, [`refuse reports.check_equation ${ALL_CELLS}`, 'refuse reports.check_not_whole values.open']],
  ['words in an amount', saying({ money: '1,5 triệu' }), NOTHING_KNOWN, ['refuse reports.check_not_a_number values.money']],
  ['an amount without end', saying({ money: Infinity, part: null }), NOTHING_KNOWN, ['refuse reports.check_not_a_number values.money', 'warn reports.check_cells_empty values.part']],
  ['a count below its least', saying({ open: -2, settled: 12 }), NOTHING_KNOWN, ['refuse reports.check_too_small values.open']],
  ['a count above its most', saying({ all: 1001, open: 993 }), NOTHING_KNOWN, ['refuse reports.check_too_large values.all']],
  ['a section without text', { ...GOOD, texts: { I: '  \n' } }, NOTHING_KNOWN, ['refuse reports.check_text_missing texts.I']],
  ['a section without text where nothing happened', { ...GOOD, texts: {}, nothing: ['I'] }, NOTHING_KNOWN, []],
  ['a table without a figure', { ...GOOD, values: { note: 'Chưa có số liệu' } }, NOTHING_KNOWN, ['refuse reports.check_table_empty nothing.PL']],
  ['a cell without a figure', saying({ money: null }), NOTHING_KNOWN, ['warn reports.check_cells_empty values.money']],
  ['nothing declared, but figures typed', { ...GOOD, nothing: ['PL'] }, NOTHING_KNOWN, [`refuse reports.check_nothing_but_figures ${ALL_CELLS} values.in-time values.money values.part`]],
  ['nothing declared, noughts and a note typed', { ...GOOD, values: { all: 0, note: 'Không có đơn' }, nothing: ['PL'] }, NOTHING_KNOWN, []],
  ['nothing declared, but the platform counts one', { ...GOOD, values: {}, nothing: ['PL'] }, { facts: { all: 1, open: 1 }, previous: null }, ['refuse reports.check_nothing_but_figures values.all values.open']],
  ['parts that do not add up', saying({ open: 3 }), NOTHING_KNOWN, [`refuse reports.check_equation ${ALL_CELLS}`]],
  ['a doubtful relation that does not hold', saying({ 'in-time': 9 }), NOTHING_KNOWN, ['warn reports.check_equation values.in-time values.settled']],
  ['amounts that differ by rounding', saying({ money: 1.55 }), NOTHING_KNOWN, []],
  ['amounts that differ by more', saying({ money: 1.6 }), NOTHING_KNOWN, ['refuse reports.check_equation values.money values.part']],
  ['much more than the period before', GOOD, { facts: {}, previous: { all: 6 } }, ['warn reports.check_changed_much values.all']],
  ['much less than the period before', GOOD, { facts: {}, previous: { all: 21 } }, ['warn reports.check_changed_much values.all']],
  ['half as much again', GOOD, { facts: {}, previous: { all: 20 } }, []],
  ['nought in the period before', GOOD, { facts: {}, previous: { all: 0, settled: 'tám' } }, []],
  ['other than the platform counts', GOOD, { facts: { open: 3 }, previous: null }, ['refuse reports.check_departs_without_reason values.open']],
  ['other than the platform counts, with a reason', { ...GOOD, reasons: { open: 'Một đơn nộp bản giấy' } }, { facts: { open: 3 }, previous: null }, ['warn reports.check_departs values.open']],
  ['other than the platform counts, with a blank for a reason', { ...GOOD, reasons: { open: ' ' } }, { facts: { open: 3 }, previous: null }, ['refuse reports.check_departs_without_reason values.open']],
  ['as the platform counts, typed or not', saying({ open: null }), { facts: { open: 2, all: 10 }, previous: null }, []],
])('%s', (_case, content, comparison, expected) => {
  expect(said(content, comparison)).toEqual(expected)
})

test('refusals come first, and each says what a sentence needs', () => {
  const findings = checked(saying({ 'in-time': 9, open: 3 }), { facts: {}, previous: { all: 2 } })
  expect(findings.map(({ severity }) => severity)).toEqual(['refuse', 'warn', 'warn'])
  expect(findings[0]?.details).toEqual({ table: 'Đơn', equation: '1 = 2+3', left: 10, right: 11, sign: '=' })
  expect(findings.at(-1)?.details).toEqual({ name: 'Chỉ tiêu all', before: 2, value: 10 })
})

test('typed goes before counted, counted before nothing declared; ratios are of what results', () => {
  const content = { ...EMPTY_CONTENT, values: { settled: 4 }, nothing: ['PL'] }
  expect(resolveValues(FORM, content, { settled: 5, 'in-time': 3 })).toEqual({ all: 0, settled: 4, open: 0, 'in-time': 3, share: 0.75, money: 0, part: 0, note: null })
  expect(resolveValues(FORM, EMPTY_CONTENT, {})).toEqual(Object.fromEntries(FIGURES.map(({ code }) => [code, null])))
})

const aValue = fc.option(fc.oneof(fc.integer({ min: -5, max: 1500 }), fc.double({ min: -5, max: 50, noNaN: true }), fc.constant('mười')))
const aCode = fc.constantFrom(...FIGURES.map(({ code }) => code))
const someValues = fc.dictionary(aCode, aValue)
const someFacts = fc.dictionary(aCode, fc.nat(20))
const someContent = fc.record({ values: someValues, texts: fc.dictionary(fc.constant('I'), fc.string()), nothing: fc.subarray(['I', 'PL']), reasons: fc.dictionary(aCode, fc.string()) })
const refusals = (content: ReportContent, comparison: Comparison) => checked(content, comparison).filter(({ severity }) => severity === 'refuse').length

test('a reason never adds a refusal, and takes away those of figures that depart from what is counted', () => {
  fc.assert(fc.property(someContent, someFacts, someValues, (partial, facts, previous) => {
    const content = { ...EMPTY_CONTENT, ...partial }
    const explained = { ...content, reasons: Object.fromEntries(FIGURES.map(({ code }) => [code, 'Đã đối chiếu sổ theo dõi'])) }
    expect(refusals(explained, { facts, previous })).toBeLessThanOrEqual(refusals(content, { facts, previous }))
    expect(checked(explained, { facts, previous }).filter(({ code }) => code === 'reports.check_departs_without_reason')).toEqual([])
  }))
})

test('whatever stands in a report, its checks say it and do not fail; places they name are places of the report', () => {
  fc.assert(fc.property(someContent, someFacts, someValues, (partial, facts, previous) => {
    const places = new Set(['texts.I', 'nothing.PL', ...FIGURES.map(({ code }) => `values.${code}`)])
    expect(checked({ ...EMPTY_CONTENT, ...partial }, { facts, previous }).flatMap(({ at }) => at).filter((place) => !places.has(place))).toEqual([])
  }))
})
