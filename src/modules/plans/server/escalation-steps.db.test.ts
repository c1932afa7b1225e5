import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { documentRoutes } from '#modules/documents/server/index.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ObligationRecord } from '../contract.ts'
import { planRoutes } from './index.ts'
import { remind } from './jobs.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')
const URL = '/plans/escalation-steps'
const added = { daysToDue: 5, level: 'head', source: 'Quy chế làm việc', certainty: 'unverified', validFrom: '2026-11-23' }

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  administrator: { unitId: province, role: 'administrator' },
  'of-one-unit': { unitId: justice, role: 'coordinator' },
  leader: { unitId: province, role: 'leader' },
  head: { unitId: justice, role: 'unit-head' },
  focal: { unitId: justice, role: 'focal-officer' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

interface Step { id: string; daysToDue: number; level: string; certainty: string; validFrom: string; validUntil: string | null }
async function steps(): Promise<Step[]> {
  return (await as('coordinator').get(URL)).json<{ steps: Step[] }>().steps
}

/** What Sở Tư pháp hears today of its work due on the day. */
async function heardOf(obligation: string): Promise<string[]> {
  await database.work(remind)
  const { rows } = await database.owner.pool.query<{ login: string; subject: string; days: string }>(
    `select a.login, n.subject, coalesce(n.details ->> 'days', n.details ->> 'date') as days from people.notice n join people.account a on a.id = n.account_id
     where n.link = $1 and a.login in ('head', 'focal') order by n.created_at, a.login`, [`/ke-hoach/nhiem-vu/${obligation}`])
  return rows.map(({ login, subject, days }) => `${login} ${subject} ${days}`)
}

async function obligationDue(dueOn: string): Promise<string> {
  const { rows: [row] } = await database.owner.pool.query<{ id: string }>(`
    with directive as (insert into plans.directive (id, unit_id, title, reading, source_text, issued_on, created_by) values (gen_random_uuid(), $1, 'Kế hoạch', '{}', '', '2026-01-05', 'system') returning id),
      duty as (insert into plans.duty (id, directive_id, ordinal, clause_text, title, schedule) select gen_random_uuid(), id, 1, '', 'Đối thoại', jsonb_build_object('kind', 'once', 'dueOn', $3::text) from directive returning id)
    insert into plans.obligation (id, duty_id, unit_id, role, due_on, assigned_on) select gen_random_uuid(), id, $2, 'lead', $3::date, '2026-01-05' from duty returning id`, [province, justice, dueOn])
  return row?.id ?? ''
}

beforeAll(async () => {
  database = await createTestDatabase('2026-11-23')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, (api) => {
    documentRoutes(api)
    planRoutes(api)
  })
})
afterAll(async () => {
  await office.close()
  await database.close()
})

test('a new installation has the sample steps, marked so', async () => {
  const given = await steps()
  expect(given.map(({ level, daysToDue }) => `${level} ${String(daysToDue)}`)).toEqual(['focal 10', 'focal 3', 'focal -1', 'head -1', 'above -5'])
  expect(given.every(({ certainty, validUntil }) => certainty === 'illustrative' && validUntil === null)).toBe(true)
})

test.each(['of-one-unit', 'leader', 'head', 'focal'] as const)('%s may neither see nor change them', async (person) => {
  const [first] = await steps()
  const answers = [await as(person).get(URL), await as(person).post(URL, added), await as(person).post(`${URL}/${first?.id ?? ''}/end`, { until: '2026-11-24' })]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
})

test('a changed step changes who is reminded the next day; each reminder says by which step', async () => {
  const obligation = await obligationDue('2026-12-02') // six working days from Monday 23/11: the 24th is a holiday
  expect(await heardOf(obligation)).toEqual(['focal plans.remind_due_soon 6'])
  expect((await as('coordinator').post(URL, added)).statusCode).toBe(201)
  expect(await heardOf(obligation)).toHaveLength(1)
  const before = (await steps()).find(({ level, daysToDue }) => level === 'focal' && daysToDue === 3)
  expect((await as('administrator').post(`${URL}/${before?.id ?? ''}/end`, { until: '2026-11-25' })).statusCode).toBe(204)
  database.today = plainDate('2026-11-25')
  expect(await heardOf(obligation)).toEqual(['focal plans.remind_due_soon 6', 'head plans.remind_due_soon 5'])
  database.today = plainDate('2026-11-27') // three working days left: nobody hears by the step that ended
  expect(await heardOf(obligation)).toHaveLength(2)
  expect((await as('coordinator').get(`/plans/obligations/${obligation}`)).json<ObligationRecord>().reminders).toEqual([
    { onDate: '2026-11-23', level: 'focal', daysToDue: 10, source: 'Mẫu ban đầu của phần mềm, chờ quy định của tỉnh', certainty: 'illustrative' },
    { onDate: '2026-11-25', level: 'head', daysToDue: 5, source: 'Quy chế làm việc', certainty: 'unverified' },
  ])
  database.today = plainDate('2026-11-23')
})

test('what is said is true on the day, also when it is said late', async () => {
  const obligation = await obligationDue('2026-11-23')
  expect(await heardOf(obligation)).toEqual(['focal plans.remind_due_now 23/11/2026', 'head plans.remind_due_now 23/11/2026'])
})

test('each level hears for itself: who does the work, the head, who follows the unit from above', async () => {
  const obligation = await obligationDue('2026-11-02')
  await database.work(remind)
  const { rows } = await database.owner.pool.query<{ login: string; said: number }>(
    'select a.login, count(*)::int as said from people.notice n join people.account a on a.id = n.account_id where n.link = $1 group by a.login order by a.login', [`/ke-hoach/nhiem-vu/${obligation}`])
  expect(rows.map(({ login, said }) => `${login} ${String(said)}`)).toEqual(['coordinator 1', 'focal 1', 'head 1', 'of-one-unit 1'])
})

test('steps begin today or later, not twice; an end is only brought forward, and nothing is removed', async () => {
  const post = async (changed: object) => (await as('coordinator').post(URL, { ...added, level: 'above', daysToDue: 0, ...changed })).json<{ code?: string; id?: string }>()
  expect(await post({ validFrom: '2026-11-22' })).toMatchObject({ code: 'people.step_in_the_past' })
  const { id = '' } = await post({ validFrom: '2026-12-01' })
  expect(await post({ validFrom: '2027-01-04' })).toMatchObject({ code: 'people.step_exists' })
  const end = async (until: string) => (await as('coordinator').post(`${URL}/${id}/end`, { until })).json<{ code: string }>().code
  expect(await end('2026-11-24')).toBe('people.step_end_too_early')
  expect((await as('coordinator').post(`${URL}/${id}/end`, { until: '2026-12-10' })).statusCode).toBe(204)
  expect(await end('2026-12-11')).toBe('people.step_ended')
  expect((await as('coordinator').post(`${URL}/${id}/end`, { until: '2026-12-01' })).statusCode).toBe(204)
  expect(await post({ validFrom: '2026-12-01' })).toHaveProperty('id')
  expect((await steps()).filter(({ level, daysToDue }) => level === 'above' && daysToDue === 0)).toHaveLength(2)
  await expect(database.app.pool.query('delete from plans.escalation_step')).rejects.toThrow('permission denied')
  const { rows } = await database.owner.pool.query<{ action: string }>(`select action from platform.audit_entry where subject = 'plans.escalation_step' and subject_id = $1 order by id`, [id])
  expect(rows.map(({ action }) => action)).toEqual(['insert', 'update', 'update'])
})
