import { deadlineOf, deadlineSteps, dueOn, type DeadlineLanguage, type DeadlineQuestion } from '#kernel/deadline.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadRules, type Rules } from '#modules/deadlines/server/index.ts'
import type { Term } from '../contract.ts'
import type { CaseId } from '../domain/case.ts'
import type { ClockEffects } from '../domain/clock-effects.ts'
import { changedTerms, isInTime, nearestOf, type ClockTerms } from '../domain/clock-terms.ts'
import type { Step } from '../domain/procedures.ts'
import { caseStore, type CaseRow } from './case-store.ts'
import { clockStore, type ClockRow } from './clock-store.ts'

type OfCase = Pick<CaseRow, 'id' | 'unitId' | 'receivedOn' | 'isRemote' | 'isComplex'>

/** What an act did to the clocks. */
export interface ClockOutcome {
  /** Ended by it, each with whether it was in time. */
  readonly stopped: readonly (ClockRow & { readonly inTime: boolean })[]
  /** Steps for which the law of the day knew no term: no clock runs for them, and the timeline says so. */
  readonly withoutTerm: readonly Step[]
  readonly dueOn: PlainDate | null
  readonly dueStep: string | null
}

/**
 * Starts, stops and changes the clocks of a case as the act of that day has it; each step keeps the rule in force when it began. The case's
 * own due day and step follow. Refused (deadlines.extension_not_in_law) where the law allows no further extension.
 */
export async function applyClockEffects(work: Work, theCase: OfCase, effects: ClockEffects, on: PlainDate): Promise<ClockOutcome> {
  const rules = await loadRules(work)
  const store = clockStore(work.db)
  let running = (await store.list(theCase.id)).filter(({ stoppedOn }) => stoppedOn === null)
  const stopped: (ClockRow & { inTime: boolean })[] = []
  const withoutTerm: Step[] = []
  for (const clock of running.filter((each) => effects.stopsAll || effects.stops.some((step) => isOf(each, step)))) {
    await store.change(clock.id, { stoppedOn: on })
    stopped.push({ ...clock, stoppedOn: on, inTime: isInTime(clock.dueOn, on) })
  }
  running = running.filter(({ id }) => stopped.every((clock) => clock.id !== id))
  for (const { how, ...step } of effects.changes) {
    const clock = running.find((each) => isOf(each, step))
    if (clock === undefined) continue
    const changed = recomputed(work, rules, changedTerms(clock, how, on))
    await store.change(clock.id, changed)
    running = running.map((each) => (each.id === clock.id ? changed : each))
  }
  for (const { from, ...step } of effects.starts) {
    if (running.some((each) => isOf(each, step))) continue
    const clock = newClock(work, rules, theCase, { ...step, startedOn: from === 'receipt' ? theCase.receivedOn : on })
    if (clock === undefined) withoutTerm.push(step)
    else {
      await store.add(clock)
      running = [...running, clock]
    }
  }
  const nearest = nearestOf(running)
  await caseStore(work.db).setDue(theCase.id, nearest)
  return { stopped, withoutTerm, ...nearest }
}

/** The entered data were corrected: what counts from the day of receipt counts from the right one, and remote is remote. */
export async function correctClocks(work: Work, before: OfCase, after: OfCase): Promise<void> {
  const rules = await loadRules(work)
  const store = clockStore(work.db)
  const running = (await store.list(before.id)).filter(({ stoppedOn }) => stoppedOn === null).map((clock) => recomputed(work, rules, {
    ...clock, isRemote: after.isRemote, startedOn: clock.startedOn === before.receivedOn ? after.receivedOn : clock.startedOn,
  }))
  for (const clock of running) await store.change(clock.id, clock)
  await caseStore(work.db).setDue(before.id, nearestOf(running))
}

/** Every term of the case, the first begun first, each with why it ends on that day. */
export async function termsOf(work: Work, caseId: CaseId, language: DeadlineLanguage): Promise<Term[]> {
  const rules = await loadRules(work)
  return (await clockStore(work.db).list(caseId)).map((clock) => termOf(work, rules, clock, language))
}

export function termOf(work: Pick<Work, 'calendar'>, rules: Rules, clock: ClockRow, language: DeadlineLanguage): Term {
  const rule = rules.ruleOn(clock.procedure, clock.step, clock.startedOn)
  const suspensions = clock.suspensions.map(({ from, until }) => ({ from, until }))
  const { id: clockId, procedure, step, startedOn, dueOn: due, stoppedOn, isRemote, isComplex, extensions } = clock
  const known = { clockId, procedure, step, startedOn, due, stoppedOn, isRemote, isComplex, extensions, suspensions }
  if (rule === undefined || extensions > rule.extensions) return { ...known, name: stepName(rules, procedure, step), why: null }
  const deadline = deadlineOf(questionOf(rule, clock), work.calendar)
  return {
    ...known, name: rule.name,
    why: {
      counted: deadline.counted, unit: deadline.unit, rolledFrom: deadline.rolledFrom, skipped: deadline.skipped.map(({ date, why }) => ({ date, why })), article: rule.article,
      validFrom: rule.validFrom, validUntil: rule.validUntil, certainty: rule.certainty, steps: deadlineSteps(deadline, language),
    },
  }
}

/** What a step is called: by its newest rule; itself where the law never knew it. */
export function stepName(rules: Rules, procedure: string, step: string): string {
  return rules.historyOf(procedure, step).at(-1)?.name ?? step
}

/** The same of "procedure.step", as a case's nearest term is kept. */
export function dueStepName(rules: Rules, dueStep: string | null): string | null {
  const [procedure, step] = dueStep?.split('.') ?? []
  return procedure === undefined || step === undefined ? null : stepName(rules, procedure, step)
}

function isOf(clock: Step | ClockRow, { procedure, step }: Step): boolean {
  return clock.procedure === procedure && clock.step === step
}

function newClock(work: Work, rules: Rules, { id, unitId, isRemote, isComplex }: OfCase, { procedure, step, startedOn }: Step & { readonly startedOn: PlainDate }): ClockRow | undefined {
  const rule = rules.ruleOn(procedure, step, startedOn)
  if (rule === undefined) return undefined
  const terms = { startedOn, isRemote, isComplex, extensions: 0, suspensions: [] }
  return { id: newId<'petition-clock'>(), caseId: id, unitId, procedure, step, ruleId: rule.id, ...terms, dueOn: dueOn(questionOf(rule, terms), work.calendar), stoppedOn: null }
}

/** A rule that was taken away leaves what it once made. */
function recomputed(work: Work, rules: Rules, clock: ClockRow): ClockRow {
  const rule = rules.ruleOn(clock.procedure, clock.step, clock.startedOn)
  return rule === undefined ? clock : { ...clock, ruleId: rule.id, dueOn: dueOn(questionOf(rule, clock), work.calendar) }
}

function questionOf(rule: TermRule, { startedOn, isRemote, isComplex, suspensions, extensions }: ClockTerms): DeadlineQuestion {
  return { rule, start: startedOn, remote: isRemote, complex: isComplex, suspensions, extensions }
}
