import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { addDays, plainDate } from '#kernel/plain-date.ts'
import { seedBase } from '#database/seed/seed-base.ts'
import { registerRoutes } from '#apps/api.ts'
import { createHttp, type Http } from '#platform/server/http.ts'
import { ROLE_NAMES } from '#modules/people/domain/roles.ts'
import { authenticate } from '#modules/people/server/index.ts'
import { modelOf, PLACES, type Model, type Person } from './least-privilege/rights-model.ts'
import { makePetitionActs } from './least-privilege/petition-act-world.ts'
import { makePetitions } from './least-privilege/petition-world.ts'
import { makeReception } from './least-privilege/reception-world.ts'
import { makeReports } from './least-privilege/report-world.ts'
import type { RouteCase, Subject } from './least-privilege/route-case.ts'
import { QUESTIONS, ROUTE_CASES } from './least-privilege/route-cases.ts'
import { makeWorld, sendForm, UNIT_IDS } from './least-privilege/world.ts'
import { takenBack } from './support/taken-back.ts'
import { addAccount, clientWith, signedIn } from './support/signed-in.ts'
import { createTestDatabase, type TestDatabase } from './support/test-database.ts'

const TODAY = plainDate('2022-03-15')
let database: TestDatabase
let http: Http
let world: Subject['world']
let asker: { readonly id: AccountId; readonly cookie: string }

beforeAll(async () => {
  database = await createTestDatabase(TODAY)
  await seedBase(database.owner.db)
  const open = await httpOver(database.context)
  world = { ...await makeWorld(database, open), petitionActs: await makePetitionActs(database, await signedIn(open, 'builder')), petitions: await makePetitions(open, await signedIn(open, 'builder')), reports: await makeReports(database, await signedIn(open, 'builder')), reception: await makeReception(open, await signedIn(open, 'builder')) }
  const id = await addAccount(database, { login: 'asker', unitId: UNIT_IDS.justice })
  asker = { id, cookie: (await signedIn(open, 'asker')).cookie }
  await open.close()
  http = await httpOver({ ...database.context, db: takenBack(database.context.db) })
}, 300_000)
afterAll(async () => {
  await http.close()
  await database.close()
})

async function httpOver(context: TestDatabase['context']): Promise<Http> {
  return createHttp({
    context, logger: false, requestsPerMinute: 1_000_000, sayRefusal: (code) => code, authenticate: (request) => authenticate(database.context, request),
  }, (api) => registerRoutes(api, context))
}

