import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { SendDecision } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { eventStore } from '../event-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { requireDay } from './act-days.ts'
import { recordAct } from './record-act.ts'

type Sending = 'notify-acceptance' | 'send-decision' | 'publish-conclusion'

/** That the notice, the decision or the conclusion went out, when and how; each ends the term it had, once. */
export async function recordSending(work: Work, id: CaseId, action: Sending, { version, on, how }: z.output<typeof SendDecision>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, action)
  requireDay(work, row, on, 'on')
  if ((await eventStore(work.db).list(id)).some(({ kind }) => kind === action)) throw new Refusal('conflict', 'petitions.sent_already')
  const changed = await recordAct(work, row, { action, on, detail: { how }, isShown: action === 'send-decision' })
  return { version: changed, made: [] }
}
