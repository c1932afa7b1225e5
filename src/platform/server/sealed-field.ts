import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** What is needed of secrets.ts: a key of 32 bytes by its name. */
export interface KeyRing { key(name: string): Buffer }

/** What a sealed text is for, e.g. `petitions.party.id-number`: text sealed for one purpose does not open for another. */
export type SealPurpose = `${string}.${string}`

/** The first byte of a sealed field says under which key it lies, so that a new key can come while old fields still open. */
const KEY_OF_VERSION: ReadonlyMap<number, string> = new Map([[1, 'sealed-field-1']])
const VERSION = 1
const NONCE = 12
const TAG = 16
const OVERHEAD = 1 + NONCE + TAG

/** For a bytea column: version, nonce, tag, then the text, encrypted (AES-256-GCM) and bound to its purpose. Never twice the same. */
export function sealField(secrets: KeyRing, purpose: SealPurpose, text: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets, VERSION), nonce).setAAD(boundTo(VERSION, purpose))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed])
}

/** Throws when the bytes were changed, belong to another purpose, or were sealed under a key that is not here. */
export function openField(secrets: KeyRing, purpose: SealPurpose, sealed: Uint8Array): string {
  if (sealed.length < OVERHEAD) throw new Error(`a sealed field of ${purpose} is cut short`)
  const version = sealed[0] ?? 0
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets, version), sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(boundTo(version, purpose))
    .setAuthTag(sealed.subarray(1 + NONCE, OVERHEAD))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(OVERHEAD)), decipher.final()]).toString('utf8')
  } catch (cause) {
    throw new Error(`a sealed field of ${purpose} does not open: changed, of another purpose, or of another installation`, { cause })
  }
}

/**
 * Stands beside a sealed field to find it by its exact text (HMAC-SHA-256): the same text of the same purpose has the same index, and
 * nobody without the key can tell which text it is. The caller normalises the text first.
 */
export function blindIndex(secrets: KeyRing, purpose: SealPurpose, text: string): Buffer {
  return createHmac('sha256', secrets.key('blind-index-1')).update(JSON.stringify([purpose, text])).digest()
}

function keyOf(secrets: KeyRing, version: number): Buffer {
  const name = KEY_OF_VERSION.get(version)
  if (name === undefined) throw new Error(`a sealed field of version ${version} is not known here`)
  return secrets.key(name)
}

function boundTo(version: number, purpose: SealPurpose): Buffer {
  return Buffer.from(`${version}:${purpose}`, 'utf8')
}
