import fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DocumentId, UnitId } from '#kernel/ids.ts'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { deliverDocument, documentFacts, registerDocument } from './index.ts'

const UNITS = ['lam-dong', 'ld-so-noi-vu', 'ld-so-tu-phap', 'ld-2021-672', 'ld-2021-24781'].map(seedUnitId)
const anyDay = fc.integer({ min: 0, max: 90 }).map((days) => addDays(plainDate('2026-03-01'), days))
const anySpan = fc.tuple(anyDay, fc.integer({ min: 0, max: 60 })).map(([from, days]) => ({ from, to: addDays(from, days) }))
const anyUnits = fc.subarray(UNITS)

interface Sent {
  readonly unitId: UnitId
  readonly sentOn: PlainDate
  readonly acknowledgedOn: PlainDate | null
  readonly briefings: readonly { readonly heldOn: PlainDate; readonly sessions: number; readonly peopleReached: number }[]
}
const anyDelivery: fc.Arbitrary<Sent> = fc.record({
  unitId: fc.constantFrom(...UNITS), sentOn: anyDay, acknowledgedOn: fc.option(anyDay),
  briefings: fc.array(fc.record({ heldOn: anyDay, sessions: fc.integer({ min: 1, max: 9 }), peopleReached: fc.integer({ min: 0, max: 500 }) }), { maxLength: 3 }),
})
const anyDocument = fc.record({
  issuerUnitId: fc.option(fc.constantFrom(...UNITS)), issuedOn: fc.option(anyDay), deliveries: fc.uniqueArray(anyDelivery, { maxLength: 4, selector: ({ unitId }) => unitId }),
})
const documents = fc.sample(anyDocument, { numRuns: 120, seed: 1124 })
const deliveries = documents.flatMap((document) => document.deliveries)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  for (const [index, { issuerUnitId, issuedOn, deliveries: sent }] of documents.entries()) {
    await database.work(async (work) => {
      const documentId = await registerDocument(work, {
        type: 'ke_hoach', number: `${String(index + 1)}/KH`, issuedOn, issuer: 'Nơi ban hành', issuerUnitId, summary: 'Việc làm trong kỳ', signer: null, fileId: null, body: '', isPublic: false, certainty: 'illustrative',
      })
      for (const { unitId, sentOn } of sent) await deliverDocument(work, { documentId, fromUnitId: UNITS[0] ?? unitId, unitIds: [unitId], on: sentOn })
      return documentId
    }).then((documentId) => recordDeliveries(documentId, sent))
  }
})
afterAll(() => database.close())

async function recordDeliveries(documentId: DocumentId, sent: readonly Sent[]): Promise<void> {
  for (const { unitId, acknowledgedOn, briefings } of sent) {
    const { rows: [delivery] } = await database.owner.pool.query<{ id: string }>(
      'update documents.delivery set acknowledged_on = $3 where document_id = $1 and unit_id = $2 returning id', [documentId, unitId, acknowledgedOn])
    for (const { heldOn, sessions, peopleReached } of briefings) {
      await database.owner.pool.query(`insert into documents.briefing (id, delivery_id, held_on, sessions, people_reached, audience, recorded_by) values ($1, $2, $3, $4, $5, 'Cán bộ', 'system')`,
        [randomUUID(), delivery?.id, heldOn, sessions, peopleReached])
    }
  }
}

test('every fact counts what the rule says, and the values of its records add up to it, in any period and for any units', async () => {
  await fc.assert(fc.asyncProperty(anyUnits, anySpan, async (units, span) => {
    const isIn = (day: PlainDate | null) => day !== null && day >= span.from && day <= span.to
    const mine = deliveries.filter(({ unitId }) => units.includes(unitId))
    const held = mine.flatMap(({ briefings }) => briefings).filter(({ heldOn }) => isIn(heldOn))
    const counts = await database.work((work) => documentFacts.count(work, units, span))
    expect(counts).toEqual({
      'documents.issued': documents.filter(({ issuerUnitId, issuedOn }) => issuerUnitId !== null && units.includes(issuerUnitId) && isIn(issuedOn)).length,
      'documents.received': mine.filter(({ sentOn }) => isIn(sentOn)).length,
      'documents.acknowledged': mine.filter(({ acknowledgedOn }) => isIn(acknowledgedOn)).length,
      'documents.briefing-sessions': held.reduce((sum, { sessions }) => sum + sessions, 0),
      'documents.people-reached': held.reduce((sum, { peopleReached }) => sum + peopleReached, 0),
    })
    for (const { code } of documentFacts.facts) {
      const records = await database.work((work) => documentFacts.records(work, code, units, span))
      expect(records.reduce((sum, { value }) => sum + value, 0)).toBe(counts[code])
      expect(records.every(({ on }) => isIn(on))).toBe(true)
    }
  }), { numRuns: 60 })
})

test('a paper of somebody else that a unit brought in and keeps is not one that it issued', async () => {
  const [unitId = null] = UNITS
  const span = { from: plainDate('2026-08-01'), to: plainDate('2026-08-01') }
  const paper = { type: 'cong_van', number: null, issuedOn: span.from, issuer: 'Bộ Nội vụ', issuerUnitId: unitId, summary: 'Hướng dẫn', signer: null, fileId: null, body: '', isPublic: false, certainty: 'illustrative' } as const
  for (const isBroughtIn of [true, false]) await database.work((work) => registerDocument(work, { ...paper, isBroughtIn }))
  expect((await database.work((work) => documentFacts.count(work, UNITS, span)))['documents.issued']).toBe(1)
})

test('a record says what it is, of which unit where several are asked, and where it is opened', async () => {
  const day = plainDate('2026-07-01')
  const [, homeAffairs, justice] = UNITS
  if (homeAffairs === undefined || justice === undefined) throw new Error('two units are needed')
  const documentId = await database.work(async (work) => {
    const id = await registerDocument(work, {
      type: 'ke_hoach', number: '8100/KH-UBND', issuedOn: day, issuer: 'UBND tỉnh', issuerUnitId: null, summary: 'Triển khai Quy chế', signer: null, fileId: null, body: '', isPublic: false, certainty: 'illustrative',
    })
    await deliverDocument(work, { documentId: id, fromUnitId: homeAffairs, unitIds: [justice], on: day })
    return id
  })
  const received = (units: readonly UnitId[]) => database.work((work) => documentFacts.records(work, 'documents.received', units, { from: day, to: day }))
  expect(await received([justice])).toEqual([{ label: 'Kế hoạch 8100/KH-UBND: Triển khai Quy chế', on: day, value: 1, path: `/van-ban/${documentId}` }])
  expect(await received([homeAffairs, justice])).toMatchObject([{ label: 'Sở Tư pháp: Kế hoạch 8100/KH-UBND: Triển khai Quy chế' }])
  expect(await database.work((work) => documentFacts.records(work, 'documents.unknown', UNITS, { from: day, to: day }))).toEqual([])
})
