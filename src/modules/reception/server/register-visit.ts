import { may } from '#kernel/actor.ts'
import { yearOf } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { keptAmong } from '#modules/petitions/server/index.ts'
import type { RegisteredVisit, RegisterVisit } from '../contract-visits.ts'
import { mayReceive } from '../domain/access.ts'
import { registrationFaults } from '../domain/registration.ts'
import { receivedByOf } from '../domain/schedule-day.ts'
import type { VisitId } from '../domain/visit.ts'
import { takeUpMatters, type TakenUp } from './cases-of-visits.ts'
import { sealedIdentity } from './identity.ts'
import { identified, type IdentifiedVisitor } from './known-visitors.ts'
import { scheduleStore, type DayRow } from './schedule-store.ts'
import { sessionStore } from './session-store.ts'
import { visitPartStore } from './visit-part-store.ts'
import { visitStore } from './visit-store.ts'

/** Writes a visit into the register; what is taken in becomes a case in the same moment, or nothing happens at all. */
export async function registerVisit(work: Work, visit: RegisterVisit): Promise<RegisteredVisit> {
  await requireMayReceive(work, visit)
  const store = visitStore(work.db)
  const year = yearOf(visit.on)
  const last = await store.lockRegister(visit.unitId, year)
  const before = await store.findOnce(visit.once)
  if (before !== undefined) return writtenBefore(work, before)
  const [fault] = registrationFaults(visit, work.today)
  if (fault !== undefined) throw new Refusal('invalid', fault.code, { field: fault.field, ...fault.details })
  const day = await dayOf(work, visit)
  const visitors = await identified(work, visit.unitId, visit.visitors)
  const taken = await takeUpMatters(work, visit, visitors)
  const id = newId<'reception-visit'>()
  await store.add({
    id, unit_id: visit.unitId, on_date: visit.on, year, number: last + 1, day_id: day?.id ?? null, received_by: receivedByOf(day), receiver: visit.receiver, receiver_post: visit.receiverPost,
    people_count: visit.peopleCount, has_denunciation: visit.matters.some(({ kind }) => kind === 'denunciation'), refusal_ground: visit.refusal?.ground ?? null,
    refusal_because: visit.refusal?.because ?? null, note: visit.note, said: saidIn(visitors, visit.matters), once: visit.once, kept_with_case: (await keptAmong(work, taken.flatMap(({ caseId }) => caseId ?? []))).size > 0, recorded_by: work.actor.id, recorded_name: work.actor.name,
  })
  await addParts(work, id, visit, visitors, taken)
  if (day !== null && day.kind !== 'regular' && visit.refusal === null) await sessionStore(work.db).open(sessionOf(day, visit))
  return { id, number: last + 1, year, cases: taken.flatMap(({ registered }) => (registered === null ? [] : [registered])) }
}

/** What the register is searched by. */
export function saidIn(visitors: readonly { readonly name: string }[], matters: readonly { readonly content: string }[]): string {
  return [...visitors.map(({ name }) => name), ...matters.map(({ content }) => content)].join('\n')
}

async function requireMayReceive({ actor, today, db }: Work, { unitId, on, matters }: RegisterVisit): Promise<void> {
  if (!may(actor, 'reception.receive', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (matters.some(({ kind }) => !mayReceive(actor, unitId, kind))) throw new Refusal('forbidden', 'reception.denunciation_needs_handler')
  const directory = await loadDirectory(db)
  if (directory.unitOn(unitId, on > today ? today : on) === undefined) throw new Refusal('invalid', 'reception.unit_was_not', { field: 'on', unit: directory.nameOn(unitId, today) ?? '' })
}

/** The same form sent once more; somebody else's is not told. */
async function writtenBefore(work: Work, { id, year, number, recordedBy }: { id: VisitId; year: number; number: number; recordedBy: string }): Promise<RegisteredVisit> {
  if (recordedBy !== work.actor.id) throw new Refusal('conflict', 'reception.written_already')
  return { id, year, number, cases: [] }
}

async function dayOf({ db }: Work, { unitId, on, dayId }: RegisterVisit): Promise<DayRow | null> {
  if (dayId === null) return null
  const day = await scheduleStore(db).find(dayId)
  if (day?.unitId !== unitId || day.on !== on || day.cancelledOn !== null) throw new Refusal('invalid', 'reception.no_such_day_set', { field: 'dayId' })
  return day
}

async function addParts(work: Work, visitId: VisitId, { unitId, matters }: RegisterVisit, visitors: readonly IdentifiedVisitor[], taken: readonly TakenUp[]): Promise<void> {
  const parts = visitPartStore(work.db)
  await parts.addVisitors(visitors.map(({ role, name, address, phone, identity }, position) => ({
    id: newId<'reception-visitor'>(), visit_id: visitId, unit_id: unitId, role, position, name, address, phone, ...sealedIdentity(work, identity),
  })))
  await parts.addMatters(matters.map((matter, position) => ({
    id: newId<'reception-matter'>(), visit_id: visitId, position, kind: matter.kind, topic_code: matter.topicCode, content: matter.content, is_repeat: matter.isRepeat, prior_body: matter.priorBody,
    is_competent: matter.isCompetent, handling: matter.handling, guidance: matter.guidance, handled_by: matter.handledBy, result: null,
    case_id: taken[position]?.caseId ?? null, case_name: taken[position]?.caseName ?? null, case_code: taken[position]?.registered?.code ?? null,
  })))
}

function sessionOf(day: DayRow, { receiver, receiverPost }: RegisterVisit) {
  const heldBy = day.substituteName === null ? 'head' as const : 'authorised' as const
  return { dayId: day.id, unitId: day.unitId, on: day.on, heldBy, chairName: receiver, chairPost: receiverPost ?? (heldBy === 'head' ? day.post : day.substitutePost ?? day.post) }
}
