import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import ExcelJS from 'exceljs'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { addCases, addTopic, caseRow, type CaseRow } from '#tests/support/builders/petition-cases.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { DueBoard, HeatWeights, HotSpots } from '../contract-statistics.ts'
import { publicFigures } from './index.ts'
import { statisticsRoutes } from './statistics-routes.ts'

const TODAY = plainDate('2026-11-23')
const [PROVINCE, HOME_AFFAIRS, JUSTICE] = ['lam-dong', 'ld-so-noi-vu', 'ld-so-tu-phap'].map(seedUnitId) as [UnitId, UnitId, UnitId]
const [WARD, OTHER_WARD] = ['ld-2025-24787', 'ld-2025-24781'].map(seedUnitId) as [UnitId, UnitId]
const FORMER_WARD = seedUnitId('ld-2021-24781')

const PEOPLE = {
  'officer.stp': { unitId: JUSTICE, role: 'petition-officer' },
  'head.stp': { unitId: JUSTICE, role: 'unit-head' },
  'inspector': { unitId: PROVINCE, role: 'inspector' },
  'coordinator': { unitId: HOME_AFFAIRS, over: PROVINCE, role: 'coordinator' },
  'coordinator.stp': { unitId: JUSTICE, role: 'coordinator' },
  'reception': { unitId: JUSTICE, role: 'reception-officer' },
} as const satisfies Staff

let database: TestDatabase
let office: Office<keyof typeof PEOPLE>

beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, statisticsRoutes)
  await addTopic(database, 'land')
  await addTopic(database, 'policy')
})
beforeEach(() => database.owner.pool.query('truncate petitions.case cascade'))
afterAll(async () => {
  await office.close()
  await database.close()
})

const open = (more: Partial<CaseRow> = {}): Partial<CaseRow> => ({ received_on: addDays(TODAY, -40), topic_code: 'land-x', due_on: addDays(TODAY, 30), due_step: 'complaint.first-resolution', ...more })
const late = (more: Partial<CaseRow> = {}): Partial<CaseRow> => open({ due_on: addDays(TODAY, -10), ...more })
const several = (count: number, unitId: UnitId, more: Partial<CaseRow>) => Array.from({ length: count }, () => caseRow(unitId, more))
const board = async (person: keyof typeof PEOPLE, query = '') => (await office.as(person).get(`/petitions/due${query}`)).json<DueBoard>()
const spots = async (person: keyof typeof PEOPLE, query = '') => (await office.as(person).get(`/petitions/hot-spots${query}`)).json<HotSpots>()

test('an officer sees what is late, due this week, suspended and later in her unit, by which step and since when, with the list behind it', async () => {
  await addCases(database, [
    caseRow(JUSTICE, late()), caseRow(JUSTICE, late({ due_step: 'feedback.reply', due_on: addDays(TODAY, -30), kind: 'feedback' })), caseRow(JUSTICE, open({ due_on: TODAY })), caseRow(JUSTICE, open({ due_on: addDays(TODAY, 6) })),
    caseRow(JUSTICE, open({ due_on: addDays(TODAY, 7) })), caseRow(JUSTICE, open({ triaged_on: TODAY, triaged_as: 'accept', accepted_on: TODAY, suspended_since: TODAY, due_on: null })),
    caseRow(JUSTICE, open({ ended_on: TODAY, ended_how: 'withdrawn' })), caseRow(HOME_AFFAIRS, late()),
  ])
  const seen = await board('officer.stp')
  expect(seen).toMatchObject({ on: TODAY, weekUntil: addDays(TODAY, 6), hasHidden: false, totals: { open: 6, late: 2, thisWeek: 2, suspended: 1, later: 1 }, ownUnits: [{ id: JUSTICE }] })
  expect(seen.rows).toEqual([expect.objectContaining({
    key: JUSTICE, name: 'Sở Tư pháp', isOwn: true, counts: { open: 6, late: 2, thisWeek: 2, suspended: 1, later: 1 }, lateSince: addDays(TODAY, -30), list: `/don-thu?unitId=${JUSTICE}`,
  })])
  expect(seen.why.map(({ procedure, step, name, count, since }) => [procedure, step, name !== '', count, since])).toEqual([
    ['complaint', 'first-resolution', true, 1, addDays(TODAY, -10)], ['feedback', 'reply', true, 1, addDays(TODAY, -30)],
  ])
  expect((await board('officer.stp', '?by=topic')).rows).toEqual([expect.objectContaining({ key: 'land-x', name: 'Lĩnh vực land', list: '/don-thu?topic=land-x' })])
})

