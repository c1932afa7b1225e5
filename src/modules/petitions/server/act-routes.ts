import { z } from 'zod'
import type { Http } from '#platform/server/http.ts'
import type { Work } from '#platform/server/work.ts'
import { ById } from '../contract.ts'
import { Acted, ByDialogue, FirstDecision, SortAdvice } from '../contract-acts.ts'
import * as c from '../contract-decisions.ts'
import type { CaseId } from '../domain/case.ts'
import { adviseSorting } from './acts/advise-sorting.ts'
import { appealCase } from './acts/appeal-case.ts'
import { askCitizen } from './acts/ask-citizen.ts'
import { assignCase } from './acts/assign-case.ts'
import { callDialogue } from './acts/call-dialogue.ts'
import { enforceStep } from './acts/enforce-step.ts'
import { readFirstDecision } from './acts/first-decision.ts'
import { holdDialogue } from './acts/hold-dialogue.ts'
import { noteCase } from './acts/note-case.ts'
import { recordReply } from './acts/record-reply.ts'
import { recordSending } from './acts/record-sending.ts'
import { reopenCase } from './acts/reopen-case.ts'
import { sortCase } from './acts/sort-case.ts'
import { splitCase } from './acts/split-case.ts'
import { withdrawCase } from './acts/withdraw-case.ts'

const READ = { access: 'petitions.read' } as const

/** What is done with a case and needs no signature. Who may, the use cases decide by the case. */
export function actRoutes(http: Http): void {
  act(http, 'sort', 'Phân loại: loại đơn, điều kiện, thẩm quyền, vượt cấp, trùng', c.SortCase, sortCase)
  act(http, 'split', 'Tách đơn có nhiều nội dung', c.SplitCase, splitCase)
  act(http, 'assign', 'Giao cho người xử lý, giải quyết', c.AssignCase, assignCase)
  act(http, 'withdraw', 'Rút đơn, toàn bộ hoặc một số người', c.WithdrawCase, withdrawCase)
  act(http, 'dialogues', 'Mời đối thoại; kiểm tra số ngày báo trước', c.CallDialogue, callDialogue)
  act(http, 'notify-acceptance', 'Đã thông báo việc thụ lý tố cáo', c.SendDecision, (work, id, sent) => recordSending(work, id, 'notify-acceptance', sent))
  act(http, 'send-decision', 'Đã gửi quyết định giải quyết, kết luận', c.SendDecision, (work, id, sent) => recordSending(work, id, 'send-decision', sent))
  act(http, 'publish-conclusion', 'Đã công khai kết luận, quyết định', c.SendDecision, (work, id, sent) => recordSending(work, id, 'publish-conclusion', sent))
  act(http, 'enforcement', 'Ghi kết quả thi hành', c.EnforceStep, enforceStep)
  act(http, 'appeal', 'Khiếu nại lần hai lên cấp trên', c.AppealCase, appealCase)
  act(http, 'reopen', 'Xem xét lại', c.ReopenCase, reopenCase)
  act(http, 'questions', 'Hỏi người gửi đơn', c.AskCitizen, askCitizen)
  act(http, 'replies', 'Ghi văn bản trả lời của nơi nhận đơn', c.RecordReply, recordReply)
  http.route({
    method: 'POST', url: '/petitions/:id/dialogues/:dialogueId', config: READ,
    schema: { summary: 'Kết quả buổi đối thoại', params: ByDialogue, body: c.HoldDialogue, response: { 200: Acted } },
    handler: (request) => request.work((work) => holdDialogue(work, request.params.id, request.params.dialogueId, request.body)),
  })
  http.route({
    method: 'POST', url: '/petitions/:id/notes', config: READ,
    schema: { summary: 'Ghi chú vào diễn biến', params: ById, body: c.NoteCase, response: { 204: z.void() } },
    async handler(request, reply) {
      await request.work((work) => noteCase(work, request.params.id, request.body))
      return reply.code(204).send()
    },
  })
  http.route({
    method: 'GET', url: '/petitions/:id/advice', config: READ,
    schema: { summary: 'Gợi ý khi phân loại, kèm điều luật', params: ById, response: { 200: SortAdvice } },
    handler: (request) => request.work((work) => adviseSorting(work, request.params.id)),
  })
  http.route({
    method: 'GET', url: '/petitions/:id/first-decision', config: READ,
    schema: { summary: 'Quyết định lần đầu, cho người giải quyết lần hai', params: ById, response: { 200: FirstDecision } },
    handler: (request) => request.work((work) => readFirstDecision(work, request.params.id)),
  })
}

function act<Body extends z.ZodType>(http: Http, name: string, summary: string, body: Body, take: (work: Work, id: CaseId, input: z.output<Body>) => Promise<Acted>): void {
  http.route({
    method: 'POST', url: `/petitions/:id/${name}`, config: READ, schema: { summary, params: ById, body, response: { 200: Acted } },
    handler: (request) => request.work((work) => take(work, request.params.id, request.body as z.output<Body>)),
  })
}
