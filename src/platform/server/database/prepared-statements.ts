import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'

/** Used so often, a statement gets a name: made for one question only, it would lie in every connection for nothing. */
const SEEN_BEFORE = 3
/** A longer list of parameters is an insert of many rows or a list of keys: a text of its own each time. */
const MOST_PARAMETERS = 30
/** Plans some ten kilobytes each, in every connection. */
const MOST_NAMES = 250
const MOST_COUNTED = 2000
/** PostgreSQL plans once for lists of ten; for all units of a province such a plan is a bad one. */
const LONGEST_LIST = 10
/** A condition that a value switches on or off: one plan for all values would be far slower than the plan for these. */
const CHOOSES = /\$\d+(?:::\w+)? is null or/

/**
 * The pool as Kysely takes it, with statements that come again and again prepared under a name, so that PostgreSQL reads and plans them
 * once a connection. Only where no pooler stands between: it would hand the next transaction to a session that knows no such name.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new StatementNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparingClient(client, names)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}

function preparingClient(client: pg.PoolClient, names: StatementNames): PostgresPoolClient {
  async function ask(text: string, values: readonly unknown[]): Promise<unknown> {
    const name = names.of(text, values)
    const isInTransaction = client.getTransactionStatus() !== 'I'
    try {
      return await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
    } catch (error) {
      if (!isOfOldShape(error)) throw error
      names.startAnew()
      if (isInTransaction) throw error // the transaction is lost: `runWork` does it again
      return client.query(text, [...values])
    }
  }
  return {
    query: ((text: string, values: readonly unknown[]) => ask(text, values) as Promise<PostgresQueryResult<unknown>>) as PostgresPoolClient['query'],
    release: (destroy) => { client.release(destroy) },
  }
}

/** A migration of another process changed what a prepared statement returns. It did nothing: the same work may be done again, under new names. */
export function isOfOldShape(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.routine === 'RevalidateCachedQuery'
}

/** One text has one name in all connections of the pool. */
class StatementNames {
  #names = new Map<string, string>()
  #counts = new Map<string, number>()
  #generation = 0

  of(text: string, values: readonly unknown[]): string | undefined {
    if (values.some((value) => Array.isArray(value) && value.length > LONGEST_LIST)) return undefined
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (values.length === 0 || values.length > MOST_PARAMETERS || this.#names.size >= MOST_NAMES || CHOOSES.test(text)) return undefined
    const count = (this.#counts.get(text) ?? 0) + 1
    if (count <= SEEN_BEFORE) {
      if (this.#counts.size >= MOST_COUNTED) this.#counts.clear()
      this.#counts.set(text, count)
      return undefined
    }
    this.#counts.delete(text)
    const name = `gandan_${this.#generation}_${this.#names.size}`
    this.#names.set(text, name)
    return name
  }

  /** What is prepared under the old names is left to the connections that hold it. */
  startAnew(): void {
    this.#generation += 1
    this.#names = new Map()
  }
}
