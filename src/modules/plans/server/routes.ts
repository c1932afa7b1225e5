import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import type { OfficialDocument } from '#platform/server/official-document/official-document.ts'
import { writeDocx } from '#platform/server/official-document/write-docx.ts'
import { writePdf } from '#platform/server/official-document/write-pdf.ts'
import { streamXlsx } from '#platform/server/spreadsheet/write-xlsx.ts'
import { readForm, readParts } from '#platform/server/upload.ts'
import type { FastifyReply } from 'fastify'
import * as c from '../contract.ts'
import * as u from '../contract-unit-plan.ts'
import { boardTable } from './board-table.ts'
import { readBoard } from './board.ts'
import { getReadableDirective, listDirectives, readDirective, sayWhen } from './directive-record.ts'
import { escalationRoutes } from './escalation-routes.ts'
import { issueDirective, withdrawDirective } from './issue-directive.ts'
import { readMyWork } from './my-work.ts'
import { getReadableObligation, listObligations, readObligation, reportProgress } from './obligations.ts'
import { obligationTable } from './obligation-table.ts'
import { obligationStore } from './obligation-store.ts'
import { previewIssue } from './preview-issue.ts'
import { addDuty, changeDuty, correctReading, makeDuties, removeDuty } from './prepare-directive.ts'
import { previewReport, saveReportTexts, writeProgressReport, writeReminderLetter } from './progress-report.ts'
import { approveUnitPlan, issueUnitPlan, openUnitPlan, returnUnitPlan, saveUnitPlan, submitUnitPlan } from './unit-plans.ts'
import { writeUnitPlan } from './unit-plan-document.ts'
import { readUnitWork } from './unit-work.ts'
import { readRollUp } from './roll-up.ts'
import { uploadDirective } from './upload-directive.ts'

const Nothing = z.void()
const PREPARE = { access: 'plans.prepare-directive' } as const
const FOLLOW = { access: 'plans.read-progress' } as const

export function planRoutes(http: Http): void {
  directiveRoutes(http)
  dutyRoutes(http)
  workRoutes(http)
  unitPlanRoutes(http)
  reportRoutes(http)
  escalationRoutes(http)
}

