import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { HOME_AFFAIRS, openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import type { SortAdvice } from '../../contract-acts.ts'

const TODAY = '2026-03-16' // a Monday
let office: PetitionOffice
let acts: Acts<PetitionPerson>
let topicCode = ''

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
  acts = actsIn(office.database, office)
  topicCode = (await office.as('sorter').get('/petitions/topics')).json<{ topics: { code: string }[] }>().topics[0]?.code ?? ''
})
afterAll(() => office.close())

const sorted = (more: Record<string, unknown> = {}) => asSorted({ topicCode, ...more })
const eventsOf = async (id: string) => (await office.read(id)).events.map(({ kind, shownToCitizen }) => (shownToCitizen ? `${kind}*` : kind))

test('who sorts says what it is; the record, the timeline and the list know', async () => {
  const { id } = await office.register({ title: 'Đơn về đất' })
  await acts.take('sorter', id, 'sort', sorted({ title: 'Khiếu nại thu hồi đất', peopleCount: 6, skipsLevel: true, decisionKnownOn: '2026-01-05' }))
  expect(await office.read(id)).toMatchObject({ title: 'Khiếu nại thu hồi đất', sortedOn: TODAY, eligible: true, competent: true, peopleCount: 6, isGroup: true, skipsLevel: true, decisionKnownOn: '2026-01-05', topicCode, state: 'received', version: 2 })
  expect(await eventsOf(id)).toEqual(['received*', 'sort'])
})

test.each([
  ['receiver', '403 http.not_allowed'], ['resolver', '403 http.not_allowed'], ['statistician', '403 http.not_allowed'], ['otherHead', '404 petitions.no_such_case'], ['head', '200'],
] as const)('of others, %s: %s', async (person, expected) => {
  const { id } = await office.register()
  expect(await acts.tried(person, id, 'sort', sorted())).toBe(expected)
})

test('what another changed meanwhile is not written over', async () => {
  const { id } = await office.register()
  await acts.take('sorter', id, 'sort', sorted())
  expect(await acts.tried('head', id, 'sort', sorted({ version: 1 }))).toBe('409 petitions.changed_meanwhile')
})

test.each([
  [{ topicCode: 'khong-co' }, '422 petitions.no_such_topic at topicCode'], [{ decisionKnownOn: '2026-03-17' }, '422 petitions.decision_known_after at decisionKnownOn'],
  [{ placeUnitId: '00000000-0000-4000-8000-000000000000' }, '422 petitions.no_such_place at placeUnitId'], [{ sameMatterAs: '00000000-0000-4000-8000-000000000000' }, '422 petitions.no_such_earlier_case at sameMatterAs'],
  [{ peopleCount: 0 }, '400 http.invalid_request at peopleCount'],
])('%j cannot be meant: %s', async (said, expected) => {
  const { id } = await office.register()
  expect(await acts.tried('sorter', id, 'sort', sorted(said))).toBe(expected)
})

test('sorted as another kind, the right term runs from the day of receipt', async () => {
  const { id } = await office.register({ kind: 'feedback', receivedOn: '2026-03-10' })
  expect(await acts.terms('head', id)).toEqual({ 'feedback.reply': ['2026-03-10', '2026-03-24', null] })
  await acts.take('sorter', id, 'sort', sorted())
  expect(await acts.terms('head', id)).toEqual({ 'feedback.reply': ['2026-03-10', '2026-03-24', TODAY], 'complaint.acceptance': ['2026-03-10', '2026-03-20', null] }) // 10 days, Luật Khiếu nại Đ27
  expect(await office.read(id)).toMatchObject({ dueOn: '2026-03-20', dueStep: 'complaint.acceptance', kind: 'complaint' })
})

