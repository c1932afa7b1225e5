import type { Http } from '#platform/server/http.ts'
import { sendDocument } from '#platform/server/official-document/send-document.ts'
import { ById } from '../contract.ts'
import { Acted, ByDecision, ByDecisionFile, ByDialogueFile, ByReceiptFile, OfPaper, Prepared } from '../contract-acts.ts'
import { OfVersion } from '../contract-cases.ts'
import { ReturnDecision, SaveDecision, SignDecision } from '../contract-decisions.ts'
import { discardDecision } from './decisions/discard-decision.ts'
import { prepareDecision } from './decisions/prepare-decision.ts'
import { returnDecision } from './decisions/return-decision.ts'
import { signDecision } from './decisions/sign-decision.ts'
import { writeDecision } from './forms/write-form.ts'
import { writeDialoguePaper, writeReceipt } from './forms/write-letter.ts'

const READ = { access: 'petitions.read' } as const
const DECISION = '/petitions/:id/decisions/:decisionId'

/** Decisions: prepared, then signed; and every paper of a case. Who may, the use cases decide by the case. */
export function decisionRoutes(http: Http): void {
  http.route({
    method: 'POST', url: '/petitions/:id/decisions', config: READ,
    schema: { summary: 'Soạn văn bản trình ký; soạn lại văn bản đang chờ', params: ById, body: SaveDecision, response: { 200: Prepared } },
    handler: (request) => request.work((work) => prepareDecision(work, request.params.id, request.body)),
  })
  http.route({
    method: 'POST', url: `${DECISION}/sign`, config: READ,
    schema: { summary: 'Ký: số, ngày; văn bản có hiệu lực', params: ByDecision, body: SignDecision, response: { 200: Acted } },
    handler: (request) => request.work((work) => signDecision(work, request.params.id, request.params.decisionId, request.body)),
  })
  http.route({
    method: 'POST', url: `${DECISION}/return`, config: READ,
    schema: { summary: 'Trả lại người soạn, kèm lý do', params: ByDecision, body: ReturnDecision, response: { 200: Acted } },
    handler: (request) => request.work((work) => returnDecision(work, request.params.id, request.params.decisionId, request.body)),
  })
  http.route({
    method: 'DELETE', url: DECISION, config: READ,
    schema: { summary: 'Bỏ văn bản chưa ký', params: ByDecision, querystring: OfVersion, response: { 200: Acted } },
    handler: (request) => request.work((work) => discardDecision(work, request.params.id, request.params.decisionId, request.query.version)),
  })
  paperRoutes(http)
}

function paperRoutes(http: Http): void {
  http.route({
    method: 'GET', url: `${DECISION}.:format`, config: READ,
    schema: { summary: 'Văn bản theo thể thức Nghị định 30/2020/NĐ-CP (DOCX, PDF); chưa ký thì có dấu dự thảo', params: ByDecisionFile, querystring: OfPaper },
    async handler(request, reply) {
      const { id, decisionId, format } = request.params
      const { document, file } = await request.work((work) => writeDecision(work, id, decisionId, request.query.paper))
      return sendDocument(reply, document, format, file)
    },
  })
  http.route({
    method: 'GET', url: '/petitions/:id/receipt.:format', config: READ,
    schema: { summary: 'Giấy biên nhận đơn', params: ByReceiptFile },
    async handler(request, reply) {
      const { document, file } = await request.work((work) => writeReceipt(work, request.params.id))
      return sendDocument(reply, document, request.params.format, file)
    },
  })
  for (const [form, summary] of [['invitation', 'Giấy mời đối thoại'], ['minutes', 'Biên bản đối thoại (Mẫu 14)']] as const) {
    http.route({
      method: 'GET', url: `/petitions/:id/dialogues/:dialogueId/${form}.:format`, config: READ,
      schema: { summary, params: ByDialogueFile },
      async handler(request, reply) {
        const { id, dialogueId, format } = request.params
        const { document, file } = await request.work((work) => writeDialoguePaper(work, id, dialogueId, form))
        return sendDocument(reply, document, format, file)
      },
    })
  }
}
