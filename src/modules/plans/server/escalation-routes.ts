import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as e from '../contract-escalation.ts'
import { Made } from '../contract.ts'
import { addEscalationStep, endEscalationStep, listEscalationSteps } from './escalation-steps.ts'

const MANAGE = { access: 'plans.manage-escalation' } as const

/** Who is reminded of due dates when. */
export function escalationRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/plans/escalation-steps', config: MANAGE,
    schema: { summary: 'Nhắc ai trước, sau hạn mấy ngày làm việc', response: { 200: e.EscalationSteps } },
    handler: (request) => request.work(async (work) => ({ steps: await listEscalationSteps(work) })),
  })
  http.route({
    method: 'POST', url: '/plans/escalation-steps', config: MANAGE,
    schema: { summary: 'Thêm một bước nhắc, áp dụng từ một ngày', body: e.AddEscalationStep, response: { 201: Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => addEscalationStep(work, request.body)) })
    },
  })
  http.route({
    method: 'POST', url: '/plans/escalation-steps/:id/end', config: MANAGE,
    schema: { summary: 'Thôi nhắc theo một bước từ một ngày; bước vẫn còn trong danh sách', params: e.ByEscalationStep, body: e.EndEscalationStep, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => endEscalationStep(work, request.params.id, request.body.until))
      return reply.code(204).send()
    },
  })
}
