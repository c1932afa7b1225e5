import { may } from '#kernel/actor.ts'
import { yearOf, type PlainDate } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { newId } from '#platform/server/uuid.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { signatoryOf } from '#modules/people/server/index.ts'
import type { Today } from '../contract-visits.ts'
import { mayReceive, registersOf } from '../domain/access.ts'
import { MATTER_KINDS, type ScheduleDayId } from '../domain/visit.ts'
import { shownDays } from './read-schedule.ts'
import { registerStore } from './register-store.ts'
import { scheduleStore } from './schedule-store.ts'
import { visitLines } from './shown-visits.ts'
import { visitStore } from './visit-store.ts'

const MOST = 200

/** The officer's desk on a day: whose day it is, and who was received so far. */
export async function readToday(work: Work, { unitId, on }: { readonly unitId: UnitId; readonly on: PlainDate }): Promise<Today> {
  const directory = await loadDirectory(work.db)
  const unitName = directory.nameOn(unitId, on)
  if (unitName === undefined || !may(work.actor, 'reception.read', unitId)) throw new Refusal('not_found', 'reception.no_such_unit')
  const readable = registersOf(work.actor)
  const ids = await registerStore(work.db).list({
    readable: { units: new Set([unitId]), denunciationUnits: readable.denunciationUnits }, text: '', kind: undefined, receivedBy: undefined, from: on, to: on, only: 'all',
    lateUntil: { reply: null, refusalNotice: null },
  }, { limit: MOST, offset: 0 })
  const days = await scheduleStore(work.db).list(unitId, { from: on, to: on })
  return {
    unitId, unitName, on, days: (await shownDays(work, days)).filter(({ cancelledOn }) => cancelledOn === null), visits: await visitLines(work, ids),
    nextNumber: (await visitStore(work.db).lastNumber(unitId, yearOf(on))) + 1, kinds: MATTER_KINDS.filter((kind) => mayReceive(work.actor, unitId, kind)),
    mayReceive: may(work.actor, 'reception.receive', unitId) && directory.unitOn(unitId, work.today) !== undefined,
  }
}

/** The head receives out of turn: a day that nobody set beforehand (Luật Tiếp công dân 42/2013/QH13, Điều 18 khoản 3). */
export async function openExtraordinaryDay(work: Work, { unitId, on }: { readonly unitId: UnitId; readonly on: PlainDate }): Promise<ScheduleDayId> {
  if (!may(work.actor, 'reception.receive', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (on > work.today) throw new Refusal('invalid', 'reception.day_to_come', { field: 'on' })
  const head = await signatoryOf(work, unitId, on) ?? { position: 'Thủ trưởng đơn vị', name: 'Thủ trưởng đơn vị' }
  const id = newId<'reception-day'>()
  const before = (await scheduleStore(work.db).list(unitId, { from: on, to: on })).at(-1)
  await scheduleStore(work.db).add({ id, unitId, on, startsAt: '07:30', endsAt: '17:00', place: before?.place ?? 'Nơi tiếp công dân của đơn vị', kind: 'leader-extraordinary', post: head.position, receiver: head.name })
  return id
}
