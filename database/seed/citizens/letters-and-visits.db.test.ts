import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { verifyAuditChain } from '#platform/server/audit-store.ts'
import { receptionFacts } from '#modules/reception/server/index.ts'
import { readBoard } from '#modules/reception/server/board.ts'
import { CASE_KINDS, CASE_STATES, LINKS } from '#modules/petitions/domain/case.ts'
import { FILING_GROUNDS, REFUSAL_GROUNDS } from '#modules/petitions/domain/grounds.ts'
import { findByCode } from '#modules/petitions/server/citizen/citizen-case.ts'
import { readHotSpots } from '#modules/petitions/server/hot-spots.ts'
import { petitionFacts } from '#modules/petitions/server/index.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { seedDemonstrationPeople, type DemonstrationPeople } from '../demonstration-people.ts'
import { keepInMind } from '../demonstration.ts'
import { seedBase } from '../seed-base.ts'
import { DESKS } from './desks.ts'
import { seedLettersAndVisits } from './letters-and-visits.ts'
import { demonstrationReceipts } from './receipts.ts'

interface Filled { readonly database: TestDatabase; readonly people: DemonstrationPeople; ask<Row>(text: string): Promise<Row[]> }

async function filled(day: string): Promise<Filled> {
  const today = plainDate(day)
  const database = await createTestDatabase(day)
  await seedBase(database.owner.db)
  await keepInMind(database.owner.db)
  const people = await database.owner.db.transaction().execute(async (db) => {
    const context = { ...database.context, db }
    const seeded = await seedDemonstrationPeople(context, today)
    await seedLettersAndVisits(context, seeded, today)
    return seeded
  })
  return { database, people, ask: async <Row>(text: string) => (await database.owner.pool.query(text)).rows as Row[] }
}

/** Each a sentence about what may not be, with the query that finds where it is so. */
const IMPOSSIBLE = {
  'something happened before the letter came': `select c.id from petitions.case c join petitions.event e on e.case_id = c.id where e.on_date < c.received_on and c.purged_on is null`,
  'something happens tomorrow': `select c.id from petitions.case c where greatest(received_on, sorted_on, triaged_on, accepted_on, ended_on, enforced_on) > $today union select case_id from petitions.event where on_date > $today`,
  'a term runs of a case that is over': `select c.id from petitions.case c join petitions.clock k on k.case_id = c.id where k.stopped_on is null and c.state in ('refused', 'guided', 'transferred', 'filed', 'split', 'withdrawn', 'terminated')`,
  'an open case has no term': `select c.id from petitions.case c where state in ('received', 'accepted') and due_on is null`,
  'the due day is not that of the nearest term': `select c.id from petitions.case c where due_on is distinct from (select min(k.due_on) from petitions.clock k where k.case_id = c.id and k.stopped_on is null)`,
  'a register has a gap': `select c.unit_id from petitions.case c group by unit_id, year having max(number) <> count(*)`,
  'a register does not number by the days on which letters came': `select a.id from petitions.case a join petitions.case b using (unit_id, year) where a.number < b.number and a.received_on > b.received_on and a.origin_link is null and b.origin_link is null`,
  'a second instance was decided unheard': `select c.id from petitions.case c where kind = 'complaint' and instance = 2 and ended_how = 'decided' and not exists (select from petitions.dialogue d where d.case_id = c.id and d.held)`,
  'somebody denounced was judged before anything was verified': `select c.id from petitions.case c where kind = 'denunciation' and ended_how = 'decided' and not exists (select from petitions.decision d where d.case_id = c.id and d.action = 'verify' and d.signed_on is not null)`,
  'a denunciation came through the portal, or a citizen sees it': `select c.id from petitions.case c left join petitions.event e on e.case_id = c.id and e.shown_to_citizen and e.kind <> 'received' where c.kind = 'denunciation' and (c.channel = 'portal' or e.id is not null)`,
  'carried out without anything ordered': `select c.id from petitions.case c where needs_enforcement and not exists (select from petitions.settlement s where s.case_id = c.id)`,
  'more done than ordered': `select s.case_id from petitions.settlement s join petitions.enforcement e on e.case_id = s.case_id group by s.case_id having sum(e.people_money) > min(s.people_money)`,
  'a person has a number for a name, or one that might be real': `select id from petitions.party where name !~ '^(Người (khiếu nại|tố cáo|kiến nghị|phản ánh) thứ [^0-9]+|\\(đã xóa\\))$' or phone !~ '^0510' union select id from reception.visitor where name !~ '^Người (khiếu nại|tố cáo|kiến nghị|phản ánh) thứ [^0-9]+$' or phone !~ '^0510'`,
  'two decisions of a unit have one number': `select c.unit_id from petitions.decision d join petitions.case c on c.id = d.case_id where signed_on is not null group by c.unit_id, d.number, extract(year from signed_on) having count(*) > 1`,
  'a decision was written after it was signed': `select case_id from petitions.decision where prepared_at::date > signed_on`,
  'a head received on a day off, or one who was not there yet': `select s.day_id from reception.session s join reception.schedule_day d on d.id = s.day_id where extract(isodow from s.on_date) > 5 or d.cancelled_on is not null`,
} as const

