import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { DECISION_FIELDS } from '../../contract-decisions.ts'
import { mayRead } from '../../domain/access.ts'
import type { CaseId } from '../../domain/case.ts'
import { REFUSAL_GROUNDS_OF } from '../../domain/grounds.ts'
import { caseStore } from '../case-store.ts'
import { requireSorted, type EffectOf } from './effect.ts'

type Fields<Action extends keyof typeof DECISION_FIELDS> = z.output<(typeof DECISION_FIELDS)[Action]>

/** Taken up: only what meets its conditions and is the unit's to decide. */
export const acceptEffect: EffectOf<Fields<'accept'>> = (_work, row, _fields, on) => {
  requireSorted(row)
  if (row.competent === false) throw new Refusal('conflict', 'petitions.accept_not_competent')
  if (row.eligible === false) throw new Refusal('conflict', 'petitions.accept_not_eligible')
  return { patch: { triaged_on: on, triaged_as: 'accept', accepted_on: on } }
}

export const refuseEffect: EffectOf<Fields<'refuse'>> = (_work, row, { ground }, on) => {
  requireSorted(row)
  if (!REFUSAL_GROUNDS_OF[row.kind].includes(ground)) throw new Refusal('invalid', 'petitions.ground_of_another_kind', { field: 'ground' })
  return { patch: { triaged_on: on, triaged_as: 'refuse' }, detail: { ground } }
}

export const guideEffect: EffectOf<Fields<'guide'>> = (_work, row, { body }, on) => {
  requireSorted(row)
  return { patch: { triaged_on: on, triaged_as: 'guide', to_body: body }, detail: { body } }
}

/** Laid aside; as a duplicate it belongs to the matter of the case it repeats. */
export const fileEffect: EffectOf<Fields<'file'>> = async (work, row, { ground, sameAs }, on) => {
  requireSorted(row)
  const store = caseStore(work.db)
  const other = sameAs === null ? null : await store.find(sameAs as CaseId) ?? null
  if (sameAs !== null && (other === null || other.id === row.id || !mayRead(work.actor, other))) throw new Refusal('invalid', 'petitions.no_such_earlier_case', { field: 'sameAs' })
  return {
    patch: { triaged_on: on, triaged_as: 'file' }, detail: { ground, ...(other === null ? {} : { number: other.number, year: other.year }) },
    async carryOut() {
      if (other !== null && other.matterId !== row.matterId) await store.joinMatters(row.matterId, other.matterId)
    },
  }
}
