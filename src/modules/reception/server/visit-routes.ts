import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendFile } from '#platform/server/files.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import { writeInThread } from '#platform/server/official-document/write-in-thread.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { readForm } from '#platform/server/upload.ts'
import * as c from '../contract-visits.ts'
import { correctVisit, signNotice, tellResult } from './change-visit.ts'
import { findKnownPeople, readKnownPerson } from './known-people.ts'
import { readCaseByCode } from './linkable-cases.ts'
import { readVisit } from './read-visit.ts'
import { writeReceipt } from './receipt-document.ts'
import { writeRefusalNotice } from './refusal-notice-document.ts'
import { listVisits } from './register.ts'
import { registerSheet, writeRegister } from './register-document.ts'
import { registerVisit } from './register-visit.ts'
import { readToday } from './today.ts'
import { addVisitFiles, readVisitFile } from './visit-files.ts'

const Nothing = z.void()
const RECEIVE = { access: 'reception.receive' } as const
const REGISTER = { access: 'reception.read' } as const

/** Visits: written down, found, answered, printed. */
export function visitRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reception/today', config: REGISTER, schema: { summary: 'Bàn tiếp công dân trong ngày', querystring: c.TodayQuery, response: { 200: c.Today } },
    handler: (request) => request.work((work) => readToday(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/reception/known-people', config: RECEIVE,
    schema: { summary: 'Tìm người đã đến: theo tên không dấu, số điện thoại, số căn cước', querystring: c.KnownQuery, response: { 200: c.KnownPeople } },
    handler: (request) => request.work((work) => findKnownPeople(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/reception/known-people/:from/:id', config: RECEIVE, schema: { summary: 'Người đã đến hoặc đã gửi đơn: điền vào lượt tiếp mới', params: c.ByKnownPerson, response: { 200: c.PersonDetails } },
    handler: (request) => request.work((work) => readKnownPerson(work, request.params)),
  })
  http.route({
    method: 'GET', url: '/reception/cases', config: RECEIVE, schema: { summary: 'Tìm hồ sơ theo mã biên nhận công dân mang theo', querystring: c.CaseByCode, response: { 200: c.FoundCase } },
    handler: (request) => request.work((work) => readCaseByCode(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/reception/visits', config: REGISTER, schema: { summary: 'Sổ tiếp công dân', querystring: c.ListVisits, response: { 200: c.VisitPage } },
    handler: (request) => request.work((work) => listVisits(work, request.query)),
  })
  http.route({
    method: 'POST', url: '/reception/visits', config: RECEIVE, schema: { summary: 'Ghi một lượt tiếp công dân; nội dung được nhận thành hồ sơ đơn thư', body: c.RegisterVisit, response: { 201: c.RegisteredVisit } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => registerVisit(work, request.body)))
    },
  })
  http.route({
    method: 'GET', url: '/reception/register.xlsx', config: REGISTER, schema: { summary: 'Sổ tiếp công dân, Mẫu 03/TCD (XLSX)', querystring: c.RegisterQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work((work) => registerSheet(work, request.query)), 'so-tiep-cong-dan')
    },
  })
  http.route({
    method: 'GET', url: '/reception/register.:format', config: REGISTER, schema: { summary: 'Sổ tiếp công dân, Mẫu 03/TCD (DOCX, PDF)', params: c.ByFormat, querystring: c.RegisterQuery },
    async handler(request, reply) {
      const document = await request.work((work) => writeRegister(work, request.query))
      return sendDocument(reply, document, request.params.format, 'so-tiep-cong-dan')
    },
  })
  visitRecordRoutes(http)
}

function visitRecordRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reception/visits/:id', config: REGISTER, schema: { summary: 'Một lượt tiếp công dân', params: c.ByVisit, response: { 200: c.VisitRecord } },
    handler: (request) => request.work((work) => readVisit(work, request.params.id)),
  })
  http.route({
    method: 'PUT', url: '/reception/visits/:id', config: RECEIVE, schema: { summary: 'Sửa chỗ ghi nhầm', params: c.ByVisit, body: c.CorrectVisit, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => correctVisit(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/reception/visits/:id/told', config: RECEIVE, schema: { summary: 'Ghi đã trả lời công dân', params: c.ByVisit, body: c.TellResult, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => tellResult(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/reception/visits/:id/notice', config: RECEIVE, schema: { summary: 'Ghi số, ngày ký thông báo từ chối tiếp', params: c.ByVisit, body: c.SignNotice, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => signNotice(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/reception/visits/:id/notice.:format', config: REGISTER, schema: { summary: 'Thông báo từ chối tiếp công dân, Mẫu 01/TCD (DOCX, PDF)', params: c.ByVisitFile },
    async handler(request, reply) {
      return sendDocument(reply, await request.work((work) => writeRefusalNotice(work, request.params.id)), request.params.format, 'thong-bao-tu-choi-tiep')
    },
  })
  http.route({
    method: 'GET', url: '/reception/visits/:id/receipt.:format', config: REGISTER, schema: { summary: 'Giấy biên nhận, Mẫu 02/TCD (DOCX, PDF)', params: c.ByVisitFile },
    async handler(request, reply) {
      const { id, format } = request.params
      const document = await request.work((work) => writeReceipt(work, id))
      if (format === 'docx') return sendDocument(reply, document, format, 'giay-bien-nhan')
      // Opened by the browser, from which it is printed.
      return reply.type('application/pdf').header('content-disposition', 'inline; filename="giay-bien-nhan.pdf"').header('cache-control', 'private, no-store').send(Buffer.from(await writeInThread(document, format)))
    },
  })
  http.route({
    method: 'POST', url: '/reception/visits/:id/files', config: RECEIVE, schema: { summary: 'Kèm tệp quét, ảnh của giấy tờ công dân mang đến', params: c.ByVisit, response: { 201: z.object({ ids: z.array(z.string()) }) } },
    async handler(request, reply) {
      const { files } = await readForm(request, z.object({}))
      return reply.code(201).send({ ids: await request.work((work) => addVisitFiles(work, request.params.id, files)) })
    },
  })
  http.route({
    method: 'GET', url: '/reception/visits/:id/files/:fileId', config: REGISTER, schema: { summary: 'Tệp kèm lượt tiếp', params: c.ByVisitAttachment },
    async handler(request, reply) {
      const { file, folder } = await request.work(async (work) => ({ file: await readVisitFile(work, request.params.id, request.params.fileId), folder: work.fileFolder }))
      return sendFile(reply, folder, file)
    },
  })
}
