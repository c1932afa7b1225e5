import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract-cases.ts'
import { listRetention, listTopics, saveRetention, saveTopic } from './topics.ts'

const MANAGE = { access: 'petitions.manage' } as const

/** What matters are about, and how long what is left of them is kept. */
export function topicRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/petitions/topics', config: { access: 'signed in' },
    schema: { summary: 'Lĩnh vực', response: { 200: c.Topics } },
    handler: (request) => request.work(async (work) => ({ topics: await listTopics(work) })),
  })
  http.route({
    method: 'PUT', url: '/petitions/topics/:code', config: MANAGE,
    schema: { summary: 'Thêm, sửa, kết thúc một lĩnh vực', params: c.ByTopic, body: c.SaveTopic, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => saveTopic(work, request.params.code, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/petitions/retention', config: MANAGE,
    schema: { summary: 'Thời hạn giữ dữ liệu của người gửi, theo loại hồ sơ', response: { 200: c.Retention } },
    handler: (request) => request.work(async (work) => ({ classes: await listRetention(work) })),
  })
  http.route({
    method: 'PUT', url: '/petitions/retention/:class', config: MANAGE,
    schema: { summary: 'Đổi thời hạn giữ của một loại hồ sơ', params: c.ByRetentionClass, body: c.SaveRetention, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => saveRetention(work, request.params.class, request.body))
      return reply.code(204).send()
    },
  })
}
