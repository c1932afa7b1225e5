import { unitsWhere } from '#kernel/actor.ts'
import { DUE_SOON_WORKING_DAYS } from '#kernel/due-news.ts'
import type { UnitId } from '#kernel/ids.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { addWorkingDays } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules, type Rules } from '#modules/deadlines/server/index.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { readableBy, type Readable } from '../domain/access.ts'
import { actsVi } from '../phrases/acts.vi.ts'
import { petitionTaskStore } from './petition-task-store.ts'
import { dueStepName } from './run-clocks.ts'

/** As "Việc của tôi" takes it (plans knows nothing of this module, nor this module of plans). */
interface PetitionTask {
  readonly kind: 'sort-petition' | 'sign-petition' | 'mend-petition' | 'handle-petition'
  readonly title: string
  readonly because: string
  readonly unitName: string | null
  readonly dueOn: PlainDate | null
  readonly link: string
}

const MOST_SHOWN = 50

/** What petitions add to "Việc của tôi": to sort, to sign, to mend, and what was given to me and is due soon or overdue. */
export async function petitionTasks(work: Work): Promise<PetitionTask[]> {
  const readable = readableBy(work.actor)
  if (readable.units.size === 0) return []
  const [directory, rules] = [await loadDirectory(work.db), await loadRules(work)]
  return [...await sortingTasks(work, readable, directory), ...await papersToSign(work, readable, directory), ...await ownTasks(work, readable, { directory, rules })]
}

async function sortingTasks(work: Work, readable: Readable, directory: Directory): Promise<PetitionTask[]> {
  const sorting = narrowed(readable, unitsWhere(work.actor, 'petitions.triage'))
  if (sorting.units.size === 0) return []
  return (await petitionTaskStore(work.db).listToSort(sorting)).map(({ unitId, count, nearestDue }) => ({
    kind: 'sort-petition', title: `${count} đơn chờ phân loại`, because: nearestDue === null ? '' : `Hạn gần nhất ${formatDate(nearestDue)}`, unitName: nameOf(work, directory, unitId), dueOn: nearestDue,
    link: `/don-thu?tab=to-sort&unitId=${unitId}`,
  }))
}

async function papersToSign(work: Work, readable: Readable, directory: Directory): Promise<PetitionTask[]> {
  const deciding = narrowed(readable, unitsWhere(work.actor, 'petitions.decide'))
  if (deciding.units.size === 0) return []
  return (await petitionTaskStore(work.db).listToSign(deciding, MOST_SHOWN)).map(({ id, number, year, title, action, unitId, dueOn }) => ({
    kind: 'sign-petition', title: `${actsVi[`petitions.act.${action}`]}: đơn số ${number}/${year}`, because: title, unitName: nameOf(work, directory, unitId), dueOn, link: `/don-thu/${id}`,
  }))
}

async function ownTasks(work: Work, readable: Readable, { directory, rules }: { readonly directory: Directory; readonly rules: Rules }): Promise<PetitionTask[]> {
  const store = petitionTaskStore(work.db)
  const dueBy = addWorkingDays(work.today, DUE_SOON_WORKING_DAYS, work.calendar)
  const returned = await store.listReturned(readable, work.actor.id, MOST_SHOWN)
  const mine = await store.listMine(readable, work.actor.id, { dueBy, limit: MOST_SHOWN })
  return [
    ...returned.map(({ id, number, year, action, returnedBecause, unitId, dueOn }): PetitionTask => ({
      kind: 'mend-petition', title: `${actsVi[`petitions.act.${action}`]}: đơn số ${number}/${year}`, because: returnedBecause ?? '', unitName: nameOf(work, directory, unitId), dueOn, link: `/don-thu/${id}`,
    })),
    ...mine.map(({ id, number, year, title, unitId, dueStep, dueOn }): PetitionTask => ({
      kind: 'handle-petition', title: `Đơn số ${number}/${year}: ${title}`, because: dueStepName(rules, dueStep) ?? '', unitName: nameOf(work, directory, unitId), dueOn, link: `/don-thu/${id}`,
    })),
  ]
}

function narrowed(readable: Readable, to: ReadonlySet<UnitId>): Readable {
  const within = (units: ReadonlySet<UnitId>) => new Set([...units].filter((unit) => to.has(unit)))
  return { units: within(readable.units), denunciationUnits: within(readable.denunciationUnits) }
}

function nameOf(work: Work, directory: Directory, unitId: UnitId): string {
  return directory.nameOn(unitId, work.today) ?? ''
}
