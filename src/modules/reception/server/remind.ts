import { DUE_SOON_WORKING_DAYS, newsOf, type DueNews } from '#kernel/due-news.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { addWorkingDays } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { holdersOf, notify } from '#modules/people/server/index.ts'
import { owedStore } from './owed-store.ts'
import { loadTerms } from './terms.ts'

interface Heard { readonly accountId: AccountId; readonly unitId: UnitId; readonly news: DueNews }

/** Every morning: who receives citizens for a unit hears that answers are near, due today, over; its heads hear what is overdue. Nothing twice. */
export async function remind(work: Work): Promise<void> {
  const [terms, store] = [await loadTerms(work), owedStore(work.db)]
  const near = addWorkingDays(work.today, DUE_SOON_WORKING_DAYS, work.calendar)
  const owed = await store.listToSay({ reply: terms.lastStartDueBy('reply', near), 'refusal-notice': terms.lastStartDueBy('refusal-notice', near) })
  const said = owed.flatMap((visit) => {
    const due = terms.deadlineFrom(visit.step, visit.on)?.due ?? null
    return due === null ? [] : [{ ...visit, news: newsOf(due, work.today) }]
  })
  if (said.length === 0) return
  const isNew = await store.noteSaid(said, work.today)
  const [hearersOf, directory] = [await loadHearers(work), await loadDirectory(work.db)]
  const heard = said.filter(({ id }) => isNew.has(id)).flatMap(({ unitId: writtenBy, news, hasDenunciation }): Heard[] => {
    const unitId = currentHolder(directory, writtenBy, work.today)
    return unitId === undefined ? [] : hearersOf(unitId, news, hasDenunciation).map((accountId) => ({ accountId, unitId, news }))
  })
  for (const group of Map.groupBy(heard, ({ accountId, unitId, news }) => `${accountId} ${unitId} ${news}`).values()) {
    const [first] = group
    if (first !== undefined) await tell(work, first, { count: group.length, unit: directory.nameOn(first.unitId, work.today) ?? '' })
  }
}

/** How many visits, never who came or why. */
async function tell(work: Work, { accountId, unitId, news }: Heard, details: { readonly count: number; readonly unit: string }): Promise<void> {
  await notify(work, { to: [accountId], subject: `reception.notice_${news}`, link: `/tiep-cong-dan/so?tab=to-answer&unitId=${unitId}`, details, dedupeKey: `reception ${news} ${unitId} ${work.today}` })
}

/** Who receives hears, the heads where nobody else does and of what is overdue; of a visit about a denunciation nobody but who handles them. */
async function loadHearers(work: Work): Promise<(unitId: UnitId, news: DueNews, isCovered: boolean) => AccountId[]> {
  const [receiving, deciding, handling] = [await holdersOf(work, 'reception.receive'), await holdersOf(work, 'petitions.decide'), await holdersOf(work, 'petitions.handle-denunciations')]
  return (unitId, news, isCovered) => {
    const mayHear = (account: AccountId) => !isCovered || (handling.get(unitId)?.includes(account) ?? false)
    const heads = (deciding.get(unitId) ?? []).filter(mayHear)
    const own = (receiving.get(unitId) ?? []).filter((account) => mayHear(account) && !heads.includes(account))
    return news === 'overdue' || own.length === 0 ? [...own, ...heads] : own
  }
}
