import type { FastifyBaseLogger } from 'fastify'
import { createHttp, type Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import { organisationRoutes } from '#modules/organisations/server/index.ts'
import { authenticate, peopleRoutes } from '#modules/people/server/index.ts'
import { deadlineRoutes } from '#modules/deadlines/server/index.ts'
import { documentRoutes } from '#modules/documents/server/index.ts'
import { petitionRoutes, petitionTasks } from '#modules/petitions/server/index.ts'
import { planRoutes } from '#modules/plans/server/index.ts'
import { receptionRoutes, receptionTasks } from '#modules/reception/server/index.ts'
import { reportsRoutes, reportTasks } from '#modules/reports/server/index.ts'
import { clockSources } from './clock-sources.ts'
import { sayRefusal } from './phrases.ts'
import { searchRoutes } from './search.ts'

/** Every module's routes, behind the sign-in that people/ decides. */
export function createApi(context: WorkContext, logger: FastifyBaseLogger | boolean, { trustedProxies }: { trustedProxies?: string | undefined } = {}): Promise<Http> {
  return createHttp(
    { context, logger, sayRefusal, trustedProxies, authenticate: (request) => authenticate(context, request) },
    (http) => registerRoutes(http, context),
  )
}

/** Everything the API answers, module by module. */
export function registerRoutes(http: Http, context: WorkContext): void {
  organisationRoutes(http)
  peopleRoutes(http, context)
  deadlineRoutes(http, clockSources)
  documentRoutes(http)
  petitionRoutes(http)
  receptionRoutes(http)
  planRoutes(http, [reportTasks, petitionTasks, receptionTasks])
  reportsRoutes(http)
  searchRoutes(http)
}
