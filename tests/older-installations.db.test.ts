import { afterEach, beforeEach, expect, test } from 'vitest'
import { configurationFrom } from '#apps/configuration.ts'
import { fillDatabase } from '#apps/fill-database.ts'
import { reportsOfSeed } from '#database/seed/seed-reports.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { organisationStore } from '#modules/organisations/server/organisation-store.ts'
import { settingStore } from '#platform/server/setting-store.ts'
import { formStore } from '#modules/reports/server/form-store.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.close())

test('an installation filled before there were report forms gets them at its next start, once', async () => {
  const { db } = database.owner
  await settingStore(db).put('filled', true)
  await organisationStore(db).addUnits([seedUnitId('lam-dong')])
  const said: string[] = []
  const start = () => fillDatabase(database, configurationFrom(['--empty'], {}), (line) => said.push(line))
  await start()
  await start()
  expect(said).toEqual(['Đang nạp quy định về thời hạn…', 'Đang nạp các biểu mẫu báo cáo…', 'Đang nạp lĩnh vực đơn thư…'])
  expect((await formStore(db).list()).map(({ code }) => code)).toEqual(reportsOfSeed().forms.map(({ code }) => code))
})

test('a new installation is filled in one go, the forms with the rest', async () => {
  const said: string[] = []
  await fillDatabase(database, configurationFrom(['--empty'], {}), (line) => said.push(line))
  expect(said).toEqual(['Đang nạp đơn vị, lịch làm việc và văn bản nền của tỉnh…'])
  expect(await formStore(database.owner.db).list()).toHaveLength(reportsOfSeed().forms.length)
})
