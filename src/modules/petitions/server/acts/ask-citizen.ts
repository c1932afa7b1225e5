import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { AskCitizen } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { actStore } from '../act-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { recordAct } from './record-act.ts'

/** A question to who sent it, answered on the portal with the receipt code. A denouncer is asked elsewhere: the portal knows nothing of denunciations. */
export async function askCitizen(work: Work, id: CaseId, { version, question }: z.output<typeof AskCitizen>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'ask')
  if (row.kind === 'denunciation') throw new Refusal('conflict', 'petitions.denouncer_not_asked_here')
  await actStore(work.db).addQuestion(id, { id: newId<'petition-question'>(), askedOn: work.today, askedBy: work.actor.name, question })
  const changed = await recordAct(work, row, { action: 'ask', on: work.today, isShown: true })
  return { version: changed, made: [] }
}
