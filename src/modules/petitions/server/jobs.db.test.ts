import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { pathOf } from '#platform/server/files.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import type { CaseId } from '../domain/case.ts'
import { addAttachment } from './attachments.ts'
import { keepCases } from './keep-cases.ts'
import { petitionTasks } from './petition-tasks.ts'
import { remind } from './remind.ts'

const TODAY = '2026-03-02'
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

const query = <Row extends object>(text: string, values: unknown[] = []) => office.database.owner.pool.query<Row>(text, values).then(({ rows }) => rows)
async function on<Result>(day: string, run: () => Promise<Result>): Promise<Result> {
  office.database.today = plainDate(day)
  try {
    return await run()
  } finally {
    office.database.today = plainDate(TODAY)
  }
}

describe('reminders', () => {
  const morning = (day: string) => on(day, () => office.database.work(remind))
  const heard = async () => (await query<{ login: string; subject: string; link: string; details: { number?: number; count?: number } }>(
    `select a.login, n.subject, n.link, n.details from people.notice n join people.account a on a.id = n.account_id where n.subject like 'petitions.notice_%' order by a.login, n.subject, n.created_at`))
    .map(({ login, subject, details }) => `${login}: ${subject.replace('petitions.notice_', '')} ${String(details.number ?? details.count)}`)
  const forget = () => query('delete from people.notice')

  test('who handles it hears when the term is near, today and over; the head when it is over; nobody twice', async () => {
    const { id, number } = await office.register()
    await query(`update petitions.case set assignee_id = (select id from people.account where login = 'resolver') where id = $1`, [id])
    await morning('2026-03-06')
    expect(await heard()).toEqual([])
    await morning('2026-03-10')
    expect(await heard()).toEqual([`resolver: due_soon ${String(number)}`])
    await morning('2026-03-10')
    await morning('2026-03-11')
    expect(await heard()).toHaveLength(1)
    await morning('2026-03-12')
    await morning('2026-03-13')
    await morning('2026-03-16')
    expect(await heard()).toEqual([`head: unit_overdue ${String(number)}`, `resolver: due_now ${String(number)}`, `resolver: due_soon ${String(number)}`, `resolver: overdue ${String(number)}`])
    const [notice] = await query<{ details: object; link: string }>(`select details, link from people.notice where subject = 'petitions.notice_overdue'`)
    expect(notice).toEqual({ details: { number, year: 2026, step: 'Thụ lý khiếu nại', unit: 'Sở Nội vụ', days: 1 }, link: `/don-thu/${id}` })
    await forget()
    await query('delete from petitions.clock where case_id = $1', [id])
    await query('update petitions.case set due_on = null, due_step = null where id = $1', [id])
  })

  test('several become one sentence; where nobody has it yet, who sorts hears; of a denunciation only who handles them', async () => {
    await office.register()
    await office.register()
    await office.register({ kind: 'denunciation' }, 'denouncer')
    await morning('2026-03-20')
    expect(await heard()).toEqual(['denouncer: overdue_many 3', 'head: unit_overdue_many 3', 'sorter: overdue_many 2'])
    const links = await query<{ link: string }>(`select distinct link from people.notice`)
    expect(links.every(({ link }) => link.startsWith('/don-thu?tab=overdue&unitId='))).toBe(true)
  })

  test('a term that moved is a new one', async () => {
    await forget()
    const { id, number } = await office.register()
    await morning('2026-03-13')
    await query(`update petitions.case set due_on = '2026-03-17' where id = $1`, [id])
    await morning('2026-03-17')
    expect(await heard()).toEqual(expect.arrayContaining([`sorter: overdue ${String(number)}`, `sorter: due_now ${String(number)}`]))
  })
})