test('beyond the own unit no count from one to four is told, nor why; what is shut to the reader has no list', async () => {
  await addCases(database, [
    ...several(3, JUSTICE, late()), ...several(9, JUSTICE, open()), ...several(20, WARD, late()), ...several(30, WARD, open()), ...several(6, OTHER_WARD, late()), ...several(6, FORMER_WARD, late()), ...several(8, OTHER_WARD, open()), ...several(2, PROVINCE, late()),
  ])
  const seen = await board('inspector')
  const rowOf = (id: UnitId) => seen.rows.find(({ key }) => key === id)
  expect(rowOf(PROVINCE)).toMatchObject({ isOwn: true, counts: { late: 2, open: 2 }, list: null })
  expect(rowOf(JUSTICE)).toMatchObject({ isOwn: false, counts: { late: null, open: 12 }, why: [], lateSince: null, list: null })
  expect(rowOf(WARD)).toMatchObject({ counts: { late: 20, later: 30, open: 50 }, list: null })
  expect(rowOf(FORMER_WARD)).toBeUndefined()
  expect(rowOf(OTHER_WARD)?.counts.open).toBe(20)
  expect(rowOf(OTHER_WARD)?.counts.late).toBeNull()
  expect(seen).toMatchObject({ hasHidden: true, totals: { late: 37, open: 84 } })
  expect(seen.rows[0]?.key).toBe(WARD)
  expect(await office.as('inspector').get(`/petitions/due?unitId=${JUSTICE}`)).toMatchObject({ statusCode: 403 })
  expect((await office.as('inspector').get(`/petitions/due?unitId=${JUSTICE}`)).json()).toMatchObject({ code: 'petitions.figures_not_narrowed' })
  expect(await board('inspector', '?topic=land-x')).toMatchObject({ totals: { late: 2, open: 2 } })
})

test('a denunciation is counted on the board for whoever handles those of the unit, and for nobody else; in hot spots for nobody', async () => {
  await addCases(database, several(7, JUSTICE, late({ kind: 'denunciation' })))
  expect((await board('head.stp')).totals).toMatchObject({ late: 7 })
  for (const person of ['officer.stp', 'inspector', 'coordinator'] as const) expect(await board(person)).toMatchObject({ rows: [], totals: { open: 0 } })
  for (const person of ['head.stp', 'inspector'] as const) expect((await spots(person)).spots).toEqual([])
})

test('who may not read statistics is refused; a sheet says what the screen says', async () => {
  for (const url of ['/petitions/due', '/petitions/due.xlsx', '/petitions/hot-spots', '/petitions/hot-spots/weights']) expect(await office.as('reception').get(url)).toMatchObject({ statusCode: 403 })
  await addCases(database, [...several(3, JUSTICE, late()), ...several(9, JUSTICE, open()), ...several(20, WARD, late()), ...several(30, WARD, open())])
  const { rawPayload, headers } = await office.as('inspector').get('/petitions/due.xlsx')
  expect(headers['content-disposition']).toContain('don-thu-den-han.xlsx')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(rawPayload).buffer)
  const lines = Array.from(workbook.worksheets[0]?.getSheetValues() ?? [], (line) => (Array.isArray(line) ? line.slice(1).map((cell) => (typeof cell === 'number' || typeof cell === 'string' ? String(cell) : '')).join('|') : ''))
  expect(lines.find((line) => line.includes('Sở Tư pháp'))).toContain('|12|ẩn|')
  expect(lines.find((line) => line.includes('Tổng cộng'))).toContain('|62|23|')
  expect(lines.join('\n')).toContain('dưới 5')
})

