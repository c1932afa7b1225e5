import type { Http } from '#platform/server/http.ts'
import { ById } from '../contract.ts'
import * as c from '../contract-cases.ts'
import { addParty, changeParty, openIdentity, removeParty } from './change-parties.ts'
import { findKnownPeople, readKnownPerson } from './known-people.ts'

const READ = { access: 'petitions.read' } as const
const RECEIVE = { access: 'petitions.receive' } as const

/** Who sent it, and who wrote to the unit before. */
export function partyRoutes(http: Http): void {
  http.route({
    method: 'POST', url: '/petitions/:id/parties', config: READ,
    schema: { summary: 'Thêm người gửi, người đại diện, người cùng ký', params: ById, body: c.AddParty, response: { 201: c.AddedParty } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => addParty(work, request.params.id, request.body.version, request.body.party)))
    },
  })
  http.route({
    method: 'PUT', url: '/petitions/:id/parties/:partyId', config: READ,
    schema: { summary: 'Sửa thông tin người gửi', params: c.ByParty, body: c.ChangeParty, response: { 200: c.Versioned } },
    handler: (request) => request.work(async (work) => ({ version: await changeParty(work, request.params.id, request.params.partyId, request.body) })),
  })
  http.route({
    method: 'DELETE', url: '/petitions/:id/parties/:partyId', config: READ,
    schema: { summary: 'Bỏ một người ghi nhầm', params: c.ByParty, querystring: c.OfVersion, response: { 200: c.Versioned } },
    handler: (request) => request.work(async (work) => ({ version: await removeParty(work, request.params.id, request.params.partyId, request.query.version) })),
  })
  http.route({
    method: 'GET', url: '/petitions/:id/parties/:partyId/identity', config: READ,
    schema: { summary: 'Mở xem cả số giấy tờ; ghi vào nhật ký', params: c.ByParty, response: { 200: c.OpenedIdentity } },
    handler: (request) => request.work((work) => openIdentity(work, request.params.id, request.params.partyId)),
  })
  http.route({
    method: 'GET', url: '/petitions/known-people', config: RECEIVE,
    schema: { summary: 'Người đã từng gửi đơn đến đơn vị, theo tên, điện thoại, số giấy tờ', querystring: c.KnownPeopleQuery, response: { 200: c.KnownPeople } },
    handler: (request) => request.work(async (work) => ({ people: await findKnownPeople(work, request.query.unitId, request.query.q) })),
  })
  http.route({
    method: 'GET', url: '/petitions/known-people/:partyId', config: RECEIVE,
    schema: { summary: 'Địa chỉ, điện thoại của một người đã chọn, để điền vào đơn mới; ghi vào nhật ký', params: c.ByKnownPerson, response: { 200: c.PersonDetails } },
    handler: (request) => request.work((work) => readKnownPerson(work, request.params.partyId)),
  })
}
