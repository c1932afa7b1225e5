import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CasePage, Registered } from '../contract.ts'
import { HOME_AFFAIRS, JUSTICE, openPetitionOffice, WARD, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actorByLogin } from '#modules/people/server/index.ts'
import { parseXlsx } from '#platform/server/spreadsheet/parse-xlsx.ts'
import { searchPetitions } from './search-petitions.ts'

const TODAY = '2026-03-16'
let office: PetitionOffice
const made: Record<string, Registered> = {}

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
  made['land'] = await office.register({ receivedOn: '2026-03-02', topicCode: 'thu-hoi-dat', placeUnitId: WARD, title: 'Khiếu nại quyết định thu hồi đất', placeNote: 'Dự án hồ Tuyền Lâm', parties: [{ name: 'Bà Nguyễn Thị Khiếu', identity: { kind: 'cccd', number: '068 090 001 234' } }] })
  made['waste'] = await office.register({ receivedOn: '2026-03-12', kind: 'feedback', channel: 'email', topicCode: 'moi-truong', title: 'Rác thải chưa được thu gom', content: 'Đề nghị thu gom rác hằng ngày ở tổ dân phố.', parties: [{ name: 'Ông Trần Văn Phản' }] })
  made['group'] = await office.register({ receivedOn: TODAY, title: 'Bồi thường chưa thỏa đáng', content: 'Chúng tôi xin được xem xét lại giá bồi thường.', peopleCount: 9 })
  made['secret'] = await office.register({ receivedOn: '2026-03-13', kind: 'denunciation', title: 'Tố cáo nhận hối lộ khi thu hồi đất', content: 'Nội dung tố cáo.', against: 'Một cán bộ', parties: [{ name: 'Người Tố Cáo' }] }, 'denouncer')
  made['other'] = await office.register({ unitId: JUSTICE, receivedOn: '2026-03-13', title: 'Thu hồi đất ở nơi khác', content: 'Đơn của đơn vị khác.' }, 'otherSorter')
})
afterAll(() => office.close())

