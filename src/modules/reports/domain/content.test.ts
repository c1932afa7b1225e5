import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { canonical, clashesOf, EMPTY_CONTENT, placesOf, touched, valueAt, withChange, type ContentChange, type ReportContent, type Touches } from './content.ts'

const CONTENT: ReportContent = {
  ...EMPTY_CONTENT, values: { meetings: 4, people: null }, texts: { I: 'Đã ban hành 03 văn bản.' }, nothing: ['V'],
  taken: { I: [{ unitId: 'ward' as UnitId, revisionId: 'one' }] }, overrides: { meetings: { value: 9, because: 'Bổ sung của Sở', by: 'head', on: '2021-06-15' } },
}
/** Save 5 was the other's; the writer last looked at save 4. */
const theirs = (...places: string[]): Touches => Object.fromEntries(places.map((place) => [place, { version: 5, by: 'other', at: '2021-06-15T03:00:00Z' }]))
const ME = { seenVersion: 4, by: 'me' }
const places = (change: ContentChange, touches: Touches, who = ME) => clashesOf(CONTENT, change, touches, who).map(({ place }) => place)

test.each<[string, ContentChange, Touches, typeof ME, readonly string[]]>([
  ['the same figure, to something else', { values: { meetings: 5 } }, theirs('values.meetings'), ME, ['values.meetings']],
  ['the same figure, taken away', { values: { meetings: null } }, theirs('values.meetings'), ME, ['values.meetings']],
  ['the same figure, to the same', { values: { meetings: 4 } }, theirs('values.meetings'), ME, []],
  ['another figure', { values: { people: 80 } }, theirs('values.meetings'), ME, []],
  ['a figure and a text of one name', { values: { I: 1 } }, theirs('texts.I'), ME, []],
  ['a text, to something else', { texts: { I: 'Đã ban hành 04 văn bản.' } }, theirs('texts.I'), ME, ['texts.I']],
  ['a declaration taken back', { nothing: { V: false } }, theirs('nothing.V'), ME, ['nothing.V']],
  ['a declaration made by both', { nothing: { V: true } }, theirs('nothing.V'), ME, []],
  ['an override taken away', { overrides: { meetings: null } }, theirs('overrides.meetings'), ME, ['overrides.meetings']],
  ['a reason both gave', { reasons: { meetings: 'Đối chiếu sổ' } }, theirs('reasons.meetings'), ME, ['reasons.meetings']],
  ['what was taken over, in the same way', { taken: { I: [{ revisionId: 'one', unitId: 'ward' as UnitId }] } }, theirs('taken.I'), ME, []],
  ['what I myself changed in another window', { values: { meetings: 5 } }, theirs('values.meetings'), { seenVersion: 4, by: 'other' }, []],
  ['what I have seen', { values: { meetings: 5 } }, theirs('values.meetings'), { seenVersion: 5, by: 'me' }, []],
  ['two places, one of them theirs', { values: { meetings: 5, people: 80 } }, theirs('values.people', 'texts.I'), ME, ['values.people']],
])('%s', (_case, change, touches, who, clashes) => {
  expect(places(change, touches, who)).toEqual(clashes)
})

test('a clash says whose it was and when', () => {
  expect(clashesOf(CONTENT, { values: { meetings: 5 } }, theirs('values.meetings'), ME)).toEqual([{ place: 'values.meetings', by: 'other', at: '2021-06-15T03:00:00Z' }])
})

test('a change leaves alone what it does not name; null takes reasons and overrides away and leaves a figure open', () => {
  const after = withChange({ ...CONTENT, reasons: { meetings: 'Đối chiếu sổ' } }, { values: { meetings: null }, reasons: { meetings: null }, overrides: { meetings: null }, nothing: { II: true } })
  expect(after).toEqual({ ...CONTENT, values: { meetings: null, people: null }, reasons: {}, overrides: {}, nothing: ['II', 'V'] })
})

test('a figure of two parts in its code is found at its place', () => {
  const content = withChange(EMPTY_CONTENT, { values: { 'dan-van.dialogues': 3 } })
  expect(placesOf({ values: { 'dan-van.dialogues': 3 }, nothing: { 'PL-03': true } })).toEqual(['values.dan-van.dialogues', 'nothing.PL-03'])
  expect([valueAt(content, 'values.dan-van.dialogues'), valueAt(content, 'values.dan-van'), valueAt(content, 'nothing.PL-03')]).toEqual([3, null, false])
})

const aChange = (...keys: string[]): fc.Arbitrary<ContentChange> => {
  const aKey = fc.constantFrom(...keys)
  return fc.record({ values: fc.dictionary(aKey, fc.option(fc.nat(3))), texts: fc.dictionary(aKey, fc.string()), reasons: fc.dictionary(aKey, fc.option(fc.string())), nothing: fc.dictionary(aKey, fc.boolean()) })
}
const SAVE_OF_OTHER = { version: 5, by: 'other', at: '' }

test('two who change different places lose nothing, whoever comes first', () => {
  fc.assert(fc.property(aChange('a', 'b'), aChange('c', 'd'), (mine, other) => {
    expect(clashesOf(withChange(CONTENT, other), mine, touched({}, other, SAVE_OF_OTHER), ME)).toEqual([])
    expect(canonical(withChange(withChange(CONTENT, other), mine))).toBe(canonical(withChange(withChange(CONTENT, mine), other)))
  }))
})

test('what the other wrote since and is no clash is still there once mine is saved', () => {
  fc.assert(fc.property(aChange('a', 'b'), aChange('a', 'b'), (mine, other) => {
    const before = withChange(CONTENT, other)
    const clashing = clashesOf(before, mine, touched({}, other, SAVE_OF_OTHER), ME).map(({ place }) => place)
    const after = withChange(before, mine)
    for (const place of placesOf(other).filter((each) => !clashing.includes(each))) expect(valueAt(after, place)).toEqual(valueAt(before, place))
  }))
})

test('saving the same twice is saving it once', () => {
  fc.assert(fc.property(aChange('a', 'b'), (change) => {
    const once = withChange(CONTENT, change)
    expect(canonical(withChange(once, change))).toBe(canonical(once))
    expect(clashesOf(once, change, touched({}, change, SAVE_OF_OTHER), ME)).toEqual([])
  }))
})

test('one content has one text, in whatever order it was written; another content has another', () => {
  const withoutMinusZero = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)))
  fc.assert(fc.property(withoutMinusZero, withoutMinusZero, (one, other) => {
    expect(canonical(turnedRound(one))).toBe(canonical(one))
    expect(JSON.parse(canonical(one))).toEqual(one)
    expect(canonical(one) === canonical(other)).toBe(canonical(turnedRound(one)) === canonical(turnedRound(other)))
  }))
})

/** With the keys of every object the other way round. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, each]) => [key, turnedRound(each)]))
}
