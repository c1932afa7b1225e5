import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { openPetitionOffice, type PetitionOffice, type PetitionPerson } from '#tests/support/petition-office.ts'
import { actsIn, asSorted, type Acts } from '#tests/support/petition-acts.ts'

const TODAY = '2026-03-02' // a Monday
let office: PetitionOffice
let acts: Acts<PetitionPerson>
const topicCode = 'thu-hoi-dat'

beforeAll(async () => {
  office = await openPetitionOffice(TODAY)
  acts = actsIn(office.database, office)
})
afterAll(() => office.close())
beforeEach(() => { office.database.today = plainDate(TODAY) })

const on = (day: string) => { office.database.today = plainDate(day) }
const handler = (kind: string) => (kind === 'denunciation' ? 'denouncer' as const : 'sorter' as const)
async function accepted(kind: 'complaint' | 'denunciation' | 'feedback' | 'recommendation' = 'complaint', more: object = {}): Promise<string> {
  const { id } = await office.register({ kind, ...more }, handler(kind))
  await acts.take(handler(kind), id, 'sort', asSorted({ topicCode, kind, ...more }))
  await acts.decide({ by: handler(kind), head: 'head' }, id, { action: 'accept', fields: {} })
  return id
}
const decide = (id: string, action: Parameters<typeof acts.decide>[2]['action'], fields: Record<string, unknown>, signedOn?: string) => acts.decide({ by: 'head', head: 'head' }, id, { action, fields }, signedOn === undefined ? {} : { signedOn })
const tried = (id: string, action: Parameters<typeof acts.decide>[2]['action'], fields: Record<string, unknown>) => acts.triedToPrepare('head', id, { action, fields })
const because = 'Theo hồ sơ vụ việc'

test('declared complex, a complaint has 45 days instead of 30, from its acceptance; once', async () => {
  const id = await accepted()
  expect(await acts.terms('head', id)).toMatchObject({ 'complaint.first-resolution': [TODAY, '2026-04-01', null] })
  on('2026-03-20')
  await decide(id, 'declare-complex', { grounds: ['many-people'], because })
  expect(await acts.read('head', id)).toMatchObject({ isComplex: true, dueOn: '2026-04-16' })
  expect(await tried(id, 'declare-complex', { grounds: ['many-people'], because })).toBe('409 petitions.complex_already')
  expect(await tried(id, 'extend', { grounds: ['many-people'], because })).toBe('409 petitions.not_for_this_kind')
  expect(await tried(id, 'declare-complex', { grounds: [], because })).toBe('400 http.invalid_request at decision.fields.grounds')
})

test('the term of a denunciation is extended once where it is complex, twice where especially so, and no third time', async () => {
  const id = await accepted('denunciation')
  expect(await acts.terms('denouncer', id)).toMatchObject({ 'denunciation.resolution': [TODAY, '2026-04-01', null] })
  on('2026-03-30')
  await decide(id, 'extend', { grounds: ['many-people'], because })
  expect(await acts.read('head', id)).toMatchObject({ isComplex: true, terms: expect.arrayContaining([expect.objectContaining({ step: 'resolution', extensions: 1, due: '2026-05-04' })]) }) // 60 days end on Friday 1/5, a holiday
  expect(await tried(id, 'extend', { grounds: ['many-people'], because })).toBe('409 petitions.no_extension_left at grounds')
  await decide(id, 'extend', { grounds: ['many-people', 'several-bodies'], because })
  expect((await acts.read('head', id)).terms.find(({ step }) => step === 'resolution')).toMatchObject({ extensions: 2, due: '2026-06-01' }) // 90 days end on Sunday 31/5
  expect(await tried(id, 'extend', { grounds: ['many-people', 'several-bodies', 'foreign-element'], because })).toBe('409 petitions.no_extension_left at grounds')
})

