import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as f from '../contract-forms.ts'
import { listFigures, saveFigure } from './figures.ts'
import { addForm, beginVersion, listForms, publishForm, readForm, saveForm } from './forms.ts'
import { addOwingRule, endOwingRule, listOwingRules } from './owing-rules.ts'

const Nothing = z.void()
const READ = { access: 'reports.read' } as const
const MANAGE = { access: 'reports.manage' } as const

/** What reports count, what they ask, who owes them when: read by all who read reports, set by who runs the regime. */
export function formRoutes(http: Http): void {
  figureRoutes(http)
  ruleRoutes(http)
  http.route({
    method: 'GET', url: '/reports/forms', config: READ,
    schema: { summary: 'Các mẫu báo cáo, mỗi mẫu theo phiên bản mới nhất', response: { 200: f.FormList } },
    handler: (request) => request.work(listForms),
  })
  http.route({
    method: 'POST', url: '/reports/forms', config: MANAGE,
    schema: { summary: 'Lập mẫu báo cáo mới, bắt đầu bằng bản soạn thảo', body: f.AddForm, response: { 201: z.object({ code: z.string() }) } },
    async handler(request, reply) {
      await request.work((work) => addForm(work, request.body))
      return reply.code(201).send({ code: request.body.code })
    },
  })
  http.route({
    method: 'GET', url: '/reports/forms/:code', config: READ,
    schema: { summary: 'Một phiên bản của mẫu báo cáo; không nêu phiên bản thì là bản mới nhất', params: f.ByForm, querystring: f.FormQuery, response: { 200: f.FormRecord } },
    handler: (request) => request.work((work) => readForm(work, request.params.code, request.query.version)),
  })
  draftRoutes(http)
}

function draftRoutes(http: Http): void {
  const url = '/reports/forms/:code'
  http.route({
    method: 'POST', url: `${url}/draft`, config: MANAGE,
    schema: { summary: 'Soạn phiên bản mới từ phiên bản mới nhất', params: f.ByForm, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => beginVersion(work, request.params.code))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: `${url}/draft`, config: MANAGE,
    schema: { summary: 'Lưu bản soạn thảo; bị từ chối khi người khác đã lưu sau lần đọc `edits`', params: f.ByForm, body: f.SaveForm, response: { 200: f.Saved } },
    handler: (request) => request.work(async (work) => ({ edits: await saveForm(work, request.params.code, request.body) })),
  })
  http.route({
    method: 'POST', url: `${url}/publish`, config: MANAGE,
    schema: { summary: 'Ban hành bản soạn thảo, áp dụng từ một ngày; các kỳ đã mở giữ phiên bản cũ', params: f.ByForm, body: f.PublishForm, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => publishForm(work, request.params.code, request.body))
      return reply.code(204).send()
    },
  })
}

function figureRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports/figures', config: READ,
    schema: { summary: 'Các chỉ tiêu, mẫu báo cáo dùng chúng, và những số liệu phần mềm tự đếm được', response: { 200: f.FigureList } },
    handler: (request) => request.work(listFigures),
  })
  http.route({
    method: 'PUT', url: '/reports/figures/:code', config: MANAGE,
    schema: { summary: 'Khai báo hoặc sửa một chỉ tiêu; mẫu đã ban hành giữ chỉ tiêu như khi ban hành', params: f.ByFigure, body: f.SaveFigure, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveFigure(work, request.params.code, request.body))
      return reply.code(204).send()
    },
  })
}

function ruleRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports/rules', config: READ,
    schema: { summary: 'Ai phải báo cáo, kỳ nào, hạn nào', response: { 200: f.OwingRuleList } },
    handler: (request) => request.work(listOwingRules),
  })
  http.route({
    method: 'POST', url: '/reports/rules', config: MANAGE,
    schema: { summary: 'Thêm một quy định: ai phải báo cáo, hạn nào, từ ngày nào', body: f.AddOwingRule, response: { 201: f.Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => addOwingRule(work, request.body)) })
    },
  })
  http.route({
    method: 'POST', url: '/reports/rules/:id/end', config: MANAGE,
    schema: { summary: 'Thôi áp dụng một quy định từ một ngày; các kỳ đã mở không đổi', params: f.ByRule, body: f.EndRule, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => endOwingRule(work, request.params.id, request.body.until))
      return reply.code(204).send()
    },
  })
}
