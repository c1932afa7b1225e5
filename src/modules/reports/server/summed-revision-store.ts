import { sql } from 'kysely'
import type { UnitId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { numbersOf } from '../domain/checks.ts'
import type { Override } from '../domain/content.ts'
import type { FigureValue } from '../domain/figure.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** What sums need of a revision. */
export interface SummedRevision {
  readonly id: RevisionId
  readonly number: number
  readonly unitId: UnitId
  readonly periodId: PeriodId
  readonly own: Readonly<Record<string, FigureValue>>
  /** The same without words. */
  readonly numbers: Readonly<Record<string, number | null>>
  readonly overrides: Readonly<Record<string, Override>>
  readonly children: readonly RevisionId[]
}

/** Some ten kilobytes each: a province's year, read again with every save of who puts it together. */
const MOST_KEPT = 2000
/** None of this changes in a frozen revision; the database refuses it. */
const kept = new Map<RevisionId, SummedRevision>()

/** The revisions named and, down through their children, all that they sum up, each once. */
export async function listSummed(db: Db, ids: readonly RevisionId[]): Promise<SummedRevision[]> {
  const found = new Map<RevisionId, SummedRevision>()
  for (let level = [...new Set(ids)]; level.length > 0;) {
    const revisions = await listFrozen(db, level)
    for (const revision of revisions) found.set(revision.id, revision)
    level = [...new Set(revisions.flatMap(({ children }) => children))].filter((id) => !found.has(id))
  }
  return [...found.values()]
}

async function listFrozen(db: Db, ids: readonly RevisionId[]): Promise<SummedRevision[]> {
  const known = ids.flatMap((id) => kept.get(id) ?? [])
  const unknown = ids.filter((id) => !kept.has(id))
  if (unknown.length === 0) return known
  const { rows } = await sql<Omit<SummedRevision, 'numbers'>>`
    select v.id, v.number, r.unit_id as "unitId", r.period_id as "periodId", v.own, v.content -> 'overrides' as overrides, v.children
    from reports.revision v join reports.report r on r.id = v.report_id where v.id = any(${unknown}::uuid[])`.execute(db)
  const read = rows.map((row) => ({ ...row, numbers: numbersOf(row.own) }))
  if (read.length < MOST_KEPT) for (const revision of read) kept.set(revision.id, revision) // a nation's would only push out everybody's
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return [...known, ...read]
}
