import type { Database } from '#platform/server/database/database.ts'
import type { FilledReports } from './fill-reports.ts'
import type { Case } from './measure.ts'
import type { Ask } from './server.ts'

interface Saved { readonly version: number; readonly clashes: readonly unknown[] }

/** The reports of a province of five years: as an officer of a unit, and as who puts the province's together. */
export function reportCases(database: Database, { openId, doneId }: FilledReports, { officer, unitId, coordinator, provinceId }: { officer: Ask; unitId: string; coordinator: Ask; provinceId: string }): readonly Case[] {
  const bare = (sql: string, values: unknown[]) => async () => { await database.app.pool.query(sql, values) }
  const save = saving(officer, `/reports/periods/${openId}/units/${unitId}`)
  const saveProvince = saving(coordinator, `/reports/periods/${doneId}/units/${provinceId}`)
  const DRAFT = 'select r.*, d.* from reports.report r join reports.draft d on d.report_id = r.id where r.period_id = $1 and r.unit_id = $2'
  const KEEP = `update reports.draft d set content = jsonb_set(content, '{values,do.line-1}', '5'), version = version from reports.report r where r.id = d.report_id and r.period_id = $1 and r.unit_id = $2`
  const BELOW = 'select v.own from reports.report r join reports.revision v on v.id = r.accepted_revision_id where r.period_id = $1 and r.receiver_id = $2'
  const SUMS = `select u.unit_id, f.key, sum(f.value::numeric) from reports.report u join reports.revision v on v.id = u.accepted_revision_id cross join jsonb_each_text(v.own) f where u.period_id = $1 and u.receiver_id = $2 group by 1, 2`
  const FIGURE = `select u.unit_id, v.own -> $3::text from reports.report u join reports.revision v on v.id = u.accepted_revision_id where u.period_id = $1 and u.receiver_id = $2`
  const SENDINGS = 'select r.unit_id, r.period_id, min(v.sent_on), max(v.received_on), count(v.returned_on) from reports.report r left join reports.revision v on v.report_id = r.id group by r.id'
  return [
    { name: 'Mở báo cáo 200 ô đã điền sẵn (đầu mối đơn vị)', limit: 300, ask: () => officer(`/reports/periods/${openId}/units/${unitId}`), bare: bare(DRAFT, [openId, unitId]) },
    { name: 'Lưu báo cáo (đầu mối đơn vị)', limit: 150, ask: save, bare: bare(KEEP, [openId, unitId]) },
    { name: 'Mở báo cáo của tỉnh, 147 đơn vị đã gửi (tổng hợp)', limit: 300, ask: () => coordinator(`/reports/periods/${doneId}/units/${provinceId}`), bare: bare(BELOW, [doneId, provinceId]) },
    { name: 'Lưu báo cáo của tỉnh (tổng hợp)', limit: 150, ask: saveProvince, bare: bare(KEEP, [doneId, provinceId]) },
    { name: 'Tổng hợp toàn tỉnh (tổng hợp)', limit: 500, ask: () => coordinator(`/reports/periods/${doneId}/units/${provinceId}/sums`), bare: bare(SUMS, [doneId, provinceId]) },
    { name: 'Một số liệu do đâu mà có (tổng hợp)', limit: 500, ask: () => coordinator(`/reports/periods/${doneId}/units/${provinceId}/sums/do.line-3`), bare: bare(FIGURE, [doneId, provinceId, 'do.line-3']) },
    { name: 'Các đơn vị viết gì (tổng hợp)', limit: 500, ask: () => coordinator(`/reports/periods/${doneId}/units/${provinceId}/narratives`), bare: bare(BELOW.replace('v.own', "v.content -> 'texts'"), [doneId, provinceId]) },
    { name: 'Đủ và đúng hạn, năm năm (tổng hợp)', limit: 500, ask: () => coordinator('/reports/completeness'), bare: bare(SENDINGS, []) },
    { name: 'Danh sách mọi báo cáo (tổng hợp)', limit: 300, ask: () => coordinator('/reports?tab=all'), bare: bare('select * from reports.report order by due_on desc limit 50', []) },
    { name: 'Báo cáo của tôi (đầu mối đơn vị)', limit: 300, ask: () => officer('/reports'), bare: bare('select * from reports.report where unit_id = $1 and sent_at is null order by due_on', [unitId]) },
  ]
}

/** All provinces with all their communes in one answer. */
export function nationCase({ app }: Database, { doneId }: FilledReports, nation: Ask, { provinces, communes }: { provinces: number; communes: number }): Case {
  const SUMS = `select coalesce(u.receiver_id, u.unit_id), f.key, sum(f.value::numeric) from reports.report u join reports.revision v on v.id = u.accepted_revision_id cross join jsonb_each_text(v.own) f where u.period_id = $1 group by 1, 2`
  return {
    name: `Tổng hợp cả nước, ${provinces} tỉnh, ${communes.toLocaleString('vi')} xã (theo dõi cả nước)`, limit: 5000, rounds: 10,
    ask: () => nation(`/reports/periods/${doneId}/sums`), bare: async () => { await app.pool.query(SUMS, [doneId]) },
  }
}

/** Each save changes three cells and a text, as somebody does in a few seconds. */
function saving(ask: Ask, path: string): () => Promise<unknown> {
  let version: number | undefined
  let round = 0
  return async () => {
    version ??= (await ask(path) as Saved).version
    round += 1
    const at = round % 18 + 1
    const values = { [`do.line-${at}`]: round % 90, [`do.line-${at + 20}`]: round % 70, [`do.amount-${at}`]: round / 4 }
    const body = JSON.stringify({ version, values, texts: { [String(round % 8 + 1)]: `Đã thực hiện ${round} nội dung. `.repeat(30) } })
    version = (await ask(path, { method: 'PUT', body }) as Saved).version
  }
}
