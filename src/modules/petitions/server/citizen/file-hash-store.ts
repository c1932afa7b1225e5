import { sql } from 'kysely'
import type { FileId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/connection.ts'

export function fileHashStore(db: Db) {
  return {
    /** SHA-256 of the bytes of each file. */
    async list(ids: readonly FileId[]): Promise<string[]> {
      const { rows } = await sql<{ hash: string }>`select hash from platform.file where id = any(${[...ids]}::uuid[])`.execute(db)
      return rows.map(({ hash }) => hash)
    },
  }
}
