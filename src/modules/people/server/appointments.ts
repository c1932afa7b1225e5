import { may } from '#kernel/actor.ts'
import type { Id, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Appoint, Appointment } from '../contract.ts'
import { signatoryAmong, type Signatory } from '../domain/signatory.ts'
import { appointmentStore } from './appointment-store.ts'

/** Who holds the posts of the units on the day: head, leader in charge of dân vận, focal officer. */
export async function appointmentsOf(work: Work, unitIds: readonly UnitId[], on: PlainDate): Promise<Appointment[]> {
  return appointmentStore(work.db).listOn(unitIds, on)
}

/** Who signs for the unit on the day, and as what; null when no head is recorded. */
export async function signatoryOf(work: Work, unitId: UnitId, on: PlainDate): Promise<Signatory | null> {
  return signatoryAmong(await appointmentStore(work.db).listOn([unitId], on))
}

/**
 * Recorded by the unit's head or by those who consolidate above it. One person holds a post at a time: the former ends, and what
 * is recorded afterwards for an earlier time ends where the next begins. Only of leaders in charge there may be several.
 */
export async function appoint(work: Work, unitId: UnitId, appointment: Appoint): Promise<void> {
  await requireMayRecord(work, unitId)
  if (appointment.validUntil !== null && appointment.validUntil <= appointment.validFrom) {
    throw new Refusal('invalid', 'people.until_before_from', { field: 'validUntil' })
  }
  if (appointment.decisionOn > work.today) throw new Refusal('invalid', 'people.decision_to_come', { field: 'decisionOn' })
  const store = appointmentStore(work.db)
  if (appointment.post === 'leader-in-charge') return store.add(unitId, appointment)
  const former = (await store.listOn([unitId], appointment.validFrom)).filter(({ post }) => post === appointment.post)
  for (const { id } of former) await store.end(unitId, id, appointment.validFrom)
  const next = await store.nextFrom(unitId, appointment.post, appointment.validFrom)
  const { validUntil } = appointment
  await store.add(unitId, { ...appointment, validUntil: next !== null && (validUntil === null || next < validUntil) ? next : validUntil })
}

export async function endAppointment(work: Work, unitId: UnitId, id: Id<'appointment'>): Promise<void> {
  await requireMayRecord(work, unitId)
  if (!(await appointmentStore(work.db).end(unitId, id, work.today))) throw new Refusal('not_found', 'people.no_such_appointment')
}

async function requireMayRecord(work: Work, unitId: UnitId): Promise<void> {
  if (!may(work.actor, 'people.record-appointments', unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const directory = await loadDirectory(work.db)
  if (directory.unitOn(unitId, work.today) === undefined) throw new Refusal('conflict', 'people.unit_ended', { unit: directory.nameOn(unitId, work.today) ?? '' })
}
