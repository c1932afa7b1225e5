import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { Secrets } from './secrets.ts'

/** What stands before every signed text, so that a scanner's finder, and a later form of it, can be told apart. */
const FORM = 'GD1'
/** Before the 32 bytes of a private key, PKCS #8 writes that it is one of Ed25519 (RFC 8410). */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

interface SigningKey { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject }

const made = new WeakMap<Secrets, readonly SigningKey[]>()

/**
 * Signs a short text so that we can later prove it was ours (Ed25519): `GD1.key.text.signature`, fit for a QR code. The key is made of
 * the installation's secret; those of secrets before it stay good to check with.
 */
export function signText(secrets: Secrets, text: string): string {
  const [key] = keysOf(secrets)
  if (key === undefined) throw new Error('there is no secret to sign with')
  const head = `${FORM}.${key.id}.${Buffer.from(text, 'utf8').toString('base64url')}`
  return `${head}.${sign(null, Buffer.from(head), key.privateKey).toString('base64url')}`
}

/** The text that was signed; undefined for whatever we did not sign as it is. */
export function readSigned(secrets: Secrets, signed: string): string | undefined {
  const [, head = '', id = '', text = '', signature = ''] = /^(GD1\.([\w-]{8})\.([\w-]+))\.([\w-]{86})$/.exec(signed.trim()) ?? []
  const key = keysOf(secrets).find((each) => each.id === id)
  const bytes = Buffer.from(signature, 'base64url')
  // The last letter has bits to spare: written with others in them it is not the signature we wrote.
  if (key === undefined || bytes.toString('base64url') !== signature || !verify(null, Buffer.from(head), key.publicKey, bytes)) return undefined
  return Buffer.from(text, 'base64url').toString('utf8')
}

function keysOf(secrets: Secrets): readonly SigningKey[] {
  const known = made.get(secrets)
  if (known !== undefined) return known
  const keys = secrets.keys('platform.signing').map(signingKey)
  made.set(secrets, keys)
  return keys
}

function signingKey(seed: Buffer): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const id = createHash('sha256').update(publicKey.export({ format: 'der', type: 'spki' })).digest('base64url').slice(0, 8)
  return { id, privateKey, publicKey }
}