async function list(query: string, by: PetitionPerson = 'sorter'): Promise<CasePage> {
  const answer = await office.as(by).get(`/petitions?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<CasePage>()
}
const nameOf = (id: string) => Object.entries(made).find(([, { id: known }]) => known === id)?.[0] ?? id
const found = async (query: string, by: PetitionPerson = 'sorter') => (await list(query, by)).cases.map(({ id }) => nameOf(id))
const search = (q: string, by: PetitionPerson = 'sorter') => found(`tab=all&q=${encodeURIComponent(q)}`, by)

test('the tabs show each what is theirs, in their order, and count it', async () => {
  expect(await found('tab=all', 'head')).toEqual(['group', 'secret', 'waste', 'land'])
  expect(await found('tab=open', 'head')).toEqual(['land', 'secret', 'waste', 'group'])
  expect(await found('tab=to-sort', 'head')).toEqual(['land', 'secret', 'waste', 'group'])
  expect(await found('tab=overdue', 'head')).toEqual(['land'])
  expect(await found('tab=due-soon', 'head')).toEqual([])
  expect(await found('tab=mine', 'head')).toEqual([])
  expect([await found('tab=open&due=late', 'head'), await found('tab=all&due=thisWeek', 'head'), await found('tab=open&due=suspended', 'head')]).toEqual([['land'], [], []])
  expect((await found('tab=open&due=later', 'head')).toSorted()).toEqual(['group', 'secret', 'waste'])
  const { total, counts } = await list('tab=all', 'head')
  expect({ total, counts }).toEqual({ total: 4, counts: { mine: 0, 'to-sort': 4, open: 4, 'due-soon': 0, overdue: 1, 'to-sign': 0, all: 4 } })
})

test('a line says what a list needs, and no receipt code of anybody else', async () => {
  const [line] = (await list('tab=overdue')).cases
  expect(line).toMatchObject({
    number: made['land']?.number, year: 2026, kind: 'complaint', state: 'received', topicName: 'Thu hồi đất', placeName: 'Phường Xuân Hương - Đà Lạt', unitName: 'Sở Nội vụ', dueOn: '2026-03-12',
    dueStepName: 'Thụ lý khiếu nại', senderName: 'Bà Nguyễn Thị Khiếu', isGroup: false, workingDaysLeft: -2,
  })
})

test('given to me and near its term, it stands under mine and soon', async () => {
  const { database } = office
  await database.owner.pool.query(`update petitions.case set assignee_id = (select id from people.account where login = 'resolver'), due_on = '2026-03-18' where id = $1`, [made['waste']?.id])
  expect(await found('tab=mine', 'resolver')).toEqual(['waste'])
  expect(await found('tab=due-soon', 'resolver')).toEqual(['waste'])
  expect((await list('tab=mine', 'resolver')).counts).toMatchObject({ mine: 1, 'due-soon': 1 })
})

test('what waits for a signature, until it was given back', async () => {
  const { pool } = office.database.owner
  await pool.query(`insert into petitions.decision (id, case_id, action, fields, prepared_by, prepared_name) select gen_random_uuid(), $1, 'accept', '{}', id, name from people.account where login = 'sorter'`, [made['land']?.id])
  expect(await found('tab=to-sign', 'head')).toEqual(['land'])
  expect((await list('tab=all', 'head')).counts['to-sign']).toBe(1)
  await pool.query(`update petitions.decision set returned_because = 'Thiếu căn cứ'`)
  expect(await found('tab=to-sign', 'head')).toEqual([])
  await pool.query('delete from petitions.decision')
})

describe('filters', () => {
  test.each<[string, string[]]>([
    ['kind=feedback', ['waste']], ['state=received&kind=complaint', ['group', 'land']], ['topic=moi-truong', ['waste']], ['channel=email', ['waste']], ['from=2026-03-12&to=2026-03-13', ['waste']],
    ['isGroup=true', ['group']], ['isGroup=false', ['waste', 'land']], [`placeId=${WARD}`, ['land']], [`unitId=${HOME_AFFAIRS}`, ['group', 'waste', 'land']], [`unitId=${JUSTICE}`, []],
  ])('%s', async (query, cases) => {
    expect(await found(`tab=all&${query}`)).toEqual(cases)
  })

  test('a place of former times is found under what it has become, and by the province', async () => {
    const province = (await office.database.owner.pool.query<{ id: string }>(`select unit_id as id from organisations.unit_version where kind = 'province' and name = 'Tỉnh Lâm Đồng' limit 1`)).rows[0]?.id ?? ''
    expect(await found(`tab=all&placeId=${province}`)).toEqual(['land'])
  })

  test('a page at a time, with the whole number', async () => {
    const page = await list('tab=all&size=2&page=2', 'head')
    expect([page.cases.map(({ id }) => nameOf(id)), page.total]).toEqual([['waste', 'land'], 4])
  })
})

describe('search', () => {
  test.each<[string, string[]]>([
    ['thu hồi đất', ['land']], ['thu hoi dat', ['land']], ['THU HOI', ['land']], ['rác thải', ['waste']], ['hằng ngày rác', ['waste']], ['tuyen lam', ['land']], ['nguyen thi khieu', ['land']], ['tran van ph', ['waste']],
    ['thỏa đ', ['group']], ['không có chữ này', []], ['068090001234', ['land']], ['068 090 001 999', []], ["hồi' | (", ['land']],
  ])('%s', async (q, cases) => {
    expect(await search(q)).toEqual(cases)
  })

  test('by receipt code however it was typed, by register number with and without its year', async () => {
    const { code = '', number = 0 } = made['land'] ?? {}
    expect(await search(code.toLowerCase().replaceAll('-', ''))).toEqual(['land'])
    expect(await search(`${String(number)}/2026`)).toEqual(['land'])
    expect(await search(`số ${String(number)}`)).toEqual(['land'])
    expect(await search(`${String(number)}/2025`)).toEqual([])
  })
})

describe('a denunciation', () => {
  test.each<[PetitionPerson, boolean]>([['sorter', false], ['resolver', false], ['head', true], ['denouncer', true], ['otherHead', false]])('%s finds it: %s', async (by, knows) => {
    const { code = '', number = 0, id = '' } = made['secret'] ?? {}
    const asked = ['hối lộ', 'Người Tố Cáo', code, `${String(number)}/2026`]
    expect((await Promise.all(asked.map((q) => search(q, by)))).map((names) => names.includes('secret'))).toEqual(asked.map(() => knows))
    expect((await office.as(by).get(`/petitions/${id}`)).statusCode).toBe(knows ? 200 : 404)
    expect((await office.as(by).get('/petitions.xlsx?tab=all')).rawPayload.includes('hối lộ')).toBe(false)
    expect((await list('tab=all', by)).cases.some((line) => line.kind === 'denunciation')).toBe(knows)
  })

  test('whose reading is put in the audit trail, by whom and when', async () => {
    await office.read(made['secret']?.id ?? '', 'denouncer')
    const { rows } = await office.database.owner.pool.query<{ actor_name: string }>(`select actor_name from platform.audit_entry where action = 'read' and subject = 'petitions.case' and subject_id = $1 order by id desc limit 1`, [made['secret']?.id])
    expect(rows).toEqual([{ actor_name: 'denouncer' }])
  })
})

test('who may read no petition is told so, and a case of others is not there', async () => {
  for (const by of ['receiver', 'statistician', 'manager'] as const) expect((await office.as(by).get('/petitions')).statusCode).toBe(403)
  expect((await office.as('otherSorter').get(`/petitions/${made['land']?.id ?? ''}`)).statusCode).toBe(404)
  expect(await found('tab=all', 'otherSorter')).toEqual(['other'])
})

test('the list as a file holds every line, and that names went out is noted', async () => {
  const answer = await office.as('sorter').get('/petitions.xlsx?tab=all')
  const sheet = await parseXlsx(answer.rawPayload)
  expect(JSON.stringify(sheet)).toContain('Bà Nguyễn Thị Khiếu')
  expect(JSON.stringify(sheet)).not.toContain('hối lộ')
  const { rows } = await office.database.owner.pool.query(`select 1 from platform.audit_entry where action = 'read' and subject = 'petitions.list' and subject_id = 'all 3'`)
  expect(rows.length).toBeGreaterThan(0)
})

test('the search of the desk finds cases as far as they may be read', async () => {
  const titles = async (by: PetitionPerson, text: string) => {
    const actor = await actorByLogin(office.database.context, by)
    return (await office.database.work((work) => searchPetitions(work, text, 6), actor)).map(({ id, link }) => `${nameOf(id)} ${link.startsWith('/don-thu/') ? 'linked' : link}`)
  }
  expect(await titles('sorter', 'thu hoi dat')).toEqual(['land linked'])
  expect(await titles('head', 'thu hoi dat')).toEqual(['secret linked', 'land linked'])
  expect(await titles('receiver', 'thu hoi dat')).toEqual([])
})
