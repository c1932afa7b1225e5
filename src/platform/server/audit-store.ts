import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database/connection.ts'

export type ChainResult =
  | { readonly ok: true; readonly entries: number; readonly lastHash: string }
  | { readonly ok: false; readonly position: number; readonly at: string; readonly because: string }

interface Link { position: number; previous_hash: string; hash: string; text: string; at: string }

const BATCH = 5000

/** Recomputes every hash outside the database and names the first link that does not hold. Read-only. */
export async function verifyAuditChain(db: Db): Promise<ChainResult> {
  const unsealed = await sql<{ id: number; at: string }>`select id, at from platform.audit_entry where hash is null order by id limit 1`.execute(db)
  if (unsealed.rows[0]) return broken({ position: 0, at: unsealed.rows[0].at }, `mục ${unsealed.rows[0].id} không nằm trong chuỗi`)
  let previous = { position: 0, hash: '' }
  for (;;) {
    const { rows } = await sql<Link>`
      select position, previous_hash, hash, platform.audit_text(e) as text, at from platform.audit_entry e
      where position > ${previous.position} order by position limit ${BATCH}`.execute(db)
    for (const link of rows) {
      if (link.position !== previous.position + 1) return broken(link, `thiếu mục ${previous.position + 1}`)
      if (link.previous_hash !== previous.hash) return broken(link, 'không nối với mục trước')
      if (link.hash !== hashOf(link)) return broken(link, 'nội dung đã bị sửa')
      previous = link
    }
    if (rows.length < BATCH) return { ok: true, entries: previous.position, lastHash: previous.hash }
  }
}

function hashOf({ previous_hash, text }: Link): string {
  return createHash('sha256').update(previous_hash + text).digest('hex')
}

function broken({ position, at }: { position: number; at: string }, because: string): ChainResult {
  return { ok: false, position, at, because }
}

export interface AuditFilter {
  readonly actor?: string | undefined
  readonly subject?: string | undefined
  readonly subjectId?: string | undefined
  readonly page: number
  readonly size: number
}

export interface AuditRow {
  readonly id: number
  readonly position: number | null
  readonly at: string
  readonly actorName: string
  readonly onBehalfOf: string | null
  readonly action: string
  readonly subject: string
  readonly subjectId: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

/** A page of the trail, the newest first. `actor` is part of a name, accents or not. */
export async function listAuditEntries(db: Db, { actor, subject, subjectId, page, size }: AuditFilter): Promise<{ total: number; entries: AuditRow[] }> {
  const matches = sql`where (${actor ?? null}::text is null or platform.plain(actor_name) like '%' || platform.plain(${actor ?? ''}) || '%')
    and (${subject ?? null}::text is null or subject = ${subject ?? ''}) and (${subjectId ?? null}::text is null or subject_id = ${subjectId ?? ''})`
  const { rows: entries } = await sql<AuditRow>`
    select id, position, at, actor_name as "actorName", on_behalf_of as "onBehalfOf", action, subject, subject_id as "subjectId", before, after
    from platform.audit_entry ${matches} order by id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  const { rows } = await sql<{ total: number }>`select count(*) as total from platform.audit_entry ${matches}`.execute(db)
  return { total: rows[0]?.total ?? 0, entries }
}
