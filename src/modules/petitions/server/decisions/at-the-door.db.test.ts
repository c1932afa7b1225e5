import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { JUSTICE, openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'
import type { CaseKind } from '../../domain/case.ts'

const TODAY = '2026-03-16' // a Monday
const PEOPLE = { by: 'sorter', head: 'head' } as const
let office: PetitionOffice
let acts: Acts<PetitionPerson>
let topicCode = ''

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
  acts = actsIn(office.database, office)
  topicCode = (await office.as('sorter').get('/petitions/topics')).json<{ topics: { code: string }[] }>().topics[0]?.code ?? ''
})
afterAll(() => office.close())
beforeEach(() => { office.database.today = plainDate(TODAY) })

async function sorted(registered: object = {}, more: object = {}): Promise<string> {
  const denounces = 'kind' in registered && registered.kind === 'denunciation'
  const { id } = await office.register(registered, denounces ? 'denouncer' : 'sorter')
  await acts.take(denounces ? 'denouncer' : 'sorter', id, 'sort', asSorted({ topicCode, ...(denounces ? { kind: 'denunciation' } : {}), ...registered, ...more }))
  return id
}
const accept = { action: 'accept', fields: {} } as const
const announced = async (id: string) => (await office.database.owner.pool.query<{ event: string; payload: { action?: string } }>(`select event, payload from platform.outbox where payload ->> 'caseId' = $1 order by id`, [id])).rows.map(({ event, payload }) => `${event} ${payload.action ?? ''}`.trim())
const events = async (id: string, person: PetitionPerson = 'head') => (await acts.read(person, id)).events.map(({ kind, shownToCitizen }) => (shownToCitizen ? `${kind}*` : kind))

test('accepted with the signature: the term of the resolution runs from its day, by the article of the day', async () => {
  const id = await sorted({ receivedOn: '2026-03-12' })
  const decision = await acts.decide(PEOPLE, id, accept, { number: '7', signedOn: '2026-03-13' })
  expect(decision).toMatchObject({ action: 'accept', number: '07/TB-SNV', signedOn: '2026-03-13', signerName: 'head', signerPost: 'Giám đốc', signedFor: null, preparedName: 'sorter', hasForm: true })
  expect(await acts.read('head', id)).toMatchObject({ state: 'accepted', acceptedOn: '2026-03-13', dueOn: '2026-04-13', dueStep: 'complaint.first-resolution' }) // 30 days end on Sunday 12/4
  expect(await acts.terms('head', id)).toEqual({ 'complaint.acceptance': ['2026-03-12', '2026-03-23', '2026-03-13'], 'complaint.first-resolution': ['2026-03-13', '2026-04-13', null] })
  expect(await events(id)).toEqual(['received*', 'sort', 'decision-prepared', 'accept*'])
  expect(await announced(id)).toEqual(['petitions.stepped accept'])
})

test('until it is signed nothing happens; the head hears that a paper waits, and who prepared it that it is signed', async () => {
  const id = await sorted()
  const { version } = await acts.prepare('sorter', id, accept)
  expect(await acts.read('head', id)).toMatchObject({ state: 'received', version, acceptedOn: null, decisions: [{ number: null, signedOn: null }] })
  const told = async (person: PetitionPerson) => (await office.as(person).get('/people/me/notices')).json<{ notices: { subject: string; link: string }[] }>().notices.filter(({ link }) => link === `/don-thu/${id}`).map(({ subject }) => subject)
  expect([await told('head'), await told('sorter'), await told('otherHead')]).toEqual([['petitions.notice_to_sign'], [], []])
  await acts.decide(PEOPLE, id, accept)
  expect(await told('sorter')).toEqual(['petitions.notice_signed'])
})

test.each([
  ['receiver', '403 http.not_allowed'], ['resolver', '403 http.not_allowed'], ['otherSorter', '404 petitions.no_such_case'], ['sorter', '200'], ['head', '200'],
] as const)('%s prepares: %s', async (person, expected) => expect(await acts.triedToPrepare(person, await sorted(), accept)).toBe(expected))

