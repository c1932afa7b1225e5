import { sql } from 'kysely'
import type { Db } from '#platform/server/database/connection.ts'

const VIETNAM = sql.lit('Asia/Ho_Chi_Minh')

/** What the database's own clock stamped gets the day on which it is told to have been. */
export async function datedAsPlayed(db: Db): Promise<void> {
  await sql`update petitions.case set received_at = (received_on + time '08:15') at time zone ${VIETNAM} where received_at = now()`.execute(db)
  await sql`update petitions.event set at = (on_date + time '09:00') at time zone ${VIETNAM} where at = now()`.execute(db)
  await sql`
    update petitions.decision d set prepared_at = (coalesce((
      select max(e.on_date) from petitions.event e
      where e.case_id = d.case_id and e.kind = 'decision-prepared' and e.detail->>'action' = d.action and (d.signed_on is null or e.on_date <= d.signed_on)), d.signed_on, current_date) + time '09:30') at time zone ${VIETNAM}
    where prepared_at = now()`.execute(db)
  await sql`update petitions.attachment a set added_at = (c.received_on + time '08:20') at time zone ${VIETNAM} from petitions.case c where c.id = a.case_id and a.added_at = now()`.execute(db)
  await sql`update reception.visit set recorded_at = (on_date + time '10:00') at time zone ${VIETNAM} where recorded_at = now()`.execute(db)
}
