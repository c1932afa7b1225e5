import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkRules } from '#modules/deadlines/domain/check-rules.ts'
import { rulesFrom } from '#modules/deadlines/domain/rules.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { isValidOn } from '#kernel/validity.ts'
import { readReceptionDuties, readTermRules } from './read-deadlines.ts'
import { termRulesOfSeed } from './seed-deadlines.ts'

const rules = rulesFrom(termRulesOfSeed())
const HEADER = readFileSync(new URL('term-rules.csv', import.meta.url), 'utf8').split('\n')[0] ?? ''

test('the shipped law has no gap, no overlap and an article everywhere', () => {
  expect(checkRules(rules.all)).toEqual([])
  expect(new Set(rules.all.map(({ id }) => id)).size).toBe(rules.all.length)
})

test.each([
  // procedure/step, day, days, plain remote complex both, article
  ['complaint/acceptance', '2026-06-30', '10 calendar', 'Điều 27'], ['complaint/acceptance', '2026-07-01', '7 working', 'Nghị định 155/2026'],
  ['complaint/first-resolution', '2025-01-20', '30/45/45/60 calendar', 'Điều 28'], ['complaint/second-resolution', '2026-09-01', '45/60/60/70 calendar', 'Điều 37'],
  ['complaint/dialogue-notice', '2026-07-20', '5 calendar back', 'Điều 11'], ['complaint/send-first-decision', '2025-01-20', '3 working', 'Điều 32'],
  ['complaint/send-second-decision', '2025-01-20', '7 calendar', 'Điều 41'], ['complaint/escalate', '2025-01-20', '30/45 calendar', 'Điều 33'],
  ['complaint/takes-effect', '2025-01-20', '30/45 calendar', 'Điều 44'], ['complaint/file', '2025-01-20', '90 calendar', 'Điều 9'],
  ['denunciation/intake', '2025-01-20', '7//10 working', 'Điều 24 khoản 1'], ['denunciation/transfer', '2025-01-20', '5 working', 'Điều 24 khoản 2'],
  ['denunciation/notify-acceptance', '2025-01-20', '5 working', 'Điều 29 khoản 3'], ['denunciation/resolution', '2025-01-20', '30 calendar +2x30', 'Điều 30'],
  ['denunciation/send-conclusion', '2025-01-20', '5 working', 'Điều 35 khoản 3'], ['denunciation/publish-conclusion', '2025-01-20', '7 working', 'Điều 40'],
  ['denunciation/renewed', '2025-01-20', '20 calendar', 'Điều 37'], ['denunciation/overdue-report', '2025-01-20', '5 working', 'Điều 38'],
  ['reception/reply', '2025-01-20', '10 working', 'Điều 28 khoản 1'], ['reception/schedule-posted', '2025-01-20', '5 working back', 'Điều 24 khoản 4'],
  ['reception/refusal-notice', '2026-07-01', '3 working', 'Nghị định 154/2026'], ['feedback/reply', '2025-01-20', '10//15 working', 'Điều 28 khoản 1'],
  ['feedback/transfer', '2025-01-20', '5 working', 'Nghị định 20/2008'], ['supervision/reply', '2023-07-01', '15 calendar', 'Điều 40 khoản 1'],
])('%s on %s: %s (%s)', (step, date, days, article) => {
  const [procedure = '', name = ''] = step.split('/')
  const rule = rules.ruleOn(procedure, name, plainDate(date))
  if (rule === undefined) throw new Error('no rule')
  const variants = [rule.days, rule.remoteDays, rule.complexDays, rule.remoteComplexDays].join('/').replace(/\/+$/, '')
  const extended = rule.extensions > 0 ? ` +${String(rule.extensions)}x${String(rule.extensionDays)}` : ''
  expect(`${variants} ${rule.counted}${rule.direction === 'back' ? ' back' : ''}${extended}`).toBe(days)
  expect(rule.article).toContain(article)
})

test.each([
  ['complaint', 'first-resolution', '2012-06-30'], ['reception', 'refusal-notice', '2026-06-30'], ['complaint', 'dialogue-notice', '2020-12-09'], ['supervision', 'reply', '2023-06-30'],
])('%s %s has no rule on %s', (procedure, step, date) => {
  expect(rules.ruleOn(procedure, step, plainDate(date))).toBeUndefined()
})

test.each([
  ['2025-06-30', { province: '1 month', district: '2 month', commune: '1 week', department: '1 month' }],
  ['2026-06-30', { province: '1 month', commune: '1 week', department: '1 month' }],
  ['2026-07-01', { province: '1 month', commune: '2 month', department: '1 month', 'public-service-unit': '1 month' }],
])('on %s heads receive citizens so often', (date, often) => {
  const duties = readReceptionDuties(readFileSync(new URL('reception-duties.csv', import.meta.url), 'utf8')).filter((duty) => isValidOn(duty, plainDate(date)))
  expect(Object.fromEntries(duties.map(({ unitClass, times, per }) => [unitClass, `${times} ${per}`]))).toEqual(often)
})

test('a line that cannot be read is named, the others are read', () => {
  const good = 'complaint,file,Thời hiệu,ngày biết,forward,calendar,90,,,,0,,,,none,,verified,2012-07-01,,'
  const { rules: read, unreadable } = readTermRules(`${HEADER}\n${good}\n${good.replace('90', 'chín mươi')}\n${good.replace('2012-07-01', '2012-06-31')}\n`)
  expect(read).toHaveLength(1)
  expect(unreadable.map(({ message }) => message)).toEqual(['term-rules.csv, line 3: "days" must be a number, not "chín mươi"', 'term-rules.csv, line 4: "valid_from" must be a day YYYY-MM-DD, not "2012-06-31"'])
})
