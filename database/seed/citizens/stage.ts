import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { addressIn } from '#platform/portal/languages.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { NOBODY } from '#platform/server/http.ts'
import { react, type Reactions } from '#platform/server/jobs.ts'
import { runWork, type Work, type WorkContext } from '#platform/server/work.ts'
import { petitionReactions } from '#modules/petitions/server/index.ts'
import { receptionReactions } from '#modules/reception/server/index.ts'
import type { DemonstrationPeople } from '../demonstration-people.ts'

/** Something somebody does on a day; `by` null: a citizen at the portal. */
export interface Step {
  readonly on: PlainDate
  readonly by: string | null
  readonly carryOut: (work: Work) => Promise<void>
}

const READ_AFTER_DAYS = 14
const reactions: Reactions = { ...petitionReactions(addressIn), ...receptionReactions }

/** Carries out what was to be done up to today, the earlier first, so that registers number in the order in which letters came; each step on its own day. */
export async function playSteps(context: WorkContext, people: DemonstrationPeople, steps: readonly Step[], today: PlainDate): Promise<void> {
  const calendar = await context.calendar(context.db)
  const days = Map.groupBy(steps.filter(({ on }) => on <= today).toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)), ({ on }) => on)
  const follow = following()
  for (const [day, ofDay] of days) {
    const then: WorkContext = { ...context, today: () => day, calendar: () => Promise.resolve(calendar) }
    const actors = new Map<string, Actor>()
    for (const { by, carryOut } of ofDay) {
      const actor = by === null ? NOBODY : actors.get(by) ?? people.actor(by, day)
      if (by !== null) actors.set(by, actor)
      await follow(then, await announcedBy(then, actor, carryOut))
    }
    await dateNotices(context.db, day, today)
  }
}

interface Announced { readonly event: `${string}.${string}`; readonly payload: object }

async function announcedBy(then: WorkContext, actor: Actor, carryOut: Step['carryOut']): Promise<Announced[]> {
  const announced: Announced[] = []
  await runWork(then, { actor, requestId: null }, (work) => carryOut({ ...work, announce: (event, payload) => Promise.resolve(void announced.push({ event, payload })) }))
  return announced
}

/** What follows from a step follows on its day: the worker of a later day would take all of it for today's. */
function following(): (then: WorkContext, announced: readonly Announced[]) => Promise<void> {
  let number = 0
  return async (then, announced) => {
    for (const { event, payload } of announced) await react(then, reactions, { id: (number += 1), event, payload })
  }
}

/** What people heard that day, and have read if it is a fortnight old. */
async function dateNotices(db: Db, day: PlainDate, today: PlainDate): Promise<void> {
  const at = `${day}T02:00:00.000Z`
  await sql`update people.notice set created_at = ${at}, read_at = ${addDays(day, READ_AFTER_DAYS) < today ? at : null} where created_at = now()`.execute(db)
}
