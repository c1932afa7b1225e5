import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import type { Http } from '#platform/server/http.ts'
import { openOffice, type Office, type Staff } from '#tests/support/office.ts'
import { PortalBrowser } from '#tests/support/portal-browser.ts'
import { portalHouse } from '#tests/support/portal-house.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import type { Schedule } from '../contract.ts'
import { receptionRoutes } from '../server/index.ts'
import { receptionPortal } from './index.ts'

const COMMUNE = seedUnitId('ld-2025-25126')
const OTHER = seedUnitId('ld-2025-25135')
const STAFF = { officer: { unitId: COMMUNE, role: 'reception-officer' }, neighbour: { unitId: OTHER, role: 'reception-officer' } } as const satisfies Staff
const DAY = { kind: 'leader-regular', startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân, trụ sở UBND xã', post: 'Chủ tịch Ủy ban nhân dân xã', receiver: 'Chủ tịch thứ nhất' }
const PAGE = '/cong-dan/lich-tiep-cong-dan'

let database: TestDatabase
let office: Office<keyof typeof STAFF>
let http: Http
let citizen: PortalBrowser

beforeAll(async () => {
  database = await createTestDatabase('2026-12-01')
  await seedBase(database.owner.db)
  office = await openOffice(database, STAFF, receptionRoutes)
  http = await portalHouse(database, [receptionPortal])
  citizen = new PortalBrowser(http)
  await set('officer', COMMUNE, { dates: ['2026-12-17', '2026-12-24', '2026-12-31', '2027-01-14'] })
  await set('neighbour', OTHER, { dates: ['2026-12-10'], receiver: 'Chủ tịch <thứ hai>', place: 'Hội trường' })
  for (const [who, unitId, month] of [['officer', COMMUNE, '2026-12'], ['officer', COMMUNE, '2027-01'], ['neighbour', OTHER, '2026-12']] as const) {
    expect((await office.as(who).post('/reception/schedule/post', { unitId, month, postedOn: '2026-12-01' })).statusCode).toBe(200)
  }
  await set('officer', COMMUNE, { dates: ['2027-01-21'] })
  await act('2026-12-24', 'substitute', { substitute: { post: 'Phó Chủ tịch', name: 'Phó Chủ tịch thứ nhất', decision: 'Giấy ủy quyền số 12/GUQ-UBND' } })
  await act('2026-12-31', 'cancel', { because: 'Trùng kỳ họp Hội đồng nhân dân' })
  await act('2026-12-17', 'move', { because: 'Chủ tịch họp ở tỉnh', to: '2026-12-18', startsAt: '13:30', endsAt: '16:30' })
})
afterAll(async () => {
  await http.close()
  await office.close()
  await database.close()
})

async function set(who: keyof typeof STAFF, unitId: string, more: object): Promise<void> {
  const answer = await office.as(who).post('/reception/schedule', { unitId, ...DAY, ...more })
  expect(answer.statusCode, answer.body).toBe(201)
}
async function act(on: string, action: 'substitute' | 'move' | 'cancel', more: object): Promise<void> {
  const { days } = (await office.as('officer').get(`/reception/schedule?unitId=${COMMUNE}&month=${on.slice(0, 7)}`)).json<Schedule>()
  const day = days.find((each) => each.on === on)
  const answer = await office.as('officer')[action === 'substitute' ? 'put' : 'post'](`/reception/schedule/${day?.id ?? ''}/${action}`, { version: day?.version, ...more })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
}
const rows = () => [...citizen.document.querySelectorAll('tbody tr')].map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim())

test('posted days of all bodies, from today to the end of next month; one not posted is not there', async () => {
  await citizen.open(PAGE)
  expect(citizen.title).toBe('Lịch tiếp công dân')
  expect(rows()).toHaveLength(5)
  expect(rows()[0]).toContain('Thứ Năm, 10/12/2026')
  expect(rows()[0]).toContain('Chủ tịch <thứ hai>')
  expect(citizen.body).toContain('hết ngày 31/01/2027')
  expect(rows().join()).not.toContain('21/01/2027')
})

test('of one body: who receives, in whose place, which day fell and why, where it moved', async () => {
  await citizen.open(PAGE)
  const option = citizen.document.querySelector(`option[value="${COMMUNE}"]`)
  expect(option?.textContent).not.toBe('')
  await citizen.open(`${PAGE}?don-vi=${COMMUNE}`)
  expect(citizen.value('don-vi')).toBe(COMMUNE)
  const [moved = '', substitute = '', cancelled = '', later = '', ...more] = rows()
  expect(more).toEqual([])
  expect(moved).toContain('Chuyển sang 18/12/2026 Lý do: Chủ tịch họp ở tỉnh')
  expect(substitute).toContain('Phó Chủ tịch thứ nhất, Phó Chủ tịch được ủy quyền tiếp thay Chủ tịch thứ nhất')
  expect(cancelled).toContain('Không tiếp ngày này Lý do: Trùng kỳ họp')
  expect(later).toContain('14/01/2027')
  expect(citizen.body).not.toContain('GUQ')
})

test('a body without posted days says so, and so does an address of no body', async () => {
  await citizen.open(`${PAGE}?don-vi=${seedUnitId('lam-dong')}`)
  expect(citizen.body).toContain('chưa có ngày tiếp công dân nào được công bố ở đây')
  for (const odd of ['?don-vi=x&trang=x', '?trang=99', `?don-vi=00000000-0000-4000-8000-000000000000`]) {
    await citizen.open(PAGE + odd)
    expect([odd, citizen.status, rows().length]).toEqual([odd, 200, 5])
  }
})

test('in English as well; with every unit in the list it stays light', async () => {
  await citizen.open('/en/citizens/lich-tiep-cong-dan')
  expect(rows()[0]).toContain('Thursday, 10 December 2026')
  expect(citizen.body).toContain('With 5 to 10 people: send 1 or 2')
  expect(brotliCompressSync(citizen.body).length).toBeLessThan(12_000)
})
