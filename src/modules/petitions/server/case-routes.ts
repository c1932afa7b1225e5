import type { Http } from '#platform/server/http.ts'
import { sendTable } from '#platform/server/spreadsheet/send-table.ts'
import { ById, CasePage, CaseRecord, ListCases, RegisterCase, Registered } from '../contract.ts'
import { Assignees, AssigneesQuery, CorrectCase, HoldCase, Matter, ReceiptProof, SimilarCases, SimilarQuestion, Versioned } from '../contract-cases.ts'
import { listAssignees } from './assignees.ts'
import { caseTable } from './case-table.ts'
import { correctCase } from './correct-case.ts'
import { holdCase } from './hold-case.ts'
import { listCases } from './list-cases.ts'
import { readCase } from './read-case.ts'
import { readMatter } from './read-matter.ts'
import { readReceiptProof } from './receipt-proof.ts'
import { registerCase } from './register-case.ts'
import { similarTo, similarToTyped } from './similar-cases.ts'

const READ = { access: 'petitions.read' } as const
const RECEIVE = { access: 'petitions.receive' } as const

/** Cases: their list, one of them, and those that stand beside it. Which cases the use cases decide. */
export function caseRoutes(http: Http): void {
  http.route({
    method: 'GET', url: '/petitions', config: READ,
    schema: { summary: 'Đơn thư của các đơn vị được xem, theo thẻ, bộ lọc, từ khóa', querystring: ListCases, response: { 200: CasePage } },
    handler: (request) => request.work((work) => listCases(work, request.query)),
  })
  http.route({
    method: 'GET', url: '/petitions.xlsx', config: READ,
    schema: { summary: 'Danh sách đơn thư (XLSX)', querystring: ListCases },
    async handler(request, reply) {
      return sendTable(reply, await request.work((work) => caseTable(work, request.query)), 'danh-sach-don-thu')
    },
  })
  http.route({
    method: 'POST', url: '/petitions', config: RECEIVE,
    schema: { summary: 'Nhập đơn vào sổ: cấp mã biên nhận, số đến, tính thời hạn', body: RegisterCase, response: { 201: Registered } },
    async handler(request, reply) {
      return reply.code(201).send(await request.work((work) => registerCase(work, request.body)))
    },
  })
  http.route({
    method: 'POST', url: '/petitions/similar', config: RECEIVE,
    schema: { summary: 'Đơn đã có của đơn vị giống với đơn đang nhập; không lưu gì', body: SimilarQuestion, response: { 200: SimilarCases } },
    handler: (request) => request.work(async (work) => ({ cases: await similarToTyped(work, request.body) })),
  })
  http.route({
    method: 'GET', url: '/petitions/assignees', config: { access: 'signed in' },
    schema: { summary: 'Người giải quyết của đơn vị và số đơn mỗi người đang giữ', querystring: AssigneesQuery, response: { 200: Assignees } },
    handler: (request) => request.work((work) => listAssignees(work, request.query.unitId, request.query.kind)),
  })
  http.route({
    method: 'GET', url: '/petitions/matters/:id', config: READ,
    schema: { summary: 'Các đơn về cùng một vụ việc', params: ById, response: { 200: Matter } },
    handler: (request) => request.work((work) => readMatter(work, request.params.id)),
  })
  http.route({
    method: 'GET', url: '/petitions/:id', config: READ,
    schema: { summary: 'Một đơn: nội dung, người gửi, thời hạn kèm lý do, diễn biến, việc được làm', params: ById, response: { 200: CaseRecord } },
    handler: (request) => request.work((work) => readCase(work, request.params.id, request.headers['accept-language']?.startsWith('en') === true ? 'en' : 'vi')),
  })
  http.route({
    method: 'PUT', url: '/petitions/:id', config: READ,
    schema: { summary: 'Sửa dữ liệu nhập sai khi chưa phân loại', params: ById, body: CorrectCase, response: { 200: Versioned } },
    handler: (request) => request.work(async (work) => ({ version: await correctCase(work, request.params.id, request.body) })),
  })
  http.route({
    method: 'GET', url: '/petitions/:id/receipt', config: { access: 'signed in' },
    schema: { summary: 'Chứng thực của biên nhận, kiểm tra được trên cổng', params: ById, response: { 200: ReceiptProof } },
    handler: (request) => request.work((work) => readReceiptProof(work, request.params.id)),
  })
  http.route({
    method: 'PUT', url: '/petitions/:id/hold', config: READ,
    schema: { summary: 'Giữ lại hồ sơ quá thời hạn lưu trữ (có lý do), hoặc thôi giữ', params: ById, body: HoldCase, response: { 200: Versioned } },
    handler: (request) => request.work(async (work) => ({ version: await holdCase(work, request.params.id, request.body) })),
  })
  http.route({
    method: 'GET', url: '/petitions/:id/similar', config: READ,
    schema: { summary: 'Đơn của cùng đơn vị có thể trùng: cùng người gửi, nội dung gần giống, gửi qua nguồn khác', params: ById, response: { 200: SimilarCases } },
    handler: (request) => request.work(async (work) => ({ cases: await similarTo(work, request.params.id) })),
  })
}