test('hot spots: where cases gather and why, the hottest first; of other units none of fewer than five people', async () => {
  const first = caseRow(JUSTICE, late({ people_count: 9, topic_code: 'policy-x', place_unit_id: WARD, received_on: addDays(TODAY, -100) }))
  await addCases(database, [
    first, caseRow(JUSTICE, late({ matter_id: first.id, topic_code: 'policy-x', place_unit_id: WARD, origin_id: first.id, origin_link: 'repeat', skips_level: true })), ...several(3, JUSTICE, open({ topic_code: 'land-x' })),
    ...several(8, WARD, late({ place_unit_id: WARD })), ...several(2, OTHER_WARD, open({ topic_code: 'policy-x' })),
  ])
  const own = await spots('officer.stp')
  expect(own.spots.map(({ name, score, level, isOwn, list }) => [name, score, level, isOwn, list])).toEqual([
    ['Lĩnh vực policy', 46, 'watch', true, '/don-thu?topic=policy-x'], ['Lĩnh vực land', 11.5, 'calm', true, '/don-thu?topic=land-x'],
  ])
  expect(own.spots[0]?.parts.map(({ factor, amount, points }) => [factor, amount, points]).toSorted()).toEqual([
    ['cases', 2, 4], ['days-waiting', 100, 10], ['groups', 1, 10], ['level-skipping', 1, 6], ['overdue', 2, 8], ['people', 10, 5], ['repeats', 1, 3],
  ])
  const matters = await spots('officer.stp', '?by=matter')
  expect(matters.spots).toEqual([expect.objectContaining({ key: first.id, name: expect.stringMatching(/^Lĩnh vực policy – /) as string, score: 46, list: expect.stringMatching(/^\/don-thu\/[0-9a-f-]{36}$/) as string })])
  expect(JSON.stringify(matters)).not.toContain(first.title)
  const beyond = await spots('inspector', '?by=unit')
  expect(beyond.spots.map(({ key }) => key)).toEqual([WARD, JUSTICE])
  expect(beyond.spots.find(({ key }) => key === JUSTICE)).toMatchObject({ isOwn: false, score: null, list: null })
  expect(beyond.hasHidden).toBe(true)
  expect((await spots('inspector', '?by=unit&level=watch')).spots.every(({ level }) => level !== 'calm')).toBe(true)
  expect((await spots('inspector', '?by=place')).spots.map(({ key }) => key)).toContain(WARD)
})

test('the scale is shown as illustrative; who manages petitions of the whole province changes it for everybody', async () => {
  const { factors, ...scale } = (await office.as('coordinator').get('/petitions/hot-spots/weights')).json<HeatWeights>()
  expect(scale).toMatchObject({ certainty: 'illustrative', mayChange: true })
  const changed = { factors: factors.map((each) => (each.factor === 'cases' ? { ...each, weight: 10, most: 100 } : each)), watchFrom: 40, hotFrom: 90, source: 'Quyết định của Chủ tịch UBND tỉnh', certainty: 'verified' }
  expect(await office.as('officer.stp').put('/petitions/hot-spots/weights', changed)).toMatchObject({ statusCode: 403 })
  expect(await office.as('coordinator.stp').put('/petitions/hot-spots/weights', changed)).toMatchObject({ statusCode: 403 })
  expect(await office.as('coordinator').put('/petitions/hot-spots/weights', { ...changed, hotFrom: 40 })).toMatchObject({ statusCode: 400 })
  expect(await office.as('coordinator').put('/petitions/hot-spots/weights', changed)).toMatchObject({ statusCode: 204 })
  await addCases(database, several(10, JUSTICE, open()))
  expect(await spots('officer.stp')).toMatchObject({ watchFrom: 40, hotFrom: 90, certainty: 'verified', spots: [{ level: 'hot', score: 109 }] })
  expect((await office.as('officer.stp').get('/petitions/hot-spots/weights')).json()).toMatchObject({ mayChange: false, factors: expect.arrayContaining([{ factor: 'cases', weight: 10, most: 100 }]) as unknown })
})

test('published figures are of the unit and the former ones it carries on, without denunciations', async () => {
  const settled = (more: Partial<CaseRow> = {}): Partial<CaseRow> => open({ received_on: plainDate('2026-03-02'), triaged_on: plainDate('2026-03-05'), triaged_as: 'accept', accepted_on: plainDate('2026-03-05'), ended_on: plainDate('2026-04-01'), ended_how: 'answered', in_time: true, ...more })
  await addCases(database, [
    ...several(9, OTHER_WARD, settled()), ...several(5, FORMER_WARD, settled({ in_time: false })), ...several(6, OTHER_WARD, settled({ kind: 'denunciation' })), ...several(2, OTHER_WARD, settled({ topic_code: 'policy-x' })),
    ...several(4, OTHER_WARD, settled({ received_on: plainDate('2025-12-01') })), ...several(3, WARD, settled()),
  ])
  expect(await database.work((work) => publicFigures(work, OTHER_WARD, { from: plainDate('2026-01-01'), to: plainDate('2026-12-31') }))).toEqual({
    from: '2026-01-01', to: '2026-12-31', received: 16, settled: 20, inTime: { least: 0.75, most: 0.75 }, hasHidden: true,
    byTopic: [{ code: 'land-x', name: 'Lĩnh vực land', nameEn: 'land', received: null, settled: null }, { code: 'policy-x', name: 'Lĩnh vực policy', nameEn: 'policy', received: null, settled: null }],
  })
})
