import { z } from 'zod'
import type { UnitId } from '#kernel/ids.ts'
import type { Http } from '#platform/server/http.ts'
import type { Work } from '#platform/server/work.ts'
import * as c from '../contract.ts'
import { askException, decideException } from './exceptions.ts'
import { receiveReport, resolveRemark, sendBackReport } from './receive-report.ts'
import { approveReport, recallReport, returnReport, sendReport, submitReport } from './report-steps.ts'
import type { PeriodId } from './tables.ts'

const SIGNED_IN = { access: 'signed in' } as const
const OF = '/reports/periods/:periodId/units/:unitId'

/** The way of a report: submitted, approved, sent, received, or given back. Who may take a step the use case decides by the report. */
export function stepRoutes(http: Http): void {
  step(http, 'submit', 'Trình thủ trưởng duyệt', c.SubmitReport, submitReport)
  step(http, 'recall', 'Rút lại để sửa; bản duyệt không còn giá trị', z.object({}), recallReport)
  step(http, 'approve', 'Duyệt và khóa nội dung kèm mã kiểm', c.ApproveReport, approveReport)
  step(http, 'return', 'Thủ trưởng trả lại', c.ReturnReport, returnReport)
  step(http, 'send', 'Gửi lên cấp trên', z.object({}), sendReport)
  step(http, 'receive', 'Cấp trên tiếp nhận', z.object({}), receiveReport)
  step(http, 'send-back', 'Cấp trên trả lại kèm nhận xét từng chỗ', c.SendBack, sendBackReport)
  step(http, 'exceptions', 'Xin ghi sau khi đã khóa', c.AskException, askException)
  http.route({
    method: 'POST', url: `${OF}/exceptions/:exceptionId`, config: SIGNED_IN,
    schema: { summary: 'Cho ghi đến một ngày, hoặc từ chối', params: c.ByException, body: c.DecideException, response: { 204: z.void() } },
    async handler(request, reply) {
      const { periodId, unitId, exceptionId } = request.params
      await request.work((work) => decideException(work, periodId, unitId, exceptionId, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'POST', url: `${OF}/remarks/:remarkId`, config: SIGNED_IN,
    schema: { summary: 'Trả lời một nhận xét', params: c.ByRemark, body: c.ResolveRemark, response: { 204: z.void() } },
    async handler(request, reply) {
      const { periodId, unitId, remarkId } = request.params
      await request.work((work) => resolveRemark(work, periodId, unitId, { remarkId, answer: request.body.answer }))
      return reply.code(204).send()
    },
  })
}

function step<Body extends z.ZodType>(http: Http, name: string, summary: string, body: Body, take: (work: Work, periodId: PeriodId, unitId: UnitId, input: z.output<Body>) => Promise<void>): void {
  http.route({
    method: 'POST', url: `${OF}/${name}`, config: SIGNED_IN, schema: { summary, params: c.ByReport, body, response: { 204: z.void() } },
    async handler(request, reply) {
      const { periodId, unitId } = request.params
      await request.work((work) => take(work, periodId, unitId, request.body as z.output<Body>))
      return reply.code(204).send()
    },
  })
}
