import type { DueNews } from '#kernel/due-news.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { CaseKind } from './case.ts'

export interface DueCase { readonly unitId: UnitId; readonly kind: CaseKind; readonly assigneeId: AccountId | null; readonly dueOn: PlainDate }

export interface Hearers {
  readonly deciding: (unitId: UnitId) => readonly AccountId[]
  readonly sorting: (unitId: UnitId) => readonly AccountId[]
  readonly handlesDenunciations: (unitId: UnitId, account: AccountId) => boolean
}

/**
 * Who hears: whoever it was given to; where that is nobody yet, who sorts the unit's petitions. Once it is overdue the heads hear as well.
 * Of a denunciation nobody hears but who handles them.
 */
export function whoHears({ unitId, kind, assigneeId }: DueCase, news: DueNews, { deciding, sorting, handlesDenunciations }: Hearers): { readonly own: readonly AccountId[]; readonly heads: readonly AccountId[] } {
  const may = (account: AccountId) => kind !== 'denunciation' || handlesDenunciations(unitId, account)
  const heads = deciding(unitId)
  const own = (assigneeId === null ? sorting(unitId).filter((account) => !heads.includes(account)) : [assigneeId]).filter(may)
  return { own, heads: news === 'overdue' ? heads.filter((account) => may(account) && !own.includes(account)) : [] }
}
