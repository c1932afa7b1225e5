import { ApiError, ConnectionLost, type FieldFault } from './api-client.ts'
import type { PhraseKey, Translate } from './phrases.tsx'

export interface FieldProblem {
  readonly path: string
  readonly message: string
}

/** Something that went wrong, in words for the person before the screen: what happened, what was kept, what to do. */
export interface Problem {
  readonly kind: 'fields' | 'refusal' | 'missing' | 'connection' | 'bug'
  readonly message: string
  readonly fields: readonly FieldProblem[]
}

const BY_STATUS: Partial<Record<number, PhraseKey>> = {
  401: 'web.signed_out', 403: 'web.forbidden', 404: 'web.missing', 413: 'web.too_large', 429: 'web.too_many',
}

export function problemOf(error: unknown, t: Translate): Problem {
  if (error instanceof ConnectionLost) return { kind: 'connection', message: t('web.connection_lost'), fields: [] }
  if (!(error instanceof ApiError) || error.status >= 500) {
    const requestId = error instanceof ApiError ? error.requestId : ''
    return { kind: 'bug', message: t('web.unexpected', { requestId: requestId === '' ? '—' : requestId }), fields: [] }
  }
  const sentence = sentenceOf(error, t)
  const fields = fieldProblemsOf(error, sentence, t)
  if (fields.length > 0) return { kind: 'fields', message: t('web.errors_title', { count: fields.length }), fields }
  return { kind: error.status === 404 ? 'missing' : 'refusal', message: sentence, fields: [] }
}

function sentenceOf(error: ApiError, t: Translate): string {
  const byStatus = BY_STATUS[error.status]
  return t.find(error.code, error.details) ?? (byStatus && t.find(byStatus)) ?? error.sentence ?? t('web.refused', { code: error.code })
}

/** The server's field faults, or the one field that a refusal names in its details. */
function fieldProblemsOf(error: ApiError, sentence: string, t: Translate): FieldProblem[] {
  const named = error.details['field']
  if (error.fields.length === 0 && typeof named === 'string') return [{ path: named, message: sentence }]
  return error.fields.map((fault) => ({ path: fault.path, message: fieldSentenceOf(fault, t) }))
}

/** A contract's own rule sends a phrase key as its message; zod's built-in rules send their code. */
function fieldSentenceOf({ code, message = '' }: FieldFault, t: Translate): string {
  return t.find(message) ?? t.find(code) ?? t.find(`web.field_${code}`) ?? t('web.field_wrong')
}
