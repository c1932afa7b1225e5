import { z } from 'zod'
import { sendFile } from '#platform/server/files.ts'
import type { Http } from '#platform/server/http.ts'
import { readForm } from '#platform/server/upload.ts'
import { ById } from '../contract.ts'
import * as c from '../contract-cases.ts'
import { attachFiles, changeAttachment, readAttachment } from './attachments.ts'

const READ = { access: 'petitions.read' } as const

/** What came with a case: scans, photos, papers. */
export function attachmentRoutes(http: Http): void {
  http.route({
    method: 'POST', url: '/petitions/:id/attachments', config: { access: 'signed in' },
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
}
