import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { readAudit } from './audit-reading.ts'
import { listRoleRules, setRoleRule } from './second-step-roles.ts'

const Nothing = z.void()

/** What concerns the whole system: the trail, how roles sign in. */
export function oversightRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/audit', config: { access: 'platform.read-audit' },
    schema: { summary: 'Nhật ký: ai làm gì với bản ghi nào', querystring: c.AuditQuery, response: { 200: c.AuditPage } },
    handler: (request) => request.work((work) => readAudit(work, request.query)),
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
