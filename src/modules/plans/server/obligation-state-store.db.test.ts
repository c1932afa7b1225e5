import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { stateOn, type ObligationState } from '../domain/obligation-state.ts'
import { countsSql, stateSql } from './obligation-state-store.ts'

let database: TestDatabase
beforeAll(async () => { database = await createTestDatabase() })
afterAll(() => database.close())

const COUNT_OF = { overdue: 'overdue', 'under-way': 'underWay', 'not-started': 'notStarted', 'done-late': 'doneLate', done: 'done' } as const
const anyDay = fc.integer({ min: 0, max: 12 }).map((days) => addDays(plainDate('2026-11-20'), days))
const anyDates = fc.record({ dueOn: anyDay, startedOn: fc.option(anyDay), doneOn: fc.option(anyDay) })

test('the database states and counts obligations as the rule does', async () => {
  await fc.assert(fc.asyncProperty(anyDay, fc.array(anyDates, { minLength: 1, maxLength: 30 }), async (on, rows) => {
    const states = rows.map((dates) => stateOn(on, dates))
    expect(await stated(on, rows)).toEqual(states)
    const counts = await counted(on, rows)
    for (const [state, key] of Object.entries(COUNT_OF)) expect(counts[key]).toBe(states.filter((found) => found === state).length)
    expect(counts['total']).toBe(rows.length)
  }), { numRuns: 60 })
})

interface Dates { readonly dueOn: PlainDate; readonly startedOn: PlainDate | null; readonly doneOn: PlainDate | null }

/** The rows as the table called `o`, in the order given. */
function rowsOf(rows: readonly Dates[]) {
  return sql`from (select ordinality, (value->>'dueOn')::date as due_on, (value->>'startedOn')::date as started_on, (value->>'doneOn')::date as done_on
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality) o`
}

async function stated(on: PlainDate, rows: readonly Dates[]): Promise<ObligationState[]> {
  return (await sql<{ state: ObligationState }>`select ${stateSql(on)} as state ${rowsOf(rows)} order by ordinality`.execute(database.app.db)).rows.map(({ state }) => state)
}

async function counted(on: PlainDate, rows: readonly Dates[]): Promise<Record<string, number>> {
  return (await sql<Record<string, number>>`select ${countsSql(on)} ${rowsOf(rows)}`.execute(database.app.db)).rows[0] ?? {}
}
