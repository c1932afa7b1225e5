import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CorrectVisit, SignNotice, TellResult } from '../contract-visits.ts'
import { tidyPerson } from '../domain/person.ts'
import { correctionFaults } from '../domain/registration.ts'
import type { VisitId } from '../domain/visit.ts'
import { getVisitToChange } from './read-visit.ts'
import { saidIn } from './register-visit.ts'
import { visitPartStore } from './visit-part-store.ts'
import { visitStore } from './visit-store.ts'

/** What was written down wrong is put right; what became of it (cases, kinds, who received) stays. */
export async function correctVisit(work: Work, id: VisitId, { version, peopleCount, note, visitors, matters }: CorrectVisit): Promise<void> {
  const { visitors: named, matters: before } = await getVisitToChange(work, id)
  if (named.length !== visitors.length || before.length !== matters.length) throw new Refusal('invalid', 'reception.correction_leaves_out')
  const [fault] = correctionFaults({ peopleCount, visitors, matters: matters.map((matter) => ({ ...matter, handling: before.find((each) => each.id === matter.id)?.handling ?? 'explained' })) }, work.today)
  if (fault !== undefined) throw new Refusal('invalid', fault.code, { field: fault.field, ...fault.details })
  const parts = visitPartStore(work.db)
  await visitStore(work.db).change(id, version, { people_count: peopleCount, note, said: saidIn(visitors, matters) })
  for (const { id: visitorId, ...visitor } of visitors) if (!(await parts.changeVisitor(id, visitorId, tidyPerson(visitor)))) throw new Refusal('conflict', 'reception.changed_meanwhile')
  for (const { id: matterId, ...matter } of matters) if (!(await parts.changeMatter(id, matterId, matter))) throw new Refusal('conflict', 'reception.changed_meanwhile')
}

/** The citizen was told what becomes of what was taken in: the term of the answer ends with it. */
export async function tellResult(work: Work, id: VisitId, { version, toldOn, how }: TellResult): Promise<void> {
  const { visit } = await getVisitToChange(work, id)
  requireDay(work, visit.on, toldOn, 'toldOn')
  if (visit.toldOn !== null) throw new Refusal('conflict', 'reception.told_already')
  await visitStore(work.db).change(id, version, { told_on: toldOn, told_how: how })
}

/** The written refusal with its number, once the head has signed it. */
export async function signNotice(work: Work, id: VisitId, { version, number, signedOn }: SignNotice): Promise<void> {
  const { visit } = await getVisitToChange(work, id)
  if (visit.refusalGround === null) throw new Refusal('conflict', 'reception.not_refused')
  requireDay(work, visit.on, signedOn, 'signedOn')
  if (visit.noticeSignedOn !== null) throw new Refusal('conflict', 'reception.notice_signed_already')
  await visitStore(work.db).change(id, version, { notice_number: number, notice_signed_on: signedOn })
}

function requireDay({ today }: Work, earliest: string, day: string, field: string): void {
  if (day > today) throw new Refusal('invalid', 'reception.day_to_come', { field })
  if (day < earliest) throw new Refusal('invalid', 'reception.before_the_visit', { field })
}
