import { unitsWhere } from '#kernel/actor.ts'
import { formatDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { findReports } from './report-search-store.ts'
import { STATE_WORDS } from './report-words.ts'

/** For the desk's search: reports of units the actor may read, by what the form, its period and the unit are called. */
export async function searchReports(work: Work, text: string, limit: number): Promise<{ kind: 'report'; id: string; title: string; subtitle: string; link: string }[]> {
  const directory = await loadDirectory(work.db)
  const units = [...unitsWhere(work.actor, 'reports.read')].map((id) => ({ id, name: directory.nameOn(id, work.today) ?? '' })).toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
  const words = text.replaceAll('\u0000', '').split(/\s+/).filter(Boolean)
  if (words.length === 0 || units.length === 0) return []
  return (await findReports(work.db, words, units, limit)).map(({ id, periodId, unitId, unitName, formTitle, periodName, state, dueOn }) => ({
    kind: 'report' as const, id, title: `${formTitle} — ${periodName}`, subtitle: `${unitName} · ${STATE_WORDS[state]} · hạn ${formatDate(dueOn)}`, link: `/bao-cao/${periodId}/${unitId}`,
  }))
}
