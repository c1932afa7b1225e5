import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { expectedOf, OWING_CLASSES, type OwingRule, type OwingUnit } from './owing.ts'

const calendar = workingCalendar([])
const id = (name: string) => name as UnitId
const PERIOD = { formCode: 'dan-van', span: 'half-year', to: plainDate('2026-12-14') } as const

function rule(name: string, changed: Partial<OwingRule> = {}): OwingRule {
  return {
    id: name, formCode: 'dan-van', span: 'half-year', authorityId: null, class: 'departments', unitId: null, dueDays: 5, dueCounted: 'calendar', onTimeBy: 'sent', locksAfter: null,
    source: 'mẫu minh họa', certainty: 'illustrative', validFrom: plainDate('2026-01-01'), validUntil: null, ...changed,
  }
}
const unit = (name: string, owing: OwingUnit['class'], above: readonly string[] = ['tinh']): OwingUnit => ({
  unitId: id(name), parentId: above[0] === undefined ? null : id(above[0]), within: [name, ...above].map(id), class: owing,
})
const UNITS = [unit('so-a', 'departments'), unit('so-b', 'departments'), unit('xa-c', 'commune-committees'), unit('tinh', 'provinces', []), unit('phong', null)]

test.each<[string, readonly OwingRule[], readonly string[]]>([
  ['nobody owes where no rule says so', [], []],
  ['a class owes', [rule('class')], ['so-a class', 'so-b class']],
  ['a rule of another form says nothing', [rule('class', { formCode: 'khac' })], []],
  ['a rule of another span says nothing', [rule('class', { span: 'year' })], []],
  ['a rule for one unit goes before one for its class', [rule('class'), rule('one', { class: null, unitId: id('so-b') })], ['so-a class', 'so-b one']],
  ['one unit may owe that is of no class', [rule('one', { class: null, unitId: id('phong') })], ['phong one']],
  ['a rule that ends on the last day of the period does not hold on it', [rule('class', { validUntil: PERIOD.to })], []],
  ['a rule that begins on the last day of the period holds', [rule('class', { validFrom: PERIOD.to })], ['so-a class', 'so-b class']],
  ['a rule that begins the day after does not', [rule('class', { validFrom: plainDate('2026-12-15') })], []],
  ['a rule under an authority holds for what lies below it', [rule('here', { authorityId: id('tinh') })], ['so-a here', 'so-b here']],
  ['and not for what lies elsewhere', [rule('there', { authorityId: id('tinh-khac') })], []],
  ["an authority's rule goes before one for everywhere", [rule('everywhere'), rule('here', { authorityId: id('tinh') })], ['so-a here', 'so-b here']],
  ['a rule for the unit goes before that of an authority for its class', [rule('here', { authorityId: id('tinh') }), rule('one', { class: null, unitId: id('so-a') })], ['so-a one', 'so-b here']],
])('%s', (_case, rules, owing) => {
  expect(expectedOf(PERIOD, UNITS, rules, calendar).map(({ unitId, ruleId }) => `${unitId} ${ruleId}`)).toEqual(owing)
})

test('what is owed: to the unit right above, by the day the rule comes to, and locked so many days later', () => {
  const [first] = expectedOf(PERIOD, UNITS, [rule('class', { locksAfter: 10, onTimeBy: 'received' })], calendar)
  expect(first).toMatchObject({ unitId: 'so-a', receiverId: 'tinh', dueOn: '2026-12-21', locksOn: '2026-12-31', onTimeBy: 'received' }) // 19/12 is a Saturday
  expect(first?.because.at(-1)).toContain('mẫu minh họa')
  expect(expectedOf(PERIOD, UNITS, [rule('class')], calendar)[0]?.locksOn).toBeNull()
})

test('the top owes to nobody above it', () => {
  expect(expectedOf(PERIOD, UNITS, [rule('top', { class: 'provinces' })], calendar)).toMatchObject([{ unitId: 'tinh', receiverId: null }])
})

const aRule = fc.record({ span: fc.constantFrom('half-year', 'year'), class: fc.option(fc.constantFrom(...OWING_CLASSES)), unit: fc.constantFrom('so-a', 'so-b', 'xa-c', 'phong'), authority: fc.option(fc.constantFrom('tinh', 'so-a')), ended: fc.boolean() })

test('whatever the rules: no unit owes twice, and each by a rule that names it, in force on the last day', () => {
  fc.assert(fc.property(fc.array(aRule, { maxLength: 12 }), (drawn) => {
    const rules = drawn.map(({ span, class: owing, unit: named, authority, ended }, index) => rule(String(index), {
      span: span as OwingRule['span'], class: owing, unitId: owing === null ? id(named) : null, authorityId: authority === null ? null : id(authority), validUntil: ended ? PERIOD.to : null,
    }))
    const expected = expectedOf(PERIOD, UNITS, rules, calendar)
    expect(new Set(expected.map(({ unitId }) => unitId)).size).toBe(expected.length)
    const holdsFor = (each: OwingRule, { unitId, within, class: owing }: OwingUnit) =>
      each.span === 'half-year' && each.validUntil === null && (each.authorityId === null || within.includes(each.authorityId)) && (each.unitId === unitId || (each.class !== null && each.class === owing))
    expect(expected.map(({ unitId }) => unitId)).toEqual(UNITS.filter((each) => rules.some((one) => holdsFor(one, each))).map(({ unitId }) => unitId))
    for (const { unitId, ruleId } of expected) {
      const owner = UNITS.find((each) => each.unitId === unitId)
      const its = rules.find((each) => each.id === ruleId)
      expect(owner !== undefined && its !== undefined && holdsFor(its, owner)).toBe(true)
    }
  }))
})
