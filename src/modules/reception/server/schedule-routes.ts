import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import * as c from '../contract.ts'
import { OpenExtraordinary } from '../contract-visits.ts'
import { boardSheet, readBoard } from './board.ts'
import { readSchedule } from './read-schedule.ts'
import { cancelDay, editDay, moveDay, nameSubstitute, postDays, setDays } from './schedule.ts'
import { writeConclusion, writeMinutes } from './session-document.ts'
import { issueConclusion, readSession, saveSession } from './sessions.ts'
import { openExtraordinaryDay } from './today.ts'

const Nothing = z.void()
const Made = z.object({ id: z.string() })
/** Which unit's, the use cases decide: who receives or plans there, and who follows it from above. */
const READ = { access: 'signed in' } as const
const PLAN = { access: 'reception.schedule' } as const
const RECEIVE = { access: 'reception.receive' } as const
const REGISTER = { access: 'reception.read' } as const
const FOLLOW = { access: 'petitions.read-statistics' } as const

/** The days on which citizens are received: set, posted, moved, held. */
export function scheduleRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reception/schedule', config: READ,
    schema: { summary: 'Lịch tiếp công dân của đơn vị trong tháng, với số ngày luật yêu cầu', querystring: c.ScheduleQuery, response: { 200: c.Schedule } },
    handler: (request) => request.work((work) => readSchedule(work, request.query)),
  })
  http.route({
    method: 'POST', url: '/reception/schedule', config: PLAN,
    schema: { summary: 'Lên lịch tiếp công dân, một hoặc nhiều ngày', body: c.AddDays, response: { 201: c.AddedDays } },
    async handler(request, reply) {
      return reply.code(201).send({ ids: await request.work((work) => setDays(work, request.body)) })
    },
  })
  http.route({
    method: 'POST', url: '/reception/schedule/post', config: PLAN,
    schema: { summary: 'Niêm yết, công khai lịch tiếp công dân của tháng', body: c.PostDays, response: { 200: c.Posted } },
    handler: (request) => request.work((work) => postDays(work, request.body)),
  })
  http.route({
    method: 'POST', url: '/reception/schedule/extraordinary', config: RECEIVE,
    schema: { summary: 'Mở buổi tiếp công dân đột xuất của Thủ trưởng', body: OpenExtraordinary, response: { 201: Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => openExtraordinaryDay(work, request.body)) })
    },
  })
  dayRoutes(http)
  sessionRoutes(http)
  http.route({
    method: 'GET', url: '/reception/board', config: FOLLOW,
    schema: { summary: 'Các đơn vị tiếp công dân định kỳ đủ hay thiếu so với luật', querystring: c.BoardQuery, response: { 200: c.Board } },
    handler: (request) => request.work((work) => readBoard(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/reception/board.xlsx', config: FOLLOW, schema: { summary: 'Bảng theo dõi tiếp công dân định kỳ (XLSX)', querystring: c.BoardQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work(async (work) => boardSheet(await readBoard(work, request.query))), 'theo-doi-tiep-cong-dan')
    },
  })
}

function dayRoutes(http: Http): void {
  http.route({
    method: 'PUT', url: '/reception/schedule/:id', config: PLAN, schema: { summary: 'Sửa một ngày chưa niêm yết', params: c.ByDay, body: c.EditDay, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => editDay(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: '/reception/schedule/:id/substitute', config: PLAN, schema: { summary: 'Ghi người được ủy quyền tiếp', params: c.ByDay, body: c.NameSubstitute, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => nameSubstitute(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/reception/schedule/:id/move', config: PLAN, schema: { summary: 'Dời sang ngày khác, có lý do', params: c.ByDay, body: c.MoveDay, response: { 201: Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => moveDay(work, request.params.id, request.body)) })
    },
  })
  http.route({
    method: 'POST', url: '/reception/schedule/:id/cancel', config: PLAN, schema: { summary: 'Hủy một ngày, có lý do', params: c.ByDay, body: c.CancelDay, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => cancelDay(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
}

function sessionRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reception/sessions/:id', config: READ, schema: { summary: 'Buổi tiếp công dân của Thủ trưởng', params: c.ByDay, response: { 200: c.SessionRecord } },
    handler: (request) => request.work((work) => readSession(work, request.params.id)),
  })
  http.route({
    method: 'PUT', url: '/reception/sessions/:id', config: RECEIVE, schema: { summary: 'Ghi buổi tiếp và kết luận', params: c.ByDay, body: c.SaveSession, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveSession(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/reception/sessions/:id/issue', config: RECEIVE, schema: { summary: 'Ghi số, ngày của Thông báo kết luận', params: c.ByDay, body: c.IssueConclusion, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => issueConclusion(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/reception/sessions/:id/conclusion.:format', config: REGISTER, schema: { summary: 'Thông báo kết luận buổi tiếp công dân (DOCX, PDF)', params: c.ByDayFile },
    async handler(request, reply) {
      const document = await request.work((work) => writeConclusion(work, request.params.id))
      return sendDocument(reply, document, request.params.format, 'thong-bao-ket-luan-tiep-cong-dan')
    },
  })
  http.route({
    method: 'GET', url: '/reception/sessions/:id/minutes.:format', config: REGISTER, schema: { summary: 'Biên bản buổi tiếp công dân, kể cả khi không có công dân đến (DOCX, PDF)', params: c.ByDayFile },
    async handler(request, reply) {
      const document = await request.work((work) => writeMinutes(work, request.params.id))
      return sendDocument(reply, document, request.params.format, 'bien-ban-tiep-cong-dan')
    },
  })
}
