import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { WithdrawCase } from '../../contract-decisions.ts'
import { endsByDecision, type CaseId } from '../../domain/case.ts'
import { signersAmong } from '../../domain/entered-data.ts'
import type { CaseRow } from '../case-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { partyStore } from '../party-store.ts'
import type { PartyId } from '../tables.ts'
import { requireDay } from './act-days.ts'
import { recordAct } from './record-act.ts'

/** Some withdraw: it goes on for the rest. All withdraw: it ends; what was taken up formally by a decision (Nghị định 155/2026/NĐ-CP, Điều 7a), which `terminate` prepares. */
export async function withdrawCase(work: Work, id: CaseId, { version, on, afterExplanation, note, partyIds }: z.output<typeof WithdrawCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'withdraw')
  requireDay(work, row, on, 'on')
  const { leaving, staying } = await partedBy(work, row, partyIds as PartyId[])
  if (staying === 0 && endsByDecision(row)) throw new Refusal('conflict', 'petitions.withdrawal_needs_decision', { field: 'who' })
  await partyStore(work.db).withdraw(id, leaving.map((party) => party.id), on)
  const said = note === null ? {} : { note }
  if (staying === 0) {
    const changed = await recordAct(work, row, {
      action: 'withdraw', on, patch: { ended_on: on, ended_how: 'withdrawn', suspended_since: null, withdrawn_after_explanation: afterExplanation }, detail: { all: true, ...said }, isShown: true,
    })
    return { version: changed, made: [] }
  }
  const count = signersAmong(leaving)
  const changed = await recordAct(work, row, {
    action: 'withdraw', on, effects: NOTHING, patch: { people_count: Math.max(1, row.peopleCount - count) }, detail: { all: false, left: leaving.length, ...said }, isShown: false, // for the others nothing has changed
  })
  return { version: changed, made: [] }
}

const NOTHING = { stops: [], starts: [], changes: [], stopsAll: false } as const

/** Who leaves and how many signers stay. Nobody named: all leave. */
async function partedBy(work: Work, row: CaseRow, named: readonly PartyId[]) {
  const here = (await partyStore(work.db).list(row.id)).filter(({ withdrawnOn }) => withdrawnOn === null)
  if (named.some((id) => here.every((party) => party.id !== id))) throw new Refusal('invalid', 'petitions.not_a_signer', { field: 'partyIds' })
  const leaving = named.length === 0 ? here : here.filter(({ id }) => named.includes(id))
  return { leaving, staying: signersAmong(here.filter((party) => !leaving.includes(party))) }
}
