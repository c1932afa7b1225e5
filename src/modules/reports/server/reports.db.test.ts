import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { ReportRecord, RevisionRecord, SaveResult } from '../contract.ts'
import type { Lineage, Narratives, Sums } from '../contract-sums.ts'
import { reportsRoutes } from './routes.ts'

const PROVINCE = seedUnitId('lam-dong')
const DISTRICT = seedUnitId('ld-2021-672')
const WARD = seedUnitId('ld-2021-24781')
const OTHER_WARD = seedUnitId('ld-2021-24769')
const STAFF = {
  coordinator: { unitId: seedUnitId('ld-so-noi-vu'), role: 'coordinator', over: PROVINCE }, leader: { unitId: PROVINCE, role: 'leader' },
  district: { unitId: DISTRICT, role: 'focal-officer', withSubordinates: true }, mayor: { unitId: DISTRICT, role: 'unit-head', withSubordinates: true },
  ward: { unitId: WARD, role: 'focal-officer' }, colleague: { unitId: WARD, role: 'focal-officer' }, chair: { unitId: WARD, role: 'unit-head' },
  otherWard: { unitId: OTHER_WARD, role: 'focal-officer' }, otherChair: { unitId: OTHER_WARD, role: 'unit-head' },
} as const satisfies Staff
const MEETINGS = 'dan-van.dialogues'

let database: TestDatabase
let office: Office<keyof typeof STAFF>
let periodId = ''

