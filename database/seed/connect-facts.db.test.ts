import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { organisationStore } from '#modules/organisations/server/organisation-store.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { connectFacts, lacksFacts } from './connect-facts.ts'
import { seedUnitId } from './read-units.ts'
import { reportsOfSeed, seedReports } from './seed-reports.ts'

const LAST_DAY = plainDate('2026-12-14')
let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
  await organisationStore(database.owner.db).addUnits([seedUnitId('lam-dong')])
  await seedReports(database.owner.db)
})
afterEach(() => database.close())

/** As it stood before the software counted petitions: their figures are typed. */
async function typeFigures(): Promise<void> {
  await database.owner.pool.query(`update reports.figure set fact = null where fact like 'petitions.%'`)
  await database.owner.pool.query(`update reports.form_version set figures = (
    select jsonb_agg(case when figure ->> 'fact' like 'petitions.%' then figure || '{"fact": null}' else figure end order by at) from jsonb_array_elements(figures) with ordinality f(figure, at))`)
}

const factsIn = async (form: string) => {
  const version = await formStore(database.owner.db).versionInForce(form, LAST_DAY)
  return { number: version?.number, facts: version?.figures.flatMap(({ fact }) => fact ?? []) ?? [] }
}

test('an installation from before takes over what the software now counts, from the next period it opens, once', async () => {
  const { db } = database.owner
  await typeFigures()
  expect(await lacksFacts(db)).toBe(true)
  expect(await factsIn('01-XLD')).toEqual({ number: 1, facts: [] })
  await connectFacts(db)
  expect(await lacksFacts(db)).toBe(false)
  expect(await figureStore(db).list()).toEqual(reportsOfSeed().figures.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
  const { number, facts } = await factsIn('01-XLD')
  expect(number).toBe(2)
  expect(facts).toEqual(Array.from({ length: 22 }, (_, at) => `petitions.01-xld.${String(at + 1)}`))
  expect((await factsIn('dan-van')).number).toBe(1)
  await connectFacts(db)
  expect((await factsIn('01-XLD')).number).toBe(2)
})

test('a new installation has them from the start: nothing is published twice', async () => {
  const { db } = database.owner
  await connectFacts(db)
  expect(await factsIn('02-KQGQ')).toMatchObject({ number: 1, facts: { length: 19 } })
})

test('a figure the office changed stays typed, and so does one it disconnects later; a form of its own gets no version', async () => {
  const { db } = database.owner
  await typeFigures()
  const [figures, forms] = [figureStore(db), formStore(db)]
  const own = await figures.find('01-xld.4')
  if (own === undefined) throw new Error('no such figure')
  await figures.put({ ...own, name: 'Số đơn đã xử lý xong' })
  const [xld] = (await forms.listNewest('published')).filter(({ formCode }) => formCode === '02-XLD')
  if (xld?.validFrom == null) throw new Error('no such form')
  await forms.publish(await forms.addVersion('02-XLD', 2, { ...xld.definition, title: 'Biểu của tỉnh' }), { figures: xld.figures ?? [], validFrom: xld.validFrom, by: 'coordinator', at: '2026-01-01T00:00:00Z' })
  await connectFacts(db)
  expect(await figures.find('01-xld.4')).toMatchObject({ name: 'Số đơn đã xử lý xong', fact: null })
  expect((await factsIn('01-XLD')).facts).not.toContain('petitions.01-xld.4')
  expect(await factsIn('02-XLD')).toEqual({ number: 2, facts: [] })
  await figures.put({ ...own, fact: null, code: '01-xld.5' })
  await connectFacts(db)
  expect((await figures.find('01-xld.5'))?.fact).toBeNull()
})
