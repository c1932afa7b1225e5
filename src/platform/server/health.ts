import { sql } from 'kysely'
import type { Db } from './database/connection.ts'
import type { Http } from './http-type.ts'

/** /healthz: the process answers. /readyz: it also reaches its database. For load balancers and watchdogs. */
export function answerHealth(http: Http, db: Db): void {
  http.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }))
  http.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(db)
      return { ok: true }
    } catch {
      return reply.code(503).send({ ok: false })
    }
  })
}
