import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import { loadRules } from '#modules/deadlines/server/index.ts'
import type { DECISION_FIELDS } from '../../contract-decisions.ts'
import { extensionsFor } from '../../domain/complexity.ts'
import { extensionsLeft } from '../../domain/conclude-rules.ts'
import { resolutionStep } from '../../domain/procedures.ts'
import { requireDay } from '../acts/act-days.ts'
import { caseStore } from '../case-store.ts'
import { clockStore } from '../clock-store.ts'
import { partyStore } from '../party-store.ts'
import { recordEvent } from '../record-event.ts'
import { tellUnit } from '../tell-people.ts'
import type { EffectOf } from './effect.ts'

type Fields<Action extends keyof typeof DECISION_FIELDS> = z.output<(typeof DECISION_FIELDS)[Action]>

export const verifyEffect: EffectOf<Fields<'verify'>> = (_work, _row, { from, until }) => {
  if (until < from) throw new Refusal('invalid', 'petitions.verified_until_before_from', { field: 'until' })
  return { detail: { from, until } }
}

export const complexEffect: EffectOf<Fields<'declare-complex'>> = (_work, row, { grounds }) => {
  if (row.isComplex) throw new Refusal('conflict', 'petitions.complex_already')
  return { patch: { is_complex: true }, detail: { grounds } }
}

/** Once where the matter is complex, twice where it is especially so (Luật Tố cáo 25/2018/QH14, Điều 30). */
export const extendEffect: EffectOf<Fields<'extend'>> = async (work, row, { grounds }) => {
  const { procedure, step } = resolutionStep(row.kind, row.instance)
  const clock = (await clockStore(work.db).list(row.id)).find((each) => each.procedure === procedure && each.step === step && each.stoppedOn === null)
  const allowed = clock === undefined ? 0 : (await loadRules(work)).ruleOn(procedure, step, clock.startedOn)?.extensions ?? 0
  const signed = clock?.extensions ?? 0
  if (extensionsLeft(grounds, { allowed, signed }) === 0) throw new Refusal('conflict', 'petitions.no_extension_left', { field: 'grounds', signed, allowed: Math.min(allowed, extensionsFor(grounds)) })
  return { patch: row.isComplex ? {} : { is_complex: true }, detail: { grounds, times: signed + 1 } }
}

export const suspendEffect: EffectOf<Fields<'suspend'>> = (_work, _row, { article }, on) => ({ patch: { suspended_since: on }, detail: article === null ? {} : { article } })

export const resumeEffect: EffectOf<Fields<'resume'>> = (_work, row) => ({ patch: { suspended_since: null }, detail: { since: row.suspendedSince } })

/** What was taken up ends with a decision, withdrawn or not (Luật Khiếu nại 02/2011/QH13, Điều 10; Luật Tố cáo 25/2018/QH14, Điều 33, 34). */
export const terminateEffect: EffectOf<Fields<'terminate'>> = (work, row, { article, withdrawal }, on) => {
  const detail = article === null ? {} : { article }
  if (withdrawal === null) return { patch: { ended_on: on, ended_how: 'terminated', suspended_since: null }, detail }
  requireDay(work, row, withdrawal.on, 'withdrawal.on')
  return {
    patch: { ended_on: on, ended_how: 'withdrawn', suspended_since: null, withdrawn_after_explanation: withdrawal.afterExplanation }, detail: { ...detail, all: true },
    async carryOut() {
      const parties = partyStore(work.db)
      const here = (await parties.list(row.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
      await parties.withdraw(row.id, here.map(({ id }) => id), withdrawal.on)
    },
  }
}

/** Asks the body to which a case was passed on for its answer; a unit of the system hears of it at once. */
export const urgeEffect: EffectOf<Fields<'urge'>> = async (work, row, { answerBy }, on) => {
  if (answerBy <= on) throw new Refusal('invalid', 'petitions.answer_by_passed', { field: 'answerBy', on: formatDate(on) })
  const theirs = (await caseStore(work.db).listBeside(row)).find(({ link, way }) => link === 'transfer' && way === 'to')
  return {
    detail: { answerBy },
    async carryOut() {
      const other = theirs === undefined ? undefined : await caseStore(work.db).find(theirs.id)
      if (other === undefined) return
      await recordEvent(work, other.id, { kind: 'urged', on, detail: { answerBy } })
      await tellUnit(work, other, 'urged', 'petitions.triage')
    },
  }
}
