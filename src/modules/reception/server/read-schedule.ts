import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { appointmentsOf } from '#modules/people/server/index.ts'
import type { Schedule, ScheduleDay, ScheduleQuery, Standing as ShownStanding } from '../contract.ts'
import { mayReadSchedule } from '../domain/access.ts'
import { enoughDays, monthOfDay, weeksOf, type LeaderDay, type Standing } from '../domain/enough-days.ts'
import { dayActions, dayDoubt, postingState } from '../domain/schedule-day.ts'
import { loadDuties, type Duties } from './duties.ts'
import { scheduleStore, type DayRow } from './schedule-store.ts'
import { loadTerms, whyOf, type Terms } from './terms.ts'
import { visitStore } from './visit-store.ts'

/** A unit's month: its days, what the law asks, and what lacks. */
export async function readSchedule(work: Work, { unitId, month }: ScheduleQuery): Promise<Schedule> {
  const directory = await loadDirectory(work.db)
  const unitName = directory.nameOn(unitId, monthOfDay(month).to)
  if (unitName === undefined || !mayReadSchedule(work.actor, unitId)) throw new Refusal('not_found', 'reception.no_such_unit')
  const rows = await scheduleStore(work.db).list(unitId, stretchOf(month))
  const days = await shownDays(work, rows)
  const { from, to } = monthOfDay(month)
  return {
    unitId, unitName, month, days: days.filter(({ on }) => on >= from && on <= to),
    standings: standingsOf(await loadDuties(work, directory, month), unitId, month, rows.filter(({ kind }) => kind === 'leader-regular').map(asLeaderDay), work).map(shownStanding),
    toPost: days.filter(({ on, posting }) => on >= from && on <= to && (posting === 'to-post' || posting === 'overdue')).length, maySchedule: maySchedule(work, directory, unitId),
    leaders: (await appointmentsOf(work, [unitId], work.today)).filter(({ post }) => post !== 'focal-officer').map(({ position, name }) => ({ post: position, name })),
  }
}

/** Whole weeks, so that each week of the month is counted by all its days. */
export function stretchOf(month: PlainDate): { from: PlainDate; to: PlainDate } {
  const { from, to } = monthOfDay(month)
  return { from: addDays(from, -6), to: weeksOf(month).at(-1)?.to ?? to }
}

/** A unit that has ended plans no more days. */
export function maySchedule(work: Work, directory: Directory, unitId: UnitId): boolean {
  return may(work.actor, 'reception.schedule', unitId) && directory.unitOn(unitId, work.today) !== undefined
}

export async function shownDays(work: Work, rows: readonly DayRow[]): Promise<ScheduleDay[]> {
  const [terms, directory] = [await loadTerms(work), await loadDirectory(work.db)]
  const visits = await visitStore(work.db).countOfDays(rows.map(({ id }) => id))
  return rows.map((row) => shownDay(row, { work, terms, directory, visits: visits.get(row.id) ?? 0 }))
}

function shownDay(row: DayRow, { work, terms, directory, visits }: { work: Work; terms: Terms; directory: Directory; visits: number }): ScheduleDay {
  const deadline = row.kind === 'leader-extraordinary' ? null : terms.deadlineFrom('schedule-posted', row.on)
  const { id, kind, on, startsAt, endsAt, place, post, receiver, postedOn, cancelledOn, cancelledBecause, version } = row
  return {
    id, kind, on, startsAt, endsAt, place, post, receiver, postedOn, cancelledOn, cancelledBecause, version, visits, held: row.isHeld, substitute: substituteOf(row),
    posting: postingState(row, deadline?.due ?? null, work.today), postBy: deadline?.due ?? null, whyPostBy: deadline === null ? null : whyOf(deadline),
    movedTo: row.movedToId === null || row.movedToOn === null ? null : { id: row.movedToId, on: row.movedToOn },
    movedFrom: row.movedFromId === null || row.movedFromOn === null ? null : { id: row.movedFromId, on: row.movedFromOn },
    doubt: kind === 'leader-extraordinary' ? null : dayDoubt(on, work.calendar),
    actions: dayActions(row, { maySchedule: maySchedule(work, directory, row.unitId), mayReceive: may(work.actor, 'reception.receive', row.unitId), today: work.today }),
  }
}

export function substituteOf({ substitutePost, substituteName, substituteDecision }: DayRow): ScheduleDay['substitute'] {
  if (substitutePost === null || substituteName === null || substituteDecision === null) return null
  return { post: substitutePost, name: substituteName, decision: substituteDecision }
}

function asLeaderDay({ id, on, cancelledOn, movedToId, isHeld }: DayRow): LeaderDay {
  return { id, on, isCancelled: cancelledOn !== null, isReplaced: movedToId !== null, isHeld }
}

export function standingsOf({ dutyOf }: Duties, unitId: UnitId, month: PlainDate, days: readonly LeaderDay[], { calendar, today }: Pick<Work, 'calendar' | 'today'>): Standing[] {
  return enoughDays({ month, days, dutyOn: (date) => dutyOf(unitId, date), calendar, today })
}

function shownStanding({ duty, uncovered, ...standing }: Standing): ShownStanding {
  return { ...standing, uncovered: [...uncovered], per: duty.per, article: duty.article, certainty: duty.certainty, note: duty.note }
}
