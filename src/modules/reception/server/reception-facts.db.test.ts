import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { reportsOfSeed } from '#database/seed/seed-reports.ts'
import { addAccount } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { addsTo, FORM_COLUMNS, type CountedVisit } from '../domain/statistics.ts'
import { RECEIVERS } from '../domain/visit.ts'
import { receptionFacts } from './index.ts'

const UNITS = ['lam-dong', 'ld-so-tu-phap', 'ld-2025-25126'].map(seedUnitId)
const KEPT_FROM = plainDate('2026-01-05')
const anyDay = fc.integer({ min: 0, max: 40 }).map((days) => addDays(KEPT_FROM, days))
const anySpan = fc.tuple(anyDay, fc.integer({ min: 0, max: 30 })).map(([from, days]) => ({ from, to: addDays(from, days) }))
const anyVisit = fc.record({
  unitId: fc.constantFrom(...UNITS), on: anyDay, receivedBy: fc.constantFrom(...RECEIVERS), people: fc.integer({ min: 1, max: 14 }), isRefused: fc.constantFrom(false, false, false, true),
  repeats: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }), isDenunciation: fc.constantFrom(false, false, true),
})
const visits = fc.sample(anyVisit, { numRuns: 160, seed: 1124 })
const sessions = fc.sample(fc.record({ unitId: fc.constantFrom(...UNITS), on: anyDay, heldBy: fc.constantFrom('head', 'authorised') }), { numRuns: 25, seed: 26 })
type Visit = (typeof visits)[number]

let database: TestDatabase
let officer = ''
beforeAll(async () => {
  database = await createTestDatabase('2026-03-30')
  await seedBase(database.owner.db)
  officer = await addAccount(database, { login: 'officer', unitId: UNITS[2] ?? UNITS[0] as UnitId })
  for (const unitId of UNITS) await addVisit({ unitId, on: KEPT_FROM, receivedBy: 'regular', people: 1, isRefused: true, repeats: [], isDenunciation: false })
  for (const visit of visits) await addVisit(visit)
  for (const { unitId, on, heldBy } of sessions) await addSession(unitId, on, heldBy)
})
afterAll(() => database.close())

let given = 0
const query = (text: string, values: unknown[]) => database.owner.pool.query(text, values)
async function addDay(unitId: UnitId, on: PlainDate): Promise<string> {
  given += 1
  const id = randomUUID()
  await query(`insert into reception.schedule_day (id, unit_id, on_date, starts_at, ends_at, place, kind, post, receiver) values ($1, $2, $3, '07:30', '11:30', 'Trụ sở', 'leader-regular', 'Chủ tịch', $4)`, [id, unitId, on, `Chủ tịch ${String(given)}`])
  return id
}
async function addSession(unitId: UnitId, on: PlainDate, heldBy: string): Promise<void> {
  await query(`insert into reception.session (day_id, unit_id, on_date, held_by, chair_post, chair_name) values ($1, $2, $3, $4, 'Chủ tịch', 'Chủ tịch')`, [await addDay(unitId, on), unitId, on, heldBy])
}
async function addVisit({ unitId, on, receivedBy, people, isRefused, repeats, isDenunciation }: Visit): Promise<void> {
  given += 1
  const id = randomUUID()
  await query(
    `insert into reception.visit (id, unit_id, on_date, year, number, day_id, received_by, receiver, people_count, has_denunciation, refusal_ground, refusal_because, said, once, recorded_by, recorded_name)
     values ($1, $2, $3, 2026, $4, $5, $6, 'Cán bộ', $7, $8, $9, $10, '', $11, $12, 'Cán bộ')`,
    [id, unitId, on, given, receivedBy === 'regular' ? null : await addDay(unitId, on), receivedBy, people, isDenunciation, isRefused ? 'disorder' : null, isRefused ? 'Gây rối' : null, randomUUID(), officer])
  await query(`insert into reception.visitor (id, visit_id, unit_id, role, position, name) values ($1, $2, $3, 'visitor', 0, 'Nguyễn Thị Bí Mật')`, [randomUUID(), id, unitId])
  if (isRefused) return
  for (const [position, isRepeat] of repeats.entries()) {
    await query(`insert into reception.matter (id, visit_id, position, kind, content, is_repeat, handling) values ($1, $2, $3, $4, 'Việc kín', $5, 'explained')`, [randomUUID(), id, position, isDenunciation ? 'denunciation' : 'feedback', isRepeat])
  }
}

