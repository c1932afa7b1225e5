import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { readParts } from '#platform/server/upload.ts'
import * as c from '../contract.ts'
import { getReadableDirective, listDirectives, readDirective, sayWhen } from './directive-record.ts'
import { issueDirective, withdrawDirective } from './issue-directive.ts'
import { addDuty, changeDuty, correctReading, makeDuties, removeDuty } from './prepare-directive.ts'
import { previewIssue } from './preview-issue.ts'
import { uploadDirective } from './upload-directive.ts'

const Nothing = z.void()
const PREPARE = { access: 'plans.prepare-directive' } as const
const FOLLOW = { access: 'plans.read-progress' } as const

export function directiveRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/plans/directives', config: FOLLOW,
    schema: { summary: 'Văn bản chỉ đạo', response: { 200: c.DirectiveList } },
    handler: (request) => request.work(async (work) => ({ directives: await listDirectives(work) })),
  })
  http.route({
    method: 'POST', url: '/plans/directives', config: PREPARE,
    schema: { summary: 'Tải kế hoạch lên và đọc (DOCX, PDF có chữ, TXT, MD)', consumes: ['multipart/form-data'], response: { 201: c.Made } },
    async handler(request, reply) {
      const { files: [file] } = await readParts(request)
      const id = await request.work((work) => uploadDirective(work, file ?? null))
      return reply.code(201).send({ id })
    },
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id', config: FOLLOW,
    schema: { summary: 'Một văn bản chỉ đạo: bản đọc, nhiệm vụ, tình hình', params: c.ByDirective, response: { 200: c.DirectiveRecord } },
    handler: (request) => request.work((work) => readDirective(work, request.params.id)),
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/file', config: FOLLOW,
    schema: { summary: 'Tệp gốc', params: c.ByDirective },
    async handler(request, reply) {
      const { file, folder } = await request.work(async (work) => {
        const { fileId } = await getReadableDirective(work, request.params.id)
        if (fileId === null) throw new Refusal('not_found', 'files.not_found')
        return { file: await getFile(work.db, fileId), folder: work.fileFolder }
      })
      return sendFile(reply, folder, file)
    },
  })
  http.route({
    method: 'PUT', url: '/plans/directives/:id/reading', config: PREPARE,
    schema: { summary: 'Sửa bản đọc', params: c.ByDirective, body: c.CorrectReading, response: { 200: c.Corrected } },
    handler: (request) => request.work((work) => correctReading(work, request.params.id, request.body.version, request.body.reading)),
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/issue-preview', config: PREPARE,
    schema: { summary: 'Nếu ban hành ngày ấy thì những đơn vị nào nhận', params: c.ByDirective, querystring: z.object({ on: c.Day.optional() }), response: { 200: c.IssuePreview } },
    handler: (request) => request.work((work) => previewIssue(work, request.params.id, request.query.on)),
  })
  http.route({
    method: 'POST', url: '/plans/directives/:id/issue', config: { access: 'plans.issue-directive' },
    schema: { summary: 'Ban hành: gửi đến các đơn vị và giao việc', params: c.ByDirective, body: c.IssueDirective, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => issueDirective(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/plans/directives/:id/withdraw', config: { access: 'plans.issue-directive' },
    schema: { summary: 'Thu hồi, có lý do', params: c.ByDirective, body: c.WithdrawDirective, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => withdrawDirective(work, request.params.id, request.body.because))
      return reply.code(204).send()
    },
  })
}

export function dutyRoutes(http: Http): void {
  http.route({
    method: 'POST', url: '/plans/schedule-in-words', config: PREPARE,
    schema: { summary: 'Một thời hạn hoặc chu kỳ nói thành câu, với hạn gần nhất và lý do', body: c.Schedule, response: { 200: c.ScheduleSaid } },
    handler: (request) => request.work((work) => Promise.resolve(sayWhen(work, request.body))),
  })
  http.route({
    method: 'POST', url: '/plans/directives/:id/duties/from-clauses', config: PREPARE,
    schema: { summary: 'Các mục đã chọn thành nhiệm vụ', params: c.ByDirective, body: c.MakeDuties, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => makeDuties(work, request.params.id, request.body.paths, request.body.dueOn))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/plans/directives/:id/duties', config: PREPARE,
    schema: { summary: 'Thêm nhiệm vụ', params: c.ByDirective, body: c.SaveDuty, response: { 201: c.Made } },
    async handler(request, reply) {
      return reply.code(201).send({ id: await request.work((work) => addDuty(work, request.params.id, request.body)) })
    },
  })
  http.route({
    method: 'PUT', url: '/plans/directives/:id/duties/:dutyId', config: PREPARE,
    schema: { summary: 'Sửa nhiệm vụ: giao cho ai, hạn hoặc chu kỳ', params: c.ByDuty, body: c.SaveDuty, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => changeDuty(work, request.params.id, request.params.dutyId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/plans/directives/:id/duties/:dutyId', config: PREPARE,
    schema: { summary: 'Bỏ nhiệm vụ', params: c.ByDuty, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => removeDuty(work, request.params.id, request.params.dutyId))
      return reply.code(204).send()
    },
  })
}