function directiveRoutes(http: Http): void {
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

function dutyRoutes(http: Http): void {
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

function workRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/plans/my-work', config: { access: 'signed in' },
    schema: { summary: 'Việc của tôi: phải làm gì, hạn nào, vì sao', response: { 200: c.MyWork } },
    handler: (request) => request.work(readMyWork),
  })
  http.route({
    method: 'GET', url: '/plans/board', config: FOLLOW,
    schema: { summary: 'Bảng theo dõi: đơn vị × nhiệm vụ vào một ngày', querystring: c.BoardQuery, response: { 200: c.Board } },
    handler: (request) => request.work((work) => readBoard(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/plans/board.xlsx', config: FOLLOW,
    schema: { summary: 'Bảng theo dõi (XLSX)', querystring: c.BoardQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work(async (work) => boardTable(await readBoard(work, request.query))), 'bang-theo-doi')
    },
  })
  http.route({
    method: 'GET', url: '/plans/roll-up', config: FOLLOW,
    schema: { summary: 'Cộng dồn theo cây đơn vị của một ngày: như lúc giao việc, hoặc quy về đơn vị hiện nay', querystring: c.RollUpQuery, response: { 200: c.RollUp } },
    handler: (request) => request.work((work) => readRollUp(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/plans/obligations', config: FOLLOW,
    schema: { summary: 'Danh sách việc đứng sau mỗi con số', querystring: c.ObligationQuery, response: { 200: c.ObligationPage } },
    handler: (request) => request.work((work) => listObligations(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/plans/units/:unitId/work', config: FOLLOW,
    schema: { summary: 'Việc đơn vị chủ trì, đếm theo trạng thái', params: c.ByUnit, querystring: c.OnDay, response: { 200: c.UnitWork } },
    handler: (request) => request.work((work) => readUnitWork(work, request.params.unitId, request.query.on)),
  })
  http.route({
    method: 'GET', url: '/plans/obligations.xlsx', config: FOLLOW,
    schema: { summary: 'Danh sách việc (XLSX)', querystring: c.ObligationQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work((work) => obligationTable(work, request.query)), 'danh-sach-viec')
    },
  })
  http.route({
    method: 'GET', url: '/plans/obligations/:id', config: FOLLOW,
    schema: { summary: 'Một việc của một đơn vị', params: c.ByObligation, response: { 200: c.ObligationRecord } },
    handler: (request) => request.work((work) => readObligation(work, request.params.id)),
  })
  http.route({
    method: 'POST', url: '/plans/obligations/:id/progress', config: { access: 'plans.report-progress' },
    schema: { summary: 'Báo tiến độ: ghi chú, số liệu, tệp minh chứng', params: c.ByObligation, consumes: ['multipart/form-data'], response: { 204: Nothing } },
    async handler(request, reply) {
      const { fields, files } = await readForm(request, c.ReportProgress)
      await request.work((work) => reportProgress(work, request.params.id, fields, files))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/plans/obligations/:id/files/:fileId', config: FOLLOW,
    schema: { summary: 'Tệp minh chứng', params: c.ByObligationFile },
    async handler(request, reply) {
      const { file, folder } = await request.work(async (work) => {
        await getReadableObligation(work, request.params.id)
        if (!(await obligationStore(work.db).hasFile(request.params.id, request.params.fileId))) throw new Refusal('not_found', 'files.not_found')
        return { file: await getFile(work.db, request.params.fileId), folder: work.fileFolder }
      })
      return sendFile(reply, folder, file)
    },
  })
}

function unitPlanRoutes(http: Http): void {
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

function reportRoutes(http: Http): void {
  const write = { access: 'plans.write-report' } as const
  http.route({
    method: 'GET', url: '/plans/directives/:id/report', config: write,
    schema: { summary: 'Báo cáo sẽ viết gì', params: c.ByDirective, querystring: u.ReportQuery, response: { 200: u.ReportPreview } },
    handler: (request) => request.work((work) => previewReport(work, request.params.id, request.query)),
  })
  http.route({
    method: 'PUT', url: '/plans/directives/:id/report', config: write,
    schema: { summary: 'Đoạn văn của cán bộ trong báo cáo', params: c.ByDirective, body: u.ReportTexts, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveReportTexts(work, request.params.id, request.body, request.body.texts))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/report.:format', config: write,
    schema: { summary: 'Báo cáo tình hình thực hiện (DOCX, PDF)', params: u.ByReportFile, querystring: u.ReportQuery },
    async handler(request, reply) {
      const document = await request.work((work) => writeProgressReport(work, request.params.id, request.query))
      return sendDocument(reply, document, request.params.format, 'bao-cao-tinh-hinh-thuc-hien')
    },
  })
  http.route({
    method: 'GET', url: '/plans/directives/:id/reminder-letter.:format', config: write,
    schema: { summary: 'Công văn đôn đốc các đơn vị quá hạn (DOCX, PDF)', params: u.ByReportFile },
    async handler(request, reply) {
      const document = await request.work((work) => writeReminderLetter(work, request.params.id))
      return sendDocument(reply, document, request.params.format, 'cong-van-don-doc')
    },
  })
}

function sendTable(reply: FastifyReply, table: Parameters<typeof streamXlsx>[0], name: string): FastifyReply {
  return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename="${name}.xlsx"`).send(streamXlsx(table))
}

async function sendDocument(reply: FastifyReply, document: OfficialDocument, format: 'docx' | 'pdf', name: string): Promise<FastifyReply> {
  const bytes = format === 'docx' ? await writeDocx(document) : await writePdf(document)
  const type = format === 'docx' ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'application/pdf'
  return reply.type(type).header('content-disposition', `attachment; filename="${name}.${format}"`).send(Buffer.from(bytes))
}
