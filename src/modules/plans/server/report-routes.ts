import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import * as c from '../contract.ts'
import * as u from '../contract-unit-plan.ts'
import { previewReport, saveReportTexts, writeProgressReport, writeReminderLetter } from './progress-report.ts'

const Nothing = z.void()

export function reportRoutes(http: Http): void {
  const write = { access: 'plans.write-report' } as const
  http.route({
    method: 'GET', url: '/plans/directives/:id/report', config: write,
    schema: { summary: 'Báo cáo sẽ viết gì', params: c.ByDirective, querystring: u.ReportQuery, response: { 200: u.ReportPreview } },
    handler: (request) => request.work((work) => previewReport(work, request.params.id, request.query)),
  })
  http.route({
    method: 'PUT', url: '/plans/directives/:id/report', config: write,
    schema: { summary: 'Đoạn văn của cán bộ trong báo cáo', params: c.ByDirective, body: u.ReportTexts, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveReportTexts(work, request.params.id, request.body, request.body.texts))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/report.:format', config: write,
    schema: { summary: 'Báo cáo tình hình thực hiện (DOCX, PDF)', params: u.ByReportFile, querystring: u.ReportQuery },
    async handler(request, reply) {
      const document = await request.work((work) => writeProgressReport(work, request.params.id, request.query))
      return sendDocument(reply, document, request.params.format, 'bao-cao-tinh-hinh-thuc-hien')
    },
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/reminder-letter.:format', config: write,
    schema: { summary: 'Công văn đôn đốc các đơn vị quá hạn (DOCX, PDF)', params: u.ByReportFile },
    async handler(request, reply) {
      const document = await request.work((work) => writeReminderLetter(work, request.params.id))
      return sendDocument(reply, document, request.params.format, 'cong-van-don-doc')
    },
  })
}
