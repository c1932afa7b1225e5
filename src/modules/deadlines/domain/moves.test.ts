import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import type { OpenClock } from './clock.ts'
import { Moves } from './moves.ts'

const due = plainDate('2026-12-01')
const clock = (id: string, over: Partial<OpenClock> = {}): OpenClock => ({ id, procedure: 'complaint', step: 'acceptance', startedOn: plainDate('2026-11-20'), isRemote: false, isComplex: false, extensions: 0, suspensions: [], ruleId: 'r', dueOn: due, ...over })
const moveBy = (id: string, days: number) => ({ id, ruleId: 'r', dueOn: addDays(due, days) })

test('counts what moves, how far, and what cannot be', () => {
  const moves = new Moves(10)
  moves.add(clock('a'), 'same')
  moves.add(clock('b'), 'impossible')
  moves.add(clock('c'), { id: 'c', ruleId: 'another', dueOn: due })
  moves.add(clock('d'), moveBy('d', 3))
  moves.add(clock('e'), moveBy('e', -2))
  moves.add(clock('f', { step: 'file', dueOn: null }), moveBy('f', 0))
  expect([moves.open, moves.moved, moves.impossible]).toEqual([6, 3, 1])
  expect(moves.byStep).toEqual([
    { procedure: 'complaint', step: 'acceptance', moved: 2, later: 3, earlier: 2 }, { procedure: 'complaint', step: 'file', moved: 1, later: 0, earlier: 0 },
  ])
  expect(moves.mostMoved.map((moved) => [moved.clock.id, moved.days])).toEqual([['f', null], ['d', 3], ['e', -2]])
})

test('of very many only those that move furthest are kept', () => {
  const moves = new Moves(3)
  for (let days = 1; days <= 1000; days += 1) moves.add(clock(`c${String(days).padStart(4, '0')}`), moveBy('c', days))
  expect(moves.mostMoved.map(({ days }) => days)).toEqual([1000, 999, 998])
  expect(moves.moved).toBe(1000)
})
