import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import * as c from '../contract.ts'
import { accountStore } from './account-store.ts'
import { findSession, SESSION_COOKIE } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import { hasSecondStep } from './credential-store.ts'
import { delegate, delegationsOf, possibleDelegates, revokeDelegation } from './delegations.ts'
import { noticeStore } from './notice-store.ts'
import { beginTotp, confirmTotp, renewRecoveryCodes } from './second-step.ts'
import { TRIES_PER_MINUTE } from './sign-in-routes.ts'
import { sessionStore } from './session-store.ts'

const Nothing = z.void()

/** What everybody does with their own account. */
export function ownAccountRoutes(http: Http, context: WorkContext): void {
  http.route({
    method: 'GET', url: '/people/me/sessions', config: { access: 'signed in' },
    schema: { summary: 'Những nơi tôi đang đăng nhập', response: { 200: z.object({ hasSecondStep: z.boolean(), sessions: z.array(c.MySession) }) } },
    async handler(request) {
      const current = await findSession(context, request)
      return request.work(async (work) => ({
        hasSecondStep: await hasSecondStep(work.db, work.actor.id),
        sessions: (await sessionStore(work.db).list(work.actor.id)).map((session) => ({ ...session, isThis: session.id === current?.sessionId })),
      }))
    },
  })
  http.route({
    method: 'DELETE', url: '/people/me/sessions/:id', config: { access: 'signed in' },
    schema: { summary: 'Đăng xuất một nơi khác', params: z.object({ id: z.uuid() }), response: { 204: Nothing } },
    async handler(request, reply) {
      const { id } = request.params
      await request.work(async (work) => {
        const mine = (await sessionStore(work.db).list(work.actor.id)).find((session) => session.id === id)
        if (mine === undefined) throw new Refusal('not_found', 'people.no_such_session')
        await sessionStore(work.db).end(work.actor.id, work.now, { only: mine.id })
      })
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/me/sessions', config: { access: 'signed in' },
    schema: { summary: 'Đăng xuất khỏi mọi nơi', response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => sessionStore(work.db).end(work.actor.id, work.now))
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: '/people/me/password', config: { access: 'signed in', ...TRIES_PER_MINUTE },
    schema: { summary: 'Đổi mật khẩu; mọi nơi khác bị đăng xuất', body: c.ChangePassword, response: { 204: Nothing } },
    async handler(request, reply) {
      const session = await findSession(context, request)
      const refusal = await request.work((work) => changePassword(work, request.body, session?.sessionId))
      if (refusal !== null) throw refusal
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/people/me/totp', config: { access: 'signed in' },
    schema: { summary: 'Bắt đầu bật bước hai', response: { 200: c.TotpSetup } },
    handler: (request) => request.work(beginTotp),
  })
  http.route({
    method: 'PUT', url: '/people/me/totp', config: { access: 'signed in', ...TRIES_PER_MINUTE },
    schema: { summary: 'Bật bước hai bằng mã đầu tiên; mã dự phòng chỉ hiện một lần', body: c.SecondStep, response: { 200: c.RecoveryCodes } },
    handler: (request) => request.work((work) => confirmTotp(work, request.body.code)),
  })
  http.route({
    method: 'GET', url: '/people/me/notices', config: { access: 'signed in' },
    schema: { summary: 'Thông báo của tôi', response: { 200: c.Notices } },
    handler: (request) => request.work((work) => noticeStore(work.db).listFor(work.actor.id)),
  })
  http.route({
    method: 'PUT', url: '/people/me/notices/read', config: { access: 'signed in' },
    schema: { summary: 'Đã xem mọi thông báo', response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => noticeStore(work.db).markRead(work.actor.id, work.now))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: '/people/me/language', config: { access: 'signed in' },
    schema: { summary: 'Ngôn ngữ của thư gửi cho tôi', body: c.Language, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => accountStore(work.db).speak(work.actor.id, request.body.language))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/people/me/recovery-codes', config: { access: 'signed in', ...TRIES_PER_MINUTE },
    schema: { summary: 'Mã dự phòng mới, thay mọi mã cũ', body: c.SecondStep, response: { 200: c.RecoveryCodes } },
    async handler(request) {
      const result = await request.work((work) => renewRecoveryCodes(work, request.body.code))
      if ('refusal' in result) throw result.refusal
      return result
    },
  })
}

export function delegationRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/me/delegations', config: { access: 'signed in' },
    schema: { summary: 'Ủy quyền tôi giao và nhận', response: { 200: z.object({ delegations: z.array(c.Delegation), colleagues: z.array(c.Colleague) }) } },
    handler: (request) => request.work(async (work) => ({ delegations: await delegationsOf(work, work.actor.id), colleagues: await possibleDelegates(work) })),
  })
  http.route({
    method: 'POST', url: '/people/me/delegations', config: { access: 'people.delegate' },
    schema: { summary: 'Ủy quyền có thời hạn theo quyết định', body: c.Delegate, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => delegate(work, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/me/delegations/:id', config: { access: 'signed in' },
    schema: { summary: 'Thu hồi ủy quyền', params: c.ByDelegation, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => revokeDelegation(work, request.params.id))
      return reply.code(204).send()
    },
  })
}
