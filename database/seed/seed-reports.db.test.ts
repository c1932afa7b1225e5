import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { organisationStore } from '#modules/organisations/server/organisation-store.ts'
import { figureCodesOf } from '#modules/reports/domain/form.ts'
import { figureStore } from '#modules/reports/server/figure-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { owingRuleStore } from '#modules/reports/server/owing-rule-store.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { seedUnitId } from './read-units.ts'
import { seedBase } from './seed-base.ts'
import { reportsOfSeed, seedReports } from './seed-reports.ts'

const { figures, forms, rules } = reportsOfSeed()
let database: TestDatabase

beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

async function counted(): Promise<readonly number[]> {
  const { db } = database.owner
  return [(await figureStore(db).list()).length, (await formStore(db).list()).length, (await owingRuleStore(db).list()).length]
}

test('a new installation has every form, published, with its figures frozen as they are declared, from the day its rules hold', async () => {
  await seedBase(database.owner.db)
  expect(await counted()).toEqual([figures.length, forms.length, rules.length])
  const store = formStore(database.owner.db)
  for (const { code, definition } of forms) {
    const version = await store.versionInForce(code, plainDate('2024-03-14'))
    expect(version).toMatchObject({ number: 1, definition, figures: figureCodesOf(definition).map((asked) => figures.find((figure) => figure.code === asked)) })
  }
  expect((await store.versionInForce('dan-van', plainDate('2021-06-14')))?.definition.title).toBe('Báo cáo kết quả công tác dân vận')
  expect(await store.versionInForce('01-TCD', plainDate('2024-03-04'))).toBeUndefined()
})

test('filled again, nothing is doubled, and what the office declared or made under the same code stays its own', async () => {
  const { db } = database.owner
  const [own] = figures
  if (own === undefined) throw new Error('no figures are shipped')
  await organisationStore(db).addUnits([seedUnitId('lam-dong')])
  await figureStore(db).put({ ...own, name: 'Tên do tỉnh đặt' })
  await formStore(db).add({ code: 'dan-van', title: 'Báo cáo riêng của tỉnh', by: 'system' })
  await seedReports(db)
  await seedReports(db)
  expect(await counted()).toEqual([figures.length, forms.length, rules.filter(({ formCode }) => formCode !== 'dan-van').length])
  expect((await figureStore(db).find(own.code))?.name).toBe('Tên do tỉnh đặt')
  expect(await formStore(db).find('dan-van')).toMatchObject({ title: 'Báo cáo riêng của tỉnh', versions: [] })
})
