import type { Http } from '#platform/server/http.ts'
import * as c from '../contract.ts'
import { LineageQuery, Lineage, Narratives, Sums, SumsQuery } from '../contract-sums.ts'
import { readFactRecords } from './read-facts.ts'
import { listReports } from './list-reports.ts'
import { readLineage } from './read-lineage.ts'
import { readNarratives } from './read-narratives.ts'
import { readReport, readRevision } from './read-report.ts'
import { readSums } from './read-sums.ts'
import { saveReport } from './save-report.ts'

const READ = { access: 'signed in' } as const
const OF = '/reports/periods/:periodId/units/:unitId'

/** What is owed, what stands in a report, what it is made of. */
export function reportReadingRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/reports', config: READ,
    schema: { summary: 'Báo cáo phải làm, chờ duyệt, chờ tiếp nhận, hoặc mọi báo cáo được theo dõi', querystring: c.ReportQuery, response: { 200: c.ReportPage } },
    handler: (request) => request.work((work) => listReports(work, request.query)),
  })
  http.route({
    method: 'GET', url: OF, config: READ,
    schema: { summary: 'Báo cáo của một đơn vị trong một kỳ', params: c.ByReport, response: { 200: c.ReportRecord } },
    handler: (request) => request.work((work) => readReport(work, request.params.periodId, request.params.unitId)),
  })
  http.route({
    method: 'GET', url: `${OF}/revisions/:number`, config: READ,
    schema: { summary: 'Một bản đã duyệt', params: c.ByRevision, response: { 200: c.RevisionRecord } },
    handler: (request) => request.work((work) => readRevision(work, request.params.periodId, request.params.unitId, request.params.number)),
  })
  http.route({
    method: 'GET', url: `${OF}/facts/:code`, config: READ,
    schema: { summary: 'Các bản ghi đứng sau một số liệu hệ thống đếm', params: c.ByReportFigure, response: { 200: c.FactRecords } },
    handler: (request) => request.work((work) => readFactRecords(work, request.params.periodId, request.params.unitId, request.params.code)),
  })
  http.route({
    method: 'GET', url: `${OF}/sums`, config: READ,
    schema: { summary: 'Số liệu tổng hợp và các đơn vị trực tiếp bên dưới', params: c.ByReport, querystring: SumsQuery, response: { 200: Sums } },
    handler: (request) => request.work((work) => readSums(work, request.params.periodId, request.params.unitId, request.query)),
  })
  http.route({
    method: 'GET', url: `${OF}/sums/:code`, config: READ,
    schema: { summary: 'Một số liệu tổng hợp do đâu mà có', params: c.ByReportFigure, querystring: LineageQuery, response: { 200: Lineage } },
    handler: (request) => request.work((work) => readLineage(work, request.params.periodId, request.params.unitId, request.params.code, request.query)),
  })
  http.route({
    method: 'GET', url: `${OF}/narratives`, config: READ,
    schema: { summary: 'Các đơn vị viết gì trong từng mục', params: c.ByReport, response: { 200: Narratives } },
    handler: (request) => request.work((work) => readNarratives(work, request.params.periodId, request.params.unitId)),
  })
  http.route({
    method: 'PUT', url: OF, config: READ,
    schema: { summary: 'Lưu những gì vừa sửa; trùng chỗ với người khác thì không lưu gì và nói rõ', params: c.ByReport, body: c.SaveReport, response: { 200: c.SaveResult } },
    handler: (request) => request.work((work) => saveReport(work, request.params.periodId, request.params.unitId, request.body)),
  })
}
