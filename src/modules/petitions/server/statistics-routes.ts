import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import * as c from '../contract-statistics.ts'
import { readDueBoard } from './due-board.ts'
import { dueBoardTable } from './due-board-table.ts'
import { readHeatWeights, readHotSpots, saveHeatWeights } from './hot-spots.ts'

const FOLLOW = { access: 'petitions.read-statistics' } as const
const Nothing = z.void()

/** Counts of open cases: what is due, what is late and why, where they gather. */
export function statisticsRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/petitions/due', config: FOLLOW,
    schema: { summary: 'Đơn thư đến hạn, quá hạn theo đơn vị, lĩnh vực, nơi xảy ra', querystring: c.DueQuery, response: { 200: c.DueBoard } },
    handler: (request) => request.work((work) => readDueBoard(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/petitions/due.xlsx', config: FOLLOW,
    schema: { summary: 'Đơn thư đến hạn, quá hạn (XLSX)', querystring: c.DueQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work(async (work) => dueBoardTable(await readDueBoard(work, request.query))), 'don-thu-den-han')
    },
  })
  http.route({
    method: 'GET', url: '/petitions/hot-spots', config: FOLLOW,
    schema: { summary: 'Điểm nóng: nơi đơn chưa giải quyết dồn lại', querystring: c.HotSpotQuery, response: { 200: c.HotSpots } },
    handler: (request) => request.work((work) => readHotSpots(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/petitions/hot-spots/weights', config: FOLLOW,
    schema: { summary: 'Thang điểm của điểm nóng', response: { 200: c.HeatWeights } },
    handler: (request) => request.work(readHeatWeights),
  })
  http.route({
    method: 'PUT', url: '/petitions/hot-spots/weights', config: { access: 'petitions.manage' },
    schema: { summary: 'Đổi thang điểm của điểm nóng', body: c.SaveHeatWeights, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => saveHeatWeights(work, request.body))
      return reply.code(204).send()
    },
  })
}
