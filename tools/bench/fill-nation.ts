import { randomUUID } from 'node:crypto'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Database } from '#platform/server/database/database.ts'
import { seedWholeNation } from '#database/seed/seed-base.ts'
import { figuresOf } from './bench-form.ts'
import { addReports, pastTheTrail, unitsOn } from './fill-reports.ts'

export const NATION_LOGIN = 'nation'

/** All 34 provinces with their communes: in one period every commune's report was received by its province, and every province has sent its own. Somebody reads them all. */
export async function fillNation(database: Database, { periodId, to, provinceId }: { periodId: string; to: PlainDate; provinceId: string }, passwordHash: string): Promise<{ provinces: number; communes: number }> {
  await seedWholeNation(database.owner.db)
  const { rows } = await database.owner.pool.query<{ unit_id: string }>('select unit_id from reports.report where period_id = $1', [periodId])
  const known = new Set(rows.map(({ unit_id }) => unit_id))
  const units = (await unitsOn(database, to)).filter(({ id }) => !known.has(id))
  await pastTheTrail(database.owner.pool, async (client) => {
    await addReports(client, { periodId, to, number: 1 }, units, () => 'received')
    const own = JSON.stringify(figuresOf(1, 1))
    await client.query(`with frozen as (
      insert into reports.revision (id, report_id, number, content, own, facts, totals, children, hash, approved_on, approved_at, approved_by, sent_on, sent_at, sent_by)
      select $3, r.id, 1, d.content, $4, '{}', $4, array(select accepted_revision_id from reports.report where period_id = $1 and receiver_id = $2 and accepted_revision_id is not null), 'bench', now(), now(), 'system', now(), now(), 'system'
      from reports.report r join reports.draft d on d.report_id = r.id where r.period_id = $1 and r.unit_id = $2 returning id, report_id)
      update reports.report r set submitted_at = now(), submitted_by = 'system', revision_id = f.id, sent_at = now(), accepted_revision_id = f.id from frozen f where r.id = f.report_id`, [periodId, provinceId, randomUUID(), own])
    await client.query(`insert into people.account (id, login, name, unit_id) values ($1, $2, 'Cán bộ theo dõi cả nước', $3)`, [ACCOUNT, NATION_LOGIN, provinceId])
    await client.query('insert into people.credential (id, password_hash) values ($1, $2)', [ACCOUNT, passwordHash])
    await client.query(`insert into people.role_assignment (id, account_id, role, unit_id, with_subordinates, valid_from) select gen_random_uuid(), $1, 'inspector', unit_id, true, '2021-01-01' from reports.report where period_id = $2 and receiver_id is null`, [ACCOUNT, periodId])
  })
  await database.owner.pool.query('analyze')
  const provinces = units.filter(({ receiver }) => receiver === null).length + 1
  return { provinces, communes: units.length - provinces + 1 + (await communesOf(database, provinceId)) }
}

const ACCOUNT = randomUUID()

async function communesOf({ owner }: Database, provinceId: string): Promise<number> {
  const { rows } = await owner.pool.query<{ count: number }>(`select count(*) from organisations.unit_version where parent_id = $1 and valid_until is null and kind in ('ward', 'commune', 'special-zone')`, [provinceId])
  return rows[0]?.count ?? 0
}
