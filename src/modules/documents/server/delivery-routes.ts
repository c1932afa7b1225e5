import { z } from 'zod'
import { sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { readForm } from '#platform/server/upload.ts'
import * as c from '../contract.ts'
import { coverageTable } from './coverage-table.ts'
import { classedDeliveries } from './coverage.ts'
import { acknowledge, changeBriefing, deliveriesOf, deliveryFigures, getBriefingFile, recordBriefing, removeBriefing } from './deliveries.ts'
import { getReadable } from './reading.ts'

const Nothing = z.void()

/** How a document reaches its units: coverage, acknowledgement, briefings. */
export function deliveryRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/documents/:id/coverage', config: { access: 'documents.read' },
    schema: { summary: 'Đã đến đâu: nhận, mở, xác nhận, quán triệt, theo từng đơn vị', params: c.ById, response: { 200: c.Coverage } },
    handler: (request) => request.work(async (work) => {
      await getReadable(work, request.params.id)
      const groups = await classedDeliveries(work, request.params.id)
      return {
        figures: await deliveryFigures(work, request.params.id), classes: groups.map(({ figures }) => figures), deliveries: await deliveriesOf(work, request.params.id),
      }
    }),
  })
  http.route({
    method: 'GET', url: '/documents/:id/coverage.xlsx', config: { access: 'documents.read' },
    schema: { summary: 'Bảng phổ biến, quán triệt (XLSX)', params: c.ById },
    async handler(request, reply) {
      const table = await request.work(async (work) => {
        const document = await getReadable(work, request.params.id)
        return coverageTable(document, await classedDeliveries(work, document.id), work.today)
      })
      return sendTable(reply, table, 'pho-bien-quan-triet')
    },
  })
  http.route({
    method: 'POST', url: '/documents/:id/deliveries/:unitId/acknowledge', config: { access: 'documents.acknowledge' },
    schema: { summary: 'Xác nhận đã tiếp thu', params: c.ByDelivery, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => acknowledge(work, request.params.id, request.params.unitId))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/documents/:id/deliveries/:unitId/briefings', config: { access: 'documents.record-briefing' },
    schema: { summary: 'Ghi buổi quán triệt: ngày, số buổi, số lượt người, tài liệu kèm', params: c.ByDelivery, consumes: ['multipart/form-data'], response: { 204: Nothing } },
    async handler(request, reply) {
      const { fields, file } = await readForm(request, c.SaveBriefing)
      await request.work((work) => recordBriefing(work, request.params.id, request.params.unitId, fields, file))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'PUT', url: '/documents/:id/deliveries/:unitId/briefings/:briefingId', config: { access: 'documents.record-briefing' },
    schema: { summary: 'Sửa một buổi quán triệt; tài liệu cũ còn nếu không gửi tệp mới', params: c.ByBriefing, consumes: ['multipart/form-data'], response: { 204: Nothing } },
    async handler(request, reply) {
      const { fields, file } = await readForm(request, c.SaveBriefing)
      await request.work((work) => changeBriefing(work, request.params.id, request.params.unitId, request.params.briefingId, fields, file))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/documents/:id/deliveries/:unitId/briefings/:briefingId/file', config: { access: 'documents.read' },
    schema: { summary: 'Tài liệu của một buổi quán triệt', params: c.ByBriefing },
    async handler(request, reply) {
      const { id, unitId, briefingId } = request.params
      const { file, folder } = await request.work(async (work) => ({ file: await getBriefingFile(work, id, unitId, briefingId), folder: work.fileFolder }))
      return sendFile(reply, folder, file)
    },
  })
  http.route({
    method: 'DELETE', url: '/documents/:id/deliveries/:unitId/briefings/:briefingId', config: { access: 'documents.record-briefing' },
    schema: { summary: 'Bỏ một buổi ghi nhầm', params: c.ByBriefing, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => removeBriefing(work, request.params.id, request.params.unitId, request.params.briefingId))
      return reply.code(204).send()
    },
  })
}
