import type { Http } from '#platform/server/http.ts'
import { ByPeriod } from '../contract-forms.ts'
import { AllSums, SumsQuery } from '../contract-sums.ts'
import { readAllSums } from './read-nation.ts'

/** Sums over more than one tree of units. */
export function nationRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports/periods/:periodId/sums', config: { access: 'reports.read' },
    schema: { summary: 'Số liệu của mọi cây đơn vị được xem trong một kỳ: cả nước khi xem được mọi tỉnh', params: ByPeriod, querystring: SumsQuery, response: { 200: AllSums } },
    handler: (request) => request.work((work) => readAllSums(work, request.params.periodId, request.query)),
  })
}
