import { sayText } from '#apps/portal-texts.ts'
import { sayRefusal } from '#apps/phrases.ts'
import type { PortalPart } from '#platform/portal/portal.ts'
import { servePortal } from '#platform/portal/serve/serve-portal.ts'
import { createHttp, type Http } from '#platform/server/http.ts'
import { SYSTEM } from '#platform/server/system-actor.ts'
import type { TestDatabase } from './test-database.ts'

/** The portal with these parts, and beside it the API; whoever sends `x-test: system` would be signed in there. */
export async function portalHouse({ context }: TestDatabase, parts: readonly PortalPart[], { requestsPerMinute = 1_000_000 } = {}): Promise<Http> {
  const http = await createHttp({
    context, logger: false, sayRefusal, requestsPerMinute,
    authenticate: (request) => Promise.resolve(request.headers['x-test'] === 'system' ? SYSTEM : undefined),
  }, (api) => {
    api.route({ method: 'POST', url: '/echo', config: { access: 'anyone' }, handler: async () => ({}) })
  })
  const administration = { vi: 'Ủy ban nhân dân tỉnh Lâm Đồng', en: "People's Committee of Lâm Đồng Province" }
  await servePortal(http, { context, say: sayText, publicUrl: '', site: () => Promise.resolve({ administration }) }, parts)
  return http
}
