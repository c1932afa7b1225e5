import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { DECISION_FIELDS } from '../../contract-decisions.ts'
import { concludeFault, endingOf } from '../../domain/conclude-rules.ts'
import { resolutionStep } from '../../domain/procedures.ts'
import { actStore } from '../act-store.ts'
import { decisionStore } from '../decision-store.ts'
import { eventStore } from '../event-store.ts'
import { outcomeStore } from '../outcome-store.ts'
import type { EffectOf } from './effect.ts'

const FIELD_OF = { outcome_not_of_kind: 'outcome', settlement_missing: 'settlement' } as const

/** The decision, conclusion or answer, with what it orders; the term of the resolution ends with it. */
export const concludeEffect: EffectOf<z.output<typeof DECISION_FIELDS.conclude>> = async (work, row, { outcome, answer, answerShown, needsEnforcement, settlement }, on) => {
  const fault = concludeFault({
    kind: row.kind, instance: row.instance, outcome, needsEnforcement, hasSettlement: settlement !== null,
    verifications: (await decisionStore(work.db).list(row.id)).filter(({ action, signedOn }) => action === 'verify' && signedOn !== null).length,
    dialoguesHeld: (await actStore(work.db).listDialogues(row.id)).filter(({ held }) => held === true).length,
    isNotified: (await eventStore(work.db).list(row.id)).some(({ kind }) => kind === 'notify-acceptance'),
  })
  if (fault !== null) throw new Refusal('conflict', `petitions.${fault}`, { field: fault in FIELD_OF ? FIELD_OF[fault as keyof typeof FIELD_OF] : 'outcome' })
  const { procedure, step } = resolutionStep(row.kind, row.instance)
  return {
    patch: ({ stopped }) => ({
      ended_on: on, ended_how: endingOf(row.kind), outcome, answer, answer_shown: answerShown && row.kind !== 'denunciation', needs_enforcement: needsEnforcement,
      in_time: stopped.find((clock) => clock.procedure === procedure && clock.step === step)?.inTime ?? null,
    }),
    detail: { outcome, needsEnforcement },
    async carryOut() {
      if (settlement !== null) await outcomeStore(work.db).putSettlement(row.id, settlement)
    },
  }
}
