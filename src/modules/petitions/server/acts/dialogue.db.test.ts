import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'

let office: PetitionOffice
let acts: Acts<PetitionPerson>

beforeAll(async () => {
  office = await openPetitionOffice('2026-07-06') // a Monday
  acts = actsIn(office.database, office)
})
afterAll(() => office.close())

const on = (day: string) => { office.database.today = plainDate(day) }
async function accepted(): Promise<string> {
  on('2026-07-06')
  const { id } = await office.register()
  await acts.take('sorter', id, 'sort', asSorted({ topicCode: 'thu-hoi-dat' }))
  await acts.decide({ by: 'sorter', head: 'head' }, id, { action: 'accept', fields: {} })
  return id
}
const call = (more: object = {}) => ({ on: '2026-07-20', at: '08:30', place: 'Trụ sở Sở Nội vụ', notifiedOn: '2026-07-06', chairedBy: 'Giám đốc Sở', chairedByHead: true, ...more })

test('called in time, it stands in the record with the last day for the notice', async () => {
  const id = await accepted()
  await acts.take('head', id, 'dialogues', call())
  expect((await acts.read('head', id)).dialogues).toEqual([expect.objectContaining({ on: '2026-07-20', at: '08:30', notifiedOn: '2026-07-06', lastDayToNotify: '2026-07-15', inTime: true, held: null })])
  expect((await acts.read('head', id)).events.at(-1)).toMatchObject({ kind: 'call-dialogue', shownToCitizen: true, detail: { on: '2026-07-20', inTime: true } })
})

test('told too late while another day can be chosen, it is refused with the first day that would do', async () => {
  const id = await accepted()
  for (const [day, expected] of [['2026-07-10', '422'], ['2026-07-11', '200']] as const) { // five days back from Saturday 11 is Monday 6
    const answer = await office.as('head').post(`/petitions/${id}/dialogues`, { version: (await acts.read('head', id)).version, ...call({ on: day }) })
    expect(String(answer.statusCode)).toBe(expected)
    if (expected === '422') expect(answer.json()).toMatchObject({ code: 'petitions.dialogue_told_too_late', details: { field: 'on', last: '03/07/2026', earliest: '11/07/2026' } })
  }
})

test('one that was held already is recorded as it was: told too late', async () => {
  const id = await accepted()
  on('2026-07-15')
  await acts.take('head', id, 'dialogues', call({ on: '2026-07-14', notifiedOn: '2026-07-13' }))
  expect((await acts.read('head', id)).dialogues[0]).toMatchObject({ lastDayToNotify: '2026-07-09', inTime: false })
})

test.each([
  [{ notifiedOn: '2026-07-07' }, '422 petitions.day_to_come at notifiedOn'], [{ notifiedOn: '2026-07-03' }, '422 petitions.day_before_case at notifiedOn'], [{ on: '2026-07-05', notifiedOn: '2026-07-06' }, '422 petitions.dialogue_before_notice at on'],
  [{ at: '25:00' }, '400 http.invalid_request at at'], [{ place: '' }, '400 http.invalid_request at place'],
])('%j cannot be meant', async (said, expected) => expect(await acts.tried('head', await accepted(), 'dialogues', call(said))).toBe(expected))

test('from 1/7/2026 the head of a department presides in person, or says why not', async () => {
  const id = await accepted()
  expect(await acts.tried('head', id, 'dialogues', call({ chairedBy: 'Phó Giám đốc', chairedByHead: false }))).toBe('422 petitions.head_in_person at whyNotHead')
  await acts.take('head', id, 'dialogues', call({ chairedBy: 'Phó Giám đốc', chairedByHead: false, whyNotHead: 'Giám đốc đi công tác theo quyết định' }))
  expect((await acts.read('head', id)).events.at(-1)?.detail).toMatchObject({ chairedByHead: false, because: 'Giám đốc đi công tác theo quyết định' })
})

test('what became of it is said once, after its day, with people and minutes', async () => {
  const id = await accepted()
  await acts.take('head', id, 'dialogues', call())
  const dialogueId = (await acts.read('head', id)).dialogues[0]?.id ?? ''
  const hold = (more: object = {}) => acts.tried('head', id, `dialogues/${dialogueId}`, { held: true, attended: 6, minutes: 'Hai bên thống nhất đo lại đất.', ...more })
  expect(await hold()).toBe('409 petitions.dialogue_to_come')
  on('2026-07-20')
  expect(await hold({ attended: null })).toBe('422 petitions.dialogue_attended_missing at attended')
  expect(await hold({ minutes: null })).toBe('422 petitions.dialogue_minutes_missing at minutes')
  expect(await hold()).toBe('200')
  expect(await hold()).toBe('409 petitions.dialogue_closed')
  expect((await acts.read('head', id)).dialogues[0]).toMatchObject({ held: true, attended: 6, minutes: 'Hai bên thống nhất đo lại đất.' })
  expect(await acts.tried('head', id, 'dialogues/00000000-0000-4000-8000-000000000000', { held: false, attended: null, minutes: null })).toBe('404 petitions.no_such_dialogue')
})
