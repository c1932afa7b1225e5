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

/** `npm run bench`: a province of five years over HTTP as a focal officer and as the coordinator, beside the bare SQL. Writes docs/bench.md. */
const ROUNDS = 200
const folder = mkdtempSync(join(tmpdir(), 'gandan-bench-'))
chmodSync(folder, 0o755)
const configuration = configurationFrom(['--data', join(folder, 'data'), '--port', '0'], {})
const database = await openDatabase({ dataFolder: configuration.dataFolder })
await database.owner.db.transaction().execute(seedBase)
const filled = await fillProvince(database.owner.pool, await hashPassword('bench-password-123'))
const http = await createApi(contextOf(database, configuration), false)
const address = await http.listen({ port: 0, host: '127.0.0.1' })

async function signIn(login: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const headers = { 'x-gandan': '1', 'content-type': 'application/json' }
  const response = await fetch(`${address}/api/people/sign-in`, { method: 'POST', headers, body: JSON.stringify({ login, password: 'bench-password-123' }) })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (path, init) => fetch(`${address}/api${path}`, { ...init, headers: { cookie, 'x-gandan': '1' } })
}

const officer = await signIn('focal-1')
const coordinator = await signIn('coordinator')
const results: Measured[] = []
const read = (name: string, who: typeof officer, path: string, limit: number) => async () => {
  results.push(await measure(name, limit, ROUNDS, async () => {
    const response = await who(path)
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }))
}
for (const run of [
  read('Việc của tôi, cán bộ đầu mối', officer, '/plans/my-work', 100),
  read('Danh sách việc của đơn vị', officer, '/plans/obligations', 100),
  read('Trang đơn vị', officer, `/organisations/units/${filled.unitId}`, 100),
  read('Tìm kiếm', officer, '/search?q=nhiem%20vu', 100),
  read('Bảng theo dõi của đơn vị', officer, '/plans/board', 200),
  read('Bảng theo dõi toàn tỉnh, một văn bản (cán bộ tổng hợp)', coordinator, `/plans/board?directiveId=${filled.directiveId}`, 200),
]) await run()
let at = 0
results.push(await measure('Báo tiến độ', 150, Math.min(100, filled.obligationIds.length), async () => {
  const form = new FormData()
  form.append('kind', 'note')
  form.append('note', 'Đã thực hiện theo kế hoạch')
  const response = await officer(`/plans/obligations/${filled.obligationIds[at++] ?? ''}/progress`, { method: 'POST', body: form })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
}))
results.push(await measure('SQL trần: việc của một đơn vị', 100, ROUNDS, async () => {
  await database.app.pool.query(`select o.*, d.title from plans.obligation o join plans.duty d on d.id = o.duty_id where o.unit_id = $1 and o.done_on is null order by o.due_on limit 100`, [filled.unitId])
}))
results.push(await measure('SQL trần: bảng toàn tỉnh, một văn bản', 200, ROUNDS, async () => {
  await database.app.pool.query(`select o.unit_id, o.duty_id, count(*) from plans.obligation o join plans.duty d on d.id = o.duty_id where d.directive_id = $1 group by 1, 2`, [filled.directiveId])
}))

const line = ({ name, limit, p50, p95, max }: Measured) => `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${max.toFixed(1)} | ${limit} |`
const text = `# Tốc độ đo được

\`npm run bench\`: ${filled.units} đơn vị, ${filled.obligations} việc trong năm năm, ${filled.accounts} tài khoản; qua HTTP trên chính máy, từng yêu cầu nối nhau, mili giây.
Máy: ${cpus()[0]?.model ?? ''}, ${cpus().length} lõi, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, PostgreSQL 18 đi kèm. Dùng vai trò ít quyền nhất trừ chỗ ghi khác.

| thao tác | p50 | p95 | lâu nhất | mục tiêu p95 |
|---|---|---|---|---|
${results.map(line).join('\n')}
`
writeFileSync('docs/bench.md', text)
process.stdout.write(text)
await http.close()
await database.close()
rmSync(folder, { recursive: true, force: true })
