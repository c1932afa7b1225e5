import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { anyCases, anyDay, anySpan, type WrittenCase } from '#tests/support/builders/counted-cases.ts'
import { addCases, addTopic, caseRow, signedDecision } from '#tests/support/builders/petition-cases.ts'
import { addAccount } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { CaseId } from '../domain/case.ts'
import { AMOUNTS, type Amount } from '../domain/statistics-columns.ts'
import { figuresOf } from '../domain/statistics-figures.ts'
import { sortCases } from '../domain/statistics-of-cases.ts'
import { letterKind } from '../domain/statistics.ts'
import { TOPIC_FIELDS } from '../domain/topic.ts'
import { petitionFacts } from './petition-facts.ts'
import type { AmountColumns, PetitionTables } from './tables.ts'

const UNITS = ['ld-so-noi-vu', 'ld-so-tu-phap', 'ld-2021-24781'].map(seedUnitId)
const [HOME_AFFAIRS = seedUnitId('lam-dong'), JUSTICE = seedUnitId('lam-dong')] = UNITS
/** Before any day of the cases below: the register is kept from then on. */
const LONG_AGO = plainDate('2025-01-02')

let database: TestDatabase
let officer: AccountId

beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  officer = await addAccount(database, { login: 'can-bo-xu-ly-don', unitId: HOME_AFFAIRS })
  for (const field of TOPIC_FIELDS) await addTopic(database, field)
})
beforeEach(() => database.owner.pool.query('truncate petitions.case cascade'))
afterAll(() => database.close())

const count = (units: readonly UnitId[], span: { from: string; to: string }) => database.work((work) => petitionFacts.count(work, units, { from: plainDate(span.from), to: plainDate(span.to) }))
const records = (code: string, units: readonly UnitId[], span: { from: string; to: string }) => database.work((work) => petitionFacts.records(work, code, units, { from: plainDate(span.from), to: plainDate(span.to) }))

const anyAmounts = fc.record(Object.fromEntries(AMOUNTS.map((amount) => [amount, fc.nat({ max: 2000 })])) as Record<Amount, fc.Arbitrary<number>>)
  .map((amounts) => ({ ...amounts, stateMoney: amounts.stateMoney + 0.125, peopleLand: amounts.peopleLand + 0.5 }))
const anyBooks = anyCases(UNITS, { least: 300, most: 500 }).chain((cases) => fc.record({
  cases: fc.constant(cases),
  settlements: fc.tuple(...cases.map(() => fc.option(anyAmounts))),
  steps: fc.tuple(...cases.map((_, at) => fc.array(fc.record({ at: fc.constant(at), on: anyDay, amounts: anyAmounts }), { maxLength: 2 }))).map((steps) => steps.flat()),
  replies: fc.array(fc.record({ at: fc.nat({ max: cases.length - 1 }), on: anyDay }), { maxLength: 60 }),
}))
type Books = typeof anyBooks extends fc.Arbitrary<infer Each> ? Each : never

const columnsOf = (amounts: Record<Amount, number>) =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value])) as unknown as AmountColumns

function rowOf({ id, unitId, number, originId, matterId, field, ...counted }: WrittenCase) {
  return caseRow(unitId, {
    id, number, matter_id: matterId, kind: counted.kind, received_on: counted.receivedOn, instance: counted.instance, prior: counted.prior, topic_code: field === null ? null : `${field}-x`,
    eligible: counted.eligible, competent: counted.competent, triaged_on: counted.triagedOn, triaged_as: counted.triagedAs, accepted_on: counted.acceptedOn, ended_on: counted.endedOn, ended_how: counted.endedHow,
    outcome: counted.outcome, withdrawn_after_explanation: counted.withdrawnAfterExplanation, in_time: counted.inTime, needs_enforcement: counted.needsEnforcement, enforced_on: counted.enforcedOn,
    origin_id: originId, origin_link: originId === null ? null : 'split',
  })
}

