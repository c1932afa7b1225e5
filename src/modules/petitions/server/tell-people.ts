import type { Permission } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { accountsWho, notify } from '#modules/people/server/index.ts'
import type { CaseRow } from './case-store.ts'

/** What an officer hears of; the sentence names the register number and nothing of the content. */
export const CASE_NEWS = ['received', 'assigned', 'to_sign', 'given_back', 'signed', 'transferred_in', 'appealed', 'urged', 'answered', 'reopened'] as const
export type CaseNews = (typeof CASE_NEWS)[number]

/** One officer hears of it; not who did it. */
export async function tellOfficer(work: Work, { id, number, year }: Pick<CaseRow, 'id' | 'number' | 'year'>, news: CaseNews, officer: AccountId): Promise<void> {
  await tell(work, { id, number, year }, news, [officer])
}

/** Everybody hears who holds the right over the unit, of a denunciation only those who handle them. */
export async function tellUnit(work: Work, { id, number, year, unitId, kind }: Pick<CaseRow, 'id' | 'number' | 'year' | 'unitId' | 'kind'>, news: CaseNews, right: Permission): Promise<void> {
  const holders = (await accountsWho(work, right, unitId)).map((account) => account.id)
  const handlers = kind === 'denunciation' ? new Set((await accountsWho(work, 'petitions.handle-denunciations', unitId)).map((account) => account.id)) : null
  await tell(work, { id, number, year }, news, handlers === null ? holders : holders.filter((holder) => handlers.has(holder)))
}

async function tell(work: Work, { id, number, year }: Pick<CaseRow, 'id' | 'number' | 'year'>, news: CaseNews, to: readonly AccountId[]): Promise<void> {
  await notify(work, {
    to: to.filter((account) => account !== work.actor.id), subject: `petitions.notice_${news}`, details: { number, year }, link: `/don-thu/${id}`, dedupeKey: `case ${id} ${news} ${work.now}`,
  })
}
