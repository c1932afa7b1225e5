import { sql } from 'kysely'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { OwingRule } from '../domain/owing.ts'
import type { OwingRuleId, ReportTables } from './tables.ts'

const COLUMNS = [
  'id', 'form_code as formCode', 'span', 'authority_id as authorityId', 'class', 'unit_id as unitId', 'due_days as dueDays', 'due_counted as dueCounted', 'on_time_by as onTimeBy', 'locks_after as locksAfter',
  'source', 'certainty', 'valid_from as validFrom', 'valid_until as validUntil',
] as const

export function owingRuleStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    /** Of every form, the ended ones too, the newest of each kind last. */
    list: (): Promise<OwingRule[]> => db.selectFrom('reports.owing_rule').select(COLUMNS).orderBy('form_code').orderBy('span').orderBy(sql`class nulls last`).orderBy('valid_from').execute(),
    find: (id: OwingRuleId): Promise<OwingRule | undefined> => db.selectFrom('reports.owing_rule').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst(),
    /** Refuses `reports.rule_overlaps` where another rule for the same units stands on one of its days. */
    async add(rule: Omit<OwingRule, 'id' | 'validUntil'>): Promise<OwingRuleId> {
      const id = newId<'owing-rule'>()
      const added = await db.insertInto('reports.owing_rule').values({
        id, form_code: rule.formCode, span: rule.span, authority_id: rule.authorityId, class: rule.class, unit_id: rule.unitId, due_days: rule.dueDays, due_counted: rule.dueCounted, on_time_by: rule.onTimeBy,
        locks_after: rule.locksAfter, source: rule.source, certainty: rule.certainty, valid_from: rule.validFrom, valid_until: null,
      }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', 'reports.rule_overlaps', { field: 'validFrom' })
      return id
    },
    /** From `until` on nobody owes by it; it stays in the list. */
    async end(id: OwingRuleId, until: PlainDate): Promise<void> {
      await db.updateTable('reports.owing_rule').set({ valid_until: until }).where('id', '=', id).execute()
    },
  }
}
