import { sql, type RawBuilder } from 'kysely'
import type { ReportState } from '../domain/lifecycle.ts'

/** The rule of `reportState` (domain/lifecycle.ts) in SQL, for the report called `r` with its draft `d`. */
export const REPORT_STATE: RawBuilder<ReportState> = sql<ReportState>`case
  when r.received_at is not null then 'received'
  when r.sent_at is not null then 'sent'
  when r.revision_id is not null then 'approved'
  when r.submitted_at is not null then 'submitted'
  when r.returned_at is not null then 'returned'
  when coalesce(d.version, 0) > 0 then 'draft' else 'not-begun' end`
