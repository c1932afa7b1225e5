import { z } from 'zod'
import { Refusal } from '#kernel/refusal.ts'
import { getFile, sendFile, storeFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { readForm } from '#platform/server/upload.ts'
import { DOCUMENT_TYPES } from '#platform/server/official-document/document-types.ts'
import * as c from '../contract.ts'
import { acknowledgementStepRoutes } from './acknowledgement-routes.ts'
import { readInbox } from './deliveries.ts'
import { deliveryRoutes } from './delivery-routes.ts'
import { readDocument } from './document-record.ts'
import { getReadable, listDocuments } from './reading.ts'
import { changeDocument, keeperOf, registerDocument, relateDocument, unrelateDocument } from './register-document.ts'

const Nothing = z.void()

export function documentRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/documents', config: { access: 'signed in' },
    schema: { summary: 'Thư viện văn bản; tìm có dấu hay không dấu, theo số', querystring: c.DocumentQuery, response: { 200: c.DocumentPage } },
    handler: (request) => request.work((work) => listDocuments(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/documents/types', config: { access: 'signed in' },
    schema: { summary: 'Các loại văn bản (Nghị định 30/2020/NĐ-CP, Điều 7)', response: { 200: c.DocumentTypes } },
    handler: () => Promise.resolve({ types: Object.entries(DOCUMENT_TYPES).map(([type, { name, abbreviation }]) => ({ type, name, abbreviation })) }),
  })
  http.route({
    method: 'GET', url: '/documents/inbox', config: { access: 'documents.acknowledge' },
    schema: { summary: 'Văn bản đến của đơn vị tôi', response: { 200: c.Inbox } },
    handler: (request) => request.work(readInbox),
  })
  http.route({
    method: 'POST', url: '/documents', config: { access: 'documents.register' },
    schema: { summary: 'Đưa văn bản vào thư viện: biểu mẫu nhiều phần, có thể kèm tệp', consumes: ['multipart/form-data'], response: { 201: c.Registered } },
    async handler(request, reply) {
      const { fields, file } = await readForm(request, c.RegisterDocument)
      const id = await request.work(async (work) => {
        const stored = file === null ? null : await storeFile(work, file.bytes, file.name)
        return registerDocument(work, { ...fields, issuerUnitId: keeperOf(work, fields), isBroughtIn: true, fileId: stored?.id ?? null, body: file?.text ?? '' })
      })
      return reply.code(201).send({ id })
    },
  })
  http.route({
    method: 'GET', url: '/documents/:id', config: { access: 'signed in' },
    schema: { summary: 'Một văn bản; mở ra là đơn vị đã mở', params: c.ById, response: { 200: c.DocumentRecord } },
    handler: (request) => request.work((work) => readDocument(work, request.params.id)),
  })
  http.route({
    method: 'PUT', url: '/documents/:id', config: { access: 'documents.register' },
    schema: { summary: 'Sửa thông tin văn bản', params: c.ById, body: c.RegisterDocument, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => changeDocument(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: '/documents/:id/relations', config: { access: 'documents.register' },
    schema: { summary: 'Văn bản này sửa đổi, thay thế, bãi bỏ văn bản nào', params: c.ById, body: c.AddRelation, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => relateDocument(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'DELETE', url: '/documents/:id/relations/:relationId', config: { access: 'documents.register' },
    schema: { summary: 'Bỏ một liên quan ghi nhầm', params: c.ByRelation, response: { 204: Nothing } },
    async handler(request, reply) {
      await request.work((work) => unrelateDocument(work, request.params.id, request.params.relationId))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/documents/:id/file', config: { access: 'signed in' },
    schema: { summary: 'Tệp của văn bản', params: c.ById },
    async handler(request, reply) {
      const { file, folder } = await request.work(async (work) => {
        const { fileId } = await getReadable(work, request.params.id)
        if (fileId === null) throw new Refusal('not_found', 'files.not_found')
        return { file: await getFile(work.db, fileId), folder: work.fileFolder }
      })
      return sendFile(reply, folder, file)
    },
  })
  deliveryRoutes(http)
  acknowledgementStepRoutes(http)
}