test('feedback that is another’s has to be passed on in five working days; sorted anew as ours, no longer', async () => {
  const { id } = await office.register({ kind: 'feedback' })
  await acts.take('sorter', id, 'sort', sorted({ kind: 'feedback', competent: false }))
  expect(await acts.terms('head', id)).toMatchObject({ 'feedback.transfer': [TODAY, '2026-03-23', null], 'feedback.reply': [TODAY, '2026-03-30', null] })
  await acts.take('sorter', id, 'sort', sorted({ kind: 'feedback', competent: false }))
  await acts.take('sorter', id, 'sort', sorted({ kind: 'feedback' }))
  expect(await acts.terms('head', id)).toMatchObject({ 'feedback.transfer': [TODAY, '2026-03-23', TODAY] })
})

test('found to be a denunciation, it leaves the sight of who does not handle them', async () => {
  const { id } = await office.register()
  await acts.take('sorter', id, 'sort', sorted({ kind: 'denunciation', competent: false }))
  expect((await office.as('sorter').get(`/petitions/${id}`)).statusCode).toBe(404)
  expect((await office.read(id, 'denouncer')).kind).toBe('denunciation')
  expect(await acts.terms('denouncer', id)).toMatchObject({ 'denunciation.intake': [TODAY, '2026-03-25', null], 'denunciation.transfer': [TODAY, '2026-03-23', null], 'complaint.acceptance': [TODAY, '2026-03-26', TODAY] })
})

test('decided or left lying by a first body, a complaint is of second instance', async () => {
  const { id } = await office.register()
  await acts.take('sorter', id, 'sort', sorted({ prior: 'settled-once', priorBody: 'Chủ tịch UBND phường' }))
  expect((await office.read(id)).instance).toBe(2)
  await acts.take('sorter', id, 'sort', sorted())
  expect((await office.read(id)).instance).toBe(1)
})

test('two letters on one vụ việc become one matter', async () => {
  const [first, second] = [await office.register(), await office.register()]
  await acts.take('sorter', second.id, 'sort', sorted({ sameMatterAs: first.id }))
  const { rows } = await office.database.owner.pool.query<{ same: boolean }>('select count(distinct matter_id) = 1 as same from petitions.case where id = any($1)', [[first.id, second.id]])
  expect(rows).toEqual([{ same: true }])
})

test('remote places have longer terms, and the running ones follow', async () => {
  const { id } = await office.register({ kind: 'complaint' })
  await acts.take('sorter', id, 'sort', sorted({ isRemote: true }))
  expect((await office.read(id)).terms[0]).toMatchObject({ isRemote: true })
})

test('one letter on several matters becomes as many cases, received when the letter was', async () => {
  const { id } = await office.register({ receivedOn: '2026-03-12', content: 'Đất và đường.', parties: [{ name: 'Người gửi', identity: { kind: 'cccd', number: '068090001234' } }] })
  await office.database.owner.pool.query(`insert into platform.file (id, hash, name, media_type, size, uploaded_by) values ('11111111-1111-4111-8111-111111111111', 'h', 'don.pdf', 'application/pdf', 1, 'x')`)
  await office.database.owner.pool.query(`insert into petitions.attachment (id, case_id, file_id, from_citizen, added_by) values (gen_random_uuid(), $1, '11111111-1111-4111-8111-111111111111', true, 'x')`, [id])
  const { made } = await acts.take('sorter', id, 'split', { parts: [{ title: 'Thu hồi đất', kind: 'complaint', topicCode }, { title: 'Sửa đường', kind: 'feedback' }, { title: 'Cán bộ nhận tiền', kind: 'denunciation' }] })
  expect(made).toHaveLength(2) // who sorts is not told of the denunciation
  const record = await office.read(id)
  expect([record.state, record.links.map(({ link, way }) => `${way} ${link}`), await eventsOf(id)]).toEqual(['split', ['to split', 'to split', 'to split'], ['received*', 'split*']])
  expect((await office.read(id, 'sorter')).links).toHaveLength(2)
  const part = await office.read(made[1]?.id ?? '')
  expect(part).toMatchObject({ title: 'Sửa đường', kind: 'feedback', content: 'Đất và đường.', receivedOn: '2026-03-12', dueOn: '2026-03-26', parties: [{ name: 'Người gửi', identityEnd: '234' }], attachments: [{ name: 'don.pdf', fromCitizen: true }] })
  expect(await acts.terms('head', id)).toEqual({ 'complaint.acceptance': ['2026-03-12', '2026-03-23', TODAY] }) // rolled on from Sunday 22
  expect(await acts.tried('sorter', id, 'sort', sorted())).toBe('409 petitions.not_in_this_state')
})

