import { mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { createApi } from '#apps/api.ts'
import { contextOf } from '#apps/system.ts'
import { configurationFrom } from '#apps/configuration.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { openDatabase } from '#platform/server/database/database.ts'
import { hashPassword } from '#modules/people/server/passwords.ts'
import { fillProvince } from './fill-province.ts'
import { measure, type Measured } from './measure.ts'
import { measureStarts } from './starts.ts'

/** `npm run bench`: a province of five years over HTTP as a focal officer and as the coordinator, beside the bare SQL. Writes docs/bench.md. */
const ROUNDS = 200
const begun = performance.now()
const say = (what: string) => process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${what}\n`)

const starts = await measureStarts(say)
const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-'))
chmodSync(folder, 0o755)
const configuration = configurationFrom(['--data', join(folder, 'data'), '--port', '0'], {})
const database = await openDatabase({ dataFolder: configuration.dataFolder })
await database.owner.db.transaction().execute(seedBase)
const filled = await fillProvince(database.owner.pool, await hashPassword('bench-password-123'))
say(`${filled.obligations} obligations of ${filled.units} units`)
const http = await createApi(contextOf(database, configuration), false)
const address = await http.listen({ port: 0, host: '127.0.0.1' })

type Ask = (path: string, init?: RequestInit) => Promise<void>
async function signIn(login: string): Promise<Ask> {
  const headers = { 'x-gandan': '1', 'content-type': 'application/json' }
  const response = await fetch(`${address}/api/people/sign-in`, { method: 'POST', headers, body: JSON.stringify({ login, password: 'bench-password-123' }) })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (path, init) => {
    const answer = await fetch(`${address}/api${path}`, { ...init, headers: { cookie, 'x-gandan': '1' } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
}
const bare = (sql: string, values: unknown[]) => async () => { await database.app.pool.query(sql, values) }
const progress = () => {
  const form = new FormData()
  form.append('kind', 'note')
  form.append('note', 'Đã thực hiện theo kế hoạch')
  return { method: 'POST', body: form }
}

const officer = await signIn('focal-1')
const coordinator = await signIn('coordinator')
const { unitId, directiveId, obligationIds } = filled
const OPEN = `select o.*, d.title, v.title from plans.obligation o join plans.duty d on d.id = o.duty_id join plans.directive v on v.id = d.directive_id`
let at = 0
const next = () => obligationIds[at++ % obligationIds.length] ?? ''

/** What is done, by whom, within how many milliseconds at p95, and the bare SQL for the same rows. */
const CASES: readonly (readonly [name: string, limit: number, ask: () => Promise<void>, sql: () => Promise<void>])[] = [
  ['Việc của tôi (đầu mối đơn vị)', 100, () => officer('/plans/my-work'), bare(`${OPEN} where o.unit_id = $1 and o.done_on is null order by o.due_on limit 100`, [unitId])],
  ['Danh sách việc của đơn vị (đầu mối)', 100, () => officer('/plans/obligations'), bare(`${OPEN} where o.unit_id = $1 order by o.due_on limit 25`, [unitId])],
  ['Một việc (đầu mối)', 100, () => officer(`/plans/obligations/${next()}`), () => bare(`${OPEN} where o.id = $1`, [next()])()],
  ['Trang đơn vị (đầu mối)', 100, () => officer(`/organisations/units/${unitId}`), bare('select * from organisations.unit_version where unit_id = $1', [unitId])],
  ['Tìm kiếm (đầu mối)', 100, () => officer('/search?q=nhiem%20vu'), bare(`select id, title from plans.duty where title ilike '%nhiệm vụ%' limit 20`, [])],
  ['Bảng theo dõi của đơn vị (đầu mối)', 200, () => officer('/plans/board'), bare('select d.directive_id, count(*) from plans.obligation o join plans.duty d on d.id = o.duty_id where o.unit_id = $1 group by 1', [unitId])],
  ['Bảng theo dõi toàn tỉnh (tổng hợp)', 200, () => coordinator('/plans/board'), bare('select o.unit_id, d.directive_id, count(*), count(o.done_on) from plans.obligation o join plans.duty d on d.id = o.duty_id group by 1, 2', [])],
  ['Bảng theo dõi toàn tỉnh, một văn bản (tổng hợp)', 200, () => coordinator(`/plans/board?directiveId=${directiveId}`), bare('select o.unit_id, o.duty_id, count(*), count(o.done_on) from plans.obligation o join plans.duty d on d.id = o.duty_id where d.directive_id = $1 group by 1, 2', [directiveId])],
  ['Báo tiến độ (đầu mối)', 150, () => officer(`/plans/obligations/${next()}/progress`, progress()), () => bare('update plans.obligation set started_on = started_on where id = $1', [next()])()],
]

const results: { name: string; limit: number; product: Measured; sql: Measured }[] = []
for (const [name, limit, ask, sql] of CASES) {
  say(name)
  results.push({ name, limit, product: await measure(ROUNDS, ask), sql: await measure(ROUNDS, sql) })
}

const ms = (value: number) => value.toFixed(1)
const line = ({ name, limit, product, sql }: (typeof results)[number]) =>
  `| ${name} | ${ms(product.p50)} | ${ms(product.p95)} | ${ms(product.max)} | ${limit} | ${ms(sql.p50)} | ${ms(product.p50 / sql.p50)} |`
const text = `# Tốc độ đo được

\`npm run bench\` viết tệp này: ${filled.units} đơn vị, ${filled.obligations} việc trong năm năm, ${filled.accounts} tài khoản; qua HTTP trên chính máy, từng yêu cầu nối nhau, ${ROUNDS} lần mỗi thao tác, mili giây. Trong ngoặc là vai trò hỏi: ít quyền nhất mà vẫn làm được việc ấy. "SQL trần" là chính những dòng ấy lấy thẳng bằng một câu lệnh, không kiểm quyền, không dựng trang.
Máy: ${cpus()[0]?.model ?? ''}, ${cpus().length} lõi, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, PostgreSQL 18 đi kèm.

| thao tác | p50 | p95 | lâu nhất | mục tiêu p95 | SQL trần p50 | gấp |
|---|---|---|---|---|---|---|
${results.map(line).join('\n')}

| khởi động | giây | mục tiêu |
|---|---|---|
| lần đầu: cơ sở dữ liệu mới, một năm minh họa, dựng giao diện | ${(starts.first / 1000).toFixed(1)} | 60 |
| các lần sau | ${(starts.later / 1000).toFixed(1)} | 8 |
`
writeFileSync('docs/bench.md', text)
process.stdout.write(text)
await http.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