describe('how long a letter is kept', () => {
  const night = (day: string) => on(day, () => office.database.work(keepCases))
  const letter = { title: 'Việc riêng', content: 'Chuyện của một gia đình', placeNote: 'Nhà số 5', against: 'Một người', parties: [{ name: 'Bà Phải Quên', phone: '0912000222', address: 'Tổ 9', identity: { kind: 'cccd', number: '068090001234' } }] }
  const filed = async (more: object = {}) => {
    const { id } = await office.register({ ...letter, ...more })
    await query(`update petitions.case set triaged_on = '2026-03-02', triaged_as = 'file' where id = $1`, [id])
    return id
  }

  test('one that is over is kept by its class; then the citizen’s data goes and the numbers stay', async () => {
    const id = await filed()
    const attachment = await office.database.work((work) => addAttachment(work, id as CaseId, { file: { bytes: new TextEncoder().encode(`Chỉ ở đây ${id}`), name: 'don.txt' }, fromCitizen: true, shownToCitizen: true, note: null }))
    await query(`insert into petitions.event (case_id, on_date, kind, by_id, by_name, detail, shown_to_citizen) values ($1, '2026-03-02', 'note', 'x', 'x', '{"note":"Bà Phải Quên gọi điện"}', false)`, [id])
    await night('2026-03-02')
    expect(await office.read(id)).toMatchObject({ purgeOn: '2027-03-02', purgedOn: null, title: 'Việc riêng' })
    await night('2027-03-01')
    expect(await office.read(id)).toMatchObject({ purgedOn: null })
    const [{ hash } = { hash: '' }] = await query<{ hash: string }>('select f.hash from platform.file f join petitions.attachment a on a.file_id = f.id where a.id = $1', [attachment])
    await night('2027-03-02')
    const record = await office.read(id)
    expect(record).toMatchObject({ purgedOn: '2027-03-02', content: '', against: null, placeNote: null, attachments: [], parties: [{ name: '(đã xóa)', phone: null, address: null, identityEnd: null }] })
    expect(record).toMatchObject({ kind: 'complaint', state: 'filed', receivedOn: TODAY, peopleCount: 1 })
    const everything = JSON.stringify(await query(`select to_jsonb(c) as c, (select jsonb_agg(to_jsonb(p)) from petitions.party p where p.case_id = c.id) as p, (select jsonb_agg(to_jsonb(e)) from petitions.event e where e.case_id = c.id) as e from petitions.case c where id = $1`, [id]))
    for (const gone of ['Việc riêng', 'gia đình', 'gia', 'Phải Quên', '0912000222', 'Tổ 9', 'gọi điện']) expect(everything).not.toContain(`"${gone}`)
    expect(everything).not.toMatch(/Phải Quên|gia đình|0912000222/)
    expect(existsSync(pathOf(office.database.context.fileFolder, hash))).toBe(true)
    await night('2027-03-03')
    expect(existsSync(pathOf(office.database.context.fileFolder, hash))).toBe(false)
    expect(await query('select 1 from platform.file where hash = $1', [hash])).toEqual([])
    expect(await query(`select payload from platform.outbox where event = 'petitions.forgotten'`)).toEqual([{ payload: { caseId: id } }])
  })

  test('what is held stays, and so does what belongs to a matter still open', async () => {
    const [held, first] = [await filed(), await filed()]
    const again = await office.register({ repeatOf: first })
    await night('2026-03-02')
    const answer = await office.as('head').put(`/petitions/${held}/hold`, { version: 1, because: 'Tòa án đang xem xét' })
    expect(answer.statusCode, answer.body).toBe(200)
    await night('2028-01-01')
    expect([(await office.read(held)).title, (await office.read(first)).title]).toEqual(['Việc riêng', 'Việc riêng'])
    await query(`update petitions.case set triaged_on = '2026-03-02', triaged_as = 'file' where id = $1`, [again.id])
    await office.as('head').put(`/petitions/${held}/hold`, { version: 2, because: null })
    await night('2028-01-02')
    expect([(await office.read(held)).purgedOn, (await office.read(first)).purgedOn]).toEqual(['2028-01-02', '2028-01-02'])
  })

  test('how long is for who looks after it in the whole province to say; what was worked out before follows', async () => {
    const id = await filed()
    await night('2026-03-02')
    const change = (by: PetitionPerson) => office.as(by).put('/petitions/retention/filed', { name: 'Đơn xếp lưu', years: 3, source: 'Quyết định của tỉnh', certainty: 'verified' })
    expect((await change('head')).statusCode).toBe(403)
    expect((await change('manager')).statusCode).toBe(204)
    await night('2026-03-03')
    expect(await office.read(id)).toMatchObject({ purgeOn: '2029-03-02' })
    const { classes } = (await office.as('manager').get('/petitions/retention')).json<{ classes: { class: string; years: number }[] }>()
    expect(classes.find((kept) => kept.class === 'filed')).toMatchObject({ years: 3, certainty: 'verified' })
    await query('update petitions.retention set years = 1')
  })

  test('a file that another case has as well stays with it', async () => {
    const [one, other] = [await filed(), (await office.register({ title: 'Đơn còn làm' })).id]
    const attachment = await office.database.work((work) => addAttachment(work, one as CaseId, { file: { bytes: new TextEncoder().encode('Chung hai đơn'), name: 'chung.txt' }, fromCitizen: true, shownToCitizen: false, note: null }))
    await query(`insert into petitions.attachment (id, case_id, file_id, from_citizen, added_by) select gen_random_uuid(), $2, file_id, from_citizen, added_by from petitions.attachment where id = $1`, [attachment, other])
    await night('2029-01-01')
    await night('2029-01-02')
    const { attachments: [kept] } = await office.read(other)
    expect((await office.as('head').get(`/petitions/${other}/attachments/${kept?.id ?? ''}`)).body).toBe('Chung hai đơn')
  })
})

