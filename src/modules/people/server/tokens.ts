import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, for a cookie or a link; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
