import { sql } from 'kysely'
import { Refusal } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { DeadlineTables, RuleId } from './tables.ts'

const COLUMNS = [
  'id', 'procedure', 'step', 'name', 'start_event as startEvent', 'direction', 'counted', 'days', 'remote_days as remoteDays', 'complex_days as complexDays',
  'remote_complex_days as remoteComplexDays', 'extensions', 'extension_days as extensionDays', 'extension_ground as extensionGround', 'extension_signer as extensionSigner',
  'suspension', 'article', 'certainty', 'note', 'valid_from as validFrom', 'valid_until as validUntil',
] as const

export function ruleStore(database: Db) {
  const db = database.$extendTables<DeadlineTables>()
  return {
    /** Every row there is, by step, the oldest first. */
    list: (): Promise<TermRule[]> => db.selectFrom('deadlines.rule').select(COLUMNS).orderBy('procedure').orderBy('step').orderBy('valid_from').execute(),
    /** Who of the office last changed each row; null: as shipped. */
    async changers(): Promise<ReadonlyMap<string, string | null>> {
      const rows = await db.selectFrom('deadlines.rule').select(['id', 'changed_by']).execute()
      return new Map(rows.map(({ id, changed_by }) => [id, changed_by]))
    },
    /** Refuses `deadlines.rule_overlaps` where the step has a row on one of its days. */
    async add(rule: TermRule & { readonly id: RuleId }, by: string | null): Promise<void> {
      const added = await db.insertInto('deadlines.rule').values({ ...rowOf(rule), id: rule.id, changed_by: by }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
      if (added.numInsertedOrUpdatedRows === 0n) throw new Refusal('conflict', 'deadlines.rule_overlaps', { field: 'validFrom' })
    },
    async put(rule: TermRule & { readonly id: RuleId }, by: string | null): Promise<void> {
      await db.updateTable('deadlines.rule').set({ ...rowOf(rule), changed_by: by }).where('id', '=', rule.id).execute()
    },
    /** Nobody else changes the law until this transaction ends: two changes at once would each see the other's half. */
    async lock(): Promise<void> {
      await sql`lock table deadlines.rule in share row exclusive mode`.execute(db)
    },
  }
}

function rowOf(rule: TermRule) {
  return {
    procedure: rule.procedure, step: rule.step, name: rule.name, start_event: rule.startEvent, direction: rule.direction, counted: rule.counted, days: rule.days,
    remote_days: rule.remoteDays, complex_days: rule.complexDays, remote_complex_days: rule.remoteComplexDays, extensions: rule.extensions, extension_days: rule.extensionDays,
    extension_ground: rule.extensionGround, extension_signer: rule.extensionSigner, suspension: rule.suspension, article: rule.article, certainty: rule.certainty, note: rule.note,
    valid_from: rule.validFrom, valid_until: rule.validUntil,
  }
}
