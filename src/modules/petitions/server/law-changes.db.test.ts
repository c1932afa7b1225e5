import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'

let office: PetitionOffice
let acts: Acts<PetitionPerson>

beforeAll(async () => {
  office = await openPetitionOffice('2026-06-22')
  acts = actsIn(office.database, office)
})
afterAll(() => office.close())

const on = (day: string) => { office.database.today = plainDate(day) }
const acceptance = async (id: string) => {
  const term = (await acts.read('head', id)).terms.find(({ step }) => step === 'acceptance')
  return [term?.due, term?.why?.counted, term?.why?.unit, term?.why?.article.slice(0, 27), term?.why?.validFrom, term?.why?.validUntil]
}
async function received(day: string): Promise<string> {
  on(day)
  const { id } = await office.register({ receivedOn: day })
  await acts.take('sorter', id, 'sort', asSorted({ topicCode: 'thu-hoi-dat' }))
  return id
}

test('received before 1/7/2026 a complaint is taken up within ten days, received from then on within seven working days', async () => {
  const [before, after] = [await received('2026-06-30'), await received('2026-07-01')]
  expect(await acceptance(before)).toEqual(['2026-07-10', 10, 'calendar', 'Luật Khiếu nại 02/2011/QH13', '2012-07-01', '2026-07-01'])
  expect(await acceptance(after)).toEqual(['2026-07-10', 7, 'working', 'Nghị định 124/2020/NĐ-CP, Đ', '2026-07-01', null])
})

test('a step keeps the rule of its start: sorted, suspended, declared complex after the change, the date of the old law stands', async () => {
  const id = await received('2026-06-26')
  expect((await acceptance(id))[0]).toBe('2026-07-06')
  on('2026-07-02')
  await acts.take('sorter', id, 'sort', asSorted({ topicCode: 'thu-hoi-dat', isRemote: true }))
  expect(await acceptance(id)).toEqual(['2026-07-06', 10, 'calendar', 'Luật Khiếu nại 02/2011/QH13', '2012-07-01', '2026-07-01'])
  await acts.decide({ by: 'sorter', head: 'head' }, id, { action: 'accept', fields: {} })
  expect(await acts.terms('head', id)).toEqual({ 'complaint.acceptance': ['2026-06-26', '2026-07-06', '2026-07-02'], 'complaint.first-resolution': ['2026-07-02', '2026-08-17', null] }) // remote: 45 days end on Sunday 16/8
})

test('taken up before the change and ended after it: the resolution by its own rule, the dialogue’s notice by that of its day', async () => {
  const id = await received('2026-06-22')
  await acts.decide({ by: 'sorter', head: 'head' }, id, { action: 'accept', fields: {} })
  on('2026-07-01')
  await acts.decide({ by: 'head', head: 'head' }, id, { action: 'suspend', fields: { because: 'Chờ kết quả giám định' } })
  on('2026-07-13')
  await acts.decide({ by: 'head', head: 'head' }, id, { action: 'resume', fields: { because: 'Đã có kết quả giám định' } })
  expect(await acts.terms('head', id)).toMatchObject({ 'complaint.first-resolution': ['2026-06-22', '2026-08-03', null] }) // 22/7 and twelve days
  await acts.take('head', id, 'dialogues', { on: '2026-07-24', at: '08:00', place: 'Trụ sở', notifiedOn: '2026-07-13', chairedBy: 'Giám đốc', chairedByHead: true })
  await acts.decide({ by: 'head', head: 'head' }, id, { action: 'declare-complex', fields: { grounds: ['several-places', 'many-people'], because: 'Theo hồ sơ' } })
  expect((await acts.read('head', id)).dueOn).toBe('2026-08-18') // 45 days and twelve
  on('2026-08-18')
  await acts.decide({ by: 'head', head: 'head' }, id, { action: 'conclude', fields: { outcome: 'right', summary: 'Đúng', answer: 'Quyết định' } })
  expect(await acts.read('head', id)).toMatchObject({ inTime: true, state: 'settled' })
})

test('before any rule of the law a step has no term, and the timeline says so', async () => {
  const id = await received('2026-07-01')
  await office.database.owner.pool.query(`update deadlines.rule set valid_until = '2026-07-02' where procedure = 'complaint' and step = 'first-resolution'`)
  on('2026-07-02')
  await acts.decide({ by: 'sorter', head: 'head' }, id, { action: 'accept', fields: {} })
  expect(await acts.read('head', id)).toMatchObject({ state: 'accepted', dueOn: null })
  expect((await acts.read('head', id)).events.at(-1)?.detail).toMatchObject({ withoutTerm: ['complaint.first-resolution'] })
})
