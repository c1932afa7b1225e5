import { formatDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { z } from 'zod'
import type { Work } from '#platform/server/work.ts'
import type { Acted } from '../../contract-acts.ts'
import type { HoldDialogue } from '../../contract-decisions.ts'
import type { CaseId } from '../../domain/case.ts'
import { actStore } from '../act-store.ts'
import { loadCaseFor } from '../load-case.ts'
import type { DialogueId } from '../tables.ts'
import { recordAct } from './record-act.ts'

/** What became of a dialogue: held with so many people and these minutes, or not held. */
export async function holdDialogue(work: Work, id: CaseId, dialogueId: DialogueId, { version, held, attended, minutes }: z.output<typeof HoldDialogue>): Promise<Acted> {
  const row = await loadCaseFor(work, id, version, 'hold-dialogue')
  const dialogue = await actStore(work.db).findDialogue(id, dialogueId)
  if (dialogue === undefined) throw new Refusal('not_found', 'petitions.no_such_dialogue')
  if (dialogue.held !== null) throw new Refusal('conflict', 'petitions.dialogue_closed')
  if (dialogue.on > work.today) throw new Refusal('conflict', 'petitions.dialogue_to_come', { on: formatDate(dialogue.on) })
  if (held && (attended === null || attended === 0)) throw new Refusal('invalid', 'petitions.dialogue_attended_missing', { field: 'attended' })
  if (held && (minutes === null || minutes === '')) throw new Refusal('invalid', 'petitions.dialogue_minutes_missing', { field: 'minutes' })
  await actStore(work.db).closeDialogue(dialogueId, { held, attended: held ? attended : null, minutes })
  const changed = await recordAct(work, row, { action: 'hold-dialogue', on: dialogue.on, detail: { held, ...(held ? { attended } : {}) }, isShown: held })
  return { version: changed, made: [] }
}
