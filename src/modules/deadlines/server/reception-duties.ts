import { newId } from '#platform/server/uuid.ts'
import type { Work } from '#platform/server/work.ts'
import { requireWholeProvince } from '#modules/people/server/index.ts'
import type { DutyList, DutyWords } from '../contract.ts'
import { addingDuty, correctingDuty, RECEPTION_CLASSES, type ReceptionDuty } from '../domain/reception-duty.ts'
import { receptionDutyStore } from './reception-duty-store.ts'

/** How often heads receive citizens, class by class, each through time. */
export async function listDuties({ db }: Work): Promise<DutyList> {
  const store = receptionDutyStore(db)
  const ofOffice = await store.listOfOffice()
  const place = ({ unitClass }: ReceptionDuty) => RECEPTION_CLASSES.indexOf(unitClass)
  return { duties: (await store.list()).toSorted((one, other) => place(one) - place(other)).map((duty) => ({ ...duty, isOfOffice: ofOffice.has(duty.id) })) }
}

/** A new row from a day on; the one before ends. What lacks is worked out when it is shown: nothing has to be counted anew. */
export async function addDuty(work: Work, words: DutyWords): Promise<string> {
  const id = newId<'reception-duty'>()
  await change(work, (duties) => addingDuty(duties, words, id))
  return id
}

export async function correctDuty(work: Work, id: string, words: DutyWords): Promise<void> {
  await change(work, (duties) => correctingDuty(duties, id, words, work.today))
}

async function change(work: Work, changing: (duties: readonly ReceptionDuty[]) => readonly ReceptionDuty[]): Promise<void> {
  await requireWholeProvince(work, 'deadlines.manage')
  const store = receptionDutyStore(work.db)
  await store.lock()
  await store.put(changing(await store.list()), work.actor.name)
}
