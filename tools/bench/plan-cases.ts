import type { Database } from '#platform/server/database/database.ts'
import type { FilledProvince } from './fill-province.ts'
import type { Case } from './measure.ts'
import type { Ask } from './server.ts'

const OPEN = `select o.*, d.title, v.title from plans.obligation o join plans.duty d on d.id = o.duty_id join plans.directive v on v.id = d.directive_id`

/** Duties of a province of five years. */
export function planCases({ app }: Database, { unitId, directiveId, obligationIds }: FilledProvince, { officer, coordinator }: { officer: Ask; coordinator: Ask }): readonly Case[] {
  const bare = (sql: string, values: unknown[]) => async () => { await app.pool.query(sql, values) }
  const progress = () => {
    const form = new FormData()
    form.append('kind', 'note')
    form.append('note', 'Đã thực hiện theo kế hoạch')
    return { method: 'POST', body: form }
  }
  let at = 0
  const next = () => obligationIds[at++ % obligationIds.length] ?? ''
  return [
    { name: 'Việc của tôi (đầu mối đơn vị)', limit: 100, ask: () => officer('/plans/my-work'), bare: bare(`${OPEN} where o.unit_id = $1 and o.done_on is null order by o.due_on limit 100`, [unitId]) },
    { name: 'Danh sách việc của đơn vị (đầu mối)', limit: 100, ask: () => officer('/plans/obligations'), bare: bare(`${OPEN} where o.unit_id = $1 order by o.due_on limit 25`, [unitId]) },
    { name: 'Một việc (đầu mối)', limit: 100, ask: () => officer(`/plans/obligations/${next()}`), bare: () => bare(`${OPEN} where o.id = $1`, [next()])() },
    { name: 'Trang đơn vị (đầu mối)', limit: 100, ask: () => officer(`/organisations/units/${unitId}`), bare: bare('select * from organisations.unit_version where unit_id = $1', [unitId]) },
    { name: 'Tìm kiếm (đầu mối)', limit: 100, ask: () => officer('/search?q=nhiem%20vu'), bare: bare(`select id, title from plans.duty where title ilike '%nhiệm vụ%' limit 20`, []) },
    { name: 'Bảng theo dõi của đơn vị (đầu mối)', limit: 200, ask: () => officer('/plans/board'), bare: bare('select d.directive_id, count(*) from plans.obligation o join plans.duty d on d.id = o.duty_id where o.unit_id = $1 group by 1', [unitId]) },
    { name: 'Bảng theo dõi toàn tỉnh (tổng hợp)', limit: 200, ask: () => coordinator('/plans/board'), bare: bare('select o.unit_id, d.directive_id, count(*), count(o.done_on) from plans.obligation o join plans.duty d on d.id = o.duty_id group by 1, 2', []) },
    { name: 'Bảng theo dõi toàn tỉnh, một văn bản (tổng hợp)', limit: 200, ask: () => coordinator(`/plans/board?directiveId=${directiveId}`), bare: bare('select o.unit_id, o.duty_id, count(*), count(o.done_on) from plans.obligation o join plans.duty d on d.id = o.duty_id where d.directive_id = $1 group by 1, 2', [directiveId]) },
    { name: 'Báo tiến độ (đầu mối)', limit: 150, ask: () => officer(`/plans/obligations/${next()}/progress`, progress()), bare: () => bare('update plans.obligation set started_on = started_on where id = $1', [next()])() },
  ]
}