interface Span { readonly from: PlainDate; readonly to: PlainDate }
const isWithin = (on: PlainDate, { from, to }: Span) => on >= from && on <= to
const countedOf = ({ receivedBy, people, repeats }: Visit): CountedVisit => ({ receivedBy, people, isGroup: people >= 5, firstMatters: repeats.filter((repeat) => !repeat).length, repeatMatters: repeats.filter(Boolean).length })

test('every column is counted as the pure rule counts it, the records add up to it, and the equations of the form hold', async () => {
  let seen = 0
  await fc.assert(fc.asyncProperty(fc.subarray(UNITS, { minLength: 1 }), anySpan, async (units, span) => {
    const counts = await database.work((work) => receptionFacts.count(work, units, span))
    const received = visits.filter((visit) => units.includes(visit.unitId) && isWithin(visit.on, span) && !visit.isRefused)
    const at = (column: number) => counts[`reception.01-tcd.${String(column)}`] ?? Number.NaN
    for (const column of FORM_COLUMNS) {
      const expected = column.of === 'sessions'
        ? sessions.filter(({ unitId, on, heldBy }) => units.includes(unitId) && isWithin(on, span) && heldBy === column.by).length
        : received.reduce((sum, visit) => sum + addsTo(column, countedOf(visit)), 0)
      expect([column.column, at(column.column)]).toEqual([column.column, expected])
      const records = await database.work((work) => receptionFacts.records(work, `reception.01-tcd.${String(column.column)}`, units, span))
      expect(records.reduce((sum, { value }) => sum + value, 0)).toBe(expected)
      expect(records.every(({ on }) => on === null || isWithin(on, span))).toBe(true)
    }
    expect(at(1)).toBe(at(4) + at(13) + at(22))
    expect(at(2)).toBe(at(5) + at(14) + at(23))
    expect(at(3)).toBe(at(6) + at(7) + at(15) + at(16) + at(24) + at(25))
    seen += at(1)
  }), { numRuns: 25 })
  expect(seen).toBeGreaterThan(100)
})

test('a record is a number in a register, never a person; one about a denunciation cannot be told apart', async () => {
  const span = { from: KEPT_FROM, to: addDays(KEPT_FROM, 40) }
  const records = await database.work((work) => receptionFacts.records(work, 'reception.01-tcd.1', UNITS, span))
  expect(JSON.stringify(records)).not.toMatch(/Bí Mật|Việc kín/)
  const received = visits.filter(({ isRefused }) => !isRefused)
  expect(records.filter(({ path, on, label }) => path === null && on === null && label === 'Một lượt tiếp về tố cáo')).toHaveLength(received.filter(({ isDenunciation }) => isDenunciation).length)
  expect(records.find(({ path }) => path !== null)).toMatchObject({ label: expect.stringMatching(/^(Tỉnh Lâm Đồng|Sở Tư pháp|Xã Đạ Tẻh): Lượt tiếp số \d+\/2026$/) as string, path: expect.stringMatching(/^\/tiep-cong-dan\/so\/luot\/[0-9a-f-]{36}$/) as string })
  const held = await database.work((work) => receptionFacts.records(work, 'reception.01-tcd.12', UNITS, span))
  expect(held[0]?.path).toMatch(/^\/tiep-cong-dan\/lich\/buoi\/[0-9a-f-]{36}$/)
  expect(await database.work((work) => receptionFacts.records(work, 'reception.something-else', UNITS, span))).toEqual([])
})

test('no figure is given for a time of which part may stand in a register on paper', async () => {
  const before = { from: addDays(KEPT_FROM, -1), to: addDays(KEPT_FROM, 10) }
  expect(await database.work((work) => receptionFacts.count(work, UNITS, before))).toEqual({})
  expect(await database.work((work) => receptionFacts.count(work, [...UNITS, seedUnitId('ld-2025-25135')], { ...before, from: KEPT_FROM }))).toEqual({})
})

test('every column fills the figure of its own column, in the same measure and under the same headings', () => {
  const figures = reportsOfSeed().figures.filter(({ fact }) => fact?.startsWith('reception.') ?? false)
  expect(figures.map(({ code, fact }) => [code, fact])).toEqual(figures.map(({ code }) => [code, `reception.${code}`]))
  const infos = new Map(receptionFacts.facts.map((fact) => [fact.code as string, fact]))
  expect(figures.map(({ fact }) => fact).toSorted()).toEqual([...infos.keys()].toSorted())
  for (const { code, name, measure, fact } of figures) expect([code, infos.get(fact ?? '')?.measure, infos.get(fact ?? '')?.name.split(': ').slice(1).join(': ')]).toEqual([code, measure, name])
})
