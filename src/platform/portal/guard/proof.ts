import { createHash } from 'node:crypto'

/** Zero bits the hash must begin with: about a quarter of a million tries, some seconds of a telephone while the person writes. */
export const PROOF_BITS = 18

/** Whether the number found by the page's script proves that somebody's machine worked for this very form. */
export function isProof(token: string, found: string, bits: number = PROOF_BITS): boolean {
  return /^\d{1,12}$/.test(found) && zeroBitsOf(createHash('sha256').update(`${token}:${found}`).digest()) >= bits
}

export function zeroBitsOf(bytes: Uint8Array): number {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at === -1 ? bytes.length * 8 : at * 8 + Math.clz32(bytes[at] ?? 0) - 24
}
