import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { REPORT_STATES, reportState, type ReportState } from '../domain/lifecycle.ts'
import { REPORT_STATE } from './report-state-store.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

const AN_INSTANT = [null, '2026-06-15T02:00:00Z']
const everyCase = [null, 0, 2].flatMap((saves) => AN_INSTANT.flatMap((submittedAt) => [null, '00000000-0000-4000-8000-000000000001'].flatMap((revisionId) =>
  AN_INSTANT.flatMap((sentAt) => AN_INSTANT.flatMap((receivedAt) => AN_INSTANT.map((returnedAt) => ({ saves, submittedAt, revisionId, sentAt, receivedAt, returnedAt })))))))
type Facts = (typeof everyCase)[number]

test('the database says where a report stands as the rule does, whatever has happened to it', async () => {
  const states = everyCase.map(({ saves, ...facts }) => reportState({ ...facts, hasBegun: (saves ?? 0) > 0 }))
  expect(new Set(states)).toEqual(new Set(REPORT_STATES))
  expect(await stated(everyCase)).toEqual(states)
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
