import { deadlineOf, dueOn } from '#kernel/deadline.ts'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { workingCalendar } from '#kernel/working-calendar.ts'
import { seedCalendar } from '#database/seed/seed.ts'
import { termRulesOfSeed } from '#database/seed/seed-deadlines.ts'

export interface EngineSpeed { readonly withReasons: number; readonly dateAlone: number }

const DATES = 300_000

/** Dates a second on one core: over every rule, day after day, remote, complex and suspended in turn. */
export function measureEngine(): EngineSpeed {
  const calendar = workingCalendar(seedCalendar())
  const rules = termRulesOfSeed()
  const first = plainDate('2021-01-04')
  const days = Array.from({ length: 2000 }, (_, n) => addDays(first, n))
  const questions = days.flatMap((start, n) => rules.map((rule) => ({
    rule, start, remote: n % 3 === 0, complex: n % 5 === 0, suspensions: n % 7 === 0 && rule.direction === 'forward' ? [{ from: addDays(start, 2), until: addDays(start, 9) }] : [],
  })))
  const rate = (run: (question: (typeof questions)[number]) => unknown): number => {
    for (let n = 0; n < 20_000; n += 1) run(questions[n % questions.length] as (typeof questions)[number])
    const began = performance.now()
    for (let n = 0; n < DATES; n += 1) run(questions[(n * 7919) % questions.length] as (typeof questions)[number])
    return Math.round(DATES / ((performance.now() - began) / 1000))
  }
  return { withReasons: rate((question) => deadlineOf(question, calendar)), dateAlone: rate((question) => dueOn(question, calendar)) }
}
