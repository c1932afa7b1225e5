import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { searchDocuments } from '#modules/documents/server/index.ts'
import { searchUnits } from '#modules/organisations/server/index.ts'
import { searchPeople } from '#modules/people/server/index.ts'
import { searchPetitions } from '#modules/petitions/server/index.ts'
import { searchPlans } from '#modules/plans/server/index.ts'
import { searchReports } from '#modules/reports/server/index.ts'

const SearchHit = z.object({
  kind: z.enum(['document', 'unit', 'person', 'directive', 'duty', 'report', 'petition']),
  id: z.string(), title: z.string(), subtitle: z.string(), link: z.string(),
})
const Search = z.object({ q: z.string().trim().min(1).max(200) })
const EACH = 6

/** One search over everything the actor may read: each module answers for its own records. */
export function searchRoutes(http: Http): void {
  http.route({
    method: 'GET',
    url: '/search',
    config: { access: 'signed in' },
    schema: { summary: 'Tìm văn bản, kế hoạch, nhiệm vụ, báo cáo, đơn thư, đơn vị, người', querystring: Search, response: { 200: z.object({ hits: z.array(SearchHit) }) } },
    async handler(request) {
      const { q } = request.query
      return request.work(async (work) => ({
        hits: [
          ...(await searchDocuments(work, q, EACH)), ...(await searchPlans(work, q, EACH)), ...(await searchReports(work, q, EACH)),
          ...(await searchPetitions(work, q, EACH)), ...(await searchUnits(work, q, EACH)), ...(await searchPeople(work, q, EACH)),
        ],
      }))
    },
  })
}
