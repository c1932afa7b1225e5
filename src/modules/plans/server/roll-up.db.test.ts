import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { readRollUp } from './roll-up.ts'
import { listObligations } from './obligations.ts'
import type { DirectiveId } from './tables.ts'

const GIVEN = plainDate('2021-11-08')
const TODAY = plainDate('2026-11-23')
const province = seedUnitId('lam-dong')
const daLat = seedUnitId('ld-2021-672')
const justice = seedUnitId('ld-so-tu-phap')
const directiveId = randomUUID() as DirectiveId

let database: TestDatabase
let directory: Directory
let follower: Actor
/** A ward of Đà Lạt of 2021 that went wholly into one of today, and a commune of a province since merged that was divided. */
let whole: UnitId
let divided: UnitId

beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  directory = await loadDirectory(database.owner.db)
  follower = { id: randomUUID() as AccountId, name: 'Cán bộ tổng hợp', unitId: province, grants: [{ permission: 'plans.read-progress', role: 'coordinator', units: new Set(directory.unitIds), onBehalfOf: null }] }
  const parts = (id: UnitId) => directory.successionsFrom(id).filter(({ extent }) => extent === 'partial').length
  const wards = directory.treeOn(GIVEN).children(daLat).map(({ unitId }) => unitId)
  const [first] = wards.filter((id) => parts(id) === 0)
  const [second] = directory.treeOn(GIVEN).units.map(({ unitId }) => unitId).filter((id) => parts(id) > 1)
  if (first === undefined || second === undefined) throw new Error('the seed has no such units')
  ;[whole, divided] = [first, second]
  const dutyId = randomUUID()
  const { pool } = database.owner
  await pool.query(`insert into plans.directive (id, unit_id, title, number, reading, source_text, issued_on, created_by)
    values ($1, $2, 'Kế hoạch', '1/KH-UBND', '{}', '', $3, 'system')`, [directiveId, province, GIVEN])
  await pool.query(`insert into plans.duty (id, directive_id, ordinal, clause_path, clause_text, title, schedule) values ($1, $2, 1, 'II.1', '', 'Việc', '{"kind":"once","dueOn":"2021-12-01"}')`, [dutyId, directiveId])
  for (const [unitId, doneOn] of [[whole, '2021-11-20'], [divided, null], [justice, '2021-12-05']]) {
    await pool.query(`insert into plans.obligation (id, duty_id, unit_id, role, due_on, assigned_on, started_on, done_on) values (gen_random_uuid(), $1, $2, 'lead', '2021-12-01', $3, $4, $4)`, [dutyId, unitId, GIVEN, doneOn])
  }
})
afterAll(() => database.close())

const rollUp = (treeOn: typeof TODAY, actor = follower) => database.work((work) => readRollUp(work, { directiveId, treeOn }), actor)

test('as it was: a district holds its wards, a province its districts and departments', async () => {
  const { units, total, nowhere } = await rollUp(GIVEN)
  expect(total).toEqual({ total: 3, overdue: 1, underWay: 0, notStarted: 0, done: 1, doneLate: 1 })
  expect(units.filter(({ depth }) => depth === 0).map(({ counts }) => counts.total)).toEqual([1, 2])
  expect(units.find(({ id }) => id === province)?.counts).toMatchObject({ total: 2, done: 1, doneLate: 1 })
  expect(units.find(({ id }) => id === daLat)?.counts).toMatchObject({ done: 1 })
  expect(units.find(({ id }) => id === divided)?.own).toMatchObject({ overdue: 1 })
  expect(nowhere).toEqual([])
})

test('re-mapped to today: a whole merger is added up, a divided unit is never split, and nothing gets lost', async () => {
  const { units, total } = await rollUp(TODAY)
  expect(total).toEqual((await rollUp(GIVEN)).total)
  expect(units[0]).toMatchObject({ id: province, depth: 0, counts: total })
  expect(units.find(({ id }) => id === daLat)).toBeUndefined()
  const [successor] = directory.successionsFrom(whole)
  expect(units.find(({ id }) => id === successor?.toId)?.counts).toMatchObject({ done: 1 })
  const shared = units.flatMap(({ undivided }) => undivided)
  expect(shared).toMatchObject([{ unitId: divided, counts: { total: 1, overdue: 1 } }])
  expect(shared[0]?.between.length).toBeGreaterThan(1)
  expect(units.filter(({ own }) => own.overdue > 0)).toEqual([])
})

test('every line opens into as many obligations as it counts', async () => {
  for (const treeOn of [GIVEN, TODAY]) {
    for (const { id, counts } of (await rollUp(treeOn)).units) {
      const { total } = await database.work((work) => listObligations(work, { directiveId, treeOn, underUnitId: id as UnitId, role: 'lead', page: 1, size: 50 }), follower)
      expect(total).toBe(counts.total)
    }
  }
})

test('who follows one unit sees its figures only', async () => {
  const own: Actor = { ...follower, grants: [{ permission: 'plans.read-progress', role: 'coordinator', units: new Set([justice]), onBehalfOf: null }] }
  expect((await rollUp(TODAY, own)).total).toMatchObject({ total: 1, doneLate: 1 })
})
