import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { readForm } from '#platform/server/upload.ts'
import * as c from '../contract.ts'
import { boardTable } from './board-table.ts'
import { readBoard } from './board.ts'
import { readMyWork, type TaskSource } from './my-work.ts'
import { obligationStore } from './obligation-store.ts'
import { obligationTable } from './obligation-table.ts'
import { getReadableObligation, listObligations, readObligation, reportProgress } from './obligations.ts'
import { readRollUp } from './roll-up.ts'
import { readUnitWork } from './unit-work.ts'

const Nothing = z.void()
const FOLLOW = { access: 'plans.read-progress' } as const

export function workRoutes(http: Http, moreTasks: readonly TaskSource[]): void {
  http.route({
    method: 'GET', url: '/plans/my-work', config: { access: 'signed in' },
    schema: { summary: 'Việc của tôi: phải làm gì, hạn nào, vì sao', response: { 200: c.MyWork } },
    handler: (request) => request.work((work) => readMyWork(work, moreTasks)),
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
