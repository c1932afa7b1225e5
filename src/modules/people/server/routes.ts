import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#kernel/refusal.ts'
import { calendarStore } from '#platform/server/calendar-store.ts'
import type { Http } from '#platform/server/http.ts'
import type { WorkContext } from '#platform/server/work.ts'
import * as c from '../contract.ts'
import { blockAccount, changeAccount, createAccount, endRole, giveRole, listAccounts, readAccount } from './accounts.ts'
import { appoint, endAppointment } from './appointments.ts'
import { appointmentStore } from './appointment-store.ts'
import { readAudit } from './audit-reading.ts'
import { authenticate, findSession, SESSION_COOKIE } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import { hasSecondStep } from './credential-store.ts'
import { delegate, myDelegations, possibleDelegates, revokeDelegation } from './delegations.ts'
import { acceptInvitation, inviteAccount, readInvitation } from './invitations.ts'
import { noticeStore } from './notice-store.ts'
import { beginTotp, confirmTotp, endTotp, passSecondStep } from './second-step.ts'
import { sessionOf } from './session-of.ts'
import { sessionStore } from './session-store.ts'
import { signIn } from './sign-in.ts'

const TRIES_PER_MINUTE = { rateLimit: { max: 60, timeWindow: '1 minute' } }
const Nothing = z.void()

export function peopleRoutes(http: Http, context: WorkContext): void {
  signInRoutes(http, context)
  ownAccountRoutes(http, context)
  accountRoutes(http)
  appointmentRoutes(http)
  delegationRoutes(http)
  administrationRoutes(http)
}

function signInRoutes(http: Http, context: WorkContext): void {
  http.route({
    method: 'GET', url: '/session', config: { access: 'anyone' },
    schema: { summary: 'Ai đang ngồi trước bàn làm việc, và hôm nay là ngày nào', response: { 200: c.Session } },
    async handler(request) {
      const actor = await authenticate(context, request)
      return request.work((work) => sessionOf(work, actor))
    },
  })
  http.route({
    method: 'POST', url: '/people/sign-in', config: { access: 'anyone', ...TRIES_PER_MINUTE },
    schema: { summary: 'Đăng nhập', body: c.SignIn, response: { 200: c.SignedIn } },
    async handler(request, reply) {
      const result = await request.work((work) => signIn(work, { ...request.body, device: deviceOf(request), address: request.ip }))
      if (!result.ok) throw result.refusal
      setCookie(request, reply, result.token)
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
      setCookie(request, reply, result.token)
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

function ownAccountRoutes(http: Http, context: WorkContext): void {
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
}

function accountRoutes(http: Http): void {
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
    handler: (request) => request.work(async (work) => {
      await endTotp(work, request.params.id)
      return { link: await inviteAccount(work, request.params.id) }
    }),
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

function appointmentRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/units/:unitId/appointments', config: { access: 'signed in' },
    schema: { summary: 'Thủ trưởng, lãnh đạo phụ trách dân vận, đầu mối của đơn vị', params: c.ByUnit, response: { 200: z.object({ appointments: z.array(c.Appointment) }) } },
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
}

function delegationRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/people/me/delegations', config: { access: 'signed in' },
    schema: { summary: 'Ủy quyền tôi giao và nhận', response: { 200: z.object({ delegations: z.array(c.Delegation), colleagues: z.array(c.Colleague) }) } },
    handler: (request) => request.work(async (work) => ({ delegations: await myDelegations(work), colleagues: await possibleDelegates(work) })),
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

function administrationRoutes(http: Http): void {
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
      await request.work((work) => calendarStore(work.db).put([request.body]))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/people/calendar/:date', config: { access: 'platform.manage-calendar' },
    schema: { summary: 'Bỏ một ngày khỏi lịch', params: c.ByDate, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => calendarStore(work.db).remove(request.params.date))
      return reply.code(204).send()
    },
  })
}

/** Strict: no other site's page can make the browser send it. Ends with the browser; the server ends it sooner. */
function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' })
}

function deviceOf(request: FastifyRequest): string {
  return (request.headers['user-agent'] ?? '').slice(0, 200)
}