async function write({ cases, settlements, steps, replies }: Books): Promise<void> {
  const db = database.owner.db.$extendTables<PetitionTables>()
  await database.owner.pool.query('truncate petitions.case cascade')
  await addCases(database, [...UNITS.map((unitId) => caseRow(unitId, { received_on: LONG_AGO, triaged_on: LONG_AGO, triaged_as: 'file' })), ...cases.map(rowOf)])
  const urged = cases.flatMap(({ id, urgedOn }) => (urgedOn === null ? [] : [signedDecision(id, urgedOn, { prepared_by: officer })]))
  if (urged.length > 0) await db.insertInto('petitions.decision').values(urged).execute()
  const settled = settlements.flatMap((amounts, at) => (amounts === null ? [] : [{ case_id: cases[at]?.id ?? '' as CaseId, what: 'Trả lại đất', by_body: null, due_on: null, ...columnsOf(amounts) }]))
  if (settled.length > 0) await db.insertInto('petitions.settlement').values(settled).execute()
  const done = steps.map(({ at, on, amounts }) => ({ id: randomUUID() as PetitionTables['petitions.enforcement']['id'], case_id: cases[at]?.id ?? '' as CaseId, on_date: on, note: 'Đã thu', by_name: 'Cán bộ', ...columnsOf(amounts) }))
  if (done.length > 0) await db.insertInto('petitions.enforcement').values(done).execute()
  const answers = replies.map(({ at, on }) => ({ id: randomUUID() as PetitionTables['petitions.reply']['id'], case_id: cases[at]?.id ?? '' as CaseId, on_date: on, number: '15/UBND', from_body: 'Ủy ban nhân dân xã', summary: 'Đã trả lời công dân' }))
  if (answers.length > 0) await db.insertInto('petitions.reply').values(answers).execute()
}

/** The same by the rules alone. */
function expected({ cases, settlements, steps, replies }: Books, units: readonly UnitId[], span: { from: string; to: string }): Record<string, number> {
  const here = cases.filter(({ unitId }) => units.includes(unitId))
  const { letters, resolutions, enforcements } = sortCases(here, { from: plainDate(span.from), to: plainDate(span.to) })
  const at = (id: CaseId) => cases.findIndex((each) => each.id === id)
  const each = (value: (amount: Amount) => number) => Object.fromEntries(AMOUNTS.map((amount) => [amount, value(amount)])) as Record<Amount, number>
  const ordered = (id: CaseId) => each((amount) => settlements[at(id)]?.[amount] ?? 0)
  const done = (id: CaseId, from: string, to: string) => each((amount) => steps.filter((step) => step.at === at(id) && step.on >= from && step.on <= to).reduce((sum, step) => sum + step.amounts[amount], 0))
  return figuresOf({
    letters: letters.map(({ sort }) => ({ ...sort, count: 1 })),
    resolutions: resolutions.map(({ id, sort }) => ({ ...sort, count: 1, ordered: ordered(id) })),
    enforcements: enforcements.map(({ id, sort }) => {
      const before = done(id, '2000-01-01', addDays(plainDate(span.from), -1))
      return { ...sort, count: 1, due: each((amount) => Math.max(0, ordered(id)[amount] - before[amount])), done: done(id, span.from, span.to) }
    }),
    replies: replies.flatMap(({ at: index, on }) => { const about = cases[index]; return about !== undefined && units.includes(about.unitId) && on >= span.from && on <= span.to ? [{ kind: letterKind(about.kind), count: 1 }] : [] }),
  })
}

test('the database counts every column as the rules do, whatever was recorded; records add up to their column', async () => {
  const seen = new Map<string, number>()
  for (const [at, books] of fc.sample(anyBooks, { numRuns: Number(process.env['FACT_RUNS'] ?? 5), seed: 2611 }).entries()) {
    await write(books)
    for (const [span, units] of fc.sample(fc.tuple(anySpan, fc.subarray(UNITS, { minLength: 1 })), { numRuns: 6, seed: at })) {
      const counts = await count(units, span)
      expect(counts).toEqual(expected(books, units, span))
      const wanted = new Set(['petitions.01-xld.7', 'petitions.01-kqgq.7'])
      expect(await database.work((work) => petitionFacts.count(work, units, span, wanted))).toEqual(Object.fromEntries([...wanted].map((code) => [code, counts[code]])))
      for (const [code, value] of Object.entries(counts)) seen.set(code, (seen.get(code) ?? 0) + value)
    }
    if (at > 0) continue
    const span = { from: '2026-03-15', to: '2026-04-10' }
    const counts = await count(UNITS, span)
    for (const { code } of petitionFacts.facts) {
      const sum = (await records(code, UNITS, span)).reduce((total, { value }) => total + value, 0)
      expect([code, Math.round(sum * 1000) / 1000]).toEqual([code, counts[code]])
    }
  }
  expect(petitionFacts.facts.filter(({ code }) => (seen.get(code) ?? 0) === 0).map(({ code }) => code)).toEqual([])
}, 300_000)