test('a case is given to an officer who may; they hear of it, and may act on it from then on', async () => {
  const { id, number } = await office.register()
  const people = (await office.as('sorter').get(`/petitions/assignees?unitId=${HOME_AFFAIRS}`)).json<{ assignees: { id: string; name: string }[] }>().assignees
  const resolver = people.find(({ name }) => name === 'resolver')?.id ?? ''
  expect(await acts.tried('resolver', id, 'assign', { assigneeId: resolver })).toBe('403 http.not_allowed')
  expect(await acts.tried('sorter', id, 'assign', { assigneeId: '00000000-0000-4000-8000-000000000000' })).toBe('422 petitions.not_assignable at assigneeId')
  await acts.take('sorter', id, 'assign', { assigneeId: resolver, note: 'Việc gấp' })
  expect((await office.read(id)).assignee).toMatchObject({ name: 'resolver' })
  const { notices } = (await office.as('resolver').get('/people/me/notices')).json<{ notices: { subject: string; details: object; link: string }[] }>()
  expect(notices).toEqual([expect.objectContaining({ subject: 'petitions.notice_assigned', details: { number, year: 2026 }, link: `/don-thu/${id}` })])
  expect(await acts.tried('resolver', id, 'sort', sorted())).toBe('200')
})

test('a denunciation is given only to who handles them', async () => {
  const { id } = await office.register({ kind: 'denunciation' }, 'denouncer')
  const people = (await office.as('head').get(`/petitions/assignees?unitId=${HOME_AFFAIRS}`)).json<{ assignees: { id: string; name: string }[] }>().assignees
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
  expect(await acts.tried('head', id, 'assign', { assigneeId: idOf('resolver') })).toBe('422 petitions.not_assignable at assigneeId')
  expect(await acts.tried('head', id, 'assign', { assigneeId: idOf('denouncer') })).toBe('200')
})

test('the system says what it thinks of a letter, with the article of each thing', async () => {
  const { id } = await office.register({ against: 'UBND phường Xuân Hương - Đà Lạt', decisionKnownOn: '2025-10-01', peopleCount: 9, parties: [{ name: 'Người gửi', role: 'representative' }] })
  const advice = (await office.as('sorter').get(`/petitions/${id}/advice`)).json<SortAdvice>()
  expect(advice).toMatchObject({ eligible: false, competent: false, skipsLevel: false, suggests: 'refuse', competentUnit: { name: 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt' } })
  expect(advice.advice.map(({ code, article, details }) => [code, article.slice(0, 14), details['until'] ?? details['body'] ?? '']))
    .toEqual(expect.arrayContaining([['out-of-time', 'Luật Khiếu nại', '30/12/2025'], ['no-decision-named', 'Thông tư 05/20', ''], ['group', 'Luật Tiếp công', ''], ['other-unit', 'Luật Khiếu nại', 'Ủy ban nhân dân phường Xuân Hương - Đà Lạt']]))
  expect((await office.as('otherSorter').get(`/petitions/${id}/advice`)).statusCode).toBe(404)
})

test('the same matter again while it is being handled is laid aside, says the system', async () => {
  const first = await office.register()
  const { id } = await office.register({ repeatOf: first.id })
  office.database.today = plainDate(TODAY)
  expect((await office.as('sorter').get(`/petitions/${id}/advice`)).json<SortAdvice>()).toMatchObject({ suggests: 'file', advice: expect.arrayContaining([expect.objectContaining({ code: 'same-being-handled', ground: 'duplicate', details: { number: `${first.number}/2026` } })]) })
})
