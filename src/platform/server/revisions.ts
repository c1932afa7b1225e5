import type { Db } from './database/connection.ts'

type RevisionTables = { 'platform.revision': { name: string; value: number } }

/**
 * Keeps what `load` returns until the named revision is raised by any process (see `bumpsRevision`). Inside a transaction
 * the kept value serves while it is current; what a transaction itself changed is loaded anew and never kept.
 */
export function keptByRevision<Value>(name: string, load: (db: Db) => Promise<Value>): (db: Db) => Promise<Value> {
  const kept = new WeakMap<object, { revision: number; value: Promise<Value> }>()
  return async (db) => {
    const row = await db.$extendTables<RevisionTables>()
      .selectFrom('platform.revision').select('value').where('name', '=', name).executeTakeFirst()
    const revision = row?.value ?? 0
    const database = db.getExecutor().adapter
    const known = kept.get(database)
    if (known?.revision === revision) return known.value
    if (db.isTransaction) return load(db)
    const value = load(db)
    kept.set(database, { revision, value })
    value.catch(() => kept.delete(database))
    return value
  }
}
