import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseId } from '../domain/case.ts'
import type { EventKind } from '../domain/events.ts'
import { eventStore } from './event-store.ts'

/** Who acts for themself and not as an officer. */
export const CITIZEN = { id: 'citizen', name: 'Người gửi đơn' } as const

export interface CaseEventToRecord {
  readonly kind: EventKind
  /** The day of what happened; today where left out. */
  readonly on?: PlainDate
  /** Figures, dates, names of units and of steps: never a person's name or what somebody wrote, but for a note. */
  readonly detail?: Record<string, unknown>
  readonly shownToCitizen?: boolean
  readonly by?: { readonly id: string; readonly name: string }
}

/** Puts it on the timeline, by whoever acts (and for whom, when under a delegation). */
export async function recordEvent(work: Work, caseId: CaseId, { kind, on = work.today, detail = {}, shownToCitizen = false, by = work.actor }: CaseEventToRecord): Promise<void> {
  const name = by === work.actor ? nameOf(work) : by.name
  await eventStore(work.db).add(caseId, { on, kind, detail, shownToCitizen, byId: by.id, byName: name })
}

function nameOf({ actor }: Work): string {
  const [behalf] = actor.grants.flatMap(({ permission, onBehalfOf }) => (permission.startsWith('petitions.') && onBehalfOf !== null ? [onBehalfOf.name] : []))
  const isOwn = actor.grants.some(({ permission, onBehalfOf }) => permission.startsWith('petitions.') && onBehalfOf === null)
  return behalf === undefined || isOwn ? actor.name : `${actor.name} (thay ${behalf})`
}
