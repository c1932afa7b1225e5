import { createHash } from 'node:crypto'
import { canonical } from '../domain/content.ts'
import type { NewRevision } from './revision-store.ts'
import type { ReportId } from './tables.ts'

/** SHA-256 of the canonical text of what was approved: whoever has the record can work it out again. */
export function hashOf(reportId: ReportId, number: number, { content, own, facts, totals, children }: Pick<NewRevision, 'content' | 'own' | 'facts' | 'totals' | 'children'>): string {
  return createHash('sha256').update(canonical({ report: reportId, number, content, own, facts, totals, children })).digest('hex')
}