test('suspended, the days are not counted; resumed, the term goes on from there', async () => {
  const id = await accepted()
  on('2026-03-12')
  await decide(id, 'suspend', { because }, '2026-03-10')
  expect(await acts.read('head', id)).toMatchObject({ state: 'suspended', dueOn: null, dueStep: null })
  expect(await tried(id, 'conclude', { outcome: 'right', summary: 's', answer: 'a' })).toBe('409 petitions.not_in_this_state')
  expect(await tried(id, 'suspend', { because })).toBe('409 petitions.not_in_this_state')
  on('2026-03-20')
  const { id: decisionId } = await acts.prepare('head', id, { action: 'resume', fields: { because } })
  expect(await acts.tried('head', id, `decisions/${decisionId}/sign`, { number: '77', signedOn: '2026-03-09' })).toBe('422 petitions.day_before_case at signedOn')
  await decide(id, 'resume', { because })
  expect(await acts.read('head', id)).toMatchObject({ state: 'accepted', dueOn: '2026-04-13' }) // ten days later: Saturday 11/4
  expect((await acts.read('head', id)).terms.find(({ step }) => step === 'first-resolution')?.suspensions).toEqual([{ from: '2026-03-10', until: '2026-03-20' }])
})

test('terminated, while under way or suspended, every term ends', async () => {
  const id = await accepted()
  await decide(id, 'suspend', { because })
  await decide(id, 'terminate', { because, article: 'Luật Khiếu nại, Điều 10' })
  expect(await acts.read('head', id)).toMatchObject({ state: 'terminated', endedHow: 'terminated', endedOn: TODAY, dueOn: null, inTime: null })
})

test('to verify takes effect with the signature, over days that follow each other', async () => {
  const id = await accepted()
  expect(await tried(id, 'verify', { team: 'Tổ', what: 'Nguồn gốc đất', from: '2026-03-10', until: '2026-03-09' })).toBe('422 petitions.verified_until_before_from at until')
  await decide(id, 'verify', { team: 'Tổ xác minh', what: 'Nguồn gốc đất', from: '2026-03-03', until: '2026-03-20' })
  expect((await acts.read('head', id)).events.at(-1)).toMatchObject({ kind: 'verify', detail: { from: '2026-03-03', until: '2026-03-20' } })
})

test('a resolver prepares what was assigned to them, and only that', async () => {
  const id = await accepted()
  const fields = { outcome: 'partly', summary: 'Đúng một phần', answer: 'Nội dung quyết định' }
  expect(await acts.triedToPrepare('resolver', id, { action: 'conclude', fields })).toBe('403 http.not_allowed')
  const { rows } = await office.database.owner.pool.query<{ id: string }>(`select id from people.account where name = 'resolver'`)
  await acts.take('sorter', id, 'assign', { assigneeId: rows[0]?.id })
  expect(await acts.triedToPrepare('resolver', id, { action: 'conclude', fields })).toBe('200')
})

const settlement = { what: 'Trả lại 120 m² đất', byBody: 'UBND phường', dueOn: '2026-06-01', ordered: { peopleLand: 120, people: 1 } }
test('decided within its term: in time, the decision is to be sent in three working days; what it orders is followed to its end', async () => {
  const id = await accepted()
  on('2026-04-01')
  expect(await tried(id, 'conclude', { outcome: 'upheld', summary: 's', answer: 'a' })).toBe('409 petitions.outcome_not_of_kind at outcome')
  expect(await tried(id, 'conclude', { outcome: 'right', summary: 's', answer: 'a', needsEnforcement: true })).toBe('409 petitions.settlement_missing at settlement')
  await decide(id, 'conclude', { outcome: 'right', summary: 'Khiếu nại đúng', answer: 'Hủy quyết định', needsEnforcement: true, settlement })
  expect(await acts.read('head', id)).toMatchObject({
    state: 'enforcing', endedHow: 'decided', endedOn: '2026-04-01', outcome: 'right', inTime: true, answer: 'Hủy quyết định', answerShown: true, dueOn: '2026-04-06', dueStep: 'complaint.send-first-decision',
    settlement: { what: 'Trả lại 120 m² đất', byBody: 'UBND phường', dueOn: '2026-06-01', ordered: { peopleLand: 120, people: 1 }, done: { peopleLand: 0 } },
  })
  expect((await office.database.owner.pool.query(`select event from platform.outbox where payload ->> 'caseId' = $1 order by id desc limit 1`, [id])).rows).toEqual([{ event: 'petitions.ended' }])
  on('2026-04-03')
  expect(await acts.tried('head', id, 'send-decision', { on: '2026-04-04', how: 'Bưu chính' })).toBe('422 petitions.day_to_come at on')
  await acts.take('head', id, 'send-decision', { on: '2026-04-02', how: 'Gửi bảo đảm qua bưu chính' })
  expect(await acts.tried('head', id, 'send-decision', { on: '2026-04-02', how: 'Lần nữa' })).toBe('409 petitions.sent_already')
  expect(await acts.terms('head', id)).toMatchObject({ 'complaint.first-resolution': [TODAY, '2026-04-01', '2026-04-01'], 'complaint.send-first-decision': ['2026-04-01', '2026-04-06', '2026-04-02'] })
  on('2026-05-20')
  expect(await acts.tried('head', id, 'enforcement', { on: '2026-03-31', note: 'x', amounts: {}, isComplete: false })).toBe('422 petitions.day_before_case at on')
  await acts.take('head', id, 'enforcement', { on: '2026-05-10', note: 'Đã trả 100 m²', amounts: { peopleLand: 100 }, isComplete: false })
  expect(await acts.tried('head', id, 'enforcement', { on: '2026-05-09', note: 'x', amounts: {}, isComplete: true })).toBe('422 petitions.enforced_before_a_step at on')
  await acts.take('head', id, 'enforcement', { on: '2026-05-20', note: 'Đã trả hết', amounts: { peopleLand: 20, people: 1 }, isComplete: true })
  expect(await acts.read('head', id)).toMatchObject({ state: 'enforced', settlement: { done: { peopleLand: 120, people: 1 }, steps: [{ on: '2026-05-10' }, { on: '2026-05-20' }] } })
})

