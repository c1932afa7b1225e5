import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { stateOn } from '../domain/obligation-state.ts'
import { planFacts } from './index.ts'

const PROVINCE = seedUnitId('lam-dong')
const UNITS = [PROVINCE, ...['ld-so-noi-vu', 'ld-so-tu-phap', 'ld-2021-672', 'ld-2021-24781'].map(seedUnitId)]
const STATES = ['plans.duties-done', 'plans.duties-done-late', 'plans.duties-overdue', 'plans.duties-under-way', 'plans.duties-not-started']
const anyDay = fc.integer({ min: 0, max: 45 }).map((days) => addDays(plainDate('2026-03-01'), days))
const anySpan = fc.tuple(anyDay, fc.integer({ min: 0, max: 40 })).map(([from, days]) => ({ from, to: addDays(from, days) }))
const anyUnits = fc.subarray(UNITS)
const anyObligation = fc.record({
  unitId: fc.constantFrom(...UNITS), role: fc.constantFrom('lead', 'lead', 'cooperate'), dueOn: anyDay, assignedOn: anyDay, startedOn: fc.option(anyDay), doneOn: fc.option(anyDay),
})
const anyDirective = fc.record({
  id: fc.uuid(), dutyId: fc.uuid(), withdrawnOn: fc.option(anyDay, { freq: 2 }), obligations: fc.array(anyObligation, { minLength: 5, maxLength: 30 }),
  plans: fc.uniqueArray(fc.record({ unitId: fc.constantFrom(...UNITS), issuedOn: fc.option(anyDay) }), { maxLength: 4, selector: ({ unitId }) => unitId }),
})
const directives = fc.sample(anyDirective, { numRuns: 25, seed: 1125 })
const obligations = directives.flatMap(({ withdrawnOn, obligations: given }) => given.map((obligation) => ({ ...obligation, withdrawnOn })))

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  for (const directive of directives) await add(directive)
})
afterAll(() => database.close())

async function add({ id, dutyId, withdrawnOn, obligations: given, plans }: (typeof directives)[number]): Promise<void> {
  const query = (text: string, values: unknown[]) => database.owner.pool.query(text, values)
  await query(`insert into plans.directive (id, unit_id, title, reading, source_text, issued_on, withdrawn_on, created_by) values ($1, $2, 'Kế hoạch dân vận', '{}', '', '2026-01-05', $3, 'system')`, [id, PROVINCE, withdrawnOn])
  await query(`insert into plans.duty (id, directive_id, ordinal, clause_text, title, schedule) values ($1, $2, 1, '', 'Đối thoại', '{}')`, [dutyId, id])
  for (const [index, { unitId, role, dueOn, assignedOn, startedOn, doneOn }] of given.entries()) {
    await query('insert into plans.obligation (id, duty_id, unit_id, role, period_from, due_on, assigned_on, started_on, done_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [randomUUID(), dutyId, unitId, role, addDays(plainDate('2020-01-01'), index), dueOn, assignedOn, startedOn, doneOn])
  }
  for (const { unitId, issuedOn } of plans) {
    await query(`insert into plans.unit_plan (id, directive_id, unit_id, title, number, issued_on) values ($1, $2, $3, 'Thực hiện Kế hoạch dân vận', '12/KH', $4)`, [randomUUID(), id, unitId, issuedOn])
  }
}

interface Span { readonly from: PlainDate; readonly to: PlainDate }
function isWithin(day: PlainDate | null, { from, to }: Span): boolean {
  return day !== null && day >= from && day <= to
}

/** By the pure rule, as of the last day. */
function expected(units: readonly UnitId[], span: Span): Record<string, number> {
  const due = obligations.filter(({ unitId, role, dueOn, assignedOn, withdrawnOn }) =>
    units.includes(unitId) && role === 'lead' && isWithin(dueOn, span) && assignedOn <= span.to && (withdrawnOn === null || withdrawnOn > span.to))
  const states = due.map((dates) => `plans.duties-${stateOn(span.to, dates)}`)
  return {
    'plans.duties': due.length, ...Object.fromEntries(STATES.map((code) => [code, states.filter((state) => state === code).length])),
    'plans.unit-plans-issued': directives.flatMap(({ plans }) => plans).filter(({ unitId, issuedOn }) => units.includes(unitId) && isWithin(issuedOn, span)).length,
  }
}

test('duties are counted by the rule of their state on the last day, each in one state; records add up to their count', async () => {
  let seen = 0
  await fc.assert(fc.asyncProperty(anyUnits, anySpan, async (units, span) => {
    const counts = await database.work((work) => planFacts.count(work, units, span))
    expect(counts).toEqual(expected(units, span))
    expect(STATES.reduce((sum, code) => sum + (counts[code] ?? 0), 0)).toBe(counts['plans.duties'])
    seen += counts['plans.duties'] ?? 0
    for (const { code } of planFacts.facts) {
      const records = await database.work((work) => planFacts.records(work, code, units, span))
      expect(records.reduce((sum, { value }) => sum + value, 0)).toBe(counts[code])
      expect(records.every(({ on }) => isWithin(on, span))).toBe(true)
    }
  }), { numRuns: 60 })
  expect(seen).toBeGreaterThan(0)
})

test('what happens after the period changes nothing in it: a withdrawal, a duty done, a duty given', async () => {
  const unitId = UNITS[3] ?? PROVINCE
  const day = plainDate('2026-06-30')
  const [id, dutyId] = [randomUUID(), randomUUID()]
  await add({ id, dutyId, withdrawnOn: plainDate('2026-07-05'), plans: [], obligations: [
    { unitId, role: 'lead', dueOn: plainDate('2026-06-10'), assignedOn: plainDate('2026-06-01'), startedOn: null, doneOn: plainDate('2026-07-01') },
    { unitId, role: 'lead', dueOn: day, assignedOn: plainDate('2026-06-01'), startedOn: plainDate('2026-06-02'), doneOn: null },
    { unitId, role: 'lead', dueOn: day, assignedOn: plainDate('2026-07-01'), startedOn: null, doneOn: null },
  ] })
  const span = { from: plainDate('2026-06-01'), to: day }
  expect(await database.work((work) => planFacts.count(work, [unitId], span))).toMatchObject({ 'plans.duties': 2, 'plans.duties-overdue': 1, 'plans.duties-under-way': 1 })
  const [record] = await database.work((work) => planFacts.records(work, 'plans.duties-overdue', [unitId], span))
  expect(record).toMatchObject({ label: 'Đối thoại (Kế hoạch dân vận)', on: '2026-06-10', value: 1 })
  expect(record?.path).toMatch(/^\/ke-hoach\/nhiem-vu\/[0-9a-f-]{36}$/)
  expect(await database.work((work) => planFacts.count(work, [unitId], { ...span, to: plainDate('2026-07-31') }))).toMatchObject({ 'plans.duties': 0 })
})