test('every route there is stands in the table, and without a session none but the open ones answers', async () => {
  const { paths } = (await http.inject({ method: 'GET', url: '/api/openapi.json' })).json<{ paths: Record<string, object> }>()
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`))
  expect(routes.toSorted()).toEqual(Object.keys(ROUTE_CASES).toSorted())
  for (const [route, routeCase] of Object.entries(ROUTE_CASES)) {
    if (routeCase === 'anyone') continue
    const [method = '', path = ''] = route.split(' ')
    const { statusCode } = await http.inject({ method: method as 'GET', url: `/api${path.replaceAll(/\{.*?\}/g, 'x')}`, headers: { 'x-gandan': '1' } })
    expect(`${route} ${String(statusCode)}`).toBe(`${route} 401`)
  }
})

const aDay = fc.integer({ min: -3, max: 3 }).map((days) => addDays(TODAY, days))
const aPlace = fc.constantFrom(...PLACES)
const aPerson: fc.Arbitrary<Person> = fc.record({
  home: aPlace,
  held: fc.array(fc.record({ role: fc.constantFrom(...ROLE_NAMES), at: fc.oneof(aPlace, fc.constant('province' as const)), withSubordinates: fc.boolean(), from: aDay, until: fc.option(aDay) })
    .filter(({ from, until }) => until === null || from < until), { maxLength: 3 }),
  lent: fc.array(fc.record({ at: aPlace, from: aDay, until: aDay, revokedOn: fc.option(aDay, { freq: 4 }) }).filter(({ from, until }) => from < until), { maxLength: 1 }),
})

test('whoever asks on whatever day for whatever record: each route answers as the model says, lists and searches included', async () => {
  await fc.assert(fc.asyncProperty(aPerson, fc.array(aPlace, { minLength: 8, maxLength: 8 }), async (person, places) => {
    await become(person)
    const model = modelOf(person, TODAY)
    const faults: (string | null)[] = []
    for (const [index, { route, routeCase }] of QUESTIONS.entries()) {
      const place = places[index % places.length] ?? 'province'
      faults.push(await fault(route, routeCase, model, { place, unitId: UNIT_IDS[place], world }))
    }
    expect(faults.filter((each) => each !== null)).toEqual([])
  }), { numRuns: Number(process.env['PRIVILEGE_RUNS'] ?? 12) })
}, 600_000)

/** What is wrong with the answer, in words; null where the model agrees. What the request changed is taken back. */
async function fault(route: string, routeCase: RouteCase, model: Model, subject: Subject): Promise<string | null> {
  const { statusCode, body } = await ask(route, routeCase, subject)
  const told = `${route} about ${subject.place}: ${String(statusCode)} ${body.slice(0, 300)}`
  const isRefused = statusCode === 403 || statusCode === 404
  if (isRefused && routeCase.knows?.(model, subject.place) === false && statusCode !== 404) return `tells that there is something: ${told}`
  if (isRefused && (routeCase.seen?.(body, subject) ?? []).length > 0) return `tells in refusing: ${told}`
  if (!routeCase.may(model, subject.place)) return isRefused ? null : `answered to whom it may not: ${told}`
  if (isRefused || statusCode === 401 || statusCode === 400 || statusCode >= 500) return `refused to whom it may: ${told}`
  const expected = PLACES.filter((place) => routeCase.shows?.(model, place, subject.place))
  const shown = new Set(routeCase.seen?.(body, subject) ?? expected)
  const wrong = PLACES.filter((place) => shown.has(place) !== expected.includes(place))
  if (wrong.length > 0) return `shows what it should not, or hides: ${wrong.join(', ')} in ${told}`
  const counted = routeCase.counted?.(body) ?? expected.length
  return counted === expected.length ? null : `counts ${String(counted)} instead of ${String(expected.length)}: ${told}`
}

function ask(route: string, routeCase: RouteCase, subject: Subject) {
  const [method = '', path = ''] = route.split(' ')
  const values = [...routeCase.of?.(subject) ?? []]
  const url = `${path.replaceAll(/\{.*?\}/g, () => values.shift() ?? '')}${routeCase.query?.(subject) ?? ''}`
  const form = routeCase.form?.(subject)
  if (form !== undefined) return sendForm(http, asker.cookie, method as 'POST', url, form.fields, form.file)
  const client = clientWith(http, asker.cookie)
  const body = routeCase.body?.(subject)
  return method === 'GET' ? client.get(url) : method === 'DELETE' ? client.delete(url) : method === 'PUT' ? client.put(url, body) : client.post(url, body)
}

/** The asker's rights become those of the person. */
async function become({ home, held, lent }: Person): Promise<void> {
  const { pool } = database.owner
  await pool.query('delete from people.delegation where to_account_id = $1', [asker.id])
  await pool.query('delete from people.role_assignment where account_id = $1', [asker.id])
  await pool.query('update people.account set unit_id = $2 where id = $1', [asker.id, UNIT_IDS[home]])
  for (const { role, at, withSubordinates, from, until } of held) {
    await pool.query(
      'insert into people.role_assignment (id, account_id, role, unit_id, with_subordinates, valid_from, valid_until) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6)',
      [asker.id, role, UNIT_IDS[at], withSubordinates, from, until])
  }
  for (const { at, from, until, revokedOn } of lent) {
    await pool.query(
      `insert into people.delegation (id, kind, from_account_id, to_account_id, role, unit_id, decision, valid_from, valid_until, revoked_on)
       values (gen_random_uuid(), 'delegation', $1, $2, 'unit-head', $3, '1/QĐ', $4, $5, $6)`, [world.of[at].head, asker.id, UNIT_IDS[at], from, until, revokedOn])
  }
}
