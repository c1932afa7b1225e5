import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { ReportQuery } from '../contract.ts'
import { CompletenessQuery } from '../contract-sums.ts'
import { completenessTable } from './completeness-table.ts'
import { readCompleteness } from './read-completeness.ts'
import { reportListTable } from './report-list-table.ts'

/** The list of reports and the board as files. */
export function listRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports.xlsx', config: { access: 'signed in' },
    schema: { summary: 'Danh sách báo cáo (XLSX)', querystring: ReportQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work((work) => reportListTable(work, request.query)), 'danh-sach-bao-cao')
    },
  })
  http.route({
    method: 'GET', url: '/reports/completeness.xlsx', config: { access: 'reports.read' },
    schema: { summary: 'Đủ và đúng hạn (XLSX)', querystring: CompletenessQuery },
    async handler(request, reply) {
      return sendTable(reply, await request.work(async (work) => completenessTable(await readCompleteness(work, request.query))), 'theo-doi-bao-cao')
    },
  })
}
