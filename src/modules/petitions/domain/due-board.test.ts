import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { boardOf, DUE_STATES, type DueGroup } from './due-board.ts'

const group = (key: string, state: DueGroup['state'], count: number, more: Partial<DueGroup> = {}): DueGroup =>
  ({ key, state, count, isOwn: false, step: state === 'late' ? 'complaint.first-resolution' : null, since: state === 'late' ? plainDate('2026-10-01') : null, ...more })

test('own units are told whole, the worst stand first, with the steps that are late and since when', () => {
  const { rows, totals, why, hasHidden } = boardOf([
    group('calm', 'later', 2, { isOwn: true }), group('worst', 'late', 1, { isOwn: true }), group('worst', 'late', 2, { isOwn: true, step: 'feedback.reply', since: plainDate('2026-09-15') }), group('worst', 'thisWeek', 1, { isOwn: true }),
  ])
  expect(rows.map(({ key, counts }) => [key, counts.late, counts.open])).toEqual([['worst', 3, 4], ['calm', 0, 2]])
  expect(rows[0]).toMatchObject({ isOwn: true, lateSince: '2026-09-15', why: [{ step: 'feedback.reply', count: 2, since: '2026-09-15' }, { step: 'complaint.first-resolution', count: 1, since: '2026-10-01' }] })
  expect(totals).toEqual({ late: 3, thisWeek: 1, suspended: 0, later: 2, open: 6 })
  expect(why).toHaveLength(2)
  expect(hasHidden).toBe(false)
})

test('of other units nothing below five is told, nor why so few are late; steps of many are named without their numbers', () => {
  const { rows, totals } = boardOf([
    group('few', 'late', 3), group('few', 'later', 9), group('many', 'late', 30), group('many', 'later', 20), group('third', 'late', 40), group('third', 'later', 7), group('own', 'late', 1, { isOwn: true }),
  ])
  const few = rows.find(({ key }) => key === 'few')
  expect(few).toMatchObject({ counts: { late: null }, why: [], lateSince: null })
  expect(rows.find(({ key }) => key === 'many')?.why).toEqual([{ step: 'complaint.first-resolution', count: null, since: null }])
  expect(totals).toMatchObject({ late: 74, open: 110 })
  expect(rows.find(({ key }) => key === 'own')).toMatchObject({ isOwn: true, counts: { late: 1, open: 1 } })
})

const anyGroups = fc.array(fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd'), isOwn: fc.boolean(), state: fc.constantFrom(...DUE_STATES), step: fc.constantFrom('complaint.acceptance', 'feedback.reply'), count: fc.integer({ min: 1, max: 20 }), since: fc.constant(plainDate('2026-10-01')),
}), { maxLength: 20 })

test('every number told is the true one, and one of others from one to four is told nowhere', () => {
  fc.assert(fc.property(anyGroups, (groups) => {
    const count = (wanted: (each: DueGroup) => boolean) => groups.filter(wanted).reduce((sum, each) => sum + each.count, 0)
    const { rows, totals, why } = boardOf(groups)
    const holds = (told: number | null, wanted: (each: DueGroup) => boolean) => {
      if (told !== null) expect(told).toBe(count(wanted))
      const others = count((each) => wanted(each) && !each.isOwn)
      if (others > 0 && others < 5) expect(told).toBeNull()
    }
    for (const state of DUE_STATES) holds(totals[state], (each) => each.state === state)
    holds(totals.open, () => true)
    for (const { key, counts } of rows) {
      holds(counts.open, (each) => each.key === key)
      for (const state of DUE_STATES) holds(counts[state], (each) => each.key === key && each.state === state)
    }
    for (const { step, count: told } of why) holds(told, (each) => each.state === 'late' && each.step === step)
  }))
})
