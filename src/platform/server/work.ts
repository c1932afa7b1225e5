import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { WorkingCalendar } from '#kernel/working-calendar.ts'
import type { Db } from './database/connection.ts'
import { isOfOldShape } from './database/prepared-statements.ts'
import type { Secrets } from './secrets.ts'
import type { ScanFile } from './virus-scan.ts'

/** All that a use case may reach. One Work is one transaction: everything in it happens, or nothing does. */
export interface Work {
  readonly db: Db
  readonly actor: Actor
  /** The only clock of the rules; simulated in training. */
  readonly today: PlainDate
  /** The instant of this request, ISO 8601 in UTC. */
  readonly now: string
  readonly calendar: WorkingCalendar
  /** Where uploaded bytes lie. */
  readonly fileFolder: string
  /** Keys to sign and encrypt with. */
  readonly secrets: Secrets
  /** Asks the virus scanner, where there is one. */
  readonly scanFile: ScanFile | undefined
  /** Tells whoever apps/reactions.ts connects, once this transaction has happened. At least once: reactions are idempotent. */
  announce(event: `${string}.${string}`, payload: object): Promise<void>
  /** Notes in the audit trail that a sensitive record was read. */
  recordRead(subject: string, id: string): Promise<void>
}

export interface WorkContext {
  readonly db: Db
  readonly today: () => PlainDate
  readonly calendar: (db: Db) => Promise<WorkingCalendar>
  readonly fileFolder: string
  readonly secrets: Secrets
  readonly scanFile?: ScanFile | undefined
}

export interface WorkRequest {
  readonly actor: Actor
  readonly requestId: string | null
}

/** Opens the transaction (or works in the one it is given), tells the audit trail who acts, and runs the use case. */
export async function runWork<Result>(
  context: WorkContext, request: WorkRequest, useCase: (work: Work) => Promise<Result>,
): Promise<Result> {
  const calendar = await context.calendar(context.db)
  const run = async (db: Db): Promise<Result> => {
    await nameActor(db, request)
    return useCase(workIn(db, context, request, calendar))
  }
  if (context.db.isTransaction) return run(context.db)
  const once = () => context.db.transaction().execute(run)
  return once().catch((error: unknown) => {
    if (isOfOldShape(error)) return once()
    throw error
  })
}

function workIn(db: Db, context: WorkContext, { actor, requestId }: WorkRequest, calendar: WorkingCalendar): Work {
  const outbox = db.$extendTables<{ 'platform.outbox': { event: string; payload: string; actor_id: string; request_id: string | null } }>()
  return {
    db, actor, calendar,
    today: context.today(),
    now: new Date().toISOString(),
    fileFolder: context.fileFolder,
    secrets: context.secrets,
    scanFile: context.scanFile,
    async announce(event, payload) {
      await outbox
        .insertInto('platform.outbox')
        .values({ event, payload: JSON.stringify(payload), actor_id: actor.id, request_id: requestId })
        .execute()
    },
    async recordRead(subject, id) {
      await sql`insert into platform.audit_entry (actor_id, actor_name, on_behalf_of, request_id, action, subject, subject_id)
        values (${actor.id}, ${actor.name}, ${onBehalfOf(actor)}, ${requestId}, 'read', ${subject}, ${id})`.execute(db)
    },
  }
}

async function nameActor(db: Db, { actor, requestId }: WorkRequest): Promise<void> {
  await sql`select set_config('gandan.actor_id', ${actor.id}, true), set_config('gandan.actor_name', ${actor.name}, true),
    set_config('gandan.on_behalf_of', ${onBehalfOf(actor) ?? ''}, true), set_config('gandan.request_id', ${requestId ?? ''}, true)`.execute(db)
}

/** Every delegation the actor holds today; an act done under one names it in the record itself as well. */
function onBehalfOf(actor: Actor): string | null {
  const names = new Set(actor.grants.flatMap((grant) => (grant.onBehalfOf ? [grant.onBehalfOf.name] : [])))
  return names.size === 0 ? null : [...names].join('; ')
}
