import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { REPORT_STATES, reportState, type ReportState } from '../domain/lifecycle.ts'
import { REPORT_STATE } from './report-state-store.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

const anInstant = fc.option(fc.constant('2026-06-15T02:00:00Z'), { freq: 2 }) // half of them null, so that the early states are seen as well
const anyFacts = fc.record({ saves: fc.option(fc.nat(3)), submittedAt: anInstant, revisionId: fc.option(fc.uuid(), { freq: 2 }), sentAt: anInstant, receivedAt: anInstant, returnedAt: anInstant })
type Facts = typeof anyFacts extends fc.Arbitrary<infer Value> ? Value : never

test('the database says where a report stands as the rule does', async () => {
  const seen = new Set<ReportState>()
  await fc.assert(fc.asyncProperty(fc.array(anyFacts, { minLength: 1, maxLength: 60 }), async (rows) => {
    const states = rows.map(({ saves, ...facts }) => reportState({ ...facts, hasBegun: (saves ?? 0) > 0 }))
    expect(await stated(rows)).toEqual(states)
    for (const state of states) seen.add(state)
  }), { numRuns: 60 })
  expect([...seen].toSorted()).toEqual(REPORT_STATES.toSorted())
})

/** `saves` null: no draft at all. */
async function stated(rows: readonly Facts[]): Promise<ReportState[]> {
  const { rows: found } = await sql<{ state: ReportState }>`
    with given as (select ordinality, value from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality),
      r as (select ordinality, value->>'submittedAt' as submitted_at, value->>'revisionId' as revision_id, value->>'sentAt' as sent_at, value->>'receivedAt' as received_at, value->>'returnedAt' as returned_at from given),
      d as (select ordinality, (value->>'saves')::int as version from given where value->>'saves' is not null)
    select ${REPORT_STATE} as state from r left join d using (ordinality) order by ordinality`.execute(database.app.db)
  return found.map(({ state }) => state)
}
