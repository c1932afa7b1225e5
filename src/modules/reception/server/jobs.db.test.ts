import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import { aMatter, aVisit, aVisitor } from '#tests/support/builders/visits.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { sendForm } from '#tests/least-privilege/world.ts'
import type { KnownPeople, RegisteredVisit, VisitRecord } from '../contract-visits.ts'
import { keepVisits } from './keep-visits.ts'
import { receptionReactions, receptionRoutes, receptionTasks } from './index.ts'
import { remind } from './remind.ts'

const TODAY = '2026-03-02'
const COMMUNE = seedUnitId('ld-2025-25126')
const STAFF = { officer: { unitId: COMMUNE, role: 'reception-officer' }, chair: { unitId: COMMUNE, role: 'unit-head' }, inspector: { unitId: COMMUNE, role: 'inspector' } } as const satisfies Staff
type Person = keyof typeof STAFF

let database: TestDatabase
let office: Office<Person>
beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, receptionRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const query = <Row extends object>(text: string, values: unknown[] = []) => database.owner.pool.query<Row>(text, values).then(({ rows }) => rows)
async function on(day: string, run: () => Promise<unknown>): Promise<void> {
  database.today = plainDate(day)
  try {
    await run()
  } finally {
    database.today = plainDate(TODAY)
  }
}
async function receive(more: Parameters<typeof aVisit>[2] = {}, person: Person = 'officer'): Promise<RegisteredVisit> {
  const answer = await office.as(person).post('/reception/visits', aVisit(COMMUNE, TODAY, more))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<RegisteredVisit>()
}
const read = async (id: string) => (await office.as('officer').get(`/reception/visits/${id}`)).json<VisitRecord>()

describe('how long a visit keeps who came', () => {
  const night = (day: string) => on(day, () => database.work(keepVisits))
  const WHO = { visitors: [aVisitor('Bà Phải Quên', { phone: '0912000222', address: 'Tổ 9', identity: { kind: 'cccd', number: '068090001234' } })], note: 'Bà Phải Quên để lại sổ' }

  test('one that became no case, for the years set; then names, numbers, words and papers go, and the register stays', async () => {
    const { id, number } = await receive({ ...WHO, peopleCount: 3, matters: [aMatter('Chuyện của một gia đình', { handling: 'guided', guidance: 'Đến bộ phận một cửa' })] })
    await sendForm(office.http, office.as('officer').cookie, 'POST', `/reception/visits/${id}/files`, {}, new File([`Chỉ ở đây ${id}`], 'giay.txt'))
    await night('2028-03-01')
    expect(await read(id)).toMatchObject({ purgedOn: null, visitors: [{ name: 'Bà Phải Quên' }] })
    await night('2028-03-02')
    expect(await read(id)).toMatchObject({ purgedOn: '2028-03-02', number, peopleCount: 3, note: null, files: [], mayCorrect: false, visitors: [{ name: '(đã xóa)', phone: null, address: null, identityEnd: null }], matters: [{ kind: 'recommendation', content: '', handling: 'guided' }] })
    const everything = JSON.stringify(await query(`select to_jsonb(v) v, (select jsonb_agg(to_jsonb(p)) from reception.visitor p where p.visit_id = v.id) p, (select jsonb_agg(to_jsonb(m)) from reception.matter m where m.visit_id = v.id) m from reception.visit v where id = $1`, [id]))
    expect(everything).not.toMatch(/Quên|quen|gia đình|0912000222|Tổ 9|một cửa/)
    expect(await query('select 1 from platform.file where name = $1', ['giay.txt'])).toEqual([])
    expect((await office.as('officer').get(`/reception/known-people?unitId=${COMMUNE}&q=xoa`)).json<KnownPeople>().people).toEqual([])
    const { version } = await read(id)
    expect((await office.as('officer').post(`/reception/visits/${id}/told`, { version, toldOn: TODAY, how: 'Gọi điện' })).statusCode).not.toBe(204)
  })

  test('one that went on with cases, as long as any of them keeps its citizen', async () => {
    const { id, cases } = await receive({ ...WHO, matters: [aMatter('Việc thứ nhất'), aMatter('Việc thứ hai')] })
    const forgotten = async (caseId: string | undefined) => {
      await query(`update petitions.case set purged_on = '2031-01-01' where id = $1`, [caseId])
      await database.work((work) => work.announce('petitions.forgotten', { caseId }))
      await database.settle(receptionReactions)
    }
    await night('2036-01-01')
    expect(await read(id)).toMatchObject({ purgedOn: null })
    await forgotten(cases[0]?.id)
    await night('2036-01-02')
    expect(await read(id)).toMatchObject({ purgedOn: null })
    await forgotten(cases[1]?.id)
    await night('2036-01-03')
    expect(await read(id)).toMatchObject({ purgedOn: '2036-01-03' })
  })
})

