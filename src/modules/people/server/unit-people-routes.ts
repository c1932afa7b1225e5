import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { appoint, endAppointment } from './appointments.ts'
import { appointmentStore } from './appointment-store.ts'
import { holdersOf } from './unit-holders.ts'

const Nothing = z.void()

/** The people of a unit. */
export function unitPeopleRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/units/:unitId/appointments', config: { access: 'signed in' },
    schema: { summary: 'Thủ trưởng, lãnh đạo phụ trách dân vận, đầu mối của đơn vị', params: c.ByUnit, response: { 200: c.Appointments } },
    handler: (request) => request.work(async (work) => ({ appointments: await appointmentStore(work.db).listOf(request.params.unitId) })),
  })
  http.route({
    method: 'POST', url: '/people/units/:unitId/appointments', config: { access: 'people.record-appointments' },
    schema: { summary: 'Ghi người được phân công cùng quyết định', params: c.ByUnit, body: c.Appoint, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => appoint(work, request.params.unitId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/units/:unitId/appointments/:id', config: { access: 'people.record-appointments' },
    schema: { summary: 'Thôi phân công từ hôm nay', params: c.ByAppointment, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => endAppointment(work, request.params.unitId, request.params.id))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/people/units/:unitId/holders', config: { access: 'people.read-accounts' },
    schema: { summary: 'Ai giữ vai trò nào ở đơn vị hôm nay, kể cả theo ủy quyền', params: c.ByUnit, response: { 200: c.Holders } },
    handler: (request) => request.work((work) => holdersOf(work, request.params.unitId)),
  })
}
