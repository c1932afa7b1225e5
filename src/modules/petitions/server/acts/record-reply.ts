import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { RecordReply } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { actStore } from '../act-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { requireDay } from './act-days.ts'
import { recordAct } from './record-act.ts'

/** What the body to which the case was passed on answered. */
export async function recordReply(work: Work, id: CaseId, { version, on, number, fromBody, summary }: z.output<typeof RecordReply>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'record-reply')
  requireDay(work, row, on, 'on')
  if (row.triagedOn !== null && on < row.triagedOn) throw new Refusal('invalid', 'petitions.day_before_case', { field: 'on', earliest: formatDate(row.triagedOn) })
  await actStore(work.db).addReply(id, { id: newId<'petition-reply'>(), on, number, fromBody, summary })
  const changed = await recordAct(work, row, { action: 'record-reply', on, detail: { number }, isShown: false })
  return { version: changed, made: [] }
}