beforeAll(async () => {
  database = await createTestDatabase('2021-12-16')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, reportsRoutes)
  const opened = await office.as('coordinator').post('/reports/periods', { formCode: 'dan-van', code: '2021-H2' })
  expect(opened.statusCode, opened.body).toBe(201)
  periodId = opened.json<{ id: string }>().id
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const at = (unitId: string) => `/reports/periods/${periodId}/units/${unitId}`
async function read(person: keyof typeof STAFF, unitId: string): Promise<ReportRecord> {
  const answer = await office.as(person).get(at(unitId))
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ReportRecord>()
}
async function save(person: keyof typeof STAFF, unitId: string, change: object): Promise<SaveResult> {
  const { version } = await read(person, unitId)
  const answer = await office.as(person).put(at(unitId), { version, ...change })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<SaveResult>()
}
async function step(person: keyof typeof STAFF, unitId: string, name: string, body: object = {}): Promise<string> {
  const answer = await office.as(person).post(`${at(unitId)}/${name}`, body)
  return answer.statusCode === 204 ? 'done' : answer.json<{ code: string }>().code
}
/** Everything that nothing happened in, but what is given. */
function allNothing({ form }: ReportRecord): Record<string, boolean> {
  return Object.fromEntries([...form.definition.sections.filter(({ asksText }) => asksText).map(({ id }) => id), ...form.definition.tables.map(({ code }) => code)].map((part) => [part, true]))
}
async function send(officer: 'ward' | 'otherWard' | 'district', head: 'chair' | 'otherChair' | 'mayor', unitId: string): Promise<void> {
  const { version } = await read(officer, unitId)
  expect(await step(officer, unitId, 'submit', { version })).toBe('done')
  expect(await step(head, unitId, 'approve', { version })).toBe('done')
  expect(await step(officer, unitId, 'send')).toBe('done')
}
const tableOf = ({ form }: ReportRecord, figure: string) => form.definition.tables.find((table) => JSON.stringify(table).includes(`"${figure}"`))?.code ?? ''

test('a unit opens its report with what the platform counts, and is told what is missing', async () => {
  const report = await read('ward', WARD)
  expect(report).toMatchObject({ state: 'not-begun', version: 0, dueOn: '2021-12-16', receiver: { id: DISTRICT } })
  expect(report.facts['dan-van.briefing-sessions'] ?? Object.values(report.facts)[0]).toBe(0)
  expect(report.findings.some(({ code }) => code === 'reports.check_text_missing')).toBe(true)
  expect(report.actions).toEqual(['save', 'submit'])
  expect(await step('ward', WARD, 'submit', { version: 0 })).toBe('reports.checks_refuse')
})

test('who works elsewhere does not learn of it; the level above reads nothing before it is sent', async () => {
  expect((await office.as('otherWard').get(at(WARD))).statusCode).toBe(404)
  await save('ward', WARD, { texts: { I: 'Chưa ai được đọc.' } })
  const seen = await read('district', WARD)
  expect([seen.content, seen.values, seen.actions]).toEqual([null, {}, []])
  expect(JSON.stringify(seen)).not.toContain('Chưa ai được đọc')
})

test('two officers write in one report: only the same place clashes, and the second is told what the other wrote', async () => {
  const { version } = await read('ward', WARD)
  await office.as('ward').put(at(WARD), { version, values: { [MEETINGS]: 4 } })
  const elsewhere = (await office.as('colleague').put(at(WARD), { version, texts: { IV: 'Tiếp tục đối thoại.' } })).json<SaveResult>()
  expect([elsewhere.clashes, elsewhere.content?.values[MEETINGS]]).toEqual([[], 4])
  const same = (await office.as('colleague').put(at(WARD), { version, values: { [MEETINGS]: 5 }, texts: { V: 'Không mất.' } })).json<SaveResult>()
  expect(same.clashes).toMatchObject([{ place: `values.${MEETINGS}`, byName: 'ward', theirs: 4 }])
  expect((await read('ward', WARD)).content).toMatchObject({ values: { [MEETINGS]: 4 }, texts: { IV: 'Tiếp tục đối thoại.' } })
  expect((await read('ward', WARD)).content?.texts['V']).toBeUndefined()
})

test.each([
  ['text in a number', { values: { [MEETINGS]: 'bốn' } }, 'reports.not_a_whole_number'],
  ['half a meeting', { values: { [MEETINGS]: 4.5 } }, 'reports.not_a_whole_number'],
  ['a figure of no form', { values: { 'x.y': 1 } }, 'reports.no_such_figure'],
  ['a section of no form', { texts: { XX: 'a' } }, 'reports.no_such_section'],
  ['an override without a reason', { overrides: { [MEETINGS]: { value: 3, because: '' } } }, 'http.invalid_request'],
])('%s is refused at its field and nothing is kept', async (_case, change, code) => {
  const { version } = await read('ward', WARD)
  const answer = await office.as('ward').put(at(WARD), { version, ...change, texts: { III: 'thừa', ...('texts' in change ? change.texts : {}) } })
  expect(answer.json<{ code: string }>().code).toBe(code)
  expect((await read('ward', WARD)).version).toBe(version)
})

test('the head approves what is frozen with its hash; taking it back lets the approval fall', async () => {
  const report = await read('ward', WARD)
  const nothing = allNothing(report)
  await save('ward', WARD, { nothing: { ...nothing, I: false, [tableOf(report, MEETINGS)]: false }, texts: { I: 'Đã ban hành 02 văn bản.' }, values: { [MEETINGS]: 4 } })
  const { version, findings } = await read('ward', WARD)
  expect(findings.filter(({ severity }) => severity === 'refuse')).toEqual([])
  expect(await step('ward', WARD, 'approve', { version })).toBe('http.not_allowed')
  expect(await step('ward', WARD, 'submit', { version })).toBe('done')
  expect(await step('ward', WARD, 'submit', { version })).toBe('reports.cannot_submit')
  expect(await step('chair', WARD, 'approve', { version: version - 1 })).toBe('reports.changed_meanwhile')
  expect(await step('chair', WARD, 'approve', { version })).toBe('done')
  const approved = await read('ward', WARD)
  expect([approved.state, approved.revisions[0]?.hash]).toEqual(['approved', expect.stringMatching(/^[0-9a-f]{64}$/)])
  expect((await office.as('ward').put(at(WARD), { version, values: { [MEETINGS]: 9 } })).json<{ code: string }>().code).toBe('reports.cannot_save')
  expect(await step('ward', WARD, 'recall')).toBe('done')
  expect(await read('ward', WARD)).toMatchObject({ state: 'draft', revisions: [{ number: 1, fellOn: '2021-12-16' }] })
})

test('whoever reads a revision is told that it is still what was approved', async () => {
  const revision = (await office.as('ward').get(`${at(WARD)}/revisions/1`)).json<RevisionRecord>()
  expect([revision.isIntact, revision.values[MEETINGS], revision.content.texts['I']]).toEqual([true, 4, 'Đã ban hành 02 văn bản.'])
  expect((await office.as('district').get(`${at(WARD)}/revisions/1`)).statusCode).toBe(404) // it was never sent
})

test('a frozen revision is not changed, not even past the application, and the audit trail does not repeat what it says', async () => {
  const { rows } = await database.owner.pool.query<{ after: Record<string, unknown> }>(`select after from platform.audit_entry where subject = 'reports.revision'`)
  expect(rows.map(({ after }) => [after['content'], after['own']])).toContainEqual(['…', '…'])
  expect(JSON.stringify(rows)).not.toContain('Đã ban hành 02 văn bản')
  await expect(database.owner.pool.query(`update reports.revision set own = '{}'`)).rejects.toThrow(/does not change/)
  await expect(database.owner.pool.query('delete from reports.revision')).rejects.toThrow(/does not change/)
})

test('the level above reads what was sent, gives it back with remarks that are answered one by one, and receives it mended', async () => {
  await send('ward', 'chair', WARD)
  const seen = await read('district', WARD)
  expect([seen.state, seen.content?.values[MEETINGS], seen.actions]).toEqual(['sent', 4, ['receive', 'send-back']])
  const places = [{ place: `values.${MEETINGS}`, body: 'Kỳ trước 6 cuộc: đề nghị kiểm tra.' }, { place: 'texts.I', body: 'Ghi rõ số văn bản.' }]
  expect(await step('district', WARD, 'send-back', { because: 'Chưa khớp', remarks: [{ place: 'values.zz', body: 'không có' }] })).toBe('reports.no_such_place')
  expect(await step('district', WARD, 'send-back', { because: 'Số liệu chưa khớp', remarks: places })).toBe('done')
  await save('ward', WARD, { values: { [MEETINGS]: 6 } })
  const { version, remarks } = await read('ward', WARD)
  expect(await step('ward', WARD, 'submit', { version })).toBe('reports.remarks_open')
  for (const { id } of remarks) expect((await office.as('ward').post(`${at(WARD)}/remarks/${id}`, { answer: 'Đã bổ sung 02 cuộc ngày 10/12.' })).statusCode).toBe(204)
  await send('ward', 'chair', WARD)
  expect(await step('district', WARD, 'receive')).toBe('done')
  expect(await read('ward', WARD)).toMatchObject({ state: 'received', revisions: [{ number: 3, receivedOn: '2021-12-16' }, { number: 2, returnedOn: '2021-12-16' }, { number: 1 }] })
})

test('what the wards sent adds up at the district and the province, and every figure opens down to the ward', async () => {
  const blank = await read('otherWard', OTHER_WARD)
  await save('otherWard', OTHER_WARD, { nothing: { ...allNothing(blank), [tableOf(blank, MEETINGS)]: false }, values: { [MEETINGS]: 3 } })
  await send('otherWard', 'otherChair', OTHER_WARD)
  expect((await read('district', DISTRICT)).totals[MEETINGS]).toBe(6)
  expect(await step('district', OTHER_WARD, 'receive')).toBe('done')
  const own = await read('district', DISTRICT)
  expect(own.below).toMatchObject({ received: 2, totals: { [MEETINGS]: { value: 9, from: 2 } } })
  await save('district', DISTRICT, { nothing: { ...allNothing(own), [tableOf(own, MEETINGS)]: false }, values: { [MEETINGS]: 1 } })
  await send('district', 'mayor', DISTRICT)
  expect((await office.as('coordinator').get(`${at(PROVINCE)}/sums`)).json<Sums>().totals[MEETINGS]?.value ?? null).toBeNull()
  expect((await office.as('coordinator').get(`${at(PROVINCE)}/sums?count=sent`)).json<Sums>().totals[MEETINGS]?.value).toBe(10)
  expect(await step('coordinator', DISTRICT, 'receive')).toBe('done')
  const sums = (await office.as('coordinator').get(`${at(PROVINCE)}/sums`)).json<Sums>()
  expect([sums.totals[MEETINGS], sums.units.map(({ name }) => name)]).toEqual([{ value: 10, from: 3 }, ['Thành phố Đà Lạt']])
  const lineage = (await office.as('coordinator').get(`${at(PROVINCE)}/sums/${MEETINGS}?at=${DISTRICT}`)).json<Lineage>()
  expect(lineage).toMatchObject({ total: { value: 10 }, reported: [{ unit: { id: DISTRICT }, value: 1, revision: 1 }] })
  expect(lineage.below.map(({ total }) => total.value).toSorted()).toEqual([3, 6])
  const ward = (await office.as('coordinator').get(`${at(PROVINCE)}/sums/${MEETINGS}?at=${WARD}`)).json<Lineage>()
  expect(ward.reported).toMatchObject([{ value: 6, revision: 3, path: `/bao-cao/${periodId}/${WARD}` }])
})

test('re-mapped to the units of today the province has the same sum, and the wards stand where they went', async () => {
  database.today = plainDate('2026-11-23')
  try {
    const sums = (await office.as('coordinator').get(`${at(PROVINCE)}/sums?tree=now`)).json<Sums>()
    expect(sums.totals[MEETINGS]).toEqual({ value: 10, from: 3 })
    expect(sums.units.find(({ name }) => name.startsWith('Phường'))?.totals[MEETINGS]?.value).toBeGreaterThan(0)
  } finally {
    database.today = plainDate('2021-12-16')
  }
})

test('a sum set by hand needs a reason, stays visible, and counts', async () => {
  const set = await save('coordinator', PROVINCE, { overrides: { [MEETINGS]: { value: 12, because: 'Bổ sung 02 cuộc do tỉnh tổ chức.' } } })
  expect(set.totals[MEETINGS]).toBe(12)
  const lineage = (await office.as('coordinator').get(`${at(PROVINCE)}/sums/${MEETINGS}`)).json<Lineage>()
  expect(lineage.overrides).toMatchObject([{ value: 12, delta: 2, because: 'Bổ sung 02 cuộc do tỉnh tổ chức.', byName: 'coordinator', on: '2021-12-16' }])
  expect((await save('coordinator', PROVINCE, { overrides: { [MEETINGS]: null } })).totals[MEETINGS]).toBe(10)
})

test('the narrative is put together from what each unit wrote, and it is seen who was used', async () => {
  const before = (await office.as('mayor').get(`${at(DISTRICT)}/narratives`)).json<Narratives>()
  const first = before.sections.find(({ id }) => id === 'I')?.units.find(({ id }) => id === WARD)
  expect(first).toMatchObject({ text: 'Đã ban hành 02 văn bản.', isTaken: false, revision: 3 })
  expect(before.missing.length).toBeGreaterThan(10)
  expect((await office.as('ward').get(`${at(DISTRICT)}/narratives`)).statusCode).toBe(404)
  const taken = { I: [{ unitId: WARD, revisionId: first?.revisionId ?? '' }] }
  const { version } = await read('coordinator', PROVINCE)
  const invented = await office.as('coordinator').put(at(PROVINCE), { version, taken: { I: [{ unitId: OTHER_WARD, revisionId: first?.revisionId ?? '' }] } })
  expect(invented.json<{ code: string }>().code).toBe('reports.no_such_revision')
  expect((await office.as('coordinator').put(at(PROVINCE), { version, taken })).statusCode).toBe(200)
})

test('given back after it was received, it no longer counts, and what was approved above falls', async () => {
  expect((await read('district', DISTRICT)).changedBelow).toEqual([])
  expect(await step('coordinator', DISTRICT, 'send-back', { because: 'Thiếu lời văn phần II' })).toBe('done')
  expect((await office.as('coordinator').get(`${at(PROVINCE)}/sums`)).json<Sums>().totals[MEETINGS]?.value ?? null).toBeNull()
  const { version } = await read('district', DISTRICT)
  expect(await step('district', DISTRICT, 'submit', { version })).toBe('done')
  expect(await step('mayor', DISTRICT, 'approve', { version })).toBe('done')
  expect(await step('district', WARD, 'send-back', { because: 'Xem lại số cuộc' })).toBe('done')
  expect(await read('district', DISTRICT)).toMatchObject({ state: 'draft', revisions: [{ number: 2, fellOn: '2021-12-16' }, { number: 1 }] })
})

test('past the lock nobody writes; an exception is asked for, granted until a day, and over after it', async () => {
  database.today = plainDate('2022-02-01')
  try {
    const locked = await read('ward', WARD)
    expect(locked.lock?.code).toBe('reports.locked_late')
    expect(locked.actions).toEqual(['ask-exception'])
    expect((await office.as('ward').put(at(WARD), { version: locked.version, values: { [MEETINGS]: 1 } })).json<{ code: string }>().code).toBe('reports.locked_late')
    expect(await step('ward', WARD, 'exceptions', { because: 'Mất điện ba ngày do bão' })).toBe('done')
    expect(await step('ward', WARD, 'exceptions', { because: 'Xin thêm lần nữa' })).toBe('reports.exception_asked')
    const [asked] = (await read('district', WARD)).exceptions
    expect((await office.as('ward').post(`${at(WARD)}/exceptions/${asked?.id ?? ''}`, { grantedUntil: '2022-02-10' })).statusCode).toBe(403)
    expect((await office.as('district').post(`${at(WARD)}/exceptions/${asked?.id ?? ''}`, { grantedUntil: '2022-01-10' })).json<{ code: string }>().code).toBe('reports.until_is_past')
    expect((await office.as('district').post(`${at(WARD)}/exceptions/${asked?.id ?? ''}`, { grantedUntil: '2022-02-10' })).statusCode).toBe(204)
    await save('ward', WARD, { values: { [MEETINGS]: 5 } })
    database.today = plainDate('2022-02-11')
    expect((await read('ward', WARD)).lock?.code).toBe('reports.locked_exception_over')
  } finally {
    database.today = plainDate('2021-12-16')
  }
})

test('a closed period takes nothing any more', async () => {
  database.today = plainDate('2022-03-01')
  expect((await office.as('coordinator').post(`/reports/periods/${periodId}/close`)).statusCode).toBe(204)
  const report = await read('ward', WARD)
  expect([report.lock?.code, report.actions]).toEqual(['reports.locked_closed', []])
  expect((await office.as('coordinator').post(`/reports/periods/${periodId}/reopen`)).statusCode).toBe(204)
})
