import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import { listCases, registerCase } from '#modules/petitions/server/index.ts'
import { sendForm } from '#tests/least-privilege/world.ts'
import { aMatter, aVisit, aVisitor } from '#tests/support/builders/visits.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { KnownPeople, PersonDetails, RegisteredVisit, Today, VisitPage, VisitRecord } from '../contract-visits.ts'
import { receptionReactions, receptionRoutes } from './index.ts'

const TODAY = '2026-11-24'
const COMMUNE = seedUnitId('ld-2025-25126')
const OTHER = seedUnitId('ld-2025-25135')
const STAFF = {
  officer: { unitId: COMMUNE, role: 'reception-officer' }, colleague: { unitId: COMMUNE, role: 'reception-officer' }, chair: { unitId: COMMUNE, role: 'unit-head' },
  petitions: { unitId: COMMUNE, role: 'petition-officer' }, inspector: { unitId: COMMUNE, role: 'inspector' }, neighbour: { unitId: OTHER, role: 'reception-officer' },
} as const satisfies Staff
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

async function register(person: Person, more: Parameters<typeof aVisit>[2] = {}, on = TODAY, unitId: string = COMMUNE): Promise<RegisteredVisit> {
  const answer = await office.as(person).post('/reception/visits', aVisit(unitId, on, more))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json<RegisteredVisit>()
}
async function refusal(answer: ReturnType<ReturnType<Office<Person>['as']>['get']>): Promise<string> {
  const { statusCode, body } = await answer
  return `${String(statusCode)} ${(JSON.parse(body) as { code: string }).code}`
}
const read = async (person: Person, id: string) => (await office.as(person).get(`/reception/visits/${id}`)).json<VisitRecord>()
const list = async (person: Person, query = '') => (await office.as(person).get(`/reception/visits?${query}`)).json<VisitPage>()

describe('a visit is written down', () => {
  test('with a case in the register of petitions, in the same moment, numbered without a gap', async () => {
    const first = await register('officer')
    const second = await register('officer', { visitors: [aVisitor('Trần Thị Bình', { phone: '+84 912 345 678', identity: { kind: 'cccd', number: '001 189 012 345' } })] })
    expect(second.number).toBe(first.number + 1)
    expect(second.cases).toMatchObject([{ year: 2026 }])
    const record = await read('officer', second.id)
    expect(record).toMatchObject({
      number: second.number, receivedBy: 'regular', peopleCount: 1, isCovered: false, owed: { step: 'reply', due: '2026-12-08', doneOn: null },
      visitors: [{ name: 'Trần Thị Bình', phone: '0912345678', identityKind: 'cccd', identityEnd: '345' }], matters: [{ kind: 'recommendation', caseId: second.cases[0]?.id }],
    })
    expect(record.owed?.why?.article).toContain('Điều 28')
    const cases = await database.work((work) => listCases(work, { tab: 'all', q: '', page: 1, size: 50 }), await actorOf('petitions'))
    expect(cases.cases.find(({ id }) => id === second.cases[0]?.id)).toMatchObject({ channel: 'reception', senderName: 'Trần Thị Bình', title: 'Xin sửa đường vào thôn 3', kind: 'recommendation' })
  })

  test('sent twice, once: the same number, and no second case', async () => {
    const before = await count('petitions.case')
    const body = aVisit(COMMUNE, TODAY)
    const [one, two] = await Promise.all([office.as('officer').post('/reception/visits', body), office.as('officer').post('/reception/visits', body)])
    expect([one.statusCode, two.statusCode]).toEqual([201, 201])
    expect(one.json<RegisteredVisit>().id).toBe(two.json<RegisteredVisit>().id)
    expect(await count('petitions.case')).toBe(before + 1)
    expect(await refusal(office.as('colleague').post('/reception/visits', body))).toBe('409 reception.written_already')
  })

  test('a group of nine with two representatives, several matters, several cases', async () => {
    const group = await register('officer', {
      peopleCount: 9, visitors: [aVisitor('Lê Văn Cường', { role: 'representative' }), aVisitor('K’Brèo', { role: 'representative' })],
      matters: [aMatter('Giá bồi thường đất thôn 3', { kind: 'complaint' }), aMatter('Đề nghị làm cầu', { kind: 'recommendation' }), aMatter('Hỏi về thủ tục cấp sổ', { handling: 'guided', guidance: 'Đến bộ phận một cửa' })],
    })
    expect(group.cases).toHaveLength(2)
    const record = await read('officer', group.id)
    expect(record).toMatchObject({ isGroup: true, peopleCount: 9 })
    expect(record.matters.map(({ handling, caseName }) => [handling, caseName !== null])).toEqual([['case', true], ['case', true], ['guided', false]])
    const parties = await database.owner.pool.query<{ role: string; name: string }>('select role, name from petitions.party where case_id = $1 order by position', [group.cases[0]?.id])
    expect(parties.rows).toEqual([{ role: 'representative', name: 'Lê Văn Cường' }, { role: 'representative', name: 'K’Brèo' }])
  })

  test('nothing at all is kept of a visit that cannot be written down', async () => {
    const before = [await count('petitions.case'), await count('reception.visit'), await count('reception.visitor')]
    const wrong = aVisit(COMMUNE, TODAY, { matters: [aMatter('Một việc'), aMatter('Việc khác', { handling: 'linked', linkedCaseId: '0195d7a0-0000-7000-8000-000000000000' })] })
    expect(await refusal(office.as('officer').post('/reception/visits', wrong))).toBe('422 reception.no_such_case')
    const three = aVisit(COMMUNE, TODAY, { peopleCount: 9, visitors: [aVisitor('Lê Văn Cường'), aVisitor('Trần Thị Bình'), aVisitor('Nguyễn Văn An')] })
    const answer = await office.as('officer').post('/reception/visits', three)
    expect(answer.json()).toMatchObject({ code: 'reception.too_many_representatives', details: { field: 'visitors.2.name', most: 2, people: 9 } })
    expect([await count('petitions.case'), await count('reception.visit'), await count('reception.visitor')]).toEqual(before)
  })

  test('by who receives for the unit, and nobody else', async () => {
    for (const person of ['petitions', 'inspector', 'neighbour'] as const) expect(await refusal(office.as(person).post('/reception/visits', aVisit(COMMUNE, TODAY)))).toBe('403 http.not_allowed')
    expect(await refusal(office.as('officer').post('/reception/visits', aVisit(OTHER, TODAY)))).toBe('403 http.not_allowed')
  })

  test('of a day on which the unit was there', async () => {
    expect(await refusal(office.as('officer').post('/reception/visits', aVisit(COMMUNE, '2026-11-25')))).toBe('422 reception.day_to_come')
    expect(await refusal(office.as('officer').post('/reception/visits', aVisit(COMMUNE, '2024-11-25')))).toBe('422 reception.unit_was_not')
  })
})

