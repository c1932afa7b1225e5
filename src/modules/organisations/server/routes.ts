import { z } from 'zod'
import { newId } from '#platform/server/uuid.ts'
import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { applyChange, listChanges, previewChange, undoChange } from './changes.ts'
import { organisationStore } from './organisation-store.ts'
import { readTree, readUnit, shownAct } from './units.ts'

const CHANGE = { access: 'organisations.change-units' } as const
const Nothing = z.void()

export function organisationRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/organisations/tree', config: { access: 'signed in' },
    schema: { summary: 'Mọi đơn vị vào một ngày', querystring: c.OnDay, response: { 200: c.Tree } },
    handler: (request) => request.work((work) => readTree(work, request.query.on)),
  })
  http.route({
    method: 'GET', url: '/organisations/units/:id', config: { access: 'signed in' },
    schema: { summary: 'Một đơn vị qua thời gian', params: c.ByUnit, querystring: c.OnDay, response: { 200: c.UnitRecord } },
    handler: (request) => request.work((work) => readUnit(work, request.params.id, request.query.on)),
  })
  http.route({
    method: 'GET', url: '/organisations/acts', config: { access: 'signed in' },
    schema: { summary: 'Văn bản làm thay đổi đơn vị', response: { 200: c.Acts } },
    handler: (request) => request.work(async (work) => ({ acts: (await organisationStore(work.db).listActs()).map(shownAct) })),
  })
  http.route({
    method: 'POST', url: '/organisations/acts', config: CHANGE,
    schema: { summary: 'Ghi văn bản làm căn cứ', body: c.SaveAct, response: { 201: c.MadeChange } },
    async handler(request, reply) {
      const id = newId<'legal-act'>()
      await request.work((work) => organisationStore(work.db).addActs([{ actId: id, ...request.body, certainty: 'verified' }]))
      return reply.code(201).send({ id })
    },
  })
  http.route({
    method: 'GET', url: '/organisations/changes', config: { access: 'signed in' },
    schema: { summary: 'Những lần sắp xếp đã làm', response: { 200: c.Changes } },
    handler: (request) => request.work(listChanges),
  })
  http.route({
    method: 'POST', url: '/organisations/changes/preview', config: CHANGE,
    schema: { summary: 'Xem trước một lần sắp xếp', body: c.OrderChange, response: { 200: c.Preview } },
    handler: (request) => request.work((work) => previewChange(work, request.body)),
  })
  http.route({
    method: 'POST', url: '/organisations/changes', config: CHANGE,
    schema: { summary: 'Thực hiện đúng điều đã xem trước', body: c.ApplyChange, response: { 201: c.MadeChange } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => applyChange(work, request.body.order, request.body.token)))
    },
  })
  http.route({
    method: 'POST', url: '/organisations/changes/:id/undo', config: CHANGE,
    schema: { summary: 'Hoàn tác khi chưa có gì dựa vào', params: c.ByChange, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => undoChange(work, request.params.id))
      return reply.code(204).send()
    },
  })
}