test.each([['sorter', '403 http.not_allowed'], ['otherHead', '404 petitions.no_such_case'], ['head', '200']] as const)('%s signs: %s', async (person, expected) => {
  const id = await sorted()
  const { id: decisionId } = await acts.prepare('sorter', id, accept)
  expect(await acts.tried(person, id, `decisions/${decisionId}/sign`, { number: `ai-${person}/TB`, signedOn: TODAY })).toBe(expected)
  expect((await acts.read('head', id)).state).toBe(expected === '200' ? 'accepted' : 'received')
})

test.each([
  [{ signedOn: '2026-03-17' }, '422 petitions.day_to_come at signedOn'], [{ signedOn: '2026-03-11' }, '422 petitions.day_before_case at signedOn'], [{ signedOn: '2026-02-30' }, '400 http.invalid_request at signedOn'],
  [{ number: ' ' }, '400 http.invalid_request at number'], [{ version: 1 }, '409 petitions.changed_meanwhile'],
])('signed with %j: %s', async (said, expected) => {
  const id = await sorted({ receivedOn: '2026-03-12' })
  const { id: decisionId } = await acts.prepare('sorter', id, accept)
  expect(await acts.tried('head', id, `decisions/${decisionId}/sign`, { number: '99', signedOn: TODAY, ...said })).toBe(expected)
})

test('a number stands on one paper of the year and the kind of paper', async () => {
  const [first, second, third] = [await sorted(), await sorted(), await sorted({}, { competent: false })]
  await acts.decide(PEOPLE, first, accept, { number: '300' })
  const { id: decisionId } = await acts.prepare('sorter', second, accept)
  expect(await acts.tried('head', second, `decisions/${decisionId}/sign`, { number: '300', signedOn: TODAY })).toBe('422 petitions.number_taken at number')
  expect((await acts.decide(PEOPLE, third, { action: 'guide', fields: { body: 'UBND phường', because: 'Thuộc thẩm quyền của UBND phường' } }, { number: '300' })).number).toBe('300/HD-SNV')
})

test('a signed paper is past changing; another version of one that waits takes its place', async () => {
  const id = await sorted()
  const { id: decisionId } = await acts.prepare('sorter', id, accept)
  const again = await acts.prepare('head', id, { action: 'guide', fields: { body: 'Sở Tư pháp', because: 'Không thuộc thẩm quyền' } })
  expect(again.id).toBe(decisionId)
  expect((await acts.read('head', id)).decisions).toEqual([expect.objectContaining({ action: 'guide', preparedName: 'head' })])
  await acts.take('head', id, `decisions/${decisionId}/sign`, { number: '401', signedOn: TODAY })
  for (const step of ['sign', 'return']) expect(await acts.tried('head', id, `decisions/${decisionId}/${step}`, { number: '402', signedOn: TODAY, because: 'x' })).toBe('409 petitions.decision_signed')
  expect((await office.as('head').delete(`/petitions/${id}/decisions/${decisionId}?version=${(await acts.read('head', id)).version}`)).json()).toMatchObject({ code: 'petitions.decision_signed' })
  expect(await acts.tried('head', id, 'decisions/00000000-0000-4000-8000-000000000000/sign', { number: '402', signedOn: TODAY })).toBe('404 petitions.no_such_decision')
})

test('given back with the reason, written anew, or taken away', async () => {
  const id = await sorted()
  const { id: decisionId } = await acts.prepare('sorter', id, accept)
  expect(await acts.tried('sorter', id, `decisions/${decisionId}/return`, { because: 'Thiếu căn cứ' })).toBe('403 http.not_allowed')
  await acts.take('head', id, `decisions/${decisionId}/return`, { because: 'Thiếu căn cứ' })
  expect((await acts.read('sorter', id)).decisions[0]).toMatchObject({ returnedBecause: 'Thiếu căn cứ', signedOn: null })
  await acts.prepare('sorter', id, { action: 'accept', fields: { note: 'Đã bổ sung' } })
  const record = await acts.read('sorter', id)
  expect(record.decisions[0]).toMatchObject({ returnedBecause: null, fields: { note: 'Đã bổ sung' } })
  const remove = (person: PetitionPerson, version: number) => office.as(person).delete(`/petitions/${id}/decisions/${decisionId}?version=${version}`)
  expect((await remove('resolver', record.version)).json()).toMatchObject({ code: 'http.not_allowed' })
  expect((await remove('sorter', record.version - 1)).json()).toMatchObject({ code: 'petitions.changed_meanwhile' })
  expect((await remove('sorter', record.version)).statusCode).toBe(200)
  expect((await acts.read('sorter', id)).decisions).toEqual([])
  expect(await events(id)).toEqual(['received*', 'sort', 'decision-prepared', 'decision-returned', 'decision-prepared', 'decision-discarded'])
})

