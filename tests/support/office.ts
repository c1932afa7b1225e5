import { createHttp, type Http } from '#platform/server/http.ts'
import { authenticate, peopleRoutes } from '#modules/people/server/index.ts'
import { addAccount, signedIn, type TestAccount, type TestClient } from './signed-in.ts'
import type { TestDatabase } from './test-database.ts'

/** Accounts by login, each with its unit and role. */
export type Staff = Readonly<Record<string, Omit<TestAccount, 'login'>>>

/** An API with people who have signed in to it; refusals are said by their code. */
export interface Office<Person extends string> {
  readonly http: Http
  as(person: Person): TestClient
  close(): Promise<void>
}

/** Opens the API of the modules that `register` adds (people's own is there) and signs everybody in. */
export async function openOffice<Known extends Staff>(database: TestDatabase, staff: Known, register: (http: Http) => void): Promise<Office<keyof Known & string>> {
  const http = await createHttp({
    context: database.context, logger: false, sayRefusal: (code) => code, authenticate: (request) => authenticate(database.context, request),
  }, (api) => {
    peopleRoutes(api, database.context)
    register(api)
  })
  const clients = new Map<string, TestClient>()
  for (const [login, account] of Object.entries(staff)) {
    await addAccount(database, { login, ...account })
    clients.set(login, await signedIn(http, login))
  }
  return {
    http,
    as(person) {
      const client = clients.get(person)
      if (client === undefined) throw new Error(`${person} has not signed in`)
      return client
    },
    close: () => http.close(),
  }
}
