import { generateSync } from 'otplib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { seedUnitId } from '#database/seed/read-units.ts'
import { createHttp, type Http } from '#platform/server/http.ts'
import { addAccount, clientWith, signedIn, TEST_PASSWORD } from '#tests/support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/test-database.ts'
import { authenticate, peopleRoutes } from './index.ts'

let database: TestDatabase
let http: Http
const province = seedUnitId('lam-dong')
const justice = seedUnitId('ld-so-tu-phap')

beforeAll(async () => {
  database = await createTestDatabase()
  await seedBase(database.owner.db)
  http = await createHttp({
    context: database.context, logger: false, sayRefusal: (code) => code, authenticate: (request) => authenticate(database.context, request),
  }, (api) => peopleRoutes(api, database.context))
  await addAccount(database, { login: 'quan-tri', unitId: province, role: 'administrator' })
  await addAccount(database, { login: 'thu-truong', unitId: justice, role: 'unit-head' })
  await addAccount(database, { login: 'dau-moi', unitId: justice, role: 'focal-officer' })
})
afterAll(async () => {
  await http.close()
  await database.close()
})

function trySignIn(login: string, password: string) {
  return http.inject({ method: 'POST', url: '/api/people/sign-in', headers: { 'x-gandan': '1' }, payload: { login, password } })
}

test('the session says who sits there, for which unit, with which rights', async () => {
  expect((await http.inject({ url: '/api/session' })).json()).toMatchObject({ actor: null, demonstration: false, today: '2026-11-23' })
  const officer = await signedIn(http, 'dau-moi')
  expect((await officer.get('/session')).json()).toMatchObject({
    actor: {
      name: 'dau-moi', unit: { name: 'Sở Tư pháp' }, roles: [{ role: 'focal-officer', unitName: 'Sở Tư pháp' }],
      permissions: { 'plans.report-progress': [justice] },
    },
  })
})

test('an unknown login and a wrong password are answered alike', async () => {
  const [unknown, wrong] = [await trySignIn('khong-co-ai', 'x'), await trySignIn('thu-truong', 'x')]
  expect([unknown.statusCode, wrong.statusCode]).toEqual([401, 401])
  expect(unknown.json<{ code: string }>().code).toBe(wrong.json<{ code: string }>().code)
})

test('after five wrong passwords even the right one must wait', async () => {
  await addAccount(database, { login: 'hay-quen', unitId: justice })
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await trySignIn('hay-quen', 'sai')).statusCode).toBe(401)
  const response = await trySignIn('hay-quen', TEST_PASSWORD)
  expect(response.statusCode).toBe(429)
  expect(response.json()).toMatchObject({ code: 'people.locked', details: { minutes: 1 } })
})

test('a role taken away counts at the very next request', async () => {
  const admin = await signedIn(http, 'quan-tri')
  const id = await addAccount(database, { login: 'nguoi-moi', unitId: justice })
  const newcomer = await signedIn(http, 'nguoi-moi')
  expect((await newcomer.get('/people/accounts')).statusCode).toBe(403)
  await admin.post(`/people/accounts/${id}/roles`, { role: 'administrator', unitId: province, withSubordinates: true, validFrom: '2026-11-01' })
  expect((await newcomer.get('/people/accounts')).statusCode).toBe(200)
  const [role] = (await admin.get(`/people/accounts/${id}`)).json<{ givenRoles: { id: string }[] }>().givenRoles
  await admin.delete(`/people/accounts/${id}/roles/${role?.id ?? ''}`)
  expect((await newcomer.get('/people/accounts')).statusCode).toBe(403)
})

test('a blocked account is signed out at once and cannot come back', async () => {
  const admin = await signedIn(http, 'quan-tri')
  const id = await addAccount(database, { login: 'bi-khoa', unitId: justice })
  const blocked = await signedIn(http, 'bi-khoa')
  await admin.put(`/people/accounts/${id}/blocked`, { isBlocked: true })
  expect((await blocked.get('/people/me/notices')).statusCode).toBe(401)
  expect((await trySignIn('bi-khoa', TEST_PASSWORD)).statusCode).toBe(401)
})

test('a new person sets the password by a link that works once', async () => {
  const admin = await signedIn(http, 'quan-tri')
  const made = (await admin.post('/people/accounts', { login: 'moi-den', name: 'Cán bộ mới', unitId: justice })).json<{ link: string }>()
  const url = `/api/people/invitations/${made.link.split('/').at(-1) ?? ''}`
  expect((await http.inject({ url })).json()).toEqual({ login: 'moi-den', name: 'Cán bộ mới' })
  const accept = (password: string) => http.inject({ method: 'POST', url, headers: { 'x-gandan': '1' }, payload: { password } })
  expect((await accept('ngắn')).json()).toMatchObject({ code: 'people.password_too_short', details: { field: 'password' } })
  expect((await accept('moi-den moi-den')).json()).toMatchObject({ code: 'people.password_like_login' })
  expect((await accept('trời hôm nay đẹp')).statusCode).toBe(204)
  expect((await accept('trời hôm nay xấu')).statusCode).toBe(404)
  await signedIn(http, 'moi-den', 'trời hôm nay đẹp')
})

