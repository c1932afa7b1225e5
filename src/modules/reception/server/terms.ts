import { deadlineOf, deadlineSteps, dueOn, type Deadline } from '#kernel/deadline.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules, type Rules } from '#modules/deadlines/server/index.ts'
import type { Why } from '../contract.ts'

/** Steps of reception that have a term (deadlines): from the day of the visit, and back from the day of reception. */
export type TermStep = 'reply' | 'refusal-notice' | 'schedule-posted'

export interface Terms {
  /** Null where no rule knew the step on that day. */
  deadlineFrom(step: TermStep, day: PlainDate): Deadline | null
  /** From today; negative when it is over. */
  workingDaysLeft(deadline: Deadline): number | null
  /** The last day from which the term ends by that day; null where it never does. */
  lastStartDueBy(step: TermStep, by: PlainDate): PlainDate | null
  /** The last day from which the term is over; null where it never is. */
  lateUntil(step: TermStep): PlainDate | null
}

/** More days back than any term of reception has: what is older is late whatever was between. */
const LONGEST = 120

export async function loadTerms(work: Work): Promise<Terms> {
  const rules = await loadRules(work)
  return {
    deadlineFrom(step, day) {
      const rule = rules.ruleOn('reception', step, day)
      return rule === undefined ? null : deadlineOf({ rule, start: day }, work.calendar)
    },
    workingDaysLeft: ({ due }) => (due === null ? null : workingDaysBetween(work.today, due, work.calendar)),
    lastStartDueBy: (step, by) => lastStartDueBy(rules, step, by, work),
    lateUntil: (step) => lastStartDueBy(rules, step, addDays(work.today, -1), work),
  }
}

/** A later start never has an earlier end, so the last one is found going back from today. */
function lastStartDueBy(rules: Rules, step: TermStep, by: PlainDate, { today, calendar }: Work): PlainDate | null {
  for (let day = today, left = LONGEST; left > 0; day = addDays(day, -1), left -= 1) {
    const rule = rules.ruleOn('reception', step, day)
    const due = rule === undefined ? null : dueOn({ rule, start: day }, calendar)
    if (due !== null && due <= by) return day
  }
  return null
}

export function whyOf(deadline: Deadline): Why {
  return { article: deadline.rule.article, certainty: deadline.rule.certainty, steps: deadlineSteps(deadline, 'vi') }
}
