import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { IssueConclusion, SaveSession, SessionRecord } from '../contract.ts'
import { mayReadSchedule, sightOf } from '../domain/access.ts'
import { dayActions } from '../domain/schedule-day.ts'
import type { ScheduleDayId } from '../domain/visit.ts'
import { substituteOf } from './read-schedule.ts'
import { scheduleStore, type DayRow } from './schedule-store.ts'
import { sessionStore, type OpenedSession } from './session-store.ts'
import { loadVisits, namesOf } from './shown-visits.ts'
import { visitStore } from './visit-store.ts'

/** A head's day: who came, what was concluded. Before it took place, as it will be. */
export async function readSession(work: Work, dayId: ScheduleDayId): Promise<SessionRecord> {
  const day = await getLeadersDay(work, dayId)
  const session = await sessionStore(work.db).find(dayId)
  const directory = await loadDirectory(work.db)
  const held = session ?? { ...openedAs(day), attendees: '', nobodyCame: false, conclusion: '', number: null, issuedOn: null, version: 0 }
  const mayHold = may(work.actor, 'reception.receive', day.unitId)
  const mayReadRegister = may(work.actor, 'reception.read', day.unitId)
  return {
    ...held, dayId, unitName: directory.nameOn(day.unitId, day.on) ?? '', startsAt: day.startsAt, endsAt: day.endsAt, place: day.place, post: day.post, receiver: day.receiver,
    substitute: substituteOf(day), kind: day.kind, held: session !== undefined, visits: mayReadRegister ? await visitsOf(work, dayId) : [],
    conclusion: mayReadRegister ? held.conclusion : '', mayHold: mayHold && held.number === null && dayActions(day, { maySchedule: false, mayReceive: mayHold, today: work.today }).includes('hold'),
    mayPrint: mayReadRegister && session !== undefined,
  }
}

/** Writes down that the head received, whether anybody came, and what was concluded on each visit. */
export async function saveSession(work: Work, dayId: ScheduleDayId, { version, visits, ...session }: SaveSession): Promise<void> {
  const day = await getDayToHold(work, dayId)
  const came = await visitStore(work.db).listOfDay(dayId)
  if (session.nobodyCame && came.some(({ refusalGround }) => refusalGround === null)) throw new Refusal('invalid', 'reception.somebody_came', { field: 'nobodyCame' })
  const store = sessionStore(work.db)
  const before = await store.find(dayId)
  if (typeof before?.number === 'string') throw new Refusal('conflict', 'reception.conclusion_is_out')
  if (before === undefined) await store.open({ ...openedAs(day), heldBy: session.heldBy, chairName: session.chairName, chairPost: session.chairPost })
  await store.save(dayId, before === undefined ? 1 : version, session)
  const open = new Set(came.filter((visit) => sightOf(work.actor, visit) === 'whole').map(({ id }) => id))
  for (const { id, conclusion, body, dueOn } of visits) {
    if (!open.has(id)) throw new Refusal('not_found', 'reception.no_such_visit')
    await visitStore(work.db).conclude(id, dayId, { conclusion, conclusion_body: body, conclusion_due_on: dueOn })
  }
}

/** The Thông báo kết luận goes out with its number: nothing of it changes afterwards (Nghị định 154/2026/NĐ-CP, Điều 25). */
export async function issueConclusion(work: Work, dayId: ScheduleDayId, { version, number, issuedOn }: IssueConclusion): Promise<void> {
  const day = await getDayToHold(work, dayId)
  const session = await sessionStore(work.db).find(dayId)
  if (session === undefined) throw new Refusal('conflict', 'reception.not_held')
  if (issuedOn > work.today) throw new Refusal('invalid', 'reception.day_to_come', { field: 'issuedOn' })
  if (issuedOn < day.on) throw new Refusal('invalid', 'reception.before_the_day', { field: 'issuedOn' })
  const came = await visitStore(work.db).listOfDay(dayId)
  if (session.conclusion.trim() === '' && came.every(({ conclusion }) => conclusion === null)) throw new Refusal('invalid', 'reception.nothing_concluded', { field: 'conclusion' })
  await sessionStore(work.db).issue(dayId, version, number, issuedOn)
}

export async function getLeadersDay(work: Work, dayId: ScheduleDayId): Promise<DayRow> {
  const day = await scheduleStore(work.db).find(dayId)
  if (day === undefined || !mayReadSchedule(work.actor, day.unitId)) throw new Refusal('not_found', 'reception.no_such_day_set')
  if (day.kind === 'regular') throw new Refusal('conflict', 'reception.no_leaders_day')
  return day
}

async function getDayToHold(work: Work, dayId: ScheduleDayId): Promise<DayRow> {
  const day = await getLeadersDay(work, dayId)
  if (!may(work.actor, 'reception.receive', day.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (!dayActions(day, { maySchedule: false, mayReceive: true, today: work.today }).includes('hold')) throw new Refusal('conflict', 'reception.day_is_settled')
  return day
}

/** By the head himself, unless the day was entrusted to somebody. */
function openedAs(day: DayRow): OpenedSession {
  const substitute = substituteOf(day)
  const { id: dayId, unitId, on } = day
  if (substitute === null) return { dayId, unitId, on, heldBy: 'head', chairPost: day.post, chairName: day.receiver }
  return { dayId, unitId, on, heldBy: 'authorised', chairPost: substitute.post, chairName: substitute.name }
}

async function visitsOf(work: Work, dayId: ScheduleDayId): Promise<SessionRecord['visits']> {
  const came = (await visitStore(work.db).listOfDay(dayId)).filter(({ refusalGround }) => refusalGround === null)
  return (await loadVisits(work, came.map(({ id }) => id))).map(({ visit, visitors, matters }) => {
    const { id, number, peopleCount } = visit
    if (sightOf(work.actor, visit) !== 'whole') return { id, number, peopleCount, isCovered: true, who: null, content: null, conclusion: null, body: null, dueOn: null }
    return {
      id, number, peopleCount, isCovered: false, who: namesOf(visitors), content: matters.map(({ content }) => content).join('\n'),
      conclusion: visit.conclusion, body: visit.conclusionBody, dueOn: visit.conclusionDueOn,
    }
  })
}
