import type pg from 'pg'

export interface PetitionPeople {
  /** The unit whose officers ask; the province's coordinator asks for the whole. */
  readonly unitId: string
  readonly openCaseId: string
  readonly code: string
  /** Receipts that citizens follow. */
  readonly codes: readonly string[]
  readonly placeId: string
  readonly provinceId: string
}

/** Three petition officers for each of the units that have cases, a focal officer of the first, the coordinator and the administrator; past the audit trail. */
export async function fillPeople(pool: pg.Pool, passwordHash: string): Promise<PetitionPeople> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(`create temp table bench_officer on commit drop as select gen_random_uuid() as id, unit_id, row_number() over (order by unit_id, n) as n from (select distinct unit_id from petitions.case) u, generate_series(1, 3) n`)
    await client.query(`insert into people.account (id, login, name, unit_id) select id, 'petition-' || n, 'Cán bộ xử lý đơn ' || n, unit_id from bench_officer`)
    await client.query(`insert into people.credential (id, password_hash) select id, $1 from bench_officer`, [passwordHash])
    await client.query(`insert into people.role_assignment (id, account_id, role, unit_id, with_subordinates, valid_from) select gen_random_uuid(), id, 'petition-officer', unit_id, false, '2021-01-01' from bench_officer`)
    for (const role of ['coordinator', 'administrator', 'focal-officer']) {
      await client.query(`insert into people.account (id, login, name, unit_id) select gen_random_uuid(), $1, $1, case when $1 = 'focal-officer' then (select unit_id from bench_officer where n = 1) else unit_id end
        from organisations.unit_version where kind = 'province' and valid_until is null limit 1`, [role])
      await client.query(`insert into people.credential (id, password_hash) select id, $2 from people.account where login = $1`, [role, passwordHash])
      await client.query(`insert into people.role_assignment (id, account_id, role, unit_id, with_subordinates, valid_from) select gen_random_uuid(), id, $1, unit_id, true, '2021-01-01' from people.account where login = $1`, [role])
    }
    await client.query('commit')
    const { rows: [officer] } = await client.query<{ unit_id: string }>(`select unit_id from people.account where login = 'petition-1'`)
    const { rows: [open] } = await client.query<{ id: string }>(`select id from petitions.case where unit_id = $1 and state = 'accepted' and kind = 'complaint' order by received_on desc limit 1`, [officer?.unit_id])
    const { rows: [told] } = await client.query<{ code: string }>(`select code from petitions.case where unit_id = $1 and kind = 'feedback' and state = 'accepted' order by received_on desc limit 1`, [officer?.unit_id])
    const { rows: followed } = await client.query<{ code: string; place_unit_id: string }>(`select code, place_unit_id from petitions.case where state = 'accepted' and kind <> 'denunciation' order by id limit 500`)
    const { rows: [province] } = await client.query<{ unit_id: string }>(`select unit_id from people.account where login = 'coordinator'`)
    return { codes: followed.map((each) => each.code), placeId: followed[0]?.place_unit_id ?? '', provinceId: province?.unit_id ?? '', unitId: officer?.unit_id ?? '', openCaseId: open?.id ?? '', code: told?.code ?? '' }
  } finally {
    client.release()
  }
}
