import type { Db } from '#platform/server/database/connection.ts'

class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('undone')
    this.result = result
  }
}

/** The database as it is, but whatever a transaction does is taken back once it has answered: any request may be tried again. */
export function takenBack(db: Db): Db {
  return new Proxy(db, {
    get(target, key) {
      if (key === 'transaction') return () => ({ execute: (use: (db: Db) => Promise<unknown>) => executeAndUndo(target, use) })
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) as unknown : value
    },
  })
}

async function executeAndUndo(db: Db, use: (db: Db) => Promise<unknown>): Promise<unknown> {
  try {
    return await db.transaction().execute(async (transaction) => {
      throw new Undone(await use(transaction))
    })
  } catch (error) {
    if (error instanceof Undone) return error.result
    throw error
  }
}
