import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Registered } from '../contract.ts'
import type { Assignees, Matter, SimilarCase } from '../contract-cases.ts'
import { HOME_AFFAIRS, JUSTICE, openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'

const TODAY = '2026-03-02'
const STORY = 'Ngày 15 tháng 2 năm 2026 tổ công tác đến nhà tôi đo lại thửa đất số 12, tờ bản đồ 7, và ghi diện tích ít hơn sổ đã cấp 40 mét vuông. Gia đình tôi ở đây từ năm 1992, có hàng rào và cây trồng lâu năm. '
  + 'Tôi đề nghị cơ quan xem lại biên bản đo đạc, cho gia đình tôi tham gia và trả lời bằng văn bản vì sao diện tích bị ghi giảm như vậy.'
let office: PetitionOffice

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
})
afterAll(() => office.close())

async function similar(id: string, by: PetitionPerson = 'sorter'): Promise<SimilarCase[]> {
  const answer = await office.as(by).get(`/petitions/${id}/similar`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ cases: SimilarCase[] }>().cases
}
const of = (cases: readonly SimilarCase[]) => cases.map(({ id, why }) => [id, why.join(' ')])

describe('what may be the same matter', () => {
  const SENDER = { name: 'Bà Phan Thị Giống', phone: '0912000111', address: 'Tổ 1, phường 3', identity: { kind: 'cccd', number: '068085001111' } }
  let first: Registered
  let copy: Registered
  let secret: Registered
  beforeAll(async () => {
    first = await office.register({ content: STORY, parties: [SENDER] })
    copy = await office.register({ channel: 'email', title: 'Gửi lại đơn', content: STORY.replace('40 mét vuông', '41 mét vuông').toUpperCase(), parties: [{ name: 'Người gửi khác' }] })
    await office.register({ content: 'Đề nghị sửa đèn đường trước cổng trường tiểu học, tối không đi lại được.', parties: [{ name: 'Người không liên quan' }] })
    secret = await office.register({ kind: 'denunciation', content: STORY, parties: [SENDER] }, 'denouncer')
    await office.register({ unitId: JUSTICE, content: STORY, parties: [SENDER] }, 'otherSorter')
  })

  test('near-same text, accents or not, and by another way: with how much is the same; other units’ cases never', async () => {
    expect(of(await similar(first.id))).toEqual([[copy.id, 'near-text other-channel']])
    expect((await similar(first.id))[0]).toMatchObject({ isSameMatter: false, title: 'Gửi lại đơn' })
    expect((await similar(first.id))[0]?.likeness).toBeGreaterThan(0.8)
  })

  test('the same person: by number, by telephone, by name at the same address', async () => {
    const by = async (sender: object) => of(await similar((await office.register({ content: 'Một việc hoàn toàn khác, về tiền nước.', parties: [{ name: 'Ai đó khác tên', ...sender }] })).id)).filter(([id]) => id === first.id)
    expect(await by({ identity: SENDER.identity })).toEqual([[first.id, 'same-person']])
    expect(await by({ phone: '+84 912 000 111' })).toEqual([[first.id, 'same-person']])
    expect(await by({ name: 'bà phan thi giong', address: 'tổ 1, Phường 3' })).toEqual([[first.id, 'same-person']])
    expect(await by({ name: SENDER.name })).toEqual([])
  })

  test('a denunciation is suggested only to who handles them', async () => {
    expect(of(await similar(first.id, 'denouncer')).map(([id]) => id)).toContain(secret.id)
    expect(of(await similar(first.id, 'sorter')).map(([id]) => id)).not.toContain(secret.id)
  })

  test('while it is typed, to who may read what is found; nothing is kept', async () => {
    const ask = async (by: PetitionPerson) => (await office.as(by).post('/petitions/similar', { unitId: HOME_AFFAIRS, content: STORY, channel: 'post', people: [{ name: 'Ai', phone: '0912000111' }] })).json<{ cases: SimilarCase[] }>().cases
    expect(of(await ask('sorter')).slice(0, 2)).toEqual([[first.id, 'same-person near-text'], [copy.id, 'near-text other-channel']])
    expect(await ask('receiver')).toEqual([])
    expect(await ask('otherSorter')).toEqual([])
    expect((await office.as('resolver').post('/petitions/similar', { unitId: HOME_AFFAIRS })).statusCode).toBe(403)
  })

  test('a letter of no words is like no other', async () => {
    const { id } = await office.register({ title: '…', content: '', parties: [{ name: 'Người không viết gì' }] })
    expect(await similar(id)).toEqual([])
  })
})

