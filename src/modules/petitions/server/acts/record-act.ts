import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseAction } from '../../domain/actions.ts'
import { clockEffects, type ClockEffects } from '../../domain/clock-effects.ts'
import { CITIZEN_EVENT_KINDS } from '../../domain/events.ts'
import { caseStore, type CasePatch, type CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'
import { recordEvent } from '../record-event.ts'
import { applyClockEffects, type ClockOutcome } from '../run-clocks.ts'

export interface ActToRecord {
  readonly action: CaseAction
  /** The day of the act, which may be before today. */
  readonly on: PlainDate
  /** What changes of the case; of what the clocks said, where that matters. */
  readonly patch?: CasePatch | ((clocks: ClockOutcome) => CasePatch)
  /** Those of the act unless given. */
  readonly effects?: ClockEffects
  readonly detail?: Record<string, unknown>
  /** The citizen hears of it; of a denunciation never. */
  readonly isShown: boolean
}

/** What every act ends with: the terms, the case, the timeline, and the citizen's news. Returns the version the case has now. */
export async function recordAct(work: Work, row: CaseRow, { action, on, patch = {}, effects = clockEffects(action, row.kind, row.instance), detail = {}, isShown }: ActToRecord): Promise<number> {
  const clocks = await applyClockEffects(work, row, effects, on)
  const changes = typeof patch === 'function' ? patch(clocks) : patch
  const version = await caseStore(work.db).change(row.id, row.version, changes)
  if (isEnd(changes)) await dropWaiting(work, row)
  const shownToCitizen = isShown && row.kind !== 'denunciation' && CITIZEN_EVENT_KINDS.some((kind) => kind === action)
  const unknown = clocks.withoutTerm.length === 0 ? {} : { withoutTerm: clocks.withoutTerm.map(({ procedure, step }) => `${procedure}.${step}`) }
  await recordEvent(work, row.id, { kind: action, on, detail: { ...detail, ...unknown }, shownToCitizen })
  if (shownToCitizen) await work.announce('petitions.stepped', { caseId: row.id, action, on })
  return version
}

function isEnd({ ended_how, triaged_as }: CasePatch): boolean {
  return ended_how != null || (triaged_as != null && triaged_as !== 'accept')
}

/** What was written for a signature falls with the end of the case. */
async function dropWaiting(work: Work, { id }: CaseRow): Promise<void> {
  const store = decisionStore(work.db)
  const waiting = await store.findPrepared(id)
  if (waiting !== undefined) await store.remove(waiting.id)
}
