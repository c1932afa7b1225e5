import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { DirectiveId, PlanTables } from './tables.ts'

/** Both days included. */
export interface Period { readonly from: PlainDate; readonly until: PlainDate }

/** The officer's own paragraphs of a report, by directive, unit and period. */
export function reportTextStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  return {
    async find(directiveId: DirectiveId, unitId: UnitId, { from, until }: Period): Promise<Record<string, string>> {
      const rows = await db.selectFrom('plans.report_text').where('directive_id', '=', directiveId).where('unit_id', '=', unitId)
        .where('from_on', '=', from).where('until', '=', until).select(['section', 'body']).execute()
      return Object.fromEntries(rows.map(({ section, body }) => [section, body]))
    },
    async put(directiveId: DirectiveId, unitId: UnitId, { from, until }: Period, texts: Readonly<Record<string, string>>): Promise<void> {
      for (const [section, body] of Object.entries(texts)) {
        await db.insertInto('plans.report_text').values({ directive_id: directiveId, unit_id: unitId, from_on: from, until, section, body })
          .onConflict((conflict) => conflict.columns(['directive_id', 'unit_id', 'from_on', 'until', 'section']).doUpdateSet({ body })).execute()
      }
    },
  }
}
