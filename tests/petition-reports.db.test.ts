import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import type { CaseRecord } from '#modules/petitions/contract.ts'
import type { FactRecords, ReportRecord, SaveResult } from '#modules/reports/contract.ts'
import { petitionRoutes } from '#modules/petitions/server/index.ts'
import { reportsRoutes } from '#modules/reports/server/index.ts'
import { addCases, addTopic, caseRow } from './support/builders/petition-cases.ts'
import { openOffice, type Office, type Staff } from './support/office.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

const [HOME_AFFAIRS, JUSTICE, PROVINCE] = [seedUnitId('ld-so-noi-vu'), seedUnitId('ld-so-tu-phap'), seedUnitId('lam-dong')]
const STAFF = {
  coordinator: { unitId: HOME_AFFAIRS, role: 'coordinator', over: PROVINCE }, focal: { unitId: JUSTICE, role: 'focal-officer' }, officer: { unitId: JUSTICE, role: 'petition-officer' },
  onPaper: { unitId: HOME_AFFAIRS, role: 'focal-officer' },
} as const satisfies Staff

let database: TestDatabase
let office: Office<keyof typeof STAFF>
let periodId = ''

beforeAll(async () => {
  database = await createTestDatabase('2026-09-15')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, (http) => {
    petitionRoutes(http)
    reportsRoutes(http)
  })
  await addTopic(database, 'land', { code: 'land-of-test', name: 'Bồi thường, tái định cư' })
  const at = (text: string) => plainDate(text)
  await addCases(database, [
    caseRow(JUSTICE, { received_on: at('2026-05-04'), triaged_on: at('2026-05-06'), triaged_as: 'accept', accepted_on: at('2026-05-06'), kind: 'feedback' }),
    caseRow(JUSTICE, { received_on: at('2026-07-01'), triaged_on: at('2026-07-06'), triaged_as: 'accept', accepted_on: at('2026-07-06'), topic_code: 'land-of-test', number: 41, title: 'Ông A hỏi về đất' }),
    caseRow(JUSTICE, { received_on: at('2026-07-02'), triaged_on: at('2026-07-06'), triaged_as: 'transfer', kind: 'denunciation', topic_code: 'land-of-test' }),
    caseRow(JUSTICE, { received_on: at('2026-09-10') }), caseRow(JUSTICE, { received_on: at('2026-09-15') }),
  ])
  const opened = await office.as('coordinator').post('/reports/periods', { formCode: '01-XLD', code: '2026-Q3' })
  expect(opened.statusCode, opened.body).toBe(201)
  periodId = opened.json<{ id: string }>().id
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const at = (unitId: string, rest = '') => `/reports/periods/${periodId}/units/${unitId}${rest}`

test('a unit opens 01/XLD filled in from its cases as of the cut-off day, each figure opens into them, and another number asks for its reason', async () => {
  const { facts, values, version } = (await office.as('focal').get(at(JUSTICE))).json<ReportRecord>()
  expect(facts).toMatchObject({ '01-xld.1': 3, '01-xld.2': 0, '01-xld.3': 3, '01-xld.4': 2, '01-xld.5': 1, '01-xld.6': 2, '01-xld.7': 2, '01-xld.9': 1, '01-xld.15': 1, '01-xld.20': 1 })
  expect(values['01-xld.3']).toBe(3)
  const { value, records } = (await office.as('focal').get(at(JUSTICE, '/facts/01-xld.4'))).json<FactRecords>()
  expect(value).toBe(2)
  expect(records.map(({ label, on, path }) => [label, on, path === null])).toEqual([['Đơn số 41/2026: Bồi thường, tái định cư', '2026-07-06', false], ['Một đơn tố cáo', null, true]])
  const path = records[0]?.path ?? ''
  expect((await office.as('officer').get(path.replace('/don-thu', '/petitions'))).json<CaseRecord>().title).toBe('Ông A hỏi về đất')
  expect((await office.as('focal').get(path.replace('/don-thu', '/petitions'))).statusCode).toBe(403)
  const { findings } = (await office.as('focal').put(at(JUSTICE), { version, values: { '01-xld.3': 4 } })).json<SaveResult>()
  expect(findings.filter(({ severity }) => severity === 'refuse').map(({ code }) => code)).toContain('reports.check_departs_without_reason')
})

test('a unit whose letters are on paper types its figures: no nought stands there, and none asks for a reason', async () => {
  const { facts, values, version } = (await office.as('onPaper').get(at(HOME_AFFAIRS))).json<ReportRecord>()
  expect(facts).toEqual({})
  expect(values['01-xld.3']).toBeNull()
  const { findings } = (await office.as('onPaper').put(at(HOME_AFFAIRS), { version, values: { '01-xld.3': 4 } })).json<SaveResult>()
  expect(findings.map(({ code }) => code)).not.toContain('reports.check_departs_without_reason')
})
