import { Refusal } from '#kernel/refusal.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { mayReadSchedule } from '../domain/access.ts'
import { monthOfDay } from '../domain/enough-days.ts'
import { dayActions, type DayAction } from '../domain/schedule-day.ts'
import type { ScheduleDayId } from '../domain/visit.ts'
import type { AddDays, CancelDay, EditDay, MoveDay, NameSubstitute, PostDays } from '../contract.ts'
import { may } from '#kernel/actor.ts'
import { maySchedule } from './read-schedule.ts'
import { scheduleStore, type DayRow } from './schedule-store.ts'
import { loadTerms } from './terms.ts'

/** Sets days on which the unit receives citizens; nobody outside sees them before they are posted. */
export async function setDays(work: Work, { unitId, dates, ...day }: AddDays): Promise<ScheduleDayId[]> {
  await requireMaySchedule(work, unitId)
  requireHours(day)
  const early = day.kind === 'leader-extraordinary' ? undefined : dates.find((on) => on < work.today)
  if (early !== undefined) throw new Refusal('invalid', 'reception.day_gone', { field: 'dates', on: early })
  const ids: ScheduleDayId[] = []
  for (const on of [...new Set(dates)].sort()) {
    const id = newId<'reception-day'>()
    await scheduleStore(work.db).add({ id, unitId, on, ...day })
    ids.push(id)
  }
  return ids
}

export async function editDay(work: Work, id: ScheduleDayId, { version, on, startsAt, endsAt, place, post, receiver }: EditDay): Promise<void> {
  const day = await getDay(work, id, 'edit')
  requireHours({ startsAt, endsAt })
  if (on < work.today) throw new Refusal('invalid', 'reception.day_gone', { field: 'on', on })
  await requireFree(work, day, { on, startsAt, receiver })
  await scheduleStore(work.db).change(id, version, { on_date: on, starts_at: startsAt, ends_at: endsAt, place, post, receiver })
}

/** The head entrusts the day to somebody else, in writing; null takes it back. */
export async function nameSubstitute(work: Work, id: ScheduleDayId, { version, substitute }: NameSubstitute): Promise<void> {
  await getDay(work, id, 'substitute')
  await scheduleStore(work.db).change(id, version, {
    substitute_post: substitute?.post ?? null, substitute_name: substitute?.name ?? null, substitute_decision: substitute?.decision ?? null,
  })
}

/** The day falls and another takes its place, to be posted anew. */
export async function moveDay(work: Work, id: ScheduleDayId, { version, because, to, startsAt, endsAt }: MoveDay): Promise<ScheduleDayId> {
  const day = await getDay(work, id, 'move')
  requireHours({ startsAt, endsAt })
  if (to < work.today) throw new Refusal('invalid', 'reception.day_gone', { field: 'to', on: to })
  const store = scheduleStore(work.db)
  const next = newId<'reception-day'>()
  const { unitId, place, kind, post, receiver } = day
  if (to === day.on && startsAt === day.startsAt) throw new Refusal('invalid', 'reception.moved_nowhere', { field: 'to' })
  await store.add({ id: next, unitId, on: to, startsAt, endsAt, place, kind, post, receiver })
  await store.change(id, version, { cancelled_on: work.today, cancelled_because: because, moved_to_id: next })
  return next
}

export async function cancelDay(work: Work, id: ScheduleDayId, { version, because }: CancelDay): Promise<void> {
  await getDay(work, id, 'cancel')
  await scheduleStore(work.db).change(id, version, { cancelled_on: work.today, cancelled_because: because })
}

/** Puts up every day of the month that is not up yet; says how many were late by the law. */
export async function postDays(work: Work, { unitId, month, postedOn }: PostDays): Promise<{ posted: number; late: number }> {
  await requireMaySchedule(work, unitId)
  if (postedOn > work.today) throw new Refusal('invalid', 'reception.posted_in_the_future', { field: 'postedOn' })
  const terms = await loadTerms(work)
  const posted = await scheduleStore(work.db).post(unitId, monthOfDay(month), postedOn)
  if (posted.length === 0) throw new Refusal('conflict', 'reception.nothing_to_post')
  const late = posted.filter(({ on, kind }) => {
    const due = kind === 'leader-extraordinary' ? null : terms.deadlineFrom('schedule-posted', on)?.due ?? null
    return due !== null && postedOn > due
  })
  return { posted: posted.length, late: late.length }
}

async function requireMaySchedule(work: Work, unitId: UnitId): Promise<void> {
  if (!may(work.actor, 'reception.schedule', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const directory = await loadDirectory(work.db)
  if (!maySchedule(work, directory, unitId)) throw new Refusal('conflict', 'reception.unit_ended', { unit: directory.nameOn(unitId, work.today) ?? '' })
}

async function getDay(work: Work, id: ScheduleDayId, action: DayAction): Promise<DayRow> {
  const day = await scheduleStore(work.db).find(id)
  if (day === undefined || !mayReadSchedule(work.actor, day.unitId)) throw new Refusal('not_found', 'reception.no_such_day_set')
  await requireMaySchedule(work, day.unitId)
  if (!dayActions(day, { maySchedule: true, mayReceive: false, today: work.today }).includes(action)) throw new Refusal('conflict', 'reception.day_is_settled')
  return day
}

function requireHours({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): void {
  if (endsAt <= startsAt) throw new Refusal('invalid', 'reception.ends_before_it_starts', { field: 'endsAt' })
}

async function requireFree(work: Work, { id, unitId }: DayRow, at: Pick<DayRow, 'on' | 'startsAt' | 'receiver'>): Promise<void> {
  if (await scheduleStore(work.db).isTaken({ unitId, ...at }, id)) throw new Refusal('conflict', 'reception.day_taken', { on: at.on, at: at.startsAt, receiver: at.receiver })
}
