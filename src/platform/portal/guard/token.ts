import { createHmac, timingSafeEqual } from 'node:crypto'

/** What stands hidden in a form: which form it is, when it was shown, and a number used once. */
export interface FormToken {
  readonly purpose: string
  /** 16 random bytes, base64url. */
  readonly nonce: string
  /** Seconds since 1970. */
  readonly issuedAt: number
}

export type TokenVerdict =
  | { readonly is: 'good'; readonly token: FormToken }
  | { readonly is: 'too-young'; readonly token: FormToken }
  | { readonly is: 'too-old' }
  | { readonly is: 'not-ours' }

/** In seconds. Nobody reads and fills in a form faster; nobody leaves one open longer and means it. */
export const YOUNGEST = 3
export const OLDEST = 12 * 3600

/** nonce.seconds.signature, the signature over the purpose as well. */
export function writeToken(key: Buffer, { purpose, nonce, issuedAt }: FormToken): string {
  const head = `${nonce}.${issuedAt.toString(36)}`
  return `${head}.${signatureOf(key, purpose, head)}`
}

/** `keys`: the current one and those before it. A form from a clock a little ahead of ours is not refused for it. */
export function checkToken(keys: readonly Buffer[], purpose: string, text: string, now: number): TokenVerdict {
  const [, head = '', nonce = '', seconds = '', signature = ''] = /^(([\w-]{22})\.([0-9a-z]{1,9}))\.([\w-]{43})$/.exec(text) ?? []
  if (head === '' || !keys.some((key) => isSame(signatureOf(key, purpose, head), signature))) return { is: 'not-ours' }
  const token = { purpose, nonce, issuedAt: parseInt(seconds, 36) }
  const age = now - token.issuedAt
  if (age > OLDEST) return { is: 'too-old' }
  return { is: age < YOUNGEST ? 'too-young' : 'good', token }
}

function signatureOf(key: Buffer, purpose: string, head: string): string {
  return createHmac('sha256', key).update(JSON.stringify([purpose, head])).digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