test('the second step: a code counts once, a recovery code counts once, and the password alone opens nothing', async () => {
  await addAccount(database, { login: 'hai-buoc', unitId: justice, role: 'focal-officer' })
  const person = await signedIn(http, 'hai-buoc')
  const { secret } = (await person.post('/people/me/totp')).json<{ secret: string }>()
  const code = generateSync({ secret })
  const { codes } = (await person.put('/people/me/totp', { code })).json<{ codes: string[] }>()
  expect(codes).toHaveLength(10)

  const half = await signedIn(http, 'hai-buoc')
  expect((await half.get('/people/me/notices')).statusCode).toBe(401)
  expect((await half.post('/people/second-step', { code })).json()).toMatchObject({ code: 'people.wrong_code' })
  const passed = await half.post('/people/second-step', { code: codes[0] })
  expect(passed.statusCode).toBe(204)
  const cookie = passed.cookies.find(({ name }) => name === 'gandan_session')?.value ?? ''
  expect(cookie).not.toBe(half.cookie)
  expect((await half.get('/people/me/notices')).statusCode).toBe(401)
  expect((await clientWith(http, cookie).get('/people/me/notices')).statusCode).toBe(200)

  const again = await signedIn(http, 'hai-buoc')
  expect((await again.post('/people/second-step', { code: codes[0] })).statusCode).toBe(422)
})

test('signing out everywhere ends every session, changing the password every other one', async () => {
  await addAccount(database, { login: 'nhieu-may', unitId: justice })
  const [one, other] = [await signedIn(http, 'nhieu-may'), await signedIn(http, 'nhieu-may')]
  expect((await one.get('/people/me/sessions')).json<{ sessions: unknown[] }>().sessions).toHaveLength(2)
  await one.put('/people/me/password', { current: TEST_PASSWORD, password: 'một câu khác còn dài hơn' })
  expect([(await one.get('/people/me/notices')).statusCode, (await other.get('/people/me/notices')).statusCode]).toEqual([200, 401])
  await one.delete('/people/me/sessions')
  expect((await one.get('/people/me/notices')).statusCode).toBe(401)
})

test('a head lends the role for some days: the delegate acts in the head\'s name, and not a day longer', async () => {
  const [head, officer] = [await signedIn(http, 'thu-truong'), await signedIn(http, 'dau-moi')]
  const { actor } = (await officer.get('/session')).json<{ actor: { id: string } }>()
  const lent = { toAccountId: actor.id, role: 'unit-head', unitId: justice, decision: '12/QĐ-STP', validFrom: '2026-11-23', validUntil: '2026-11-25' }
  expect((await officer.post('/people/me/delegations', lent)).statusCode).toBe(403)
  expect((await head.post('/people/me/delegations', lent)).statusCode).toBe(204)
  expect((await head.post('/people/me/delegations', lent)).json()).toMatchObject({ code: 'people.delegation_overlaps' })
  const roles = async () => (await officer.get('/session')).json<{ actor: { roles: object[] } }>().actor.roles
  expect(await roles()).toContainEqual(expect.objectContaining({ role: 'unit-head', onBehalfOf: 'thu-truong' }))
  database.today = plainDate('2026-11-25')
  expect(await roles()).not.toContainEqual(expect.objectContaining({ role: 'unit-head' }))
  database.today = plainDate('2026-11-23')
})

test('who heads a unit and who is in charge of dân vận is recorded with the decision, and the former ends', async () => {
  const head = await signedIn(http, 'thu-truong')
  const appoint = (name: string, validFrom: string, unitId: UnitId = justice, decisionOn = '2026-01-05') => head.post(`/people/units/${unitId}/appointments`, {
    post: 'focal-officer', name, position: 'Chuyên viên', decisionNumber: '05/QĐ-STP', decisionOn, validFrom,
  })
  const listed = async () => (await head.get(`/people/units/${justice}/appointments`)).json<{ appointments: { id: string; name: string; validUntil: string | null }[] }>().appointments
  expect((await appoint('Cán bộ đầu mối thứ nhất', '2026-01-05')).statusCode).toBe(204)
  expect((await appoint('Cán bộ đầu mối thứ hai', '2026-06-01')).statusCode).toBe(204)
  expect((await appoint('Người khác', '2026-06-01', seedUnitId('ld-so-y-te'))).statusCode).toBe(403)
  expect((await appoint('Người khác', '2026-06-01', justice, '2026-11-24')).json()).toMatchObject({ code: 'people.decision_to_come', details: { field: 'decisionOn' } })
  const two = [{ name: 'Cán bộ đầu mối thứ hai', validUntil: null }, { name: 'Cán bộ đầu mối thứ nhất', validUntil: '2026-06-01' }]
  expect(await listed()).toMatchObject(two)

  // Recorded afterwards for an earlier time: it ends where the next begins. One that is over is not ended later than it was.
  expect((await appoint('Cán bộ đầu mối trước nữa', '2025-01-05')).statusCode).toBe(204)
  const three = [...two, { name: 'Cán bộ đầu mối trước nữa', validUntil: '2026-01-05' }]
  expect(await listed()).toMatchObject(three)
  const over = (await listed()).at(-1)
  expect((await head.delete(`/people/units/${justice}/appointments/${over?.id ?? ''}`)).json()).toMatchObject({ code: 'people.no_such_appointment' })
  expect(await listed()).toMatchObject(three)
})

test('the trail shows who changed what, never a secret', async () => {
  const admin = await signedIn(http, 'quan-tri')
  const { entries } = (await admin.get('/people/audit?subject=people.credential&size=100')).json<{ entries: { changes: { field: string; after: string | null }[] }[] }>()
  const hashes = entries.flatMap(({ changes }) => changes.filter(({ field }) => field === 'password_hash').map(({ after }) => after))
  expect(new Set(hashes)).toEqual(new Set(['…']))
  const officer = await signedIn(http, 'dau-moi')
  expect((await officer.get('/people/audit')).statusCode).toBe(403)
})
