import type { z } from 'zod'
import { listAuditEntries } from '#platform/server/audit-store.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from './account-reach.ts'
import type { AuditEntry, AuditPage, AuditQuery } from '../contract.ts'

/** The trail as a person reads it: what each entry changed, field by field. That it was looked at is itself noted. */
export async function readAudit(work: Work, query: z.infer<typeof AuditQuery>): Promise<z.infer<typeof AuditPage>> {
  await requireWholeProvince(work, 'platform.read-audit')
  await work.recordRead('platform.audit_entry', JSON.stringify(query))
  const { total, entries } = await listAuditEntries(work.db, query)
  return { total, entries: entries.map(({ before, after, ...entry }) => ({ ...entry, changes: changesBetween(before, after) })) }
}

type Row = Readonly<Record<string, unknown>>
type Changes = z.infer<typeof AuditEntry>['changes']

function changesBetween(before: Row | null, after: Row | null): Changes {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.flatMap((field) => {
    const [was, is] = [textOf(before?.[field]), textOf(after?.[field])]
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
