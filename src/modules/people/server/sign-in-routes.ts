import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import * as c from '../contract.ts'
import { findSession, SESSION_COOKIE, whoAsks } from './authenticate.ts'
import { acceptInvitation, readInvitation } from './invitations.ts'
import { passSecondStep } from './second-step.ts'
import { sessionOf } from './session-of.ts'
import { sessionStore } from './session-store.ts'
import { signIn } from './sign-in.ts'

const Nothing = z.void()

/** Guesses from one address. */
export const TRIES_PER_MINUTE = { rateLimit: { max: 60, timeWindow: '1 minute' } }

/** Open to everybody: who sits there, and the ways in. */
export function signInRoutes(http: Http, context: WorkContext): void {
  http.route({
    method: 'GET', url: '/session', config: { access: 'anyone' },
    schema: { summary: 'Ai đang ngồi trước bàn làm việc, và hôm nay là ngày nào', response: { 200: c.Session } },
    async handler(request) {
      const asking = await whoAsks(context, request)
      return request.work((work) => sessionOf(work, asking))
    },
  })
  http.route({
    method: 'POST', url: '/people/sign-in', config: { access: 'anyone', ...TRIES_PER_MINUTE },
    schema: { summary: 'Đăng nhập', body: c.SignIn, response: { 200: c.SignedIn } },
    async handler(request, reply) {
      const result = await request.work((work) => signIn(work, { ...request.body, device: deviceOf(request), address: request.ip }))
      if (!result.ok) throw result.refusal
      setSessionCookie(request, reply, result.token)
      return { awaitsSecondStep: result.awaitsSecondStep }
    },
  })
  http.route({
    method: 'POST', url: '/people/second-step', config: { access: 'anyone', ...TRIES_PER_MINUTE },
    schema: { summary: 'Bước hai: mã của ứng dụng hoặc mã dự phòng', body: c.SecondStep, response: { 204: Nothing } },
    async handler(request, reply) {
      const session = await findSession(context, request)
      if (session?.awaitsSecondStep !== true) throw new Refusal('unauthenticated', 'http.not_signed_in')
      const result = await request.work((work) => passSecondStep(work, session, request.body.code))
      if ('refusal' in result) throw result.refusal
      setSessionCookie(request, reply, result.token)
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/people/sign-out', config: { access: 'anyone' },
    schema: { summary: 'Đăng xuất khỏi máy này', response: { 204: Nothing } },
    async handler(request, reply) {
      const session = await findSession(context, request)
      if (session) await request.work((work) => sessionStore(work.db).end(session.id, work.now, { only: session.sessionId }))
      return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/people/invitations/:token', config: { access: 'anyone', ...TRIES_PER_MINUTE },
    schema: { summary: 'Liên kết một lần này dành cho ai', params: c.ByToken, response: { 200: c.Invitation } },
    handler: (request) => request.work((work) => readInvitation(work, request.params.token)),
  })
  http.route({
    method: 'POST', url: '/people/invitations/:token', config: { access: 'anyone', ...TRIES_PER_MINUTE },
    schema: { summary: 'Đặt mật khẩu bằng liên kết một lần', params: c.ByToken, body: c.AcceptInvitation, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => acceptInvitation(work, { token: request.params.token, ...request.body }))
      return reply.code(204).send()
    },
  })
}

/** Strict: no other site's page can make the browser send it. Ends with the browser; the server ends it sooner. */
function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' })
}

function deviceOf(request: FastifyRequest): string {
  return (request.headers['user-agent'] ?? '').slice(0, 200)
}