describe('one matter', () => {
  test('all its cases for who may read them; of other units only what the links say, and denunciations to nobody else', async () => {
    const first = await office.register({ title: 'Việc thứ nhất' })
    const repeat = await office.register({ title: 'Gửi lại việc thứ nhất', repeatOf: first.id })
    const { pool } = office.database.owner
    const copyTo = async (unitId: string, kind: string) => (await pool.query<{ id: string }>(
      `insert into petitions.case (id, code, matter_id, unit_id, year, number, channel, received_on, kind, title, origin_id, origin_link)
       select gen_random_uuid(), $2, id, $3, 2026, 900 + (random() * 1000)::int, 'transferred', '2026-03-02', $4, 'Đơn chuyển', id, 'transfer' from petitions.case where id = $1 returning id`, [first.id, `${kind}-${unitId}`.slice(0, 40), unitId, kind])).rows[0]?.id ?? ''
    const elsewhere = await copyTo(JUSTICE, 'complaint')
    await copyTo(JUSTICE, 'denunciation')
    const matter = async (by: PetitionPerson) => (await office.as(by).get(`/petitions/matters/${first.id}`)).json<Matter>()
    expect((await matter('sorter')).cases.map(({ id }) => id)).toEqual([first.id, repeat.id])
    expect((await matter('sorter')).elsewhere).toEqual([{ id: null, link: 'transfer', way: 'to', unitName: 'Sở Tư pháp', state: 'received', receivedOn: TODAY, title: null }])
    expect(await matter('otherSorter')).toMatchObject({ cases: [{ id: elsewhere }], elsewhere: [{ id: null, link: 'transfer', way: 'from', unitName: 'Sở Nội vụ' }] })
    const links = (await office.read(first.id)).links
    expect(links.map(({ id, link, unitName, title }) => [id, link, unitName, title])).toEqual(expect.arrayContaining([[repeat.id, 'repeat', 'Sở Nội vụ', 'Gửi lại việc thứ nhất'], [null, 'transfer', 'Sở Tư pháp', null]]))
    expect(links).toHaveLength(2)
    expect((await office.as('statistician').get(`/petitions/matters/${first.id}`)).statusCode).toBe(403)
  })
})

test('who may be given a case: the unit’s resolvers with what they hold; a denunciation goes only to who handles them', async () => {
  const { id } = await office.register()
  await office.database.owner.pool.query(`update petitions.case set assignee_id = (select id from people.account where login = 'resolver') where id = $1`, [id])
  const names = async (query: string, by: PetitionPerson = 'sorter') => {
    const answer = await office.as(by).get(`/petitions/assignees?${query}`)
    return answer.statusCode === 200 ? answer.json<Assignees>().assignees.map(({ name, openCases }) => `${name} ${String(openCases)}`) : answer.statusCode
  }
  expect(await names(`unitId=${HOME_AFFAIRS}`)).toEqual(['denouncer 0', 'head 0', 'resolver 1'])
  expect(await names(`unitId=${HOME_AFFAIRS}&kind=denunciation`)).toEqual(['denouncer 0', 'head 0'])
  expect(await names(`unitId=${JUSTICE}`)).toBe(403)
  expect(await names(`unitId=${HOME_AFFAIRS}`, 'resolver')).toBe(403)
})

test('topics are everybody’s to read, and for who looks after them in the whole province to change', async () => {
  const topic = { name: 'Chuyển đổi số', nameEn: 'Digital services', field: 'other-administrative', shownToCitizens: true, validFrom: '2026-01-01' }
  const put = async (by: PetitionPerson, body: object = topic) => {
    const answer = await office.as(by).put('/petitions/topics/chuyen-doi-so', body)
    return answer.statusCode === 204 ? 204 : answer.json<{ code: string }>().code
  }
  expect(await put('sorter')).toBe('http.not_allowed')
  expect(await put('manager', { ...topic, validUntil: '2026-01-01' })).toBe('petitions.topic_ends_before')
  expect(await put('manager')).toBe(204)
  const topics = (await office.as('statistician').get('/petitions/topics')).json<{ topics: { code: string; field: string }[] }>().topics
  expect(topics.find(({ code }) => code === 'chuyen-doi-so')).toMatchObject({ field: 'other-administrative' })
  expect(topics.length).toBeGreaterThan(25)
  expect(await office.register({ topicCode: 'chuyen-doi-so' })).toMatchObject({ year: 2026 })
})