test('decided after its term: late', async () => {
  const id = await accepted()
  on('2026-04-02')
  await decide(id, 'conclude', { outcome: 'wrong', summary: 'Khiếu nại sai', answer: 'Giữ nguyên quyết định' })
  expect(await acts.read('head', id)).toMatchObject({ state: 'settled', inTime: false, settlement: null })
})

test('a denunciation is concluded after it was notified and verified; its conclusion is sent and published, and shown to nobody', async () => {
  const id = await accepted('denunciation')
  const conclusion = { outcome: 'partly', summary: 'Có vi phạm', answer: 'Kết luận' }
  expect(await tried(id, 'conclude', conclusion)).toBe('409 petitions.notice_before_conclusion at outcome')
  await acts.take('denouncer', id, 'notify-acceptance', { on: TODAY, how: 'Gửi thư' })
  expect(await tried(id, 'conclude', conclusion)).toBe('409 petitions.verification_before_conclusion at outcome')
  await decide(id, 'verify', { team: 'Tổ xác minh', what: 'Nội dung tố cáo', from: TODAY, until: '2026-03-20' })
  on('2026-03-23')
  await decide(id, 'conclude', conclusion)
  expect(await acts.read('head', id)).toMatchObject({ state: 'settled', answerShown: false, inTime: true, dueOn: '2026-03-30', dueStep: 'denunciation.send-conclusion' })
  expect(await acts.terms('head', id)).toMatchObject({ 'denunciation.notify-acceptance': [TODAY, '2026-03-09', TODAY], 'denunciation.publish-conclusion': ['2026-03-23', '2026-04-01', null] })
  await acts.take('denouncer', id, 'publish-conclusion', { on: '2026-03-23', how: 'Niêm yết tại trụ sở' })
  await acts.take('denouncer', id, 'send-decision', { on: '2026-03-23', how: 'Giao trực tiếp' })
  expect((await acts.read('head', id)).terms.filter(({ stoppedOn }) => stoppedOn === null)).toEqual([])
  expect((await acts.read('head', id)).events.filter(({ shownToCitizen, kind }) => shownToCitizen && kind !== 'received')).toEqual([])
  expect(await acts.tried('denouncer', id, 'appeal', { unitId: '00000000-0000-4000-8000-000000000000', receivedOn: TODAY, content: '' })).toBe('409 petitions.not_for_this_kind')
})

