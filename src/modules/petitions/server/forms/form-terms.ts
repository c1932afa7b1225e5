import { dueOn } from '#kernel/deadline.ts'
import { termDays } from '#kernel/count-term.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import type { SignedAction } from '../../domain/actions.ts'
import { changedTerms, type ClockTerms } from '../../domain/clock-terms.ts'
import { resolutionStep, triageStep, type Step } from '../../domain/procedures.ts'
import type { CaseRow } from '../case-store.ts'
import { clockStore, type ClockRow } from '../clock-store.ts'
import { decisionStore, type DecisionRow } from '../decision-store.ts'
import type { DecisionId } from '../tables.ts'

/** What the acts that lengthen or resume a term do to it; the paper that is not signed yet says what it will be. */
const CHANGES: Partial<Record<SignedAction, 'complex' | 'extend' | 'resume'>> = { 'declare-complex': 'complex', extend: 'extend', resume: 'resume' }

/** The term of the resolution in words, as it was once the decision was signed, or would be if it were today; null where the law has none, or it does not run yet. */
export async function resolutionTerm(work: Work, row: CaseRow, { id, action, signedOn }: Pick<DecisionRow, 'id' | 'action' | 'signedOn'>): Promise<string | null> {
  const step = resolutionStep(row.kind, row.instance)
  const clock = await clockOf(work, row, step)
  if (action === 'accept' && clock === undefined) return inWords(work, step, { startedOn: work.today, isRemote: row.isRemote, isComplex: row.isComplex, extensions: 0, suspensions: [] })
  if (clock === undefined) return null
  if (signedOn !== null) return inWords(work, step, await termsThen(work, clock, { id, on: signedOn }))
  const change = CHANGES[action]
  return inWords(work, step, change === undefined || (change === 'resume' && row.suspendedSince === null) ? clock : changedTerms(clock, change, work.today))
}

/** The clock as that decision left it: what came later is left out. */
async function termsThen(work: Work, clock: ClockRow, { id, on }: { readonly id: DecisionId; readonly on: PlainDate }): Promise<ClockTerms> {
  const decisions = (await decisionStore(work.db).list(clock.caseId)).filter(({ signedOn }) => signedOn !== null)
  const until = decisions.slice(0, decisions.findIndex((decision) => decision.id === id) + 1)
  const count = (action: SignedAction) => until.filter((decision) => decision.action === action).length
  return { startedOn: clock.startedOn, isRemote: clock.isRemote, isComplex: count('declare-complex') > 0, extensions: count('extend'), suspensions: clock.suspensions.filter(({ from }) => from < on) }
}

/** Since when the case stood still that went on again on that day. */
export async function suspendedBefore(work: Work, row: CaseRow, resumedOn: PlainDate): Promise<PlainDate | null> {
  const clock = await clockOf(work, row, resolutionStep(row.kind, row.instance))
  return clock?.suspensions.find(({ until }) => until === resumedOn)?.from ?? null
}

/** Of the receipt: until when it is decided whether it is taken up, or answered. */
export async function triageTerm(work: Work, row: CaseRow): Promise<string | null> {
  const step = triageStep(row.kind)
  const clock = await clockOf(work, row, step)
  return clock === undefined ? null : inWords(work, step, clock)
}

async function clockOf(work: Work, { id }: CaseRow, { procedure, step }: Step): Promise<ClockRow | undefined> {
  return (await clockStore(work.db).list(id)).findLast((clock) => clock.procedure === procedure && clock.step === step)
}

async function inWords(work: Work, { procedure, step }: Step, terms: ClockTerms): Promise<string | null> {
  const rule = (await loadRules(work)).ruleOn(procedure, step, terms.startedOn)
  if (rule === undefined || terms.extensions > rule.extensions) return null
  const question = { rule, start: terms.startedOn, remote: terms.isRemote, complex: terms.isComplex, extensions: terms.extensions, suspensions: terms.suspensions }
  const due = dueOn(question, work.calendar)
  return `${termDays(question)} ${daysOf(rule)} kể từ ${rule.startEvent}${due === null ? '' : `, đến hết ngày ${formatDate(due)}`} (${rule.article})`
}

function daysOf({ counted }: TermRule): string {
  return counted === 'working' ? 'ngày làm việc' : 'ngày'
}
