import type { Database } from '#platform/server/database/database.ts'
import type { Case } from '../measure.ts'
import type { Ask } from '../server.ts'

interface Asking { readonly coordinator: Ask; readonly focal: Ask; readonly unitId: string; readonly provinceId: string; readonly today: string }

/** The inspectorate's forms of the last twelve months, filled from cases: of one unit and of the province with all its units. */
export async function formCases({ app }: Database, { coordinator, focal, unitId, provinceId, today }: Asking): Promise<readonly Case[]> {
  const year = Number(today.slice(0, 4)) - 1
  const COUNT = 'select kind, count(*), count(*) filter (where triaged_on is not null), count(distinct matter_id) from petitions.case where received_on between $1 and $2 group by kind'
  const cases: Case[] = []
  for (const formCode of ['01-XLD', '02-XLD', '01-KQGQ']) {
    const { id } = await coordinator('/reports/periods', { method: 'POST', body: JSON.stringify({ formCode, code: `do-${year}`, name: `Năm ${year}`, from: `${year - 1}-12-15`, to: `${year}-12-14` }) }) as { id: string }
    const bare = async () => { await app.pool.query(COUNT, [`${year - 1}-12-15`, `${year}-12-14`]) }
    cases.push({ name: `Biểu ${formCode} của một đơn vị, một năm (đầu mối)`, limit: 1000, rounds: 20, ask: () => focal(`/reports/periods/${id}/units/${unitId}`), bare })
    cases.push({ name: `Biểu ${formCode} của tỉnh, một năm (tổng hợp)`, limit: 1000, rounds: 20, ask: () => coordinator(`/reports/periods/${id}/units/${provinceId}`), bare })
  }
  return cases
}
