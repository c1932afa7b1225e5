import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { aMatter, aVisit, aVisitor } from '#tests/support/builders/visits.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { unzip } from '#tests/support/zip.ts'
import type { Board, Schedule, SessionRecord } from '../contract.ts'
import type { RegisteredVisit, Today } from '../contract-visits.ts'
import { receptionRoutes } from './index.ts'

const PROVINCE = seedUnitId('lam-dong')
const COMMUNE = seedUnitId('ld-2025-25126')
const OTHER = seedUnitId('ld-2025-25135')
const STAFF = {
  officer: { unitId: COMMUNE, role: 'reception-officer' }, chair: { unitId: COMMUNE, role: 'unit-head' }, petitions: { unitId: COMMUNE, role: 'petition-officer' },
  neighbour: { unitId: OTHER, role: 'reception-officer' }, province: { unitId: PROVINCE, role: 'inspector' }, clerk: { unitId: COMMUNE, role: 'resolver' }, plain: { unitId: COMMUNE, role: 'observer' },
} as const satisfies Staff
type Person = keyof typeof STAFF
const HOURS = { startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân, trụ sở UBND xã', post: 'Chủ tịch Ủy ban nhân dân xã', receiver: 'Chủ tịch xã' }

let database: TestDatabase
let office: Office<Person>
beforeAll(async () => {
  database = await createTestDatabase('2026-12-01')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, receptionRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const set = (person: Person, dates: string[], more: object = {}) => office.as(person).post('/reception/schedule', { unitId: COMMUNE, kind: 'leader-regular', dates, ...HOURS, ...more })
async function schedule(person: Person, month: string, unitId: string = COMMUNE): Promise<Schedule> {
  const answer = await office.as(person).get(`/reception/schedule?unitId=${unitId}&month=${month}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Schedule>()
}
async function refusal(answer: ReturnType<ReturnType<Office<Person>['as']>['get']>): Promise<string> {
  const { statusCode, body } = await answer
  return `${String(statusCode)} ${(JSON.parse(body) as { code: string }).code}`
}
function made<Found>(found: Found | undefined): Found {
  if (found === undefined) throw new Error('nothing there')
  return found
}

describe('the plan of a month', () => {
  test('two days a month are asked of a commune from July 2026; each has its last day to be posted', async () => {
    expect((await schedule('officer', '2027-01')).standings).toMatchObject([{ per: 'month', required: 2, planned: 0, missing: 2, article: expect.stringContaining('Điều 15') as string }])
    const answer = await set('officer', ['2027-01-14', '2027-01-21'])
    expect(answer.statusCode, answer.body).toBe(201)
    const { standings, days, toPost, maySchedule } = await schedule('officer', '2027-01')
    expect(standings).toMatchObject([{ planned: 2, missing: 0 }])
    expect([toPost, maySchedule]).toEqual([2, true])
    expect(days).toMatchObject([{ on: '2027-01-14', posting: 'to-post', postBy: '2027-01-07', doubt: null }, { on: '2027-01-21', postBy: '2027-01-14' }])
    expect(made(days[0]).whyPostBy?.steps.join(' ')).toContain('5 ngày làm việc')
  })

  test('what was set is moved or cancelled with its reason; a day that falls has to be made up for', async () => {
    const [first, second] = (await schedule('officer', '2027-01')).days
    const move = (to: string) => office.as('officer').post(`/reception/schedule/${made(first).id}/move`, { version: made(first).version, because: 'Chủ tịch đi họp tỉnh', to, startsAt: '13:30', endsAt: '16:30' })
    expect(await refusal(move('2026-11-30'))).toBe('422 reception.day_gone')
    expect((await move('2027-01-15')).statusCode).toBe(201)
    const after = await schedule('officer', '2027-01')
    expect(after.days.map(({ on, cancelledBecause, movedTo, movedFrom }) => [on, cancelledBecause, movedTo?.on ?? movedFrom?.on ?? null])).toEqual([
      ['2027-01-14', 'Chủ tịch đi họp tỉnh', '2027-01-15'], ['2027-01-15', null, '2027-01-14'], ['2027-01-21', null, null],
    ])
    expect(after.standings).toMatchObject([{ planned: 2, missing: 0, uncovered: [] }])
    expect((await office.as('officer').post(`/reception/schedule/${made(second).id}/cancel`, { version: made(second).version, because: 'Trùng kỳ họp HĐND' })).statusCode).toBe(204)
    expect((await schedule('officer', '2027-01')).standings).toMatchObject([{ planned: 1, missing: 1, uncovered: [made(second).id] }])
    expect(await refusal(office.as('officer').post(`/reception/schedule/${made(second).id}/cancel`, { version: 2, because: 'Lần nữa' }))).toBe('409 reception.day_is_settled')
  })

  test('posted in time or late, by the law; what is up is not rewritten', async () => {
    expect((await set('officer', ['2026-12-03', '2026-12-17'])).statusCode).toBe(201)
    const post = (person: Person, postedOn: string) => office.as(person).post('/reception/schedule/post', { unitId: COMMUNE, month: '2026-12', postedOn })
    expect(await refusal(post('petitions', '2026-12-01'))).toBe('403 http.not_allowed')
    expect(await refusal(post('officer', '2026-12-02'))).toBe('422 reception.posted_in_the_future')
    expect((await post('officer', '2026-12-01')).json()).toEqual({ posted: 2, late: 1 })
    expect(await refusal(post('officer', '2026-12-01'))).toBe('409 reception.nothing_to_post')
    const { days } = await schedule('officer', '2026-12')
    expect(days.map(({ on, posting, actions }) => [on, posting, actions])).toEqual([['2026-12-03', 'late', ['substitute', 'move', 'cancel']], ['2026-12-17', 'in-time', ['substitute', 'move', 'cancel']]])
    const day = made(days[1])
    expect(await refusal(office.as('officer').put(`/reception/schedule/${day.id}`, { version: day.version, on: '2026-12-18', ...HOURS }))).toBe('409 reception.day_is_settled')
  })

  test('a day before it is up is put right; two at once do not overwrite each other', async () => {
    expect((await set('officer', ['2027-03-11'])).statusCode).toBe(201)
    const day = made((await schedule('officer', '2027-03')).days[0])
    const edit = (version: number, more: object = {}) => office.as('officer').put(`/reception/schedule/${day.id}`, { version, on: '2027-03-12', ...HOURS, ...more })
    expect(await refusal(edit(day.version, { endsAt: '06:00' }))).toBe('422 reception.ends_before_it_starts')
    expect(await refusal(edit(day.version, { startsAt: '25:00' }))).toBe('400 http.invalid_request')
    expect((await edit(day.version)).statusCode).toBe(204)
    expect(await refusal(edit(day.version))).toBe('409 reception.changed_meanwhile')
    expect(await refusal(set('officer', ['2027-03-12']))).toBe('409 reception.day_taken')
    expect(await refusal(set('officer', ['2026-11-12']))).toBe('422 reception.day_gone')
  })

  test('a day at the weekend is let through, and pointed at', async () => {
    expect((await set('officer', ['2027-03-13', '2027-04-30'])).statusCode).toBe(201)
    expect((await schedule('officer', '2027-03')).days.find(({ on }) => on === '2027-03-13')?.doubt).toBe('weekend')
    expect((await schedule('officer', '2027-04')).days.find(({ on }) => on === '2027-04-30')?.doubt).toBe('day-off')
  })

  test('is read by who receives or follows, planned only by who plans there', async () => {
    for (const person of ['petitions', 'chair', 'province', 'clerk'] as const) expect((await schedule(person, '2026-12')).days).toHaveLength(2)
    for (const person of ['neighbour', 'plain'] as const) expect(await refusal(office.as(person).get(`/reception/schedule?unitId=${COMMUNE}&month=2026-12`))).toBe('404 reception.no_such_unit')
    for (const person of ['petitions', 'neighbour', 'province', 'clerk', 'plain'] as const) expect(await refusal(set(person, ['2027-05-06']))).toBe('403 http.not_allowed')
    const day = made((await schedule('officer', '2026-12')).days[1])
    for (const [what, body] of [['cancel', { because: 'x' }], ['move', { because: 'x', to: '2026-12-18', startsAt: '07:30', endsAt: '11:30' }]] as const) {
      expect(await refusal(office.as('neighbour').post(`/reception/schedule/${day.id}/${what}`, { version: day.version, ...body }))).toBe('404 reception.no_such_day_set')
      expect(await refusal(office.as('petitions').post(`/reception/schedule/${day.id}/${what}`, { version: day.version, ...body }))).toBe('403 http.not_allowed')
    }
  })

  test('a unit that has ended plans nothing', async () => {
    const ended = seedUnitId('ld-2021-25126')
    expect(await refusal(office.as('chair').post('/reception/schedule', { unitId: ended, kind: 'leader-regular', dates: ['2027-01-07'], ...HOURS }))).toBe('409 reception.unit_ended')
  })
})

describe('the head’s day', () => {
  let dayId = ''
  beforeAll(async () => {
    database.today = plainDate('2026-12-17')
    dayId = made((await schedule('officer', '2026-12')).days[1]).id
  })
  const readSession = async (person: Person) => (await office.as(person).get(`/reception/sessions/${dayId}`)).json<SessionRecord>()
  const save = (person: Person, more: object = {}) => office.as(person).put(`/reception/sessions/${dayId}`, {
    version: 1, chairPost: HOURS.post, chairName: HOURS.receiver, heldBy: 'head', attendees: 'Văn phòng, Phòng Kinh tế', nobodyCame: false, conclusion: '', ...more,
  })

  test('takes place with the first who comes, and counts as held', async () => {
    expect(await readSession('officer')).toMatchObject({ held: false, mayHold: true, visits: [] })
    const today = (await office.as('officer').get(`/reception/today?unitId=${COMMUNE}&on=2026-12-17`)).json<Today>()
    expect(today.days.map(({ id }) => id)).toEqual([dayId])
    const visit = aVisit(COMMUNE, '2026-12-17', { dayId, receiver: 'Chủ tịch xã', receiverPost: 'Chủ tịch', peopleCount: 9, visitors: [aVisitor('Lê Văn Cường', { role: 'representative' })], matters: [aMatter('Giá bồi thường đất', { handling: 'explained' })] })
    const { id } = (await office.as('officer').post('/reception/visits', visit)).json<RegisteredVisit>()
    expect((await office.as('officer').get(`/reception/visits/${id}`)).json()).toMatchObject({ receivedBy: 'head', dayId })
    expect(await readSession('officer')).toMatchObject({ held: true, visits: [{ id, who: 'Lê Văn Cường', peopleCount: 9 }], version: 1 })
    expect((await schedule('officer', '2026-12')).standings).toMatchObject([{ required: 2, held: 1, missing: 1 }])
    const elsewhere = aVisit(COMMUNE, '2026-12-16', { dayId })
    expect(await refusal(office.as('officer').post('/reception/visits', elsewhere))).toBe('422 reception.no_such_day_set')
  })

  test('ends with a conclusion, signed and numbered, that nobody changes afterwards', async () => {
    const { visits } = await readSession('officer')
    const issue = (version: number) => office.as('officer').post(`/reception/sessions/${dayId}/issue`, { version, number: '21', issuedOn: '2026-12-17' })
    expect(await refusal(issue(1))).toBe('422 reception.nothing_concluded')
    expect(await refusal(save('officer', { nobodyCame: true }))).toBe('422 reception.somebody_came')
    for (const person of ['petitions', 'province', 'clerk'] as const) expect(await refusal(save(person))).toBe('403 http.not_allowed')
    expect(await refusal(save('neighbour'))).toBe('404 reception.no_such_day_set')
    expect((await save('officer', { visits: [{ id: made(visits[0]).id, conclusion: 'Kiểm tra lại bản đồ đo đạc', body: 'Phòng Kinh tế', dueOn: '2027-01-15' }] })).statusCode).toBe(204)
    const paper = await office.as('petitions').get(`/reception/sessions/${dayId}/conclusion.docx`)
    const words = unzip(paper.rawPayload).get('word/document.xml')?.replaceAll(/<[^>]+>/g, '') ?? ''
    for (const said of ['THÔNG BÁO', 'Đoàn 9 người do ông/bà Lê Văn Cường đại diện', 'Kiểm tra lại bản đồ đo đạc', 'Giao Phòng Kinh tế thực hiện, hoàn thành trước ngày 15/01/2027', '- Phòng Kinh tế']) expect(words).toContain(said)
    const { version } = await readSession('officer')
    expect(await refusal(office.as('petitions').post(`/reception/sessions/${dayId}/issue`, { version, number: '21', issuedOn: '2026-12-17' }))).toBe('403 http.not_allowed')
    expect((await issue(version)).statusCode).toBe(204)
    expect(await refusal(save('officer', { version: version + 1 }))).toBe('409 reception.conclusion_is_out')
    expect(await readSession('chair')).toMatchObject({ number: '21', issuedOn: '2026-12-17', mayHold: false })
  })

  test('who only follows the counts sees that it was held, and nobody who came', async () => {
    const answer = await office.as('province').get(`/reception/sessions/${dayId}`)
    expect(answer.json()).toMatchObject({ held: true, visits: [], conclusion: '', mayPrint: false })
    expect(answer.body).not.toContain('Lê Văn Cường')
    expect(await refusal(office.as('province').get(`/reception/sessions/${dayId}/conclusion.docx`))).toBe('403 http.not_allowed')
  })

  test('when nobody came, the minutes say so', async () => {
    database.today = plainDate('2027-01-15')
    const day = made((await schedule('officer', '2027-01')).days.find(({ on, cancelledOn }) => on === '2027-01-15' && cancelledOn === null))
    const saved = await office.as('officer').put(`/reception/sessions/${day.id}`, { version: 0, chairPost: HOURS.post, chairName: HOURS.receiver, heldBy: 'head', attendees: '', nobodyCame: true, conclusion: '' })
    expect(saved.statusCode, saved.body).toBe(204)
    const minutes = unzip((await office.as('officer').get(`/reception/sessions/${day.id}/minutes.docx`)).rawPayload).get('word/document.xml')?.replaceAll(/<[^>]+>/g, '') ?? ''
    for (const said of ['BIÊN BẢN', 'không có công dân đến gặp', 'NGƯỜI GHI BIÊN BẢN']) expect(minutes).toContain(said)
    expect((await schedule('officer', '2027-01')).days.find(({ id }) => id === day.id)).toMatchObject({ held: true, visits: 0, actions: ['hold'] })
  })

  test('is entrusted to somebody else in writing; who receives then counts as authorised', async () => {
    database.today = plainDate('2027-03-12')
    const day = made((await schedule('officer', '2027-03')).days[0])
    const name = (person: Person, substitute: object | null) => office.as(person).put(`/reception/schedule/${day.id}/substitute`, { version: day.version, substitute })
    expect(await refusal(name('officer', { post: 'Phó Chủ tịch', name: 'Phó Chủ tịch xã' }))).toBe('400 http.invalid_request')
    expect((await name('officer', { post: 'Phó Chủ tịch', name: 'Phó Chủ tịch xã', decision: 'Giấy ủy quyền số 3/GUQ-UBND' })).statusCode).toBe(204)
    const { id } = (await office.as('officer').post('/reception/visits', aVisit(COMMUNE, '2027-03-12', { dayId: day.id, matters: [aMatter('Xin nước sạch', { handling: 'explained' })] }))).json<RegisteredVisit>()
    expect((await office.as('officer').get(`/reception/visits/${id}`)).json()).toMatchObject({ receivedBy: 'authorised' })
  })

  test('out of turn: the officer opens a day on the spot, which the law does not count', async () => {
    database.today = plainDate('2027-03-15')
    const opened = await office.as('officer').post('/reception/schedule/extraordinary', { unitId: COMMUNE, on: '2027-03-15' })
    expect(opened.statusCode, opened.body).toBe(201)
    const { days, standings } = await schedule('officer', '2027-03')
    expect(days.find(({ on }) => on === '2027-03-15')).toMatchObject({ kind: 'leader-extraordinary', posting: 'not-asked', postBy: null })
    expect(standings).toMatchObject([{ held: 1 }])
    expect(await refusal(office.as('petitions').post('/reception/schedule/extraordinary', { unitId: COMMUNE, on: '2027-03-15' }))).toBe('403 http.not_allowed')
  })
})

test('the province sees which units lack days, those that lack most first, and no person', async () => {
  const board = (await office.as('province').get('/reception/board?month=2026-12')).json<Board>()
  expect(board.units.length).toBeGreaterThan(120)
  expect(board.lacking).toBeGreaterThan(100)
  const missing = board.units.map((unit) => unit.missing)
  expect(missing).toEqual(missing.toSorted((one, other) => other - one))
  expect(board.units.find(({ unitId }) => unitId === COMMUNE)).toMatchObject({ required: 2, planned: 2, held: 1, missing: 1, late: 1, visits: 1, people: 9, groups: 1 })
  expect(board.units.find(({ unitId }) => unitId === seedUnitId('ld-so-tu-phap'))).toMatchObject({ required: 1, missing: 1 })
  expect((await office.as('clerk').get('/reception/board?month=2026-12')).json<Board>().units.map(({ unitId }) => unitId)).toEqual([COMMUNE])
  expect(await refusal(office.as('plain').get('/reception/board?month=2026-12'))).toBe('403 http.not_allowed')
  const sheet = await office.as('province').get('/reception/board.xlsx?month=2026-12')
  expect(unzip(sheet.rawPayload).get('xl/worksheets/sheet1.xml')).toContain('Xã Đạ Tẻh')
})
