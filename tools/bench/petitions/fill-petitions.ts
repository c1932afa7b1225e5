import type pg from 'pg'
import { WORDS } from './words.ts'

export interface FilledPetitions { readonly cases: number; readonly open: number; readonly units: number; readonly years: number }

const YEARS = 10
/** Every eighth case but those passed on is still open: more than 100,000 running terms to recompute. */
const OPEN_SHARE = 8
const PARAGRAPHS = 4000
const WORDS_EACH = 28

/**
 * Ten years of cases of 150 units, past the audit trail and with the indexes made afterwards, for speed. What is random comes from
 * the number of the row: every run has the same cases.
 */
export async function fillPetitions(pool: pg.Pool, { cases = 1_000_000, today }: { cases?: number; today: string }): Promise<FilledPetitions> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query('set local maintenance_work_mem = "1GB"')
    const indexes = await dropIndexes(client)
    await client.query(`create temp table bench_unit as select id, row_number() over (order by id) - 1 as n from
      (select unit_id as id from organisations.unit_version where valid_until is null and kind <> 'province' order by kind in ('department', 'ward', 'commune', 'special-zone') desc, unit_id limit 150) u`)
    await client.query(`create temp table bench_place as select unit_id as id, row_number() over (order by unit_id) - 1 as n from organisations.unit_version
      where valid_until is null and kind in ('ward', 'commune', 'special-zone')`)
    const units = Number((await client.query<{ n: number }>('select count(*) as n from bench_unit')).rows[0]?.n)
    await client.query(`create temp table bench_text (n int primary key, paragraph text, bands int[])`)
    await client.query('insert into bench_text select n, p, array(select hashtext(p || g) from generate_series(1, 6) g) from unnest($1::int[], $2::text[]) t(n, p)', [Array.from({ length: PARAGRAPHS }, (_, n) => n), Array.from({ length: PARAGRAPHS }, (_, n) => paragraph(n))])
    await client.query(`create temp table bench_topic as select code, row_number() over (order by code) - 1 as n from petitions.topic`)
    await client.query(CASES, [cases, today, YEARS, OPEN_SHARE, units, PARAGRAPHS])
    await client.query(SEARCH)
    await client.query(PARTIES)
    await client.query(CLOCKS)
    await client.query(EVENTS)
    await client.query(`insert into petitions.register_number (unit_id, year, last) select unit_id, year, max(number) from petitions.case group by unit_id, year on conflict (unit_id, year) do update set last = excluded.last`)
    for (const { indexdef } of indexes) await client.query(indexdef)
    const open = Number((await client.query<{ n: number }>(`select count(*) as n from petitions.clock where stopped_on is null`)).rows[0]?.n)
    await client.query('commit')
    await client.query('vacuum analyze petitions.case, petitions.case_words, petitions.party, petitions.clock, petitions.event')
    return { cases, open, units, years: YEARS }
  } finally {
    client.release()
  }
}

/** Indexes that stand for no constraint; made again when the rows are there. */
async function dropIndexes(client: pg.PoolClient): Promise<{ indexdef: string }[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(`select indexname, indexdef from pg_indexes i where schemaname = 'petitions' and tablename in ('case', 'case_words', 'party', 'clock', 'event')
    and not exists (select from pg_constraint c where c.conname = i.indexname)`)
  for (const { indexname } of rows) await client.query(`drop index petitions.${indexname}`)
  return rows
}

/** Pseudo-random and the same in every run: a paragraph of words in no order. */
function paragraph(n: number): string {
  return Array.from({ length: WORDS_EACH }, (_, at) => WORDS[(n * 7919 + at * 104_729 + n * at * 31) % WORDS.length] ?? '').join(' ')
}

