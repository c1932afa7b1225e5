import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import * as c from '../contract.ts'
import { readAudit } from './audit-reading.ts'
import { putCalendarDay, removeCalendarDay } from './calendar.ts'
import { listRoleRules, setRoleRule } from './second-step-roles.ts'

const Nothing = z.void()

/** What concerns the whole system: the trail, the working calendar, how roles sign in. */
export function oversightRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/audit', config: { access: 'platform.read-audit' },
    schema: { summary: 'Nhật ký: ai làm gì với bản ghi nào', querystring: c.AuditQuery, response: { 200: c.AuditPage } },
    handler: (request) => request.work((work) => readAudit(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/people/calendar', config: { access: 'signed in' },
    schema: { summary: 'Ngày nghỉ và ngày làm bù', response: { 200: c.CalendarDays } },
    handler: (request) => request.work(async (work) => ({ days: await calendarStore(work.db).listDays() })),
  })
  http.route({
    method: 'PUT', url: '/people/calendar', config: { access: 'platform.manage-calendar' },
    schema: { summary: 'Ghi một ngày nghỉ hoặc ngày làm bù', body: c.CalendarDay, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => putCalendarDay(work, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/calendar/:date', config: { access: 'platform.manage-calendar' },
    schema: { summary: 'Bỏ một ngày khỏi lịch', params: c.ByDate, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => removeCalendarDay(work, request.params.date))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/people/roles', config: { access: 'people.read-accounts' },
    schema: { summary: 'Vai trò nào phải đăng nhập hai bước', response: { 200: z.object({ roles: z.array(c.RoleRule) }) } },
    handler: (request) => request.work(async (work) => ({ roles: await listRoleRules(work) })),
  })
  http.route({
    method: 'PUT', url: '/people/roles/:role', config: { access: 'people.manage-accounts' },
    schema: { summary: 'Buộc hoặc thôi buộc một vai trò đăng nhập hai bước', params: c.ByRoleName, body: c.SetRoleRule, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => setRoleRule(work, request.params.role, request.body.needsSecondStep))
      return reply.code(204).send()
    },
  })
}
