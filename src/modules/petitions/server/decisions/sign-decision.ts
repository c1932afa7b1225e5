import { yearOf } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import { PrepareDecision, type SignDecision } from '../../contract-decisions.ts'
import { maySign } from '../../domain/actions.ts'
import type { CaseId } from '../../domain/case.ts'
import { requireDay } from '../acts/act-days.ts'
import { registerOf } from '../acts/case-copy.ts'
import { recordAct } from '../acts/record-act.ts'
import { decisionStore } from '../decision-store.ts'
import { wholeNumber } from '../forms/form-number.ts'
import { loadCaseToChange, requireAllowed } from '../load-case.ts'
import type { DecisionId } from '../tables.ts'
import { tellOfficer } from '../tell-people.ts'
import { unitWithFormer } from '../unit-with-former.ts'
import { effectOf } from './effect-of.ts'
import { signerOf } from './signer.ts'
import { getWaiting } from './waiting-decision.ts'

/** The number and the day are the paper's. With the signature the decision takes effect: case, terms, timeline and the citizen's news in one transaction. */
export async function signDecision(work: Work, id: CaseId, decisionId: DecisionId, { version, number, signedOn, post }: z.output<typeof SignDecision>): Promise<Acted> {
  const row = await loadCaseToChange(work, id, version)
  if (!maySign(row, work.actor)) throw new Refusal('forbidden', 'http.not_allowed')
  const waiting = await getWaiting(work, id, decisionId)
  requireAllowed(row, work.actor, waiting.action)
  requireDay(work, row, signedOn, 'signedOn')
  const decision = PrepareDecision.safeParse({ action: waiting.action, fields: waiting.fields })
  if (!decision.success) throw new Refusal('conflict', 'petitions.decision_incomplete')
  const effect = await effectOf(work, row, decision.data, signedOn)
  const store = decisionStore(work.db)
  const whole = await wholeNumber(work, row, decision.data, { number, on: signedOn })
  if (await store.isNumberTaken(await unitWithFormer(work, await registerOf(work, row)), whole, yearOf(signedOn))) throw new Refusal('invalid', 'petitions.number_taken', { field: 'number', number: whole })
  await store.sign(decisionId, { number: whole, signedOn, ...await signerOf(work, row, { on: signedOn, post }) })
  await effect.carryOut?.()
  const changed = await recordAct(work, row, {
    action: waiting.action, on: signedOn, isShown: waiting.action !== 'urge', detail: { decisionId, number: whole, ...effect.detail }, ...(effect.patch === undefined ? {} : { patch: effect.patch }),
  })
  if (waiting.action === 'conclude' && row.kind !== 'denunciation') await work.announce('petitions.ended', { caseId: id })
  if (waiting.preparedBy !== work.actor.id) await tellOfficer(work, row, 'signed', waiting.preparedBy)
  return { version: changed, made: [] }
}