test('what was not sorted is not decided; what is another’s or lacks its conditions is not accepted', async () => {
  const { id } = await office.register()
  for (const decision of [accept, { action: 'refuse', fields: { ground: 'unsigned', because: 'Đơn không ký' } }, { action: 'file', fields: { ground: 'illegible', because: 'Không đọc được' } }] as const) {
    expect(await acts.triedToPrepare('sorter', id, decision)).toBe('409 petitions.sort_first')
  }
  expect(await acts.triedToPrepare('sorter', await sorted({}, { competent: false }), accept)).toBe('409 petitions.accept_not_competent')
  expect(await acts.triedToPrepare('sorter', await sorted({}, { eligible: false }), accept)).toBe('409 petitions.accept_not_eligible')
})

test.each<[CaseKind, string, string]>([['denunciation', 'out-of-time', 'no-basis'], ['feedback', 'before-court', 'unclear'], ['complaint', 'no-basis', 'before-court']])('a %s is not refused on "%s", but may be on "%s"', async (kind, others, own) => {
  const by = kind === 'denunciation' ? 'denouncer' : 'sorter'
  const id = await sorted({ kind })
  expect(await acts.triedToPrepare(by, id, { action: 'refuse', fields: { ground: others, because: 'x' } })).toBe('422 petitions.ground_of_another_kind at ground')
  await acts.decide({ by, head: 'head' }, id, { action: 'refuse', fields: { ground: own, because: 'Theo quy định' } })
  expect(await acts.read('head', id)).toMatchObject({ state: 'refused' })
})

test('between preparing and signing the case may become what it may not be decided as', async () => {
  const id = await sorted()
  const { id: decisionId } = await acts.prepare('sorter', id, accept)
  await acts.take('sorter', id, 'sort', asSorted({ topicCode, competent: false }))
  expect(await acts.tried('head', id, `decisions/${decisionId}/sign`, { number: '500', signedOn: TODAY })).toBe('409 petitions.accept_not_competent')
  await acts.take('sorter', id, 'withdraw', { on: TODAY, afterExplanation: true })
  expect((await acts.read('head', id)).decisions).toEqual([]) // what waited falls with the end
})

test.each([
  ['refuse', { ground: 'out-of-time', because: 'Quá 90 ngày' }, 'refused', { ground: 'out-of-time' }],
  ['guide', { body: 'Ủy ban nhân dân phường', because: 'Thuộc thẩm quyền của phường' }, 'guided', { body: 'Ủy ban nhân dân phường' }],
  ['file', { ground: 'insulting', because: 'Lời lẽ xúc phạm' }, 'filed', { ground: 'insulting' }],
  ['transfer', { toBody: 'Tòa án nhân dân tỉnh', because: 'Thuộc thẩm quyền của Tòa án' }, 'transferred', { body: 'Tòa án nhân dân tỉnh', isReturn: false }],
] as const)('%s ends the case at the door, and every term with it', async (action, fields, state, detail) => {
  const id = await sorted({}, { competent: false })
  const decision = await acts.decide(PEOPLE, id, { action, fields })
  const record = await acts.read('head', id)
  expect(record).toMatchObject({ state, dueOn: null, dueStep: null, acceptedOn: null })
  expect(record.events.at(-1)).toMatchObject({ kind: action, shownToCitizen: true, detail: { decisionId: decision.id, number: decision.number, ...detail } })
  expect(await acts.terms('head', id)).toEqual({ 'complaint.acceptance': [TODAY, '2026-03-26', TODAY] })
  expect(await acts.triedToPrepare('sorter', id, accept)).toBe('409 petitions.not_in_this_state')
})

