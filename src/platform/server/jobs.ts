import { setTimeout as pause } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { FastifyBaseLogger } from 'fastify'
import { runWork, type Work, type WorkContext } from './work.ts'
import { SYSTEM } from './system-actor.ts'

/** Something done by the clock. `every` is a cron line in Vietnam's time; one process runs it, however many there are. */
export interface Job {
  readonly name: `${string}.${string}`
  readonly every: string
  run(work: Work): Promise<void>
}

/** What follows an event; runs at least once, so it must bear being run again with the same `event.id`. */
export type Reaction = (work: Work, event: { id: number; payload: unknown }) => Promise<void>
export type Reactions = Readonly<Record<`${string}.${string}`, readonly Reaction[]>>

export interface Worker {
  /** Hands every announced event on and waits until all reactions ran: for tests and for an orderly stop. */
  settle(): Promise<void>
  stop(): Promise<void>
}

interface WorkerOptions {
  readonly context: WorkContext
  /** As the database's owner: the queue keeps its own schema. */
  readonly connection: pg.PoolConfig
  readonly pool: pg.Pool
  readonly jobs: readonly Job[]
  readonly reactions: Reactions
  readonly log: FastifyBaseLogger
}

const EVENTS = 'events'

/** Starts the background worker: timetabled jobs, and the outbox handed to reactions through the queue. */
export async function startWorker({ context, connection, pool, jobs, reactions, log }: WorkerOptions): Promise<Worker> {
  const boss = new PgBoss({ ...connection, schema: 'jobs', max: 4 } as ConstructorParameters<typeof PgBoss>[0])
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  await boss.start()
  await boss.createQueue(EVENTS, { retryLimit: 8, retryDelay: 5, retryBackoff: true })
  await boss.work<QueuedEvent>(EVENTS, { batchSize: 20, pollingIntervalSeconds: 0.5 }, async (queued) => {
    for (const { data } of queued) await sayFailure(log, data.event, () => react(context, reactions, data))
  })
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'singleton', retryLimit: 2 })
    await boss.schedule(job.name, job.every, {}, { tz: 'Asia/Ho_Chi_Minh' })
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => sayFailure(log, job.name, () => runWork(context, { actor: SYSTEM, requestId: null }, (work) => job.run(work))))
  }
  const courier = startCourier(pool, boss, log)
  return {
    async settle() {
      await courier.deliver()
      while (await hasOpenEvents(pool)) await pause(50)
    },
    async stop() {
      await courier.stop()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** What goes wrong behind the scenes is said in the log as well as to the queue, which tries again. */
export async function sayFailure(log: Pick<FastifyBaseLogger, 'error'>, name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (error) {
    log.error({ err: error, job: name }, 'job failed')
    throw error
  }
}

async function hasOpenEvents(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(`select 1 from jobs.job where name = $1 and state in ('created', 'retry', 'active') limit 1`, [EVENTS])
  return rowCount !== 0
}

interface QueuedEvent { id: number; event: `${string}.${string}`; payload: unknown }

/** Runs everything that follows one event, each in its own transaction. */
export async function react(context: WorkContext, reactions: Reactions, { id, event, payload }: QueuedEvent): Promise<void> {
  for (const reaction of reactions[event] ?? []) {
    await runWork(context, { actor: SYSTEM, requestId: `event-${id}` }, (work) => reaction(work, { id, payload }))
  }
}

/** Moves announced events into the queue, in one transaction each batch; every second. */
function startCourier(pool: pg.Pool, boss: PgBoss, log: FastifyBaseLogger) {
  let current: Promise<void> = Promise.resolve()
  const deliver = (): Promise<void> => (current = current.then(() => moveEvents(pool, boss)))
  const attempt = (): void => void deliver().catch((error: unknown) => log.error({ err: error }, 'outbox'))
  const timer = setInterval(attempt, 1000)
  attempt()
  return {
    deliver,
    async stop() {
      clearInterval(timer)
      await current.catch(() => undefined)
    },
  }
}

async function moveEvents(pool: pg.Pool, boss: PgBoss): Promise<void> {
  const client = await pool.connect()
  try {
    for (let moved = 1; moved > 0; ) {
      await client.query('begin')
      const { rows } = await client.query<QueuedEvent>(
        `update platform.outbox set queued_at = now() where id in
           (select id from platform.outbox where queued_at is null order by id limit 200 for update skip locked)
         returning id, event, payload`,
      )
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) }
      if (rows.length > 0) await boss.insert(EVENTS, rows.map((row) => ({ data: row })), { db })
      await client.query('commit')
      moved = rows.length
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
