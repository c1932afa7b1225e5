import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { DirectiveId, PlanTables } from './tables.ts'

/** The officer's own paragraphs of a report, by directive, unit and the day it runs to. */
export function reportTextStore(database: Db) {
  const db = database.$extendTables<PlanTables>()
  return {
    async find(directiveId: DirectiveId, unitId: UnitId, until: PlainDate): Promise<Record<string, string>> {
      const rows = await db.selectFrom('plans.report_text').where('directive_id', '=', directiveId).where('unit_id', '=', unitId).where('until', '=', until)
        .select(['section', 'body']).execute()
      return Object.fromEntries(rows.map(({ section, body }) => [section, body]))
    },
    async put(directiveId: DirectiveId, unitId: UnitId, until: PlainDate, texts: Readonly<Record<string, string>>): Promise<void> {
      for (const [section, body] of Object.entries(texts)) {
        await db.insertInto('plans.report_text').values({ directive_id: directiveId, unit_id: unitId, until, section, body })
          .onConflict((conflict) => conflict.columns(['directive_id', 'unit_id', 'until', 'section']).doUpdateSet({ body })).execute()
      }
    },
  }
}