test.each([
  ['refuse', { ground: 'no-such', because: 'x' }, 'decision.fields.ground'], ['guide', { body: '', because: 'x' }, 'decision.fields.body'], ['transfer', { because: 'x' }, 'decision.fields.toUnitId'],
  ['transfer', { toUnitId: JUSTICE, toBody: 'Tòa án', because: 'x' }, 'decision.fields.toUnitId'], ['file', { ground: 'duplicate', because: '' }, 'decision.fields.because'],
] as const)('%s with %j is asked to be put right at its field', async (action, fields, field) => {
  expect(await acts.triedToPrepare('sorter', await sorted({}, { competent: false }), { action, fields })).toBe(`400 http.invalid_request at ${field}`)
})

test('laid aside as the same as an earlier letter, it belongs to its matter', async () => {
  const [first, second] = [await sorted(), await sorted()]
  await acts.decide(PEOPLE, second, { action: 'file', fields: { ground: 'duplicate', because: 'Trùng nội dung', sameAs: first } })
  const { rows } = await office.database.owner.pool.query<{ matters: number }>('select count(distinct matter_id) as matters from petitions.case where id = any($1)', [[first, second]])
  expect(rows).toEqual([{ matters: 1 }])
  const other = await sorted()
  expect(await acts.triedToPrepare('sorter', other, { action: 'file', fields: { ground: 'duplicate', because: 'x', sameAs: other } })).toBe('422 petitions.no_such_earlier_case at sameAs')
})

test('a deputy with the head’s role lent signs for the head, and the paper says so', async () => {
  const id = await sorted()
  const { rows } = await office.database.owner.pool.query<{ id: string; name: string }>(`select id, name from people.account where name in ('head', 'sorter')`)
  const idOf = (name: string) => rows.find((row) => row.name === name)?.id
  await office.database.owner.pool.query(
    `insert into people.delegation (id, kind, from_account_id, to_account_id, role, unit_id, decision, valid_from, valid_until) select gen_random_uuid(), 'delegation', $1, $2, 'unit-head', unit_id, '1/QĐ', '2026-03-01', '2026-04-01' from people.account where id = $2`,
    [idOf('head'), idOf('sorter')])
  try {
    expect(await acts.decide({ by: 'sorter', head: 'sorter' }, id, accept)).toMatchObject({ signerName: 'sorter', signerPost: 'Phó Giám đốc', signedFor: 'head' })
    expect(await acts.decide({ by: 'sorter', head: 'sorter' }, await sorted(), accept, { post: 'Phó Giám đốc thường trực' })).toMatchObject({ signerPost: 'Phó Giám đốc thường trực' })
  } finally {
    await office.database.owner.pool.query('delete from people.delegation')
  }
})

test('two who sign at once: one of them is told', async () => {
  const id = await sorted()
  const { id: decisionId, version } = await acts.prepare('sorter', id, accept)
  const answers = await Promise.all([1, 2].map((number) => office.as('head').post(`/petitions/${id}/decisions/${decisionId}/sign`, { version, number: `60${number}`, signedOn: TODAY })))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
})

test('of a denunciation nothing is shown to the citizen or announced; it is notified in five working days', async () => {
  const id = await sorted({ kind: 'denunciation' })
  expect(await acts.triedToPrepare('sorter', id, accept)).toBe('404 petitions.no_such_case')
  await acts.decide({ by: 'denouncer', head: 'head' }, id, accept)
  expect(await events(id, 'denouncer')).toEqual(['received', 'sort', 'decision-prepared', 'accept'])
  expect(await announced(id)).toEqual([])
  expect(await acts.terms('denouncer', id)).toMatchObject({ 'denunciation.notify-acceptance': [TODAY, '2026-03-23', null], 'denunciation.resolution': [TODAY, '2026-04-15', null], 'denunciation.intake': [TODAY, '2026-03-25', TODAY] })
})
