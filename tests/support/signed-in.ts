import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import type { Http } from '#platform/server/http.ts'
import { newId } from '#platform/server/uuid.ts'
import { accountStore } from '#modules/people/server/account-store.ts'
import { assignmentStore } from '#modules/people/server/assignment-store.ts'
import { credentialStore } from '#modules/people/server/credential-store.ts'
import { hashPassword } from '#modules/people/server/passwords.ts'
import type { Role } from '#modules/people/domain/roles.ts'
import type { TestDatabase } from './test-database.ts'

export const TEST_PASSWORD = 'một câu dài dễ nhớ'
let knownHash: Promise<string> | undefined

export interface TestAccount {
  readonly login: string
  readonly unitId: UnitId
  readonly role?: Role
  /** Where the role holds; the home unit where left out. */
  readonly over?: UnitId
  readonly withSubordinates?: boolean
}

/** An account that can sign in with TEST_PASSWORD, with one role since 2021. */
export async function addAccount(database: TestDatabase, { login, unitId, role, over = unitId, withSubordinates = true }: TestAccount): Promise<AccountId> {
  const id = newId<'account'>()
  knownHash ??= hashPassword(TEST_PASSWORD)
  const hash = await knownHash
  await database.work(async (work) => {
    await accountStore(work.db).add({ id, login, name: login, email: null, unitId, language: 'vi' })
    await credentialStore(work.db).setPassword(id, hash, work.now)
    if (role === undefined) return
    await assignmentStore(work.db).add({
      accountId: id, role, unitId: over, withSubordinates, decision: null, validFrom: plainDate('2021-01-01'), validUntil: null,
    })
  })
  return id
}

export interface TestClient {
  get(url: string): ReturnType<Client>
  post(url: string, payload?: object): ReturnType<Client>
  put(url: string, payload?: object): ReturnType<Client>
  delete(url: string): ReturnType<Client>
  readonly cookie: string
}
type Client = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => Promise<Awaited<ReturnType<Http['inject']>>>

/** Signs in through the real route and speaks to the API as that person. */
export async function signedIn(http: Http, login: string, password = TEST_PASSWORD): Promise<TestClient> {
  const response = await http.inject({
    method: 'POST', url: '/api/people/sign-in', headers: { 'x-gandan': '1' }, payload: { login, password },
  })
  const cookie = response.cookies.find(({ name }) => name === 'gandan_session')?.value
  if (cookie === undefined) throw new Error(`${login} could not sign in: ${response.body}`)
  return clientWith(http, cookie)
}

export function clientWith(http: Http, cookie: string): TestClient {
  const send: Client = (method, url, payload) => http.inject({
    method, url: `/api${url}`, headers: { 'x-gandan': '1' }, cookies: { gandan_session: cookie }, ...(payload === undefined ? {} : { payload }),
  })
  return {
    cookie,
    get: (url) => send('GET', url),
    post: (url, payload = {}) => send('POST', url, payload),
    put: (url, payload = {}) => send('PUT', url, payload),
    delete: (url) => send('DELETE', url),
  }
}
