import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import * as u from '../contract-unit-plan.ts'
import { writeUnitPlan } from './unit-plan-document.ts'
import { approveUnitPlan, issueUnitPlan, openUnitPlan, returnUnitPlan, saveUnitPlan, submitUnitPlan } from './unit-plans.ts'

const Nothing = z.void()
const FOLLOW = { access: 'plans.read-progress' } as const

export function unitPlanRoutes(http: Http): void {
  const url = '/plans/directives/:id/unit-plans/:unitId'
  const prepare = { access: 'plans.prepare-unit-plan' } as const
  const approve = { access: 'plans.approve-unit-plan' } as const
  http.route({
    method: 'GET', url, config: FOLLOW,
    schema: { summary: 'Kế hoạch của đơn vị; lần mở đầu của đơn vị lập nháp từ nhiệm vụ được giao', params: u.ByUnitPlan, response: { 200: u.UnitPlan } },
    handler: (request) => request.work((work) => openUnitPlan(work, request.params.id, request.params.unitId)),
  })
  http.route({
    method: 'PUT', url, config: prepare,
    schema: { summary: 'Lưu kế hoạch', params: u.ByUnitPlan, body: u.SaveUnitPlan, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveUnitPlan(work, request.params.id, request.params.unitId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: `${url}/submit`, config: prepare,
    schema: { summary: 'Trình duyệt', params: u.ByUnitPlan, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => submitUnitPlan(work, request.params.id, request.params.unitId))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: `${url}/approve`, config: approve,
    schema: { summary: 'Duyệt', params: u.ByUnitPlan, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => approveUnitPlan(work, request.params.id, request.params.unitId))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: `${url}/return`, config: approve,
    schema: { summary: 'Trả lại, có lý do', params: u.ByUnitPlan, body: u.ReturnUnitPlan, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => returnUnitPlan(work, request.params.id, request.params.unitId, request.body.because))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: `${url}/issue`, config: prepare,
    schema: { summary: 'Ban hành kế hoạch của đơn vị, có số và ngày', params: u.ByUnitPlan, body: u.IssueUnitPlan, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => issueUnitPlan(work, request.params.id, request.params.unitId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: `${url}/document.:format`, config: FOLLOW,
    schema: { summary: 'Kế hoạch của đơn vị theo thể thức Nghị định 30/2020/NĐ-CP', params: u.ByPlanFile },
    async handler(request, reply) {
      const document = await request.work((work) => writeUnitPlan(work, request.params.id, request.params.unitId))
      return sendDocument(reply, document, request.params.format, 'ke-hoach-don-vi')
    },
  })
}