describe('my work', () => {
  const tasks = async (by: PetitionPerson) => {
    const actor = await actorByLogin(office.database.context, by)
    return (await office.database.work(petitionTasks, actor)).map(({ kind, title, link }) => ({ kind, title, link }))
  }

  test('to sort for who sorts, to sign for who signs, to mend and to handle for whose it is', async () => {
    await query('delete from petitions.case')
    const waiting = await office.register()
    const mine = await office.register()
    const secret = await office.register({ kind: 'denunciation' }, 'denouncer')
    await query(`update petitions.case set assignee_id = (select id from people.account where login = 'resolver'), triaged_on = '2026-03-02', triaged_as = 'accept', accepted_on = '2026-03-02', due_on = '2026-03-04' where id = $1`, [mine.id])
    await query(`insert into petitions.decision (id, case_id, action, fields, prepared_by, prepared_name) select gen_random_uuid(), $1, 'conclude', '{}', id, name from people.account where login = 'resolver'`, [mine.id])
    expect(await tasks('sorter')).toMatchObject([{ kind: 'sort-petition', title: '1 đơn chờ phân loại' }])
    expect(await tasks('head')).toMatchObject([{ kind: 'sort-petition', title: '2 đơn chờ phân loại' }, { kind: 'sign-petition', title: `Kết quả giải quyết: đơn số ${String(mine.number)}/2026`, link: `/don-thu/${mine.id}` }])
    expect(await tasks('resolver')).toMatchObject([{ kind: 'handle-petition', link: `/don-thu/${mine.id}` }])
    await query(`update petitions.decision set returned_because = 'Thiếu căn cứ'`)
    expect((await tasks('resolver')).map(({ kind }) => kind)).toEqual(['mend-petition', 'handle-petition'])
    expect((await tasks('head')).map(({ kind }) => kind)).toEqual(['sort-petition'])
    expect([await tasks('otherSorter'), await tasks('statistician'), await tasks('receiver')]).toEqual([[], [], []])
    expect([waiting.id, secret.id]).toHaveLength(2)
  })
})
