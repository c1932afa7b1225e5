import type pg from 'pg'

export interface FilledProvince {
  readonly unitId: string
  readonly directiveId: string
  readonly obligationIds: readonly string[]
  readonly units: number
  readonly obligations: number
  readonly accounts: number
}

const ACCOUNTS = 5000
const YEARS = 5
const DUTIES = 60
const UNITS = 150

/** Five years of sixty duties for every department and commune of today, and five thousand accounts; past the audit trail, for speed. */
export async function fillProvince(pool: pg.Pool, passwordHash: string): Promise<FilledProvince> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(`create temp table bench_unit as select unit_id as id, row_number() over (order by unit_id) as n from organisations.unit_version
      where valid_until is null and kind <> 'province' order by kind in ('department', 'ward', 'commune', 'special-zone') desc limit ${UNITS}`)
    await client.query(`create temp table bench_province as select unit_id as id from organisations.unit_version where kind = 'province' and valid_until is null limit 1`)
    const units = Number((await client.query<{ count: number }>('select count(*) from bench_unit')).rows[0]?.count)
    await client.query(`insert into people.account (id, login, name, unit_id) select gen_random_uuid(), 'focal-' || n, 'Cán bộ đầu mối ' || n, (select id from bench_unit u where u.n = (g.n - 1) % $1 + 1)
      from generate_series(1, $2::int) g(n)`, [units, ACCOUNTS])
    await client.query(`insert into people.account (id, login, name, unit_id) select gen_random_uuid(), 'coordinator', 'Cán bộ tổng hợp', id from bench_province`)
    await client.query(`insert into people.credential (id, password_hash) select id, $1 from people.account`, [passwordHash])
    await client.query(`insert into people.role_assignment (id, account_id, role, unit_id, with_subordinates, valid_from)
      select gen_random_uuid(), id, case login when 'coordinator' then 'coordinator' else 'focal-officer' end, unit_id, login = 'coordinator', '2021-01-01' from people.account`)
    await client.query(`insert into documents.document (id, type, number, issued_on, issuer, summary, is_public, registered_by, issuer_unit_id)
      select gen_random_uuid(), 'ke_hoach', y || '/KH-UBND', make_date(2021 + y, 1, 10), 'Ủy ban nhân dân tỉnh', 'Kế hoạch công tác dân vận năm ' || 2021 + y, true, 'system', (select id from bench_province)
      from generate_series(1, ${YEARS}) y`)
    await client.query(`insert into plans.directive (id, unit_id, document_id, title, number, reading, source_text, issued_on, created_by)
      select gen_random_uuid(), issuer_unit_id, id, summary, number, '{"kind":"Kế hoạch","title":"","number":null,"issuedOn":null,"issuer":null,"signer":{"name":null,"position":null},"sections":[],"citations":[],"recipients":[],"addressees":[]}', '', issued_on, 'system'
      from documents.document where number like '_/KH-UBND'`)
    await client.query(`insert into plans.duty (id, directive_id, ordinal, clause_path, clause_text, title, schedule)
      select gen_random_uuid(), v.id, n, 'II.' || n, 'Nội dung nhiệm vụ số ' || n, 'Nhiệm vụ số ' || n || ' của ' || v.title, jsonb_build_object('kind', 'once', 'dueOn', v.issued_on + n * 5)
      from plans.directive v, generate_series(1, ${DUTIES}) n`)
    await client.query(`insert into documents.delivery (id, document_id, unit_id, from_unit_id, sent_on, acknowledged_at, acknowledged_on, acknowledged_by)
      select gen_random_uuid(), v.document_id, u.id, v.unit_id, v.issued_on, now(), v.issued_on + 3, 'system' from plans.directive v, bench_unit u`)
    const { rowCount: obligations } = await client.query(`insert into plans.obligation (id, duty_id, unit_id, role, due_on, assigned_on, started_on, done_on)
      select gen_random_uuid(), d.id, u.id, 'lead', v.issued_on + d.ordinal * 5, v.issued_on, case when (u.n + d.ordinal) % 11 > 0 then v.issued_on + 10 end,
        case when (u.n + d.ordinal) % 11 > 1 then v.issued_on + d.ordinal * 5 + case when (u.n + d.ordinal) % 11 = 5 then 6 else -2 end end
      from plans.duty d join plans.directive v on v.id = d.directive_id cross join bench_unit u`)
    const unitId = (await client.query<{ unit_id: string }>(`select unit_id from people.account where login = 'focal-1'`)).rows[0]?.unit_id ?? ''
    const directiveId = (await client.query<{ id: string }>('select id from plans.directive order by issued_on desc limit 1')).rows[0]?.id ?? ''
    const open = await client.query<{ id: string }>('select id from plans.obligation where unit_id = $1 and done_on is null', [unitId])
    await client.query('commit')
    await client.query('analyze')
    return { unitId, directiveId, obligationIds: open.rows.map(({ id }) => id), units, obligations: obligations ?? 0, accounts: ACCOUNTS }
  } finally {
    client.release()
  }
}
