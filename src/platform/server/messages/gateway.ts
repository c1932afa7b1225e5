import { readFile } from 'node:fs/promises'
import type { Message } from './message.ts'

/** A gateway for SMS or Zalo that takes a message by HTTP. */
export interface Gateway {
  readonly url: string
  /** What it is sent: JSON or a form, with {to}, {to84}, {text}, {code}, {date}, {link}, {template}, {templateId} and {id} in it. */
  readonly body: string
  /** Sent in `tokenHeader`; `file:/path` is read anew each time, for tokens that something else renews. */
  readonly token: string | undefined
  readonly tokenHeader: string
  /** What its answer holds when the message was taken; without it any answer of 2xx counts. */
  readonly success: string | undefined
  /** The gateway's own number of each template: `news` → "301234". */
  readonly templateIds: Readonly<Record<string, string>>
}

/** Not sent: the message was refused, or the gateway itself could not be used (`isAway`), whatever the message. */
export class SendError extends Error {
  override readonly name = 'SendError'
  readonly isAway: boolean

  constructor(message: string, { isAway, cause }: { isAway: boolean; cause?: unknown }) {
    super(message, { cause })
    this.isAway = isAway
  }
}

const PATIENCE = 15_000
const LONGEST_ANSWER = 10_000

/** Rejects with a SendError. No word of the message or its address stands in the error: it is kept and logged. */
export async function sendByGateway(gateway: Gateway, message: Message, patience = PATIENCE): Promise<void> {
  const isJson = /^\s*[[{]/.test(gateway.body)
  const headers: Record<string, string> = { 'content-type': isJson ? 'application/json; charset=utf-8' : 'application/x-www-form-urlencoded', 'idempotency-key': message.id }
  const token = await tokenOf(gateway)
  if (token !== undefined) headers[gateway.tokenHeader] = gateway.tokenHeader === 'authorization' && !token.includes(' ') ? `Bearer ${token}` : token
  let status: number
  let answer: string
  try {
    const response = await fetch(gateway.url, {
      method: 'POST', headers, redirect: 'error', signal: AbortSignal.timeout(patience),
      body: filledIn(gateway, message, isJson ? (value) => JSON.stringify(value).slice(1, -1) : encodeURIComponent),
    })
    status = response.status
    answer = (await response.text()).slice(0, LONGEST_ANSWER)
  } catch (cause) {
    throw new SendError(`the gateway does not answer: ${reasonOf(cause)}`, { isAway: true, cause })
  }
  if (status === 401 || status === 403 || status === 408 || status === 429 || status >= 500) throw new SendError(`the gateway cannot be used: ${status}`, { isAway: true })
  if (status < 200 || status >= 300) throw new SendError(`refused: ${status}`, { isAway: false })
  if (gateway.success !== undefined && !answer.includes(gateway.success)) throw new SendError(`refused: ${codeIn(answer)}`, { isAway: false })
}

async function tokenOf({ token }: Gateway): Promise<string | undefined> {
  const [, path] = /^file:(.+)$/.exec(token ?? '') ?? []
  if (path === undefined) return token
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (cause) {
    throw new SendError(`the token cannot be read: ${reasonOf(cause)}`, { isAway: true, cause })
  }
}

function filledIn(gateway: Gateway, { id, to, text, template, said }: Message, escape: (value: string) => string): string {
  const name = template.replace('messages.', '')
  const values: Readonly<Record<string, string>> = {
    ...said, id, to, text, template: name, templateId: gateway.templateIds[name] ?? '', to84: to.replace(/^0/, '84'),
  }
  return gateway.body.replaceAll(/\{(\w+)\}/g, (placeholder, key: string) => {
    const value = values[key]
    return value === undefined ? placeholder : escape(value)
  })
}

/** The number that the answer gives as its error; nothing else of it, since some gateways repeat the message. */
function codeIn(answer: string): string {
  return /"(?:error|errorCode|error_code|code|CodeResult|status)"\s*:\s*"?(-?\w{1,20})/i.exec(answer)?.[1] ?? 'answer not understood'
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown'
  const inner = cause.cause
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name
}
