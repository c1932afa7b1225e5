import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as f from '../contract-forms.ts'
import { Completeness, CompletenessQuery } from '../contract-sums.ts'
import { closePeriod, listPeriods, openPeriod, previewPeriod } from './periods.ts'
import { readCompleteness } from './read-completeness.ts'

const READ = { access: 'reports.read' } as const
const MANAGE = { access: 'reports.manage' } as const

/** Periods opened and closed, and how complete and timely their reports are. */
export function periodRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports/periods', config: READ,
    schema: { summary: 'Các kỳ báo cáo, và kỳ có thể mở tiếp', querystring: f.PeriodQuery, response: { 200: f.PeriodList } },
    handler: (request) => request.work((work) => listPeriods(work, request.query)),
  })
  http.route({
    method: 'POST', url: '/reports/periods/preview', config: MANAGE,
    schema: { summary: 'Mở kỳ sẽ giao cho ai, hạn nào, vì sao', body: f.OpenPeriod, response: { 200: f.OpenPreview } },
    handler: (request) => request.work((work) => previewPeriod(work, request.body)),
  })
  http.route({
    method: 'POST', url: '/reports/periods', config: MANAGE,
    schema: { summary: 'Mở một kỳ báo cáo', body: f.OpenPeriod, response: { 201: f.Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => openPeriod(work, request.body)) })
    },
  })
  for (const [name, isClosed, summary] of [['close', true, 'Đóng kỳ: không ai ghi, gửi, nhận nữa'], ['reopen', false, 'Mở lại kỳ đã đóng']] as const) {
    http.route({
      method: 'POST', url: `/reports/periods/:periodId/${name}`, config: MANAGE, schema: { summary, params: f.ByPeriod, response: { 204: z.void() } },
      async handler(request, reply) {
        await request.work((work) => closePeriod(work, request.params.periodId, isClosed))
        return reply.code(204).send()
      },
    })
  }
  http.route({
    method: 'GET', url: '/reports/completeness', config: READ,
    schema: { summary: 'Đủ và đúng hạn: theo kỳ, lớp đơn vị, đơn vị', querystring: CompletenessQuery, response: { 200: Completeness } },
    handler: (request) => request.work((work) => readCompleteness(work, request.query)),
  })
}
