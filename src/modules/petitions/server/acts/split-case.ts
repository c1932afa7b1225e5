import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { Registered } from '../../contract.ts'
import type { SplitCase } from '../../contract-decisions.ts'
import { mayRead } from '../../domain/access.ts'
import type { CaseId } from '../../domain/case.ts'
import { loadCaseFor } from '../load-case.ts'
import { openCase } from '../open-case.ts'
import { requireKnown } from '../register-case.ts'
import { linkAttachments, matterOf, partiesOf, registerOf } from './case-copy.ts'
import { recordAct } from './record-act.ts'

/** One letter on several matters: each becomes a case of the unit, received when the letter was, with the terms of its own kind. */
export async function splitCase(work: Work, id: CaseId, { version, parts }: z.output<typeof SplitCase>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'split')
  const [parties, unitId] = [await partiesOf(work, row), await registerOf(work, row)]
  const made: Registered[] = []
  for (const { kind, title, content, topicCode } of parts) {
    await requireKnown(work, { unitId, placeUnitId: null, topicCode, receivedOn: row.receivedOn })
    const part = await openCase(work, {
      unitId, kind, channel: row.channel, receivedOn: row.receivedOn, title, content: content === '' ? row.content : content, parties,
      origin: { id, link: 'split', matterId: null }, more: { ...matterOf(row), instance: 1, topic_code: topicCode, from_body: row.fromBody, decision_against: kind === row.kind ? row.decisionAgainst : null },
    })
    await linkAttachments(work, id, part.id as CaseId)
    if (mayRead(work.actor, { unitId, kind })) made.push(part)
  }
  const changed = await recordAct(work, row, { action: 'split', on: work.today, patch: { triaged_on: work.today, triaged_as: 'split' }, detail: { parts: parts.length }, isShown: true })
  if (parts.some(({ kind }) => kind === 'denunciation')) await work.announce('petitions.found-to-denounce', { caseId: id })
  return { version: changed, made }
}
