import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Readable } from '../domain/access.ts'
import type { MatterKind, ReceivedBy, VisitId } from '../domain/visit.ts'
import { NOTICE_OWED, REPLY_OWED } from './owed-store.ts'
import { amongUnits } from './schedule-store.ts'

export interface RegisterFilter {
  readonly readable: Readable
  readonly text: string
  readonly kind: MatterKind | undefined
  readonly receivedBy: ReceivedBy | undefined
  readonly from: PlainDate | undefined
  readonly to: PlainDate | undefined
  readonly only: 'all' | 'to-answer' | 'late' | 'groups' | 'refused'
  /** The last days of reception whose term is over: of an answer, of a written refusal. */
  readonly lateUntil: { readonly reply: PlainDate | null; readonly refusalNotice: PlainDate | null }
}

/** The register as it is listed: visits by day and number, the last first. */
export function registerStore(db: Db) {
  return {
    async list(filter: RegisterFilter, page: { readonly limit: number; readonly offset: number }): Promise<VisitId[]> {
      const { rows } = await sql<{ id: VisitId }>`select v.id from reception.visit v where ${matching(filter)} order by v.on_date desc, v.number desc, v.id limit ${page.limit} offset ${page.offset}`.execute(db)
      return rows.map(({ id }) => id)
    },
    /** Stops at 10,001. */
    async count(filter: RegisterFilter): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count from (select from reception.visit v where ${matching(filter)} limit 10001) found`.execute(db)
      return rows[0]?.count ?? 0
    },
    /** Every visit of a unit's register in its order, for paper. */
    async listForPaper(unitId: UnitId, from: PlainDate, to: PlainDate): Promise<VisitId[]> {
      const { rows } = await sql<{ id: VisitId }>`
        select v.id from reception.visit v where v.unit_id = ${unitId} and v.on_date between ${from}::date and ${to}::date order by v.year, v.number limit 5000`.execute(db)
      return rows.map(({ id }) => id)
    },
    /** What a board says of each unit in a month: visits, people, groups. */
    async countByUnit(units: readonly UnitId[], from: PlainDate, to: PlainDate): Promise<ReadonlyMap<UnitId, { visits: number; people: number; groups: number }>> {
      const { rows } = await sql<{ unitId: UnitId; visits: number; people: number; groups: number }>`
        select v.unit_id as "unitId", count(*) as visits, sum(v.people_count)::int as people, count(*) filter (where v.is_group) as groups
        from reception.visit v where v.unit_id = ${amongUnits(units)} and v.on_date between ${from}::date and ${to}::date and v.refusal_ground is null group by v.unit_id`.execute(db)
      return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]))
    },
  }
}

function matching({ readable, text, kind, receivedBy, from, to, only, lateUntil }: RegisterFilter) {
  const open = sql<boolean>`(not v.has_denunciation or v.unit_id = ${amongUnits(readable.denunciationUnits)})`
  return sql<boolean>`v.unit_id = ${amongUnits(readable.units)}
    and (${from ?? null}::date is null or v.on_date >= ${from ?? null}::date) and (${to ?? null}::date is null or v.on_date <= ${to ?? null}::date)
    and (${receivedBy ?? null}::text is null or v.received_by = ${receivedBy ?? null}::text)
    and ${text === '' ? sql`true` : sql`${open} and v.words @@ plainto_tsquery('platform.vi', platform.words(${searched(text)}))`}
    and ${kind === undefined ? sql`true` : sql`${open} and exists (select from reception.matter m where m.visit_id = v.id and m.kind = ${kind})`}
    and ${onlySql(only, open, lateUntil)}`
}

/** What is owed is said of open visits only: whether a covered one was taken in is part of what is covered. */
function onlySql(only: RegisterFilter['only'], open: ReturnType<typeof sql<boolean>>, { reply, refusalNotice }: RegisterFilter['lateUntil']) {
  switch (only) {
    case 'all': return sql`true`
    case 'groups': return sql`v.is_group and v.refusal_ground is null`
    case 'refused': return sql`v.refusal_ground is not null`
    case 'to-answer': return sql`${open} and (${REPLY_OWED} or ${NOTICE_OWED})`
    case 'late': return sql`${open} and ((${REPLY_OWED} and v.on_date <= ${reply}::date) or (${NOTICE_OWED} and v.on_date <= ${refusalNotice}::date))`
  }
}

function searched(text: string): string {
  return text.toWellFormed().normalize('NFC').replaceAll('\u0000', '')
}
