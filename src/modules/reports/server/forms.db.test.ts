import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { FigureList, FormList, FormRecord, OwingRuleList } from '../contract-forms.ts'
import type { FormDefinition } from '../domain/form.ts'
import { formStore } from './form-store.ts'
import { reportsRoutes } from './index.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')
const homeAffairs = seedUnitId('ld-so-noi-vu')

const PEOPLE = {
  coordinator: { unitId: homeAffairs, over: province, role: 'coordinator' },
  'of-one-unit': { unitId: justice, role: 'coordinator' },
  leader: { unitId: province, role: 'leader' },
  focal: { unitId: justice, role: 'focal-officer' },
  observer: { unitId: justice, role: 'observer' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

const FIGURE = { name: 'Số cuộc đối thoại', kind: 'count', measure: 'cuộc', combination: { rule: 'sum' }, certainty: 'illustrative' }
const FORM: FormDefinition = {
  title: 'Báo cáo thử', subject: 'Kết quả {period}', spans: ['half-year'], closingDay: null, source: 'Mẫu minh họa', certainty: 'illustrative',
  sections: [{ id: 'I', heading: 'Kết quả thực hiện', level: 1, guidance: 'Viết ngắn.', asksText: true }],
  tables: [{ layout: 'list', code: 'PL1', title: 'Số liệu', lines: [{ kind: 'figure', figure: 'test.meetings' }, { kind: 'figure', figure: 'test.answered' }, { kind: 'figure', figure: 'test.share' }], equations: [{ text: '2 ≤ 1', severity: 'refuse' }] }],
}

const putFigure = (code: string, changed: object = {}, person: Person = 'coordinator') => as(person).put(`/reports/figures/${code}`, { ...FIGURE, ...changed })
const codeOf = (answer: { json: () => unknown }) => (answer.json() as { code?: string }).code
const readForm = async (code: string, version = '', person: Person = 'coordinator') => (await as(person).get(`/reports/forms/${code}${version}`)).json<FormRecord>()
const publish = async (code: string, validFrom: string) => as('coordinator').post(`/reports/forms/${code}/publish`, { edits: (await readForm(code)).edits, validFrom })

async function openPeriod(form: string, span: string, code: string, [from, to]: readonly [string, string]): Promise<void> {
  const version = (await formStore(database.owner.db).versionInForce(form, plainDate(to)))?.id
  await database.owner.pool.query(
    `insert into reports.period (id, form_code, form_version_id, code, span, name, from_on, to_on, opened_on, opened_by) values (gen_random_uuid(), $1, $2, $3, $4, $3, $5, $6, $6, 'system')`,
    [form, version, code, span, from, to])
}

beforeAll(async () => {
  database = await createTestDatabase('2026-11-23')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, reportsRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

test.each(['of-one-unit', 'leader', 'focal', 'observer'] as const)('%s sets nothing of the regime', async (person) => {
  const answers = [
    await putFigure('test.nobody', {}, person), await as(person).post('/reports/forms', { code: 'nobody', definition: FORM }), await as(person).post('/reports/forms/nobody/draft'),
    await as(person).put('/reports/forms/nobody/draft', { edits: 1, definition: FORM }), await as(person).post('/reports/forms/nobody/publish', { edits: 1, validFrom: '2026-12-01' }),
    await as(person).post('/reports/rules', { formCode: 'nobody', span: 'year', class: 'departments', dueDays: 5, dueCounted: 'working', source: 'Thử nghiệm', certainty: 'illustrative', validFrom: '2026-12-01' }),
    await as(person).post(`/reports/rules/${crypto.randomUUID()}/end`, { until: '2026-12-01' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 403))
})

test('who reads no reports reads no forms either', async () => {
  const answers = await Promise.all(['figures', 'forms', 'forms/test', 'rules'].map((path) => as('observer').get(`/reports/${path}`)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403])
})

test('figures are declared so that they can be counted; what cannot be is refused at its field', async () => {
  expect((await putFigure('test.meetings')).statusCode).toBe(204)
  expect((await putFigure('test.answered', { name: 'Số cuộc đã trả lời' })).statusCode).toBe(204)
  const share = { name: 'Tỷ lệ trả lời', kind: 'ratio', measure: '%', combination: { rule: 'ratio', of: 'test.answered', to: 'test.meetings' } }
  expect((await putFigure('test.share', share)).statusCode).toBe(204)
  const refused = await putFigure('test.bad', { ...share, combination: { rule: 'ratio', of: 'test.none', to: 'test.meetings' } })
  expect([refused.statusCode, refused.json<{ code: string; details: object }>()]).toMatchObject([422, { code: 'reports.figure_ratio_parts', details: { field: 'combination' } }])
  expect(codeOf(await putFigure('test.bad', { fact: 'nobody.counts-this' }))).toBe('reports.figure_fact_unknown')
  const { figures, facts } = (await as('focal').get('/reports/figures')).json<FigureList>()
  expect(figures.filter(({ code }) => code.startsWith('test.')).map(({ code }) => code)).toEqual(['test.answered', 'test.meetings', 'test.share'])
  const [fact] = facts
  if (fact !== undefined) expect((await putFigure('test.counted', { fact: fact.code })).statusCode).toBe(204)
  expect(codeOf(await putFigure('test.counted', { kind: 'text', combination: { rule: 'none' }, fact: fact?.code ?? 'x.y' }))).toBe('reports.figure_fact_kind')
})

test('a draft is for who makes forms; saved over somebody else it is refused, published it is for all and never changes', async () => {
  const incomplete = { ...FORM, tables: [{ layout: 'list', code: 'PL1', title: 'Số liệu', lines: [{ kind: 'figure', figure: 'test.unknown' }], equations: [{ text: '9 = 9 +', severity: 'warn' }] }] }
  expect((await as('coordinator').post('/reports/forms', { code: 'thu', definition: incomplete })).statusCode).toBe(201)
  expect(codeOf(await as('coordinator').post('/reports/forms', { code: 'thu', definition: FORM }))).toBe('reports.form_exists')
  expect((await as('focal').get('/reports/forms')).json<FormList>().forms.map(({ code }) => code)).not.toContain('thu')
  expect((await as('focal').get('/reports/forms/thu')).statusCode).toBe(404)
  expect(await readForm('thu')).toMatchObject({ number: 1, isDraft: true, edits: 1, faults: [{ code: 'reports.form_figure_unknown', at: 'test.unknown' }, { code: 'reports.form_equation_unread', at: 'PL1: 9 = 9 +' }] })
  expect(codeOf(await publish('thu', '2026-12-01'))).toBe('reports.form_has_faults')

  const save = (edits: number, definition: object = FORM) => as('coordinator').put('/reports/forms/thu/draft', { edits, definition })
  expect((await save(1)).json()).toEqual({ edits: 2 })
  const late = await save(1, { ...FORM, title: 'Của người đến sau' })
  expect([late.statusCode, codeOf(late)]).toEqual([409, 'reports.form_saved_meanwhile'])
  expect(codeOf(await as('coordinator').post('/reports/forms/thu/publish', { edits: 1, validFrom: '2026-12-01' }))).toBe('reports.form_saved_meanwhile')
  expect(codeOf(await as('coordinator').post('/reports/forms/thu/draft'))).toBe('reports.form_has_draft')
  expect((await publish('thu', '2026-07-01')).statusCode).toBe(204) // in the past: no period was opened with it yet

  const published = await readForm('thu', '', 'focal')
  expect(published).toMatchObject({ number: 1, isDraft: false, validFrom: '2026-07-01', faults: [], definition: FORM, versions: [{ number: 1, publishedByName: 'coordinator', isDraft: false }] })
  expect(published.figures.map(({ code }) => code)).toEqual(['test.meetings', 'test.answered', 'test.share'])
  expect(codeOf(await save(2))).toBe('reports.form_no_draft')
  expect((await as('coordinator').put('/reports/forms/khong-co/draft', { edits: 1, definition: FORM })).statusCode).toBe(404)
})

test('a figure in use may be said better, for forms published later; what it counts stays', async () => {
  expect((await putFigure('test.meetings', { name: 'Số cuộc đối thoại trực tiếp' })).statusCode).toBe(204)
  expect((await readForm('thu')).figures[0]?.name).toBe('Số cuộc đối thoại')
  const refused = await putFigure('test.meetings', { kind: 'amount' })
  expect([refused.statusCode, refused.json<{ code: string; details: object }>()]).toMatchObject([409, { code: 'reports.figure_in_use', details: { field: 'kind', forms: 'thu' } }])
  expect(codeOf(await putFigure('test.meetings', { combination: { rule: 'last' } }))).toBe('reports.figure_in_use')
  const { figures } = (await as('coordinator').get('/reports/figures')).json<FigureList>()
  expect(figures.find(({ code }) => code === 'test.meetings')).toMatchObject({ name: 'Số cuộc đối thoại trực tiếp', forms: ['thu'] })
})

test('a new version never touches a period that is open: it holds from today on, and not before the last', async () => {
  await openPeriod('thu', 'half-year', '2026-H2', ['2026-07-01', '2026-12-31'])
  expect((await as('coordinator').post('/reports/forms/thu/draft')).statusCode).toBe(204)
  expect(await readForm('thu')).toMatchObject({ number: 2, isDraft: true, definition: FORM, periods: [] })
  expect((await as('coordinator').put('/reports/forms/thu/draft', { edits: 1, definition: { ...FORM, title: 'Báo cáo thử, bản hai' } })).statusCode).toBe(200)
  expect(codeOf(await publish('thu', '2026-11-22'))).toBe('reports.form_in_the_past')
  expect(codeOf(await publish('thu', '2026-06-30'))).toBe('reports.form_before_last')
  expect((await publish('thu', '2027-01-01')).statusCode).toBe(204)
  expect(await readForm('thu', '?version=1', 'focal')).toMatchObject({ number: 1, definition: { title: 'Báo cáo thử' }, periods: [{ name: '2026-H2' }] })
  expect((await readForm('thu')).figures[0]?.name).toBe('Số cuộc đối thoại trực tiếp')
  const titleOn = async (day: string) => (await formStore(database.app.db).versionInForce('thu', plainDate(day)))?.definition.title
  expect(await Promise.all(['2026-06-30', '2026-12-31', '2027-01-01'].map(titleOn))).toEqual([undefined, 'Báo cáo thử', 'Báo cáo thử, bản hai'])
  expect((await as('focal').get('/reports/forms')).json<FormList>().forms.find(({ code }) => code === 'thu')).toMatchObject({ title: 'Báo cáo thử, bản hai', versions: [{ number: 2 }, { number: 1 }], figures: 3, sections: 1 })
})

test('a rule begins after the periods already opened, never twice for one unit; its end is only brought forward', async () => {
  const rule = { formCode: 'thu', span: 'half-year', class: 'departments', dueDays: 5, dueCounted: 'working', source: 'Mẫu minh họa', certainty: 'illustrative' }
  const add = async (validFrom: string, changed: object = {}) => (await as('coordinator').post('/reports/rules', { ...rule, validFrom, ...changed })).json<{ id?: string; code?: string; details?: object }>()
  expect(await add('2026-12-31')).toMatchObject({ code: 'reports.rule_too_early', details: { field: 'validFrom', date: '01/01/2027' } })
  const { id = '' } = await add('2027-01-01')
  expect(id).not.toBe('')
  expect((await add('2020-01-01', { span: 'year' })).id).toBeDefined() // no period of a year is open
  expect(await add('2028-01-01')).toMatchObject({ code: 'reports.rule_overlaps' })
  expect((await add('2027-01-01', { class: null, unitId: justice, authorityId: province })).id).toBeDefined()
  expect((await add('2027-01-01', { unitId: justice })).code).toBe('http.invalid_request')
  expect(await add('2027-01-01', { class: null, unitId: crypto.randomUUID() })).toMatchObject({ code: 'reports.rule_unit_unknown' })
  expect((await as('coordinator').post('/reports/rules', { ...rule, formCode: 'khong-co', validFrom: '2027-01-01' })).statusCode).toBe(404)

  const end = async (until: string) => codeOf(await as('coordinator').post(`/reports/rules/${id}/end`, { until }))
  expect(await end('2026-12-31')).toBe('reports.rule_end_too_early')
  expect((await as('coordinator').post(`/reports/rules/${id}/end`, { until: '2027-07-01' })).statusCode).toBe(204)
  expect(await end('2027-08-01')).toBe('reports.rule_ended')
  expect((await add('2027-07-01', { dueDays: 3 })).id).toBeDefined()
  const { rules } = (await as('focal').get('/reports/rules')).json<OwingRuleList>()
  expect(rules.filter(({ formCode, span, class: owing }) => formCode === 'thu' && span === 'half-year' && owing === 'departments').map(({ validFrom, validUntil }) => [validFrom, validUntil]))
    .toEqual([['2027-01-01', '2027-07-01'], ['2027-07-01', null]])
  expect(rules.find(({ unitId }) => unitId === justice)).toMatchObject({ unitName: 'Sở Tư pháp', authorityName: expect.stringContaining('Lâm Đồng') as string })
  expect((await as('coordinator').post(`/reports/rules/${crypto.randomUUID()}/end`, { until: '2027-07-01' })).statusCode).toBe(404)
})

test('the API describes forms, whose headings lie in one another', async () => {
  const { paths } = (await office.http.inject({ method: 'GET', url: '/api/openapi.json' })).json<{ paths: Record<string, object> }>()
  expect(Object.keys(paths)).toContain('/api/reports/forms/{code}/draft')
})