describe('somebody known', () => {
  test('is found without accents, by telephone and by number, each once; their number is taken over', async () => {
    await register('officer', { visitors: [aVisitor('Đặng Thị Nhàn', { phone: '0987654321', identity: { kind: 'cccd', number: '068189000777' } })] })
    const last = await register('officer', { visitors: [aVisitor('Đặng Thị Nhàn', { phone: '0987654321', identity: { kind: 'cccd', number: '068189000777' } })] })
    const find = async (person: Person, q: string) => office.as(person).get(`/reception/known-people?unitId=${COMMUNE}&q=${encodeURIComponent(q)}`)
    for (const q of ['dang thi nhan', 'NHÀN', '0987.654.321', '068 189 000 777']) {
      expect((await find('officer', q)).json<KnownPeople>().people).toMatchObject([{ name: 'Đặng Thị Nhàn', identityEnd: '777', commune: 'xã Đạ Tẻh', visits: 2, lastOn: TODAY }])
    }
    expect((await find('officer', '068189000778')).json<KnownPeople>().people).toEqual([])
    expect(await refusal(find('petitions', 'nhan'))).toBe('403 http.not_allowed')
    const [known] = (await find('officer', 'nhan')).json<KnownPeople>().people
    const details = (await office.as('officer').get(`/reception/known-people/visit/${known?.id ?? ''}`)).json<PersonDetails>()
    expect(details).toMatchObject({ phone: '0987654321', address: 'Thôn 3, xã Đạ Tẻh' })
    expect(details.matters.map(({ caseId }) => caseId)).toContain(last.cases[0]?.id)
    expect(await refusal(office.as('neighbour').get(`/reception/known-people/visit/${known?.id ?? ''}`))).toBe('404 reception.no_such_person')
    const again = await register('officer', { visitors: [aVisitor('Đặng Thị Nhàn', { known: { id: known?.id ?? '', from: 'visit' } })], matters: [aMatter('Hỏi lại việc cũ', { handling: 'linked', linkedCaseId: last.cases[0]?.id ?? null, isRepeat: true })] })
    expect(again.cases).toEqual([])
    expect(await read('officer', again.id)).toMatchObject({ visitors: [{ identityEnd: '777' }], matters: [{ caseId: last.cases[0]?.id, isRepeat: true, handling: 'linked' }], owed: null })
  })

  test('is found as well who only wrote, and their receipt leads to their case', async () => {
    const actor = await actorOf('petitions')
    const letter = await database.work((work) => registerCase(work, {
      unitId: COMMUNE, channel: 'post', receivedOn: database.today, confirmsOldDate: false, kind: 'complaint', topicCode: null, title: 'Đơn gửi bưu điện', content: 'Việc cũ', against: null, decisionAgainst: null,
      decisionKnownOn: null, placeUnitId: null, placeNote: null, isRemote: false, peopleCount: 1, isAnonymous: false, prior: 'none', priorBody: null, fromBody: null, repeatOf: null, once: randomUUID(),
      parties: [{ role: 'sender', name: 'Bùi Văn Thư', isOrganisation: false, address: 'xã Đạ Tẻh', phone: null, email: null, wantsMessages: false, identity: { kind: 'cccd', number: '068088000321' } }],
    }), actor)
    const [known] = (await office.as('officer').get(`/reception/known-people?unitId=${COMMUNE}&q=bui+van+thu`)).json<KnownPeople>().people
    expect(known).toMatchObject({ from: 'case', name: 'Bùi Văn Thư', identityEnd: '321' })
    expect((await office.as('officer').get(`/reception/known-people/case/${known?.id ?? ''}`)).json()).toMatchObject({ address: 'xã Đạ Tẻh', identityEnd: '321' })
    const byCode = await office.as('officer').get(`/reception/cases?unitId=${COMMUNE}&code=${letter.code.toLowerCase()}`)
    expect(byCode.json()).toMatchObject({ caseId: letter.id, title: 'Đơn gửi bưu điện' })
    expect(await refusal(office.as('neighbour').get(`/reception/cases?unitId=${OTHER}&code=${letter.code}`))).toBe('404 reception.no_such_code')
    const linked = (linkedCode: string | null) => aVisit(COMMUNE, TODAY, {
      visitors: [aVisitor('Bùi Văn Thư', { known: { id: known?.id ?? '', from: 'case' } })], matters: [aMatter('Hỏi về đơn đã gửi', { handling: 'linked', linkedCaseId: letter.id, linkedCode })],
    })
    expect(await refusal(office.as('officer').post('/reception/visits', linked(null)))).toBe('422 reception.no_such_case')
    const made = await office.as('officer').post('/reception/visits', linked(letter.code))
    expect(made.statusCode, made.body).toBe(201)
    expect(await read('officer', made.json<RegisteredVisit>().id)).toMatchObject({ visitors: [{ identityEnd: '321' }], matters: [{ caseId: letter.id }] })
  })

  test('is in nobody else’s reach, and their number lies sealed', async () => {
    await register('officer', { visitors: [aVisitor('Phạm Thị Kín', { identity: { kind: 'cccd', number: '068190000555' } })] })
    const { rows } = await database.owner.pool.query<{ text: string }>(`select row_to_json(v)::text as text from reception.visitor v union all select row_to_json(e)::text from platform.audit_entry e`)
    expect(rows.some(({ text }) => text.includes('068190000555'))).toBe(false)
    expect((await office.as('neighbour').get(`/reception/known-people?unitId=${OTHER}&q=kin`)).json<KnownPeople>().people).toEqual([])
  })
})

