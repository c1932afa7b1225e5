import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { Database } from '#platform/server/database/database.ts'
import { writeDocx } from '#platform/server/official-document/write-docx.ts'
import { runWork, type WorkContext } from '#platform/server/work.ts'
import { actorOf } from '#modules/people/server/rights-store.ts'
import { writeReportDocument } from '#modules/reports/server/report-document.ts'
import type { PeriodId } from '#modules/reports/server/tables.ts'
import { textsOf } from './bench-form.ts'
import type { Case } from './measure.ts'
import type { Ask } from './server.ts'

/** So many paragraphs a section that text and annexes of the province make about sixty pages. */
const PARAGRAPHS = 15

/** The province's report with a text of many pages and an annex a table, as DOCX; beside it the writer alone on the same document. Says how many pages it has. */
export async function documentCase(database: Database, context: WorkContext, { periodId, provinceId, coordinator }: { periodId: string; provinceId: string; coordinator: Ask }): Promise<Case> {
  const pages = Array.from({ length: PARAGRAPHS }, (_, at) => textsOf(at))
  const texts = Object.fromEntries(Object.keys(textsOf(0)).map((section) => [section, pages.map((page) => page[section] ?? '').join('\n')]))
  await database.owner.pool.query(`update reports.draft d set content = jsonb_set(content, '{texts}', $3) from reports.report r where r.id = d.report_id and r.period_id = $1 and r.unit_id = $2`, [periodId, provinceId, JSON.stringify(texts)])
  const { rows: [account] } = await database.app.pool.query<{ id: AccountId; name: string; unitId: UnitId }>(`select id, name, unit_id as "unitId" from people.account where login = 'coordinator'`)
  if (account === undefined) throw new Error('the coordinator is missing')
  const actor = await actorOf(context.db, account, context.today())
  const document = await runWork(context, { actor, requestId: null }, (work) => writeReportDocument(work, periodId as PeriodId, provinceId as UnitId))
  const path = `/reports/periods/${periodId}/units/${provinceId}/document`
  const pdf = Buffer.from(await coordinator(`${path}.pdf`) as ArrayBuffer).toString('latin1')
  const count = Math.max(...[...pdf.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type\s*\/Pages\b/g)].map(([, one, other]) => Number(one ?? other)))
  return { name: `Văn bản DOCX của báo cáo tỉnh, ${count} trang (tổng hợp)`, limit: 2000, rounds: 10, ask: () => coordinator(`${path}.docx`), bare: () => writeDocx(document) }
}
