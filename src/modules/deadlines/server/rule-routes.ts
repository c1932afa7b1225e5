import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import type { ClockSource } from './clock-source.ts'
import { computeTerm } from './compute.ts'
import { addDuty, correctDuty, listDuties } from './reception-duties.ts'
import { addRule, correctRule, listRules, previewRule, readStep } from './rules.ts'

const READ = { access: 'signed in' } as const
const MANAGE = { access: 'deadlines.manage' } as const

/** The terms of the law: read by everybody, changed for the whole province. */
export function ruleRoutes(http: Http, sources: readonly ClockSource[]): void {
  http.route({
    method: 'GET', url: '/deadlines/rules', config: READ,
    schema: { summary: 'Mọi quy định về thời hạn qua các thời kỳ, và lỗi nếu có', response: { 200: c.RuleList } },
    handler: (request) => request.work(listRules),
  })
  http.route({
    method: 'GET', url: '/deadlines/steps/:procedure/:step', config: READ,
    schema: { summary: 'Các quy định của một bước qua các thời kỳ', params: c.ByStep, response: { 200: c.StepHistory } },
    handler: (request) => request.work((work) => readStep(work, request.params.procedure, request.params.step)),
  })
  http.route({
    method: 'GET', url: '/deadlines/compute', config: READ,
    schema: { summary: 'Tính hạn của một bước, kèm lý do', querystring: c.ComputeQuery, response: { 200: c.Computed } },
    handler: (request) => request.work((work) => computeTerm(work, request.query)),
  })
  http.route({
    method: 'POST', url: '/deadlines/rules/preview', config: MANAGE,
    schema: { summary: 'Xem trước những hạn sẽ đổi nếu thêm hoặc sửa quy định', body: c.PreviewRule, response: { 200: c.MovesPreview } },
    handler: (request) => request.work((work) => previewRule(work, request.body, sources)),
  })
  http.route({
    method: 'POST', url: '/deadlines/rules', config: MANAGE,
    schema: { summary: 'Thêm quy định áp dụng từ một ngày; quy định trước kết thúc; các hạn đang chạy được tính lại', body: c.RuleWords, response: { 201: c.Made } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => addRule(work, request.body, sources)))
    },
  })
  http.route({
    method: 'PUT', url: '/deadlines/rules/:id', config: MANAGE,
    schema: { summary: 'Sửa quy định chưa xác minh hoặc chưa áp dụng; các hạn đang chạy được tính lại', params: c.ByRule, body: c.RuleWords, response: { 200: c.Moved } },
    handler: (request) => request.work(async (work) => ({ moved: await correctRule(work, request.params.id, request.body, sources) })),
  })
  http.route({
    method: 'GET', url: '/deadlines/reception-duties', config: READ,
    schema: { summary: 'Số ngày tiếp công dân của người đứng đầu qua các thời kỳ', response: { 200: c.DutyList } },
    handler: (request) => request.work(listDuties),
  })
  http.route({
    method: 'POST', url: '/deadlines/reception-duties', config: MANAGE,
    schema: { summary: 'Thêm quy định về số ngày tiếp áp dụng từ một ngày; quy định trước kết thúc', body: c.DutyWords, response: { 201: c.MadeDuty } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => addDuty(work, request.body)) })
    },
  })
  http.route({
    method: 'PUT', url: '/deadlines/reception-duties/:id', config: MANAGE,
    schema: { summary: 'Sửa quy định về số ngày tiếp chưa xác minh hoặc chưa áp dụng', params: c.ByDuty, body: c.DutyWords, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => correctDuty(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
}
