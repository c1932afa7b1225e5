import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { Readable } from '../domain/access.ts'
import type { Owed } from '../domain/follow-up.ts'
import type { VisitId } from '../domain/visit.ts'
import { amongUnits } from './schedule-store.ts'

type Step = Owed['step']
export interface OwedVisit { readonly id: VisitId; readonly unitId: UnitId; readonly on: PlainDate; readonly hasDenunciation: boolean; readonly step: Step }

/** Taken in, and the citizen was not told what becomes of it. Of `reception.visit v`, as `domain/follow-up.ts` says. */
export const REPLY_OWED = sql<boolean>`(v.refusal_ground is null and v.told_on is null and exists (select from reception.matter m where m.visit_id = v.id and m.handling = 'case'))`
/** Refused on the ground that is put in writing (`domain/refusal.ts`), and nothing is signed. */
export const NOTICE_OWED = sql<boolean>`(v.refusal_ground = 'answered-before' and v.told_on is null and v.notice_signed_on is null)`
const STEP = sql<Step>`case when v.refusal_ground is null then 'reply' else 'refusal-notice' end`

/** What units still owe whoever came, and days of reception that nobody can see yet. */
export function owedStore(db: Db) {
  return {
    /** By unit and step how many visits wait, and the earliest. */
    async countOwed({ units, denunciationUnits }: Readable): Promise<{ unitId: UnitId; step: Step; count: number; firstOn: PlainDate }[]> {
      return (await sql<{ unitId: UnitId; step: Step; count: number; firstOn: PlainDate }>`
        select v.unit_id as "unitId", ${STEP} as step, count(*) as count, min(v.on_date) as "firstOn" from reception.visit v
        where v.told_on is null and v.unit_id = ${amongUnits(units)} and (not v.has_denunciation or v.unit_id = ${amongUnits(denunciationUnits)}) and (${REPLY_OWED} or ${NOTICE_OWED})
        group by 1, 2 order by 4`.execute(db)).rows
    },
    /** Visits until the day given for each step, of which it was not said yet that they are overdue. */
    async listToSay(until: Record<Step, PlainDate | null>): Promise<OwedVisit[]> {
      return (await sql<OwedVisit>`
        select v.id, v.unit_id as "unitId", v.on_date as "on", v.has_denunciation as "hasDenunciation", ${STEP} as step from reception.visit v
        where v.told_on is null and ((v.on_date <= ${until.reply}::date and ${REPLY_OWED}) or (v.on_date <= ${until['refusal-notice']}::date and ${NOTICE_OWED}))
          and not exists (select from reception.reminder r where r.visit_id = v.id and r.said = 'overdue')
        order by v.on_date, v.id`.execute(db)).rows
    },
    /** Notes what is said today; returns the visits of which it was not said before. */
    async noteSaid(said: readonly { readonly id: VisitId; readonly news: string }[], today: PlainDate): Promise<ReadonlySet<VisitId>> {
      const { rows } = await sql<{ id: VisitId }>`
        insert into reception.reminder (visit_id, said, said_on)
        select s.id, s.news, ${today}::date from unnest(${said.map(({ id }) => id)}::uuid[], ${said.map(({ news }) => news)}::text[]) s(id, news) on conflict do nothing returning visit_id as id`.execute(db)
      return new Set(rows.map(({ id }) => id))
    },
    /** By unit, how many days of reception to come are not put up, and the first. */
    async countUnposted(units: ReadonlySet<UnitId>, from: PlainDate): Promise<{ unitId: UnitId; count: number; firstOn: PlainDate }[]> {
      return (await sql<{ unitId: UnitId; count: number; firstOn: PlainDate }>`
        select unit_id as "unitId", count(*) as count, min(on_date) as "firstOn" from reception.schedule_day
        where unit_id = ${amongUnits(units)} and on_date >= ${from}::date and posted_on is null and cancelled_on is null and kind <> 'leader-extraordinary' group by 1 order by 3`.execute(db)).rows
    },
  }
}