const CASES = `
  insert into petitions.case (id, code, matter_id, unit_id, year, number, channel, received_on, received_at, kind, sorted_on, eligible, competent, topic_code, title, content, place_unit_id,
    people_count, skips_level, prior, triaged_on, triaged_as, accepted_on, ended_on, ended_how, outcome, in_time, due_step, due_on, bands, people_names)
  select id, substr(body, 1, 4) || '-' || substr(body, 5, 4) || '-' || substr(body, 9, 3) || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', sign + 1, 1), id, unit_id, extract(year from received_on), number, channel, received_on, received_on + time '09:00', kind, case when not is_new then received_on + 2 end,
    case when not is_new then true end, case when not is_new then n % 7 > 0 end, topic, left(title, 120), title || '. ' || content, place, people, n % 97 = 0, case when n % 9 = 0 then 'settled-once' else 'none' end,
    case when not is_new then received_on + 5 end, case when is_new then null when n % 7 = 0 then 'transfer' else 'accept' end, case when not is_new and n % 7 > 0 then received_on + 5 end,
    case when not is_open and n % 7 > 0 then received_on + 20 + n % 20 end, case when not is_open and n % 7 > 0 then case when kind in ('complaint', 'denunciation') then 'decided' else 'answered' end end,
    case when not is_open and n % 7 > 0 then case when kind in ('complaint', 'denunciation') then (array['right', 'partly', 'wrong'])[1 + n % 3] else 'answered' end end,
    case when not is_open and n % 7 > 0 then n % 11 > 0 end, case when is_open then step end, case when is_open then received_on + 20 end, bands, 'Người gửi ' || first || ' ' || last || ' ' || n % 1000
  from (
    select overlay(overlay(md5('case-' || i) placing '4' from 13) placing '8' from 17)::uuid as id, i as n, u.id as unit_id, row_number() over (partition by u.id, extract(year from d.received_on) order by i) as number,
      (array['portal', 'reception', 'post', 'hand'])[1 + i % 4] as channel, d.received_on, (array['complaint', 'feedback', 'recommendation', 'complaint', 'denunciation', 'feedback', 'recommendation', 'complaint', 'feedback', 'recommendation', 'complaint'])[1 + i % 11] as kind,
      t.code as topic, a.paragraph as title, b.paragraph as content, p.id as place, case when i % 50 = 0 then 5 + i % 40 else 1 end as people,
      i % $4 = 3 and i % 7 > 0 as is_open, i % ($4 * 3) = 3 and i % 7 > 0 as is_new, case when i % 11 in (1, 2, 5, 6, 8, 9) then 'feedback.reply' when i % 11 = 4 then 'denunciation.resolution' else 'complaint.first-resolution' end as step,
      a.bands || b.bands as bands, h.body, (select sum(('x' || substr(h.body, g, 1))::bit(4)::int * (2 * g - 1)) % 32 from generate_series(1, 11) g)::int as sign,
      split_part(a.paragraph, ' ', 1 + i % 20) as first, split_part(b.paragraph, ' ', 3 + i % 20) as last
    from generate_series(1, $1::int) g(i)
    join bench_unit u on u.n = (i * 31 + i / 1000) % $5::int
    join bench_place p on p.n = (i * 17) % (select count(*) from bench_place)
    join bench_topic t on t.n = (i * 13) % (select count(*) from bench_topic)
    join bench_text a on a.n = (i * 3) % $6::int
    join bench_text b on b.n = (i * 7 + i / $6::int) % $6::int
    cross join lateral (select upper(substr(md5('code-' || i), 1, 11)) as body) h
    cross join lateral (select $2::date - case when i % $4 = 3 then i % 60 else 60 + (i * 11) % ($3::int * 365 - 60) end as received_on) d
  ) rows`

/** As the trigger of the table does, which rests while rows are put in past it. */
const SEARCH = `insert into petitions.case_words (case_id, words)
  select id, petitions.unit_words(unit_id, concat_ws(' ', title, content, place_note, against, people_names)) from petitions.case`

const PARTIES = `insert into petitions.party (id, case_id, unit_id, role, position, name, address, phone)
  select gen_random_uuid(), id, unit_id, 'sender', 1, people_names, 'Thôn 1', '09' || lpad((abs(hashtext(id::text)) % 100000000)::text, 8, '0') from petitions.case`

const CLOCKS = `insert into petitions.clock (id, case_id, unit_id, procedure, step, started_on, due_on, stopped_on)
  select gen_random_uuid(), id, unit_id, case kind when 'complaint' then 'complaint' when 'denunciation' then 'denunciation' else 'feedback' end,
    coalesce(split_part(due_step, '.', 2), case kind when 'complaint' then 'first-resolution' when 'denunciation' then 'resolution' else 'reply' end), coalesce(accepted_on, received_on), coalesce(due_on, received_on + 30),
    case when due_on is null then coalesce(ended_on, triaged_on) end
  from petitions.case`

const EVENTS = `insert into petitions.event (case_id, on_date, kind, by_id, by_name, shown_to_citizen)
  select id, received_on, 'received', 'system', 'Hệ thống', true from petitions.case union all
  select id, triaged_on, triaged_as, 'system', 'Hệ thống', true from petitions.case where triaged_on is not null`
