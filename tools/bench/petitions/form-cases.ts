import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Database } from '#platform/server/database/database.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import { runWork, type WorkContext } from '#platform/server/work.ts'
import { petitionFacts } from '#modules/petitions/server/index.ts'
import type { Case } from '../measure.ts'
import type { Ask } from '../server.ts'

interface Asking { readonly coordinator: Ask; readonly focal: Ask; readonly unitId: string }

/** The first whole year of the units of today: of a time in which a former unit's letters may lie on paper nothing is counted. */
const [FROM, TO] = ['2025-07-01', '2026-06-30'] as const
const COUNT = 'select kind, count(*), count(*) filter (where triaged_on is not null), count(distinct matter_id) from petitions.case where received_on between $1 and $2 and unit_id = any($3) group by kind'

/** The inspectorate's forms of a year, filled from cases: of one unit as its focal officer opens it, the cases behind a cell, and counted over all units at once. */
export async function formCases({ app }: Database, context: WorkContext, { coordinator, focal, unitId }: Asking): Promise<readonly Case[]> {
  const { rows } = await app.pool.query<{ unit_id: UnitId }>('select distinct unit_id from petitions.case')
  const units = rows.map((row) => row.unit_id)
  const span = { from: FROM as PlainDate, to: TO as PlainDate }
  const bare = (of: readonly string[]) => async () => { await app.pool.query(COUNT, [FROM, TO, of]) }
  const cases: Case[] = []
  for (const formCode of ['01-XLD', '02-XLD', '01-KQGQ']) {
    const { id } = await coordinator('/reports/periods', { method: 'POST', body: JSON.stringify({ formCode, code: 'do-toc-do', name: 'Một năm', from: FROM, to: TO }) }) as { id: string }
    const open = () => focal(`/reports/periods/${id}/units/${unitId}`)
    const { facts } = await open() as { facts: Readonly<Record<string, number>> }
    const cell = Object.entries(facts).find(([, value]) => value > 0)?.[0]
    if (cell === undefined) throw new Error(`${formCode} is filled with nothing`)
    const wanted = new Set(petitionFacts.facts.map(({ code }) => code).filter((code) => code.startsWith(`petitions.${formCode.toLowerCase()}.`)))
    cases.push(
      { name: `Biểu ${formCode} của một đơn vị, một năm (đầu mối)`, limit: 1000, rounds: 20, ask: open, bare: bare([unitId]) },
      { name: `Các đơn sau một ô của biểu ${formCode} (đầu mối)`, limit: 1000, rounds: 20, ask: () => focal(`/reports/periods/${id}/units/${unitId}/facts/${cell}`), bare: bare([unitId]) },
      { name: `Biểu ${formCode} đếm trên ${units.length} đơn vị cùng lúc, một năm (không qua HTTP)`, limit: 1000, rounds: 10, ask: () => runWork(context, { actor: SYSTEM, requestId: null }, (work) => petitionFacts.count(work, units, span, wanted)), bare: bare(units) },
    )
  }
  return cases
}
