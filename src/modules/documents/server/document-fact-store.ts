import { sql, type RawBuilder } from 'kysely'
import type { DocumentId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { FactSpan } from '#platform/server/facts.ts'

/** What is counted of documents; each has its rows below, which the counts and the lists both read. */
export type CountedOfDocuments = 'issued' | 'received' | 'acknowledged' | 'sessions' | 'peopleReached'

export interface CountedDocument {
  readonly documentId: DocumentId
  readonly type: string
  readonly number: string | null
  readonly summary: string
  readonly unitId: UnitId
  readonly on: PlainDate
  readonly value: number
  /** Of a briefing, who was there. */
  readonly audience: string | null
}

export function documentFactStore(db: Db) {
  return {
    /** The briefings are read once for both of their sums. */
    async count(units: readonly UnitId[], span: FactSpan): Promise<Record<CountedOfDocuments, number>> {
      const rowCount = (counted: 'issued' | 'received' | 'acknowledged') => sql`(select count(*) from (${rowsOf(counted, units, span)}) r)`
      const { rows } = await sql<Record<CountedOfDocuments, number>>`
        select ${rowCount('issued')} as issued, ${rowCount('received')} as received, ${rowCount('acknowledged')} as acknowledged,
          coalesce(sum(sessions), 0) as sessions, coalesce(sum(people_reached), 0) as "peopleReached" from (${briefings(units, span)}) b`.execute(db)
      return rows[0] ?? { issued: 0, received: 0, acknowledged: 0, sessions: 0, peopleReached: 0 }
    },
    /** In the order of the days. */
    async list(counted: CountedOfDocuments, units: readonly UnitId[], span: FactSpan): Promise<CountedDocument[]> {
      return (await sql<CountedDocument>`
        select v.id as "documentId", v.type, v.number, v.summary, r.unit_id as "unitId", r.on_date as "on", r.value, r.audience
        from (${rowsOf(counted, units, span)}) r join documents.document v on v.id = r.document_id
        order by r.on_date, v.number, v.id, r.unit_id`.execute(db)).rows
    },
  }
}

function rowsOf(counted: CountedOfDocuments, units: readonly UnitId[], span: FactSpan): RawBuilder<unknown> {
  const [among, within] = [sql`any(${[...units]}::uuid[])`, sql`between ${span.from}::date and ${span.to}::date`]
  switch (counted) {
    case 'issued': return sql`
      select id as document_id, issuer_unit_id as unit_id, issued_on as on_date, 1 as value, null::text as audience
      from documents.document where issuer_unit_id = ${among} and issued_on ${within} and not brought_in`
    case 'received': return sql`
      select document_id, unit_id, sent_on as on_date, 1 as value, null::text as audience from documents.delivery where unit_id = ${among} and sent_on ${within}`
    case 'acknowledged': return sql`
      select document_id, unit_id, acknowledged_on as on_date, 1 as value, null::text as audience
      from documents.delivery where unit_id = ${among} and acknowledged_on ${within}`
    case 'sessions': return sql`select document_id, unit_id, held_on as on_date, sessions as value, audience from (${briefings(units, span)}) b`
    case 'peopleReached': return sql`select document_id, unit_id, held_on as on_date, people_reached as value, audience from (${briefings(units, span)}) b`
  }
}

function briefings(units: readonly UnitId[], { from, to }: FactSpan): RawBuilder<unknown> {
  return sql`
    select d.document_id, d.unit_id, b.held_on, b.sessions, b.people_reached, b.audience from documents.briefing b join documents.delivery d on d.id = b.delivery_id
    where d.unit_id = any(${[...units]}::uuid[]) and b.held_on between ${from}::date and ${to}::date`
}
