import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal, type RefusalDetails, type RefusalKind } from '#kernel/refusal.ts'

/** The sentence of a refusal code in the language asked for; apps/ knows every module's phrases. */
export type SayRefusal = (code: string, details: RefusalDetails, language: 'vi' | 'en') => string

export const STATUS_OF = {
  invalid: 422, forbidden: 403, not_found: 404, conflict: 409, unauthenticated: 401, too_many: 429,
} as const satisfies Record<RefusalKind, number>

/** PostgreSQL's codes for text that holds U+0000, in a column or in JSON: no one types it. */
const NOT_TEXT: ReadonlySet<string> = new Set(['22021', '22P05'])

/** Input that breaks the contract → 400 with field paths; a refusal → its status and sentence; anything else is a bug → 500. */
export function answerError(say: SayRefusal) {
  return async function answer(error: FastifyError | Refusal, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const language = languageOf(request)
    const body = (code: string, details: RefusalDetails = {}) => ({
      code, message: say(code, details, language), details, requestId: request.id,
    })
    if (error instanceof Refusal) {
      await reply.code(STATUS_OF[error.kind]).send(body(error.code, error.details))
    } else if (hasZodFastifySchemaValidationErrors(error)) {
      const fields = error.validation.map(({ instancePath, message, params }) => ({
        path: instancePath.slice(1).replaceAll('/', '.'), code: codeOf(params), message: message ?? '',
      }))
      await reply.code(400).send({ ...body('http.invalid_request'), fields })
    } else if (error.code === 'FST_REQ_FILE_TOO_LARGE') {
      await reply.code(422).send(body('http.file_too_large', { field: 'file', megabytes: 20 }))
    } else if (NOT_TEXT.has(error.code)) {
      await reply.code(400).send(body('http.invalid_request'))
    } else if ((error.statusCode ?? 500) < 500) {
      await reply.code(error.statusCode ?? 400).send(body('http.invalid_request'))
    } else {
      request.log.error({ err: error }, 'unexpected')
      await reply.code(500).send(body('http.unexpected', { requestId: request.id }))
    }
  }
}

export function answerNotFound(say: SayRefusal) {
  return async function answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const code = 'http.no_such_route'
    await reply.code(404).send({ code, message: say(code, {}, languageOf(request)), details: {}, requestId: request.id })
  }
}

function languageOf(request: FastifyRequest): 'vi' | 'en' {
  return request.headers['accept-language']?.startsWith('en') ? 'en' : 'vi'
}

/** A custom zod issue carries a refusal code as its message, as in `z.string().min(1, 'plans.title_missing')`. */
function codeOf(params: unknown): string {
  const issue = params as { code?: string } | undefined
  return issue?.code ?? 'invalid'
}
