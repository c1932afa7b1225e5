import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { newId } from '#platform/server/uuid.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { organisationStore } from '#modules/organisations/server/organisation-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { caseState, ENDINGS, TRIAGES, type CaseDates } from '../domain/case.ts'
import { caseStore } from './case-store.ts'

const DAY = plainDate('2026-03-02')
const UNIT = seedUnitId('ld-so-noi-vu')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('2026-11-23')
  await organisationStore(database.owner.db).addUnits([UNIT])
})
afterAll(() => database.close())

/** Every combination of what the state is read from that the table lets stand. */
function* everyRow(): Generator<CaseDates> {
  for (const triagedAs of [null, ...TRIAGES]) for (const acceptedOn of triagedAs === 'accept' ? [null, DAY] : [null])
    for (const suspendedSince of [null, DAY]) for (const endedHow of [null, ...ENDINGS]) for (const needsEnforcement of [false, true]) for (const enforcedOn of [null, DAY])
      yield { triagedAs, acceptedOn, suspendedSince, endedHow, needsEnforcement, enforcedOn }
}

test('the column `state` says what `caseState` says, of every row there can be', async () => {
  const rows = [...everyRow()]
  const wrong = await database.work(async (work) => {
    const store = caseStore(work.db)
    const faults: string[] = []
    for (const [index, dates] of rows.entries()) {
      const id = newId<'petition-case'>()
      await store.add({
        id, code: `T-${index}`, matter_id: id, unit_id: UNIT, year: 2026, number: index + 1, channel: 'post', received_on: DAY, kind: 'complaint', title: 'Một đơn',
        triaged_on: dates.triagedAs === null ? null : DAY, triaged_as: dates.triagedAs, accepted_on: dates.acceptedOn, suspended_since: dates.suspendedSince,
        ended_on: dates.endedHow === null ? null : DAY, ended_how: dates.endedHow, needs_enforcement: dates.needsEnforcement, enforced_on: dates.enforcedOn,
      })
      const state = (await store.find(id))?.state
      if (state !== caseState(dates)) faults.push(`${JSON.stringify(dates)}: ${String(state)}, not ${caseState(dates)}`)
    }
    return faults
  })
  expect(rows.length).toBe(320)
  expect(wrong).toEqual([])
})
