import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import { ByReport, ByReportFile, DocumentSetup } from '../contract.ts'
import { DocumentRecord } from '../contract-document.ts'
import { nameReportFile, writeReportDocument } from './report-document.ts'
import { readDocumentSetup, saveDocumentSetup } from './report-document-setup.ts'

const READ = { access: 'signed in' } as const
const OF = '/reports/periods/:periodId/units/:unitId'

/** The report as an official document. Who may, the use cases decide by the report. */
export function documentRoutes(http: Http): void {
  http.route({
    method: 'GET', url: `${OF}/document`, config: READ,
    schema: { summary: 'Số, ngày, người ký, nơi nhận của văn bản báo cáo', params: ByReport, response: { 200: DocumentRecord } },
    handler: (request) => request.work((work) => readDocumentSetup(work, request.params.periodId, request.params.unitId)),
  })
  http.route({
    method: 'PUT', url: `${OF}/document`, config: READ,
    schema: { summary: 'Ghi số, ngày, người ký, nơi nhận của văn bản báo cáo', params: ByReport, body: DocumentSetup, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => saveDocumentSetup(work, request.params.periodId, request.params.unitId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: `${OF}/document.:format`, config: READ,
    schema: { summary: 'Văn bản báo cáo theo thể thức Nghị định 30/2020/NĐ-CP (DOCX, PDF)', params: ByReportFile },
    async handler(request, reply) {
      const { periodId, unitId, format } = request.params
      const [document, name] = await request.work(async (work) => [await writeReportDocument(work, periodId, unitId), await nameReportFile(work, periodId, unitId)] as const)
      return sendDocument(reply, document, format, name)
    },
  })
}
