import type { PlainDate } from '#kernel/plain-date.ts'
import { sql } from 'kysely'
import type { Db } from '#platform/server/database/connection.ts'
import type { CaseId } from '../domain/case.ts'
import type { PetitionTables } from './tables.ts'

export interface EventRow {
  readonly id: number
  readonly on: PlainDate
  readonly at: string
  readonly kind: string
  readonly byId: string
  readonly byName: string
  readonly detail: Record<string, unknown>
  readonly shownToCitizen: boolean
}

export interface NewEvent {
  readonly on: PlainDate
  /** `received`, the name of an act, `attachment`, `party`, …: the phrases of the timeline know each. */
  readonly kind: string
  readonly byId: string
  readonly byName: string
  readonly detail: Record<string, unknown>
  readonly shownToCitizen: boolean
}

/** The timeline: it only grows. */
export function eventStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  return {
    async add(caseId: CaseId, { on, kind, byId, byName, detail, shownToCitizen }: NewEvent): Promise<void> {
      await db.insertInto('petitions.event').values({ case_id: caseId, on_date: on, kind, by_id: byId, by_name: byName, detail: JSON.stringify(detail), shown_to_citizen: shownToCitizen }).execute()
    },
    /** In the order in which it was written. */
    list(caseId: CaseId, { onlyShownToCitizen = false }: { readonly onlyShownToCitizen?: boolean } = {}): Promise<EventRow[]> {
      const events = db.selectFrom('petitions.event').where('case_id', '=', caseId)
        .select(['id', 'on_date as on', 'at', 'kind', 'by_id as byId', 'by_name as byName', 'detail', 'shown_to_citizen as shownToCitizen']).orderBy('id')
      return (onlyShownToCitizen ? events.where('shown_to_citizen', '=', true) : events).execute()
    },
    /** Only of a case whose citizen's data is gone. */
    async forget(caseId: CaseId): Promise<void> {
      await sql`select petitions.forget_events(${caseId})`.execute(db)
    },
  }
}
