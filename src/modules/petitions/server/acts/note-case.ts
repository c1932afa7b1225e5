import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { NoteCase } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { loadCase, requireAllowed } from '../load-case.ts'
import { recordEvent } from '../record-event.ts'

/** A line on the timeline, for colleagues or for the citizen as well; it overtakes nobody, so no version is asked for. */
export async function noteCase(work: Work, id: CaseId, { note, shownToCitizen }: z.output<typeof NoteCase>): Promise<void> {
  const row = await loadCase(work, id)
  requireAllowed(row, work.actor, 'note')
  const isShown = shownToCitizen && row.kind !== 'denunciation'
  await recordEvent(work, id, { kind: 'note', detail: { note }, shownToCitizen: isShown })
  if (isShown) await work.announce('petitions.stepped', { caseId: id, action: 'note', on: work.today })
}