test('feedback is answered within its term; a bad answer is looked at again in a case of its own', async () => {
  const id = await accepted('feedback')
  on('2026-03-16')
  await decide(id, 'conclude', { outcome: 'answered', summary: 'Đã sửa đường', answer: 'Đường đã được sửa ngày 15/3' })
  expect(await acts.read('head', id)).toMatchObject({ state: 'settled', endedHow: 'answered', inTime: true, dueOn: null })
  const { made } = await acts.take('sorter', id, 'reopen', { because: 'Đường lại hỏng' })
  expect(await acts.read('head', made[0]?.id ?? '')).toMatchObject({ state: 'received', kind: 'feedback', receivedOn: '2026-03-16', dueOn: '2026-03-30', links: [{ link: 'reopened', way: 'from', state: 'settled' }] })
  expect(await acts.tried('sorter', id, 'reopen', { because: 'Lần nữa' })).toBe('409 petitions.reopened_already')
  expect(await acts.tried('sorter', await accepted(), 'reopen', { because: 'x' })).toBe('409 petitions.not_for_this_kind')
})

test('some withdraw and it goes on for the rest; all withdraw and it ends, by a decision once it was taken up', async () => {
  const names = ['Người thứ nhất', 'Người thứ hai', 'Người thứ ba']
  const id = await accepted('complaint', { peopleCount: 3, parties: names.map((name, at) => ({ name, role: at === 0 ? 'sender' : 'co-signer' })) })
  const [, second] = (await acts.read('head', id)).parties
  expect(await acts.tried('sorter', id, 'withdraw', { on: TODAY, afterExplanation: false, partyIds: ['00000000-0000-4000-8000-000000000000'] })).toBe('422 petitions.not_a_signer at partyIds')
  await acts.take('sorter', id, 'withdraw', { on: TODAY, afterExplanation: false, partyIds: [second?.id] })
  expect(await acts.read('head', id)).toMatchObject({ state: 'accepted', peopleCount: 2, dueOn: '2026-04-01', parties: [{ withdrawnOn: null }, { withdrawnOn: TODAY }, { withdrawnOn: null }] })
  expect(await acts.tried('sorter', id, 'withdraw', { on: TODAY, afterExplanation: false, partyIds: [second?.id] })).toBe('422 petitions.not_a_signer at partyIds')
  expect(await acts.tried('sorter', id, 'withdraw', { on: TODAY, afterExplanation: true })).toBe('409 petitions.withdrawal_needs_decision at who')
  await decide(id, 'terminate', { because: 'Người khiếu nại tự nguyện rút đơn', withdrawal: { on: TODAY, afterExplanation: true } })
  expect(await acts.read('head', id)).toMatchObject({ state: 'withdrawn', endedHow: 'withdrawn', endedOn: TODAY, dueOn: null })
  const { rows } = await office.database.owner.pool.query('select withdrawn_after_explanation as explained, (select count(*) from petitions.party p where p.case_id = c.id and withdrawn_on is not null)::int as gone from petitions.case c where id = $1', [id])
  expect(rows).toEqual([{ explained: true, gone: 3 }])
  expect(await acts.tried('sorter', id, 'withdraw', { on: TODAY, afterExplanation: true })).toBe('409 petitions.not_in_this_state')
  const answered = await accepted('feedback')
  await acts.take('sorter', answered, 'withdraw', { on: TODAY, afterExplanation: false })
  expect(await acts.read('head', answered)).toMatchObject({ state: 'withdrawn' })
})

test('a question to who sent it; a note for colleagues or for the citizen as well', async () => {
  const id = await accepted()
  await acts.take('sorter', id, 'questions', { question: 'Thửa đất số mấy?' })
  await acts.take('resolver', id, 'notes', { note: 'Chờ bản đồ' })
  await acts.take('head', id, 'notes', { note: 'Đã nhận đủ giấy tờ', shownToCitizen: true })
  const record = await acts.read('head', id)
  expect(record.questions).toEqual([expect.objectContaining({ question: 'Thửa đất số mấy?', askedOn: TODAY, answer: null })])
  expect(record.events.slice(-3).map(({ kind, shownToCitizen, detail }) => [kind, shownToCitizen, detail])).toEqual([['ask', true, {}], ['note', false, { note: 'Chờ bản đồ' }], ['note', true, { note: 'Đã nhận đủ giấy tờ' }]])
  const denounced = await accepted('denunciation')
  expect(await acts.tried('denouncer', denounced, 'questions', { question: 'Ai?' })).toBe('409 petitions.denouncer_not_asked_here')
  await acts.take('denouncer', denounced, 'notes', { note: 'Ghi nhớ', shownToCitizen: true })
  expect((await acts.read('denouncer', denounced)).events.at(-1)).toMatchObject({ kind: 'note', shownToCitizen: false })
})
