import { newId } from '#platform/server/uuid.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Prepared } from '../../contract-acts.ts'
import type { SaveDecision } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { caseStore } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { loadCaseFor } from '../load-case.ts'
import { recordEvent } from '../record-event.ts'
import { tellUnit } from '../tell-people.ts'
import { effectOf } from './effect-of.ts'

/** Written for the signature, or written anew: a case has one decision at a time that waits. What could not be signed today is refused today. */
export async function prepareDecision(work: Work, id: CaseId, { version, decision }: z.output<typeof SaveDecision>): Promise<Prepared> {
  const row = await loadCaseFor(work, id, version, decision.action)
  await effectOf(work, row, decision, work.today)
  const store = decisionStore(work.db)
  const waiting = await store.findPrepared(id)
  const written = { action: decision.action, fields: decision.fields, preparedBy: work.actor.id, preparedName: work.actor.name }
  const decisionId = waiting?.id ?? newId<'petition-decision'>()
  if (waiting === undefined) await store.add({ id: decisionId, caseId: id, ...written })
  else await store.rewrite(decisionId, written)
  await recordEvent(work, id, { kind: 'decision-prepared', detail: { action: decision.action } })
  await tellUnit(work, row, 'to_sign', 'petitions.decide')
  return { id: decisionId, version: await caseStore(work.db).change(id, row.version, {}) }
}