describe('a visit about a case that keeps its citizen no longer', () => {
  test('is kept for its own years, not for ever', async () => {
    const { cases: [first] } = await receive()
    await query(`update petitions.case set purged_on = '2026-03-01' where id = $1`, [first?.id])
    const again = await receive({ matters: [aMatter('Hỏi lại việc cũ', { handling: 'linked', linkedCaseId: first?.id, linkedCode: first?.code })] })
    expect(await query('select kept_with_case from reception.visit where id = $1', [again.id])).toEqual([{ kept_with_case: false }])
  })
})

describe('what is owed after a visit', () => {
  beforeEach(() => query('truncate people.notice, reception.reminder'))
  const heard = async () => (await query<{ login: string; subject: string; details: { count: number } }>('select a.login, n.subject, n.details from people.notice n join people.account a on a.id = n.account_id order by 1, 2'))
    .map(({ login, subject, details }) => `${login}: ${subject.replace('reception.notice_', '')} ${String(details.count)}`)
  const morning = (day: string) => on(day, () => database.work(remind))

  test('who receives hears when the answer is near, due, over, and the head when it is over; nobody twice, nobody once it was given', async () => {
    await query(`update reception.visit set told_on = '2026-03-02', told_how = 'Trực tiếp' where told_on is null`)
    const { id } = await receive()
    await receive()
    await morning('2026-03-10')
    expect(await heard()).toEqual([])
    await morning('2026-03-11')
    await morning('2026-03-12')
    expect(await heard()).toEqual(['officer: due_soon 2'])
    await morning('2026-03-16')
    const { version } = await read(id)
    await office.as('officer').post(`/reception/visits/${id}/told`, { version, toldOn: TODAY, how: 'Gọi điện' })
    await morning('2026-03-17')
    await morning('2026-03-18')
    expect(await heard()).toEqual(['chair: overdue 1', 'officer: due_now 2', 'officer: due_soon 2', 'officer: overdue 1'])
  })

  test('of a denunciation only who handles them hears', async () => {
    await query(`update reception.visit set told_on = '2026-03-02', told_how = 'Trực tiếp' where told_on is null`)
    await query(`update reception.visit set has_denunciation = true where id = $1`, [(await receive()).id])
    await morning('2026-03-20')
    expect(await heard()).toEqual(['chair: overdue 1'])
  })

  test('stands among the work of who receives, with days nobody can see yet; of nobody else', async () => {
    await query(`update reception.visit set told_on = '2026-03-02', told_how = 'Trực tiếp' where told_on is null`)
    await receive()
    const added = await office.as('officer').post('/reception/schedule', { unitId: COMMUNE, dates: ['2026-04-09'], startsAt: '07:30', endsAt: '11:30', place: 'Trụ sở', kind: 'leader-regular', post: 'Chủ tịch', receiver: 'Chủ tịch xã' })
    expect(added.statusCode, added.body).toBeLessThan(300)
    const tasks = async (person: Person) => database.work(receptionTasks, await actorByLogin(database.context, person))
    expect(await tasks('officer')).toMatchObject([
      { kind: 'answer-visits', title: '1 lượt tiếp công dân chờ trả lời', dueOn: '2026-03-16', link: `/tiep-cong-dan/so?tab=to-answer&unitId=${COMMUNE}` },
      { kind: 'post-reception-days', title: '1 ngày tiếp công dân chưa niêm yết', dueOn: '2026-04-02', link: `/tiep-cong-dan/lich?don-vi=${COMMUNE}&thang=2026-04` },
    ])
    expect(await tasks('chair')).toHaveLength(2)
    expect(await tasks('inspector')).toEqual([])
  })
})
