import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as a from '../contract-acknowledgement.ts'
import { Registered } from '../contract.ts'
import { addAcknowledgementStep, endAcknowledgementStep, listAcknowledgementSteps } from './acknowledgement-steps.ts'

const MANAGE = { access: 'documents.manage-reminders' } as const

/** Who is reminded to acknowledge when. */
export function acknowledgementStepRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/documents/acknowledgement-steps', config: MANAGE,
    schema: { summary: 'Chưa xác nhận tiếp thu sau mấy ngày làm việc thì nhắc ai', response: { 200: a.AcknowledgementSteps } },
    handler: (request) => request.work(async (work) => ({ steps: await listAcknowledgementSteps(work) })),
  })
  http.route({
    method: 'POST', url: '/documents/acknowledgement-steps', config: MANAGE,
    schema: { summary: 'Thêm một bước nhắc, áp dụng từ một ngày', body: a.AddAcknowledgementStep, response: { 201: Registered } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => addAcknowledgementStep(work, request.body)) })
    },
  })
  http.route({
    method: 'POST', url: '/documents/acknowledgement-steps/:id/end', config: MANAGE,
    schema: { summary: 'Thôi nhắc theo một bước từ một ngày; bước vẫn còn trong danh sách', params: a.ByAcknowledgementStep, body: a.EndAcknowledgementStep, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => endAcknowledgementStep(work, request.params.id, request.body.until))
      return reply.code(204).send()
    },
  })
}
