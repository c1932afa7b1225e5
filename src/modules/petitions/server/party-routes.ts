import { z } from 'zod'
import { sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { readForm } from '#platform/server/upload.ts'
import { ById } from '../contract.ts'
import * as c from '../contract-cases.ts'
import { attachFiles, changeAttachment, readAttachment } from './attachments.ts'
import { addParty, changeParty, openIdentity, removeParty } from './change-parties.ts'
import { findKnownPeople, readKnownPerson } from './known-people.ts'
import { listTopics, saveTopic } from './topics.ts'

const READ = { access: 'petitions.read' } as const
const RECEIVE = { access: 'petitions.receive' } as const
const SIGNED_IN = { access: 'signed in' } as const

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

/** What came with it, and what matters are about. */
export function attachmentRoutes(http: Http): void {
  http.route({
    method: 'POST', url: '/petitions/:id/attachments', config: SIGNED_IN,
    schema: { summary: 'Kèm bản quét, ảnh, tài liệu', params: ById, consumes: ['multipart/form-data'], response: { 201: c.Attached } },
    async handler(request, reply) {
      const { fields, files } = await readForm(request, c.AttachFiles)
      return reply.code(201).send({ ids: await request.work((work) => attachFiles(work, request.params.id, files, fields)) })
    },
  })
  http.route({
    method: 'GET', url: '/petitions/:id/attachments/:attachmentId', config: READ,
    schema: { summary: 'Tệp đính kèm', params: c.ByAttachment },
    async handler(request, reply) {
      const { file, folder } = await request.work(async (work) => ({ file: await readAttachment(work, request.params.id, request.params.attachmentId), folder: work.fileFolder }))
      return sendFile(reply, folder, file)
    },
  })
  http.route({
    method: 'PUT', url: '/petitions/:id/attachments/:attachmentId', config: READ,
    schema: { summary: 'Cho người gửi thấy hay không; ghi chú', params: c.ByAttachment, body: c.ChangeAttachment, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => changeAttachment(work, request.params.id, request.params.attachmentId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/petitions/topics', config: SIGNED_IN,
    schema: { summary: 'Lĩnh vực', response: { 200: c.Topics } },
    handler: (request) => request.work(async (work) => ({ topics: await listTopics(work) })),
  })
  http.route({
    method: 'PUT', url: '/petitions/topics/:code', config: { access: 'petitions.manage' },
    schema: { summary: 'Thêm, sửa, kết thúc một lĩnh vực', params: c.ByTopic, body: c.SaveTopic, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => saveTopic(work, request.params.code, request.body))
      return reply.code(204).send()
    },
  })
}