describe('a visit about a denunciation', () => {
  const denounced = () => register('chair', { visitors: [aVisitor('Vũ Thị Mật')], matters: [aMatter('Tố cáo cán bộ thu tiền sai', { kind: 'denunciation' })] })

  test('is written down only by who handles denunciations', async () => {
    expect(await refusal(office.as('officer').post('/reception/visits', aVisit(COMMUNE, TODAY, { matters: [aMatter('Tố cáo cán bộ', { kind: 'denunciation' })] })))).toBe('403 reception.denunciation_needs_handler')
    const today = (await office.as('officer').get(`/reception/today?unitId=${COMMUNE}&on=${TODAY}`)).json<Today>()
    expect(today.kinds).toEqual(['complaint', 'recommendation', 'feedback'])
    expect((await office.as('chair').get(`/reception/today?unitId=${COMMUNE}&on=${TODAY}`)).json<Today>().kinds).toContain('denunciation')
  })

  test('is covered for everybody else: that it was, not who and why', async () => {
    const { id, number } = await denounced()
    for (const person of ['officer', 'petitions'] as const) {
      const answer = await office.as(person).get(`/reception/visits/${id}`)
      expect(answer.body).not.toMatch(/Vũ Thị Mật|thu tiền sai|denunciation/)
      expect(answer.json()).toMatchObject({ number, isCovered: true, visitors: [], matters: [], mayCorrect: false })
      const everything = [await office.as(person).get('/reception/visits'), await office.as(person).get(`/reception/today?unitId=${COMMUNE}&on=${TODAY}`), await office.as(person).get('/reception/visits?q=Mat'),
        await office.as(person).get('/reception/visits?kind=denunciation'), await office.as(person).get('/reception/visits?tab=to-answer')]
      for (const { body } of everything) expect(body).not.toMatch(/Vũ Thị Mật|thu tiền sai/)
      expect((await list(person, 'q=thu+tien+sai')).total).toBe(0)
      expect((await list(person, 'kind=denunciation')).total).toBe(0)
      expect(await refusal(office.as(person).get(`/reception/visits/${id}/receipt.pdf`))).toBe('403 reception.visit_is_covered')
    }
    expect((await office.as('officer').get(`/reception/known-people?unitId=${COMMUNE}&q=Mat`)).json<KnownPeople>().people).toEqual([])
    expect(await refusal(office.as('officer').put(`/reception/visits/${id}`, { version: 1, peopleCount: 1, visitors: [], matters: [] }))).toBe('403 reception.visit_is_covered')
    expect((await list('chair', 'q=thu+tien+sai')).visits).toMatchObject([{ id, who: 'Vũ Thị Mật', kinds: ['denunciation'] }])
    expect(await read('chair', id)).toMatchObject({ isCovered: false, visitors: [{ name: 'Vũ Thị Mật' }] })
  })

  test('that it was opened stands in the audit trail', async () => {
    const { id } = await denounced()
    await read('chair', id)
    const { rows } = await database.owner.pool.query('select actor_name from platform.audit_entry where action = $1 and subject_id = $2', ['read', id])
    expect(rows).toEqual([{ actor_name: 'chair' }])
  })
})

