import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Secrets } from './secrets.ts'

/** What a sealed text is for, e.g. `petitions.id-number`: text sealed for one purpose does not open for another. */
export type SealPurpose = `${string}.${string}`

/** The first byte of a sealed field says how it was sealed, so that another way can come while old fields still open. */
const VERSION = 1
const NONCE = 12
const TAG = 16
const OVERHEAD = 1 + NONCE + TAG
const SEAL_KEY = 'platform.sealed-field'
const INDEX_KEY = 'platform.blind-index'

/** For a bytea column: version, nonce, tag, then the text, encrypted (AES-256-GCM) and bound to its purpose. Never twice the same. */
export function sealField(secrets: Secrets, purpose: SealPurpose, text: string): Buffer {
  return sealBytes(secrets, purpose, Buffer.from(text, 'utf8'))
}

/** The same of bytes: a file. */
export function sealBytes(secrets: Secrets, purpose: SealPurpose, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', secrets.key(SEAL_KEY), nonce).setAAD(boundTo(purpose))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the bytes were changed, belong to another purpose, or were sealed under a secret that is not here. */
export function openField(secrets: Secrets, purpose: SealPurpose, sealed: Uint8Array): string {
  return openBytes(secrets, purpose, sealed).toString('utf8')
}

export function openBytes(secrets: Secrets, purpose: SealPurpose, sealed: Uint8Array): Buffer {
  if (sealed.length < OVERHEAD) throw new Error(`a sealed field of ${purpose} is cut short`)
  if (sealed[0] !== VERSION) throw new Error(`a sealed field of ${purpose} is of a version not known here: ${sealed[0] ?? ''}`)
  for (const key of secrets.keys(SEAL_KEY)) {
    const bytes = tryToOpen(key, purpose, sealed)
    if (bytes !== undefined) return bytes
  }
  throw new Error(`a sealed field of ${purpose} does not open: changed, of another purpose, or of another installation`)
}

/**
 * Stands beside a sealed field to find it by its exact text (HMAC-SHA-256): the same text of the same purpose has the same index, and
 * nobody without the key can tell which text it is. The caller normalises the text first.
 */
export function blindIndex(secrets: Secrets, purpose: SealPurpose, text: string): Buffer {
  return indexUnder(secrets.key(INDEX_KEY), purpose, text)
}

/** Every index the text may stand under, older secrets' included: what to search for (`in`), where `blindIndex` is what to write. */
export function blindIndexes(secrets: Secrets, purpose: SealPurpose, text: string): Buffer[] {
  return secrets.keys(INDEX_KEY).map((key) => indexUnder(key, purpose, text))
}

function tryToOpen(key: Buffer, purpose: SealPurpose, sealed: Uint8Array): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(boundTo(purpose))
    .setAuthTag(sealed.subarray(1 + NONCE, OVERHEAD))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(OVERHEAD)), decipher.final()])
  } catch {
    return undefined
  }
}

function indexUnder(key: Buffer, purpose: SealPurpose, text: string): Buffer {
  return createHmac('sha256', key).update(JSON.stringify([purpose, text])).digest()
}

function boundTo(purpose: SealPurpose): Buffer {
  return Buffer.from(`${VERSION}:${purpose}`, 'utf8')
}
