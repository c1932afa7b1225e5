import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { blockAccount, changeAccount, createAccount, endRole, giveRole, listAccounts, readAccount, renewLink } from './accounts.ts'

const Nothing = z.void()

export function accountRoutes(http: Http): void {
  const manage = { access: 'people.manage-accounts' } as const
  http.route({
    method: 'GET', url: '/people/accounts', config: { access: 'people.read-accounts' },
    schema: { summary: 'Danh sách tài khoản', querystring: c.AccountQuery, response: { 200: c.AccountPage } },
    handler: (request) => request.work((work) => listAccounts(work, request.query)),
  })
  http.route({
    method: 'POST', url: '/people/accounts', config: manage,
    schema: { summary: 'Tạo tài khoản; trả về liên kết một lần để người ấy đặt mật khẩu', body: c.SaveAccount, response: { 201: c.NewAccount } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => createAccount(work, request.body)))
    },
  })
  http.route({
    method: 'GET', url: '/people/accounts/:id', config: { access: 'people.read-accounts' },
    schema: { summary: 'Một tài khoản và các vai trò', params: c.ById, response: { 200: c.AccountRecord } },
    handler: (request) => request.work((work) => readAccount(work, request.params.id)),
  })
  http.route({
    method: 'PUT', url: '/people/accounts/:id', config: manage,
    schema: { summary: 'Sửa tài khoản', params: c.ById, body: c.SaveAccount, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => changeAccount(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: '/people/accounts/:id/blocked', config: manage,
    schema: { summary: 'Khóa hoặc mở khóa', params: c.ById, body: z.object({ isBlocked: z.boolean() }), response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => blockAccount(work, request.params.id, request.body.isBlocked))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/people/accounts/:id/link', config: manage,
    schema: { summary: 'Liên kết một lần để đặt lại mật khẩu; bước hai được tắt', params: c.ById, response: { 200: c.Link } },
    handler: (request) => request.work((work) => renewLink(work, request.params.id)),
  })
  http.route({
    method: 'POST', url: '/people/accounts/:id/roles', config: manage,
    schema: { summary: 'Giao vai trò', params: c.ById, body: c.GiveRole, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => giveRole(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/accounts/:id/roles/:roleId', config: manage,
    schema: { summary: 'Thôi vai trò từ hôm nay', params: c.ByRole, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => endRole(work, request.params.id, request.params.roleId))
      return reply.code(204).send()
    },
  })
}