test('a record is told by its number and topic, never by a name or by what somebody wrote; a denunciation not at all', async () => {
  const whole = { title: 'Bà Nguyễn Thị A kêu cứu', content: 'Nguyễn Thị A', people_names: 'Nguyễn Thị A', triaged_on: plainDate('2026-03-05'), triaged_as: 'accept', received_on: plainDate('2026-03-02') } as const
  await addCases(database, [
    caseRow(HOME_AFFAIRS, { ...whole, number: 7, topic_code: 'land-x' }), caseRow(HOME_AFFAIRS, { ...whole, number: 8, kind: 'denunciation', topic_code: 'land-x' }), caseRow(HOME_AFFAIRS, { ...whole, number: 9 }),
  ])
  const found = await records('petitions.01-xld.4', [HOME_AFFAIRS], { from: '2026-03-01', to: '2026-03-31' })
  expect(found).toEqual([
    { label: 'Đơn số 7/2026: Lĩnh vực land', on: '2026-03-05', value: 1, path: expect.stringMatching(/^\/don-thu\/[0-9a-f-]{36}$/) as string },
    { label: 'Đơn số 9/2026: chưa chọn lĩnh vực', on: '2026-03-05', value: 1, path: expect.stringMatching(/^\/don-thu\//) as string },
    { label: 'Một đơn tố cáo', on: null, value: 1, path: null },
  ])
  expect(JSON.stringify(found)).not.toContain('Nguyễn')
  expect(await records('petitions.no-such.1', [HOME_AFFAIRS], { from: '2026-03-01', to: '2026-03-31' })).toEqual([])
})

test('before a unit handled its first letter here nothing is counted, so that no nought is said of a register on paper', async () => {
  const handled = (unitId: UnitId, on: string) => caseRow(unitId, { received_on: plainDate(on), triaged_on: plainDate(on), triaged_as: 'accept' })
  const quarter = { from: '2026-03-15', to: '2026-06-14' }
  await addCases(database, [handled(HOME_AFFAIRS, '2026-03-15'), handled(JUSTICE, '2026-03-16')])
  expect(await count([HOME_AFFAIRS], quarter)).toMatchObject({ 'petitions.01-xld.1': 1, 'petitions.01-xld.15': 1, 'petitions.02-kqgq.1': 0 })
  expect(await count([HOME_AFFAIRS], { from: '2025-12-15', to: '2026-03-14' })).toEqual({})
  expect(await count([JUSTICE], quarter)).toEqual({})
  expect(await count([HOME_AFFAIRS, JUSTICE], quarter)).toEqual({})
  expect(await count([], quarter)).toMatchObject({ 'petitions.01-xld.1': 0 })
  await addCases(database, [caseRow(UNITS[2] ?? JUSTICE, { received_on: plainDate('2026-01-05'), channel: 'portal' })])
  expect(await count([UNITS[2] ?? JUSTICE], quarter)).toEqual({})
})

test('a unit that was founded in the period keeps its register from its first letter on, if those before it did', async () => {
  const founded = seedUnitId('ld-2025-24781')
  const merger = { from: '2025-06-15', to: '2025-09-14' }
  const former = seedUnitId('ld-2021-24781')
  const handled = (unitId: UnitId, on: string) => caseRow(unitId, { received_on: plainDate(on), triaged_on: plainDate(on), triaged_as: 'accept' })
  await addCases(database, [handled(founded, '2025-07-03')])
  expect(await count([founded, former], merger)).toEqual({})
  await addCases(database, [handled(former, '2025-02-03')])
  expect(await count([founded, former], merger)).toMatchObject({ 'petitions.01-xld.3': 1 })
})
