import { DUE_SOON_WORKING_DAYS, newsOf, type DueNews } from '#kernel/due-news.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { addWorkingDays, workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { holdersOf, notify } from '#modules/people/server/index.ts'
import { whoHears, type Hearers } from '../domain/reminding.ts'
import { reminderStore, type CaseToRemind } from './reminder-store.ts'
import { dueStepName } from './run-clocks.ts'

interface Heard { readonly accountId: AccountId; readonly news: DueNews | 'unit_overdue'; readonly unitId: UnitId; readonly theCase: CaseToRemind }

const TAB_OF = { due_soon: 'due-soon', due_now: 'due-soon', overdue: 'overdue', unit_overdue: 'overdue' } as const

/** Every morning: who handles a case hears that its term is near, today, over; the heads hear what has become overdue. Nothing twice. */
export async function remind(work: Work): Promise<void> {
  const store = reminderStore(work.db)
  const due = await store.listToSay(work.today, addWorkingDays(work.today, DUE_SOON_WORKING_DAYS, work.calendar))
  if (due.length === 0) return
  const directory = await loadDirectory(work.db)
  const hearers = await loadHearers(work)
  const heard = due.flatMap((theCase): Heard[] => {
    const unitId = currentHolder(directory, theCase.unitId, work.today)
    if (unitId === undefined) return []
    const news = newsOf(theCase.dueOn, work.today)
    const { own, heads } = whoHears({ ...theCase, unitId }, news, hearers)
    return [...own.map((accountId) => ({ accountId, news, unitId, theCase })), ...heads.map((accountId) => ({ accountId, news: 'unit_overdue' as const, unitId, theCase }))]
  })
  for (const group of Map.groupBy(heard, ({ accountId, news, unitId }) => `${accountId} ${news} ${unitId}`).values()) await tell(work, group, (unitId) => directory.nameOn(unitId, work.today) ?? '')
  await store.noteSaid(due, work.today)
}

async function loadHearers(work: Work): Promise<Hearers> {
  const [deciding, sorting, handling] = [await holdersOf(work, 'petitions.decide'), await holdersOf(work, 'petitions.triage'), await holdersOf(work, 'petitions.handle-denunciations')]
  return {
    deciding: (unitId) => deciding.get(unitId) ?? [], sorting: (unitId) => sorting.get(unitId) ?? [],
    handlesDenunciations: (unitId, account) => handling.get(unitId)?.includes(account) ?? false,
  }
}

/** One case by its number, several in one sentence; never what they are about. */
async function tell(work: Work, group: readonly Heard[], nameOf: (unitId: UnitId) => string): Promise<void> {
  const [first, another] = group
  if (first === undefined) return
  const { accountId, news, unitId, theCase: { id, number, year, dueStep, dueOn } } = first
  const step = dueStepName(await loadRules(work), dueStep) ?? ''
  const saying = another === undefined
    ? { subject: `petitions.notice_${news}`, link: `/don-thu/${id}`, details: { number, year, step, unit: nameOf(unitId), days: Math.abs(workingDaysBetween(work.today, dueOn, work.calendar)) } }
    : { subject: `petitions.notice_${news}_many`, link: `/don-thu?tab=${TAB_OF[news]}&unitId=${unitId}`, details: { count: group.length, unit: nameOf(unitId) } }
  await notify(work, { to: [accountId], ...saying, dedupeKey: `petitions ${news} ${unitId} ${work.today}` })
}
