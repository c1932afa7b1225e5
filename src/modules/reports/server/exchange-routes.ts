import { Refusal } from '#kernel/refusal.ts'
import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { readXlsx } from '#platform/server/spreadsheet/read-xlsx.ts'
import { streamCsv } from '#platform/server/spreadsheet/write-csv.ts'
import { readParts } from '#platform/server/upload.ts'
import { ByReport } from '../contract.ts'
import { ExportedFigures, ExportQuery, ImportFigures, ImportResult } from '../contract-exchange.ts'
import { adxOf } from './adx.ts'
import { exportFigures } from './export-figures.ts'
import { figureLines, figureSheets } from './figure-sheets.ts'
import { figureTemplate } from './figure-template.ts'
import { importFigures, importWorkbook, requireImport } from './import-figures.ts'

const READ = { access: 'signed in' } as const
const OF = '/reports/periods/:periodId/units/:unitId'

/** Figures out to other systems and in from files. Who may, the use cases decide by the report. */
export function exchangeRoutes(http: Http): void {
  http.route({
    method: 'GET', url: `${OF}/figures.json`, config: READ,
    schema: { summary: 'Số liệu của đơn vị (JSON); below=1: cả các đơn vị trực tiếp bên dưới', params: ByReport, querystring: ExportQuery, response: { 200: ExportedFigures } },
    handler: (request) => request.work((work) => exportFigures(work, request.params.periodId, request.params.unitId, request.query)),
  })
  http.route({
    method: 'GET', url: `${OF}/figures.xlsx`, config: READ, schema: { summary: 'Số liệu theo biểu (XLSX), mỗi biểu một trang', params: ByReport, querystring: ExportQuery },
    async handler(request, reply) {
      const exported = await request.work((work) => exportFigures(work, request.params.periodId, request.params.unitId, request.query))
      return sendTable(reply, figureSheets(exported), nameOf(exported))
    },
  })
  http.route({
    method: 'GET', url: `${OF}/figures.csv`, config: READ, schema: { summary: 'Số liệu (CSV), mỗi chỉ tiêu một dòng', params: ByReport, querystring: ExportQuery },
    async handler(request, reply) {
      const exported = await request.work((work) => exportFigures(work, request.params.periodId, request.params.unitId, request.query))
      return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${nameOf(exported)}.csv"`).send(streamCsv(figureLines(exported)))
    },
  })
  http.route({
    method: 'GET', url: `${OF}/figures.xml`, config: READ, schema: { summary: 'Số liệu (ADX) cho DHIS2', params: ByReport, querystring: ExportQuery },
    async handler(request, reply) {
      const [exported, at] = await request.work(async (work) => [await exportFigures(work, request.params.periodId, request.params.unitId, request.query), work.now] as const)
      return reply.type('application/adx+xml; charset=utf-8').header('content-disposition', `attachment; filename="${nameOf(exported)}.xml"`).send(adxOf(exported, { at, days: request.query.period }))
    },
  })
  http.route({
    method: 'GET', url: `${OF}/template.xlsx`, config: READ, schema: { summary: 'Mẫu nhập số liệu ngoài hệ thống (XLSX)', params: ByReport },
    async handler(request, reply) {
      const { sheets, name } = await request.work((work) => figureTemplate(work, request.params.periodId, request.params.unitId))
      return sendTable(reply, sheets, name)
    },
  })
  http.route({
    method: 'POST', url: `${OF}/import`, config: READ,
    schema: {
      summary: 'Nhận số liệu từ mẫu nhập (multipart, trường file) hoặc JSON; có lỗi thì không nhận gì và nêu từng ô', params: ByReport, consumes: ['multipart/form-data', 'application/json'], body: ImportFigures.nullish(),
      response: { 200: ImportResult },
    },
    async handler(request) {
      const { params: { periodId, unitId }, body } = request
      if (body) return request.work((work) => importFigures(work, periodId, unitId, body))
      await request.work((work) => requireImport(work, periodId, unitId))
      const { files: [file] } = await readParts(request)
      if (file === undefined) throw new Refusal('invalid', 'reports.import_file_missing', { field: 'file' })
      const read = await readXlsx(file.bytes)
      if (!read.ok) throw new Refusal('invalid', read.because, { field: 'file' })
      return request.work((work) => importWorkbook(work, periodId, unitId, read.sheets))
    },
  })
}

function nameOf({ form, period, unit }: ExportedFigures): string {
  return [form.code, period.code, unit.code ?? unit.id].join('-').replaceAll(/[^A-Za-z0-9.-]/g, '_')
}
