import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { openOffice, type Office, type Staff } from './support/office.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'
import { organisationRoutes } from '#modules/organisations/server/index.ts'

let database: TestDatabase
let office: Office<Person>
const province = seedUnitId('lam-dong')
const one = seedUnitId('ld-2025-24778')
const other = seedUnitId('ld-2025-24781')
const third = seedUnitId('ld-2025-24787')
const justice = seedUnitId('ld-so-tu-phap')
const ON = '2027-01-01'

const PEOPLE = {
  coordinator: { unitId: province, role: 'coordinator' },
  'of-one': { unitId: one, role: 'coordinator' },
  head: { unitId: one, role: 'unit-head' },
} as const satisfies Staff
type Person = keyof typeof PEOPLE
const as = (person: Person) => office.as(person)

beforeAll(async () => {
  database = await createTestDatabase('2026-11-23')
  await seedBase(database.owner.db)
  office = await openOffice(database, PEOPLE, organisationRoutes)
})
afterAll(async () => {
  await office.close()
  await database.close()
})

const rename = (unitId: string, name = 'Phường có tên mới') => ({ kind: 'rename', on: ON, unitId, name })
const created = (parentId: string | null, kind = 'ward') => ({ create: { name: 'Đơn vị mới lập', kind, parentId } })

test.each<[string, object]>([
  ['a unit beside', rename(other)],
  ['a new unit under the province', { kind: 'create', on: ON, unit: created(province).create }],
  ['a new province', { kind: 'create', on: ON, unit: created(null, 'province').create }],
  ['a move to another unit', { kind: 'move', on: ON, unitId: one, parentId: justice }],
  ['a merger with another', { kind: 'merge', on: ON, unitIds: [one, other], into: { existing: one } }],
  ['a merger into another', { kind: 'merge', on: ON, unitIds: [one, one], into: { existing: other } }],
  ['a merger into a new unit under the province', { kind: 'merge', on: ON, unitIds: [one, one], into: created(province) }],
  ['a split of which another gets a part', { kind: 'split', on: ON, unitId: one, parts: [{ existing: one }, { existing: other }], principalPart: 0 }],
  ['an end whose units pass to another', { kind: 'abolish', on: ON, unitId: one, childrenTo: other }],
])('who may change one unit may not order %s', async (_case, order) => {
  expect((await as('of-one').post('/organisations/changes/preview', order)).statusCode).toBe(403)
  expect((await as('of-one').post('/organisations/changes', { order, token: 'x' })).statusCode).toBe(403)
})

test('who may change a unit may rename it and take that back; who may not, neither', async () => {
  expect((await as('head').post('/organisations/changes/preview', rename(one))).statusCode).toBe(403)
  const { token } = (await as('of-one').post('/organisations/changes/preview', rename(one))).json<{ token: string }>()
  const { id } = (await as('of-one').post('/organisations/changes', { order: rename(one), token })).json<{ id: string }>()
  expect((await as('head').post(`/organisations/changes/${id}/undo`)).statusCode).toBe(403)
  expect(await mayUndo('coordinator', id)).toBe(true)
  expect(await mayUndo('of-one', id)).toBe(true)
  expect(await mayUndo('head', id)).toBe(false)
  expect((await as('of-one').post(`/organisations/changes/${id}/undo`)).statusCode).toBe(204)
  expect((await as('of-one').post(`/organisations/changes/${id}/undo`)).statusCode).toBe(404)
})

test('what was previewed is what happens, or nothing does', async () => {
  const merger = { kind: 'merge', on: ON, unitIds: [other, third], into: created(province) }
  const { token, lines } = (await as('coordinator').post('/organisations/changes/preview', merger)).json<{ token: string; lines: object[] }>()
  expect(lines.length).toBeGreaterThan(2)
  const { token: renaming } = (await as('coordinator').post('/organisations/changes/preview', rename(third))).json<{ token: string }>()
  expect((await as('coordinator').post('/organisations/changes', { order: rename(third), token: renaming })).statusCode).toBe(201)
  const late = await as('coordinator').post('/organisations/changes', { order: merger, token })
  expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'organisations.changed_since_preview'])
})

test('a new province is for who may change all of one', async () => {
  const order = { kind: 'create', on: ON, unit: { name: 'Tỉnh mới lập', kind: 'province', parentId: null } }
  const { token } = (await as('coordinator').post('/organisations/changes/preview', order)).json<{ token: string }>()
  const { id } = (await as('coordinator').post('/organisations/changes', { order, token })).json<{ id: string }>()
  expect(await mayUndo('of-one', id)).toBe(false)
  expect((await as('coordinator').post(`/organisations/changes/${id}/undo`)).statusCode).toBe(204)
})

async function mayUndo(person: Person, id: string): Promise<boolean | undefined> {
  const { changes } = (await as(person).get('/organisations/changes')).json<{ changes: { id: string; mayUndo: boolean }[] }>()
  return changes.find((change) => change.id === id)?.mayUndo
}
