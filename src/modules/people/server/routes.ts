import type { Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { accountRoutes } from './account-routes.ts'
import { oversightRoutes } from './oversight-routes.ts'
import { delegationRoutes, ownAccountRoutes } from './own-account-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { unitPeopleRoutes } from './unit-people-routes.ts'

export function peopleRoutes(http: Http, context: WorkContext): void {
  signInRoutes(http, context)
  ownAccountRoutes(http, context)
  delegationRoutes(http)
  accountRoutes(http)
  unitPeopleRoutes(http)
  oversightRoutes(http)
}
