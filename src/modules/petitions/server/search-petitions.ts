import { formatDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { ListCases } from '../contract.ts'
import { readableBy } from '../domain/access.ts'
import { caseWordsVi } from '../phrases/case-words.vi.ts'
import { caseListStore } from './case-list-store.ts'
import { filterOf, linesOf } from './list-cases.ts'

/** For the desk's search: cases the actor may read, by words, names, register number, receipt code. */
export async function searchPetitions(work: Work, text: string, limit: number): Promise<{ kind: 'petition'; id: string; title: string; subtitle: string; link: string }[]> {
  if (readableBy(work.actor).units.size === 0) return []
  const filter = await filterOf(work, ListCases.parse({ tab: 'all', q: text.slice(0, 200) }))
  if (filter.search.by === 'nothing') return []
  const lines = await linesOf(work, await caseListStore(work.db).page(filter, { limit, offset: 0 }))
  return lines.map(({ id, number, year, title, kind, state, unitName, dueOn }) => ({
    kind: 'petition' as const, id, title: `${number}/${year} — ${title}`, link: `/don-thu/${id}`,
    subtitle: [caseWordsVi[`petitions.kind.${kind}`], unitName, caseWordsVi[`petitions.state.${state}`], dueOn === null ? '' : `hạn ${formatDate(dueOn)}`].filter(Boolean).join(' · '),
  }))
}
