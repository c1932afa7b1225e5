import type { Db } from '#platform/server/database/connection.ts'
import type { Figure } from '../domain/figure.ts'
import type { ReportTables } from './tables.ts'

const COLUMNS = ['code', 'name', 'meaning', 'kind', 'measure', 'fact', 'combination', 'min', 'max', 'change_share as changeShare', 'source', 'certainty'] as const

/** The figures as they are declared today; published forms keep them as they were. */
export function figureStore(database: Db) {
  const db = database.$extendTables<ReportTables>()
  return {
    list: (): Promise<Figure[]> => db.selectFrom('reports.figure').select(COLUMNS).orderBy('code').execute(),
    find: (code: string): Promise<Figure | undefined> => db.selectFrom('reports.figure').select(COLUMNS).where('code', '=', code).executeTakeFirst(),
    /** Declares it, or changes what is declared of it. */
    async put({ code, combination, changeShare, name, meaning, kind, measure, fact, min, max, source, certainty }: Figure): Promise<void> {
      const said = { name, meaning, kind, measure, fact, combination: JSON.stringify(combination), min, max, change_share: changeShare, source, certainty }
      await db.insertInto('reports.figure').values({ code, ...said }).onConflict((conflict) => conflict.column('code').doUpdateSet(said)).execute()
    },
  }
}