describe('on 24/11/2026', () => {
  let office: Filled
  const today = plainDate('2026-11-24')
  beforeAll(async () => { office = await filled(today) }, 300_000)
  afterAll(() => office.database.close())
  const ask = <Row>(text: string) => office.ask<Row>(text.replaceAll('$today', `date '${today}'`))
  const as = async <Result>(login: string, useCase: Parameters<TestDatabase['work']>[0]) => office.database.work(useCase, office.people.actor(login, today)) as Promise<Result>

  test.each(Object.entries(IMPOSSIBLE))('nowhere %s', async (_, query) => {
    expect(await ask(query)).toEqual([])
  })

  test('some 150 letters of every kind, in every state, by every way one follows another, under the three regimes', async () => {
    const cases = (await ask('select 1 from petitions.case')).length
    expect(cases).toBeGreaterThan(140)
    expect(cases).toBeLessThan(190)
    const distinct = async (column: string) => (await ask<{ it: string }>(`select distinct ${column} as it from petitions.case where ${column} is not null`)).map(({ it }) => it).toSorted()
    expect(await distinct('kind')).toEqual([...CASE_KINDS].toSorted())
    expect(await distinct('state')).toEqual([...CASE_STATES].toSorted())
    expect(await distinct('origin_link')).toEqual([...LINKS].toSorted())
    expect(await ask(`select extract(year from received_on)::int as year from petitions.case group by 1 order by 1`)).toEqual([2021, 2022, 2023, 2024, 2025, 2026].map((year) => ({ year })))
    expect(await ask(`select 1 from petitions.case where unit_id = '${DESKS.district.unitId}' and received_on < date '2025-07-01' and ended_on > date '2025-07-01'`)).not.toEqual([])
  })

  test('some are due within a week, some late, one stands still, one was extended, one ended at Tết', async () => {
    const count = async (where: string) => (await ask<{ found: number }>(`select count(*)::int as found from petitions.case c where ${where}`))[0]?.found ?? 0
    expect(await count(`state in ('received', 'accepted') and due_on between $today and $today + 6`)).toBeGreaterThanOrEqual(6)
    expect(await count(`state in ('received', 'accepted') and due_on < $today`)).toBeGreaterThanOrEqual(5)
    expect(await count(`state = 'suspended'`)).toBeGreaterThanOrEqual(1)
    expect(await count(`state = 'enforcing'`)).toBeGreaterThanOrEqual(1)
    expect(await count(`in_time`)).toBeGreaterThan(await count(`not in_time`))
    expect(await count(`not in_time`)).toBeGreaterThan(3)
    expect(await ask(`select 1 from petitions.clock where extensions = 1`)).not.toEqual([])
    expect(await ask(`select to_char(due_on, 'DD/MM/YYYY') as due from petitions.clock where step = 'first-resolution' and started_on = date '2026-01-19'`)).toEqual([{ due: '23/02/2026' }])
    expect(await ask(`select 1 from petitions.question where answered_at is null`)).toHaveLength(1)
    expect(await ask(`select 1 from petitions.rating where score >= 4`)).not.toEqual([])
    expect(await ask(`select 1 from petitions.rating where score = 1 and wants_reopening`)).toHaveLength(1)
    expect((await ask(`select 1 from petitions.decision where signed_on is null`)).length).toBeGreaterThanOrEqual(2)
  })

  test('at the door letters are refused and laid aside for several of the grounds of the law', async () => {
    const grounds = async (action: string) => (await ask<{ ground: string }>(`select distinct fields->>'ground' as ground from petitions.decision where action = '${action}'`)).map(({ ground }) => ground)
    expect((await grounds('refuse')).filter((ground) => REFUSAL_GROUNDS.some((known) => known === ground)).length).toBeGreaterThanOrEqual(4)
    expect((await grounds('file')).filter((ground) => FILING_GROUNDS.some((known) => known === ground)).length).toBeGreaterThanOrEqual(3)
  })

  test('one place is hot, and no other comes near it', async () => {
    const { spots } = await as<Awaited<ReturnType<typeof readHotSpots>>>('tong-hop.snv', (work) => readHotSpots(work, { by: 'place' }))
    expect(spots[0]).toMatchObject({ name: expect.stringContaining('Đức Trọng'), level: 'hot' })
    expect(spots.slice(1).map(({ level }) => level)).not.toContain('hot')
  })

  test('people were received: groups, refused ones, days on which nobody came; the plan of one commune lacks a day', async () => {
    const [visits] = await ask<Record<string, number>>(`select count(*)::int as all, (count(*) filter (where is_group))::int as groups, (count(*) filter (where refusal_ground is not null))::int as refused from reception.visit`)
    expect(visits?.['all']).toBeGreaterThanOrEqual(55)
    expect(visits).toMatchObject({ groups: 2, refused: 2 })
    expect(await ask('select 1 from reception.session where nobody_came')).not.toEqual([])
    expect(await ask('select 1 from reception.session where number is not null')).not.toEqual([])
    const { units } = await as<Awaited<ReturnType<typeof readBoard>>>('tong-hop.snv', (work) => readBoard(work, { month: '2026-11-01' as PlainDate }))
    const kept = new Map(units.map((unit) => [unit.unitId, unit.missing]))
    expect(units.filter(({ missing }) => missing > 0).length).toBeLessThan(20)
    expect([DESKS.province, DESKS.homeAffairs, DESKS.environment, DESKS.ward, DESKS.commune].map(({ unitId }) => kept.get(unitId))).toEqual([0, 0, 0, 0, 1])
  })

  test('the forms of the third quarter are counted from them', async () => {
    const span = { from: plainDate('2026-06-15'), to: plainDate('2026-09-14') }
    for (const { unitId } of [DESKS.homeAffairs, DESKS.environment, DESKS.ward, DESKS.commune, DESKS.province]) {
      const [received, letters] = await as<Record<string, number>[]>('tong-hop.snv', async (work) => [await receptionFacts.count(work, [unitId], span), await petitionFacts.count(work, [unitId], span)])
      expect(received?.['reception.01-tcd.1']).toBeGreaterThan(0)
      expect(letters?.['petitions.01-xld.1']).toBeGreaterThan(0)
    }
  })

  test('the printed receipts open their cases on the portal', async () => {
    const receipts = await demonstrationReceipts(office.database.app.db)
    expect(receipts).toHaveLength(3)
    const found = await Promise.all(receipts.map(({ code }) => office.database.work((work) => findByCode(work, code, 'vi'))))
    expect(found.map((cases) => cases?.[0]?.state)).toEqual(['accepted', 'settled', 'accepted'])
  })

  test('the sealed trail holds', async () => {
    expect(await verifyAuditChain(office.database.app.db)).toMatchObject({ ok: true })
  })
})

test.each(['2021-12-01', '2026-12-16', '2027-02-10'])('an installation that starts on %s tells nothing impossible either', async (day) => {
  const office = await filled(day)
  for (const [sentence, query] of Object.entries(IMPOSSIBLE)) expect(await office.ask(query.replaceAll('$today', `date '${day}'`)), sentence).toEqual([])
  expect(await office.ask('select 1 from petitions.case')).not.toEqual([])
  await office.database.close()
}, 300_000)