describe('refused, answered, corrected', () => {
  test('a refusal takes nothing in; the written one is due in three working days and gets its number once', async () => {
    const { id, cases } = await register('officer', { matters: [], refusal: { ground: 'answered-before', because: 'Quyết định 12/QĐ-UBND ngày 03/02/2026 đã có hiệu lực' } })
    expect(cases).toEqual([])
    const record = await read('officer', id)
    expect(record).toMatchObject({ owed: { step: 'refusal-notice', due: '2026-11-27', doneOn: null }, maySignNotice: true })
    expect((await list('officer', 'tab=refused')).visits.map((visit) => visit.id)).toContain(id)
    expect((await list('officer', 'tab=to-answer')).visits.map((visit) => visit.id)).toContain(id)
    const notice = await office.as('officer').get(`/reception/visits/${id}/notice.docx`)
    expect([notice.statusCode, notice.headers['content-type']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'])
    expect(await refusal(office.as('officer').post(`/reception/visits/${id}/notice`, { version: record.version, number: '15/TB', signedOn: TODAY }))).toBe('400 http.invalid_request')
    expect((await office.as('officer').post(`/reception/visits/${id}/notice`, { version: record.version, number: '15', signedOn: TODAY })).statusCode).toBe(204)
    expect(await read('officer', id)).toMatchObject({ owed: { doneOn: TODAY }, refusal: { noticeNumber: '15', noticeSignedOn: TODAY }, maySignNotice: false })
    expect(await refusal(office.as('officer').post(`/reception/visits/${id}/notice`, { version: record.version + 1, number: '16', signedOn: TODAY }))).toBe('409 reception.notice_signed_already')
    expect(await refusal(office.as('officer').get(`/reception/visits/${id}/receipt.pdf`))).toBe('409 reception.nothing_taken_in')
  })

  test('what was taken in is answered by its day; what is over the day stands among the late', async () => {
    const old = await register('officer', {}, '2026-11-05')
    const fresh = await register('officer', {}, '2026-11-10')
    const late = (await list('officer', 'tab=late')).visits.map(({ id }) => id)
    expect(late).toContain(old.id)
    expect(late).not.toContain(fresh.id)
    expect((await read('officer', old.id)).owed).toMatchObject({ due: '2026-11-19' })
    const told = (toldOn: string, version = 1) => office.as('officer').post(`/reception/visits/${old.id}/told`, { version, toldOn, how: 'Gửi Thông báo số 7/TB-UBND' })
    expect(await refusal(told('2026-11-25'))).toBe('422 reception.day_to_come')
    expect(await refusal(told('2026-11-04'))).toBe('422 reception.before_the_visit')
    expect((await told('2026-11-20')).statusCode).toBe(204)
    expect(await refusal(told('2026-11-20', 2))).toBe('409 reception.told_already')
    expect((await list('officer', 'tab=late')).visits.map(({ id }) => id)).not.toContain(old.id)
  })

  test('a slip of the pen is put right, and the audit trail keeps that it was', async () => {
    const { id } = await register('officer')
    const { version, visitors, matters } = await read('officer', id)
    const correction = {
      version, peopleCount: 3, note: 'Có mang theo bản đồ', visitors: visitors.map((visitor) => ({ id: visitor.id, name: 'Nguyễn Văn Ân', address: visitor.address, phone: '0912 345 678' })),
      matters: matters.map((matter) => ({ id: matter.id, content: 'Xin sửa đường vào thôn 4', isRepeat: true, priorBody: null, isCompetent: true, guidance: null, handledBy: 'Phòng Kinh tế', result: null })),
    }
    expect(await refusal(office.as('petitions').put(`/reception/visits/${id}`, correction))).toBe('403 http.not_allowed')
    expect(await refusal(office.as('neighbour').put(`/reception/visits/${id}`, correction))).toBe('404 reception.no_such_visit')
    expect(await refusal(office.as('officer').put(`/reception/visits/${id}`, { ...correction, matters: [] }))).toBe('422 reception.correction_leaves_out')
    expect((await office.as('officer').put(`/reception/visits/${id}`, correction)).statusCode).toBe(204)
    expect(await refusal(office.as('colleague').put(`/reception/visits/${id}`, correction))).toBe('409 reception.changed_meanwhile')
    expect(await read('officer', id)).toMatchObject({ peopleCount: 3, note: 'Có mang theo bản đồ', visitors: [{ name: 'Nguyễn Văn Ân', phone: '0912345678' }], matters: [{ content: 'Xin sửa đường vào thôn 4', isRepeat: true, isCompetent: true, handledBy: 'Phòng Kinh tế' }] })
    expect((await list('officer', 'q=thon+4+an')).visits.map((visit) => visit.id)).toContain(id)
  })
})

test('what petitions find to be a denunciation is covered from then on', async () => {
  const { id, cases } = await register('officer', { visitors: [aVisitor('Lý Thị Kín')], matters: [aMatter('Cán bộ thu tiền sai', { kind: 'feedback' })] })
  await database.work((work) => work.announce('petitions.found-to-denounce', { caseId: cases[0]?.id }))
  await database.settle(receptionReactions)
  expect(await read('officer', id)).toMatchObject({ isCovered: true, visitors: [] })
  expect((await office.as('officer').get(`/reception/known-people?unitId=${COMMUNE}&q=ly+thi+kin`)).json<KnownPeople>().people.filter(({ from }) => from === 'visit')).toEqual([])
  expect(await read('chair', id)).toMatchObject({ isCovered: false, visitors: [{ name: 'Lý Thị Kín' }] })
})

test('scans are kept with the visit and with the case it made, for who sees it', async () => {
  const { id } = await register('officer')
  const upload = (person: Person, file?: File) => sendForm(office.http, office.as(person).cookie, 'POST', `/reception/visits/${id}/files`, {}, file)
  expect(JSON.parse((await upload('officer')).body)).toMatchObject({ code: 'reception.no_file' })
  const sent = await upload('officer', new File(['Đơn viết tay'], 'don.txt'))
  expect(sent.statusCode, sent.body).toBe(201)
  const [fileId] = sent.json<{ ids: string[] }>().ids
  expect((await read('officer', id)).files).toMatchObject([{ id: fileId, name: 'don.txt' }])
  const { rows } = await database.owner.pool.query('select f.name from petitions.attachment a join platform.file f on f.id = a.file_id join reception.matter m on m.case_id = a.case_id where m.visit_id = $1', [id])
  expect(rows).toEqual([{ name: 'don.txt' }])
  expect((await office.as('petitions').get(`/reception/visits/${id}/files/${fileId ?? ''}`)).body).toBe('Đơn viết tay')
  expect(await refusal(office.as('neighbour').get(`/reception/visits/${id}/files/${fileId ?? ''}`))).toBe('404 reception.no_such_visit')
  const other = await register('officer')
  expect(await refusal(office.as('officer').get(`/reception/visits/${other.id}/files/${fileId ?? ''}`))).toBe('404 files.not_found')
})

async function count(table: string): Promise<number> {
  const { rows } = await database.owner.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)
  return rows[0]?.count ?? 0
}

function actorOf(login: Person) {
  return actorByLogin({ db: database.app.db, today: () => database.today }, login)
}
