import { createHash } from 'node:crypto'
import { z } from 'zod'
import { readSigned, signText } from '#platform/server/signing.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { CASE_KINDS } from '../../domain/case.ts'
import { attachmentStore } from '../attachment-store.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { fileHashStore } from './file-hash-store.ts'

/** What a receipt says for ever, in this order; short, since it has to fit a QR code. */
const Said = z.tuple([z.string(), z.string(), z.enum(CASE_KINDS), z.string(), z.string()])

export interface ReadReceipt {
  readonly code: string
  readonly receivedAt: string
  readonly kind: (typeof CASE_KINDS)[number]
  readonly unitName: string
  /** First half of the SHA-256 of the text and files as they were sent. */
  readonly digest: string
  /** Whether what is kept today is what was sent; null where it is no longer kept, by the term of retention. */
  readonly isUnchanged: boolean | null
}

/** Proves what was filed, with whom and when (now, unless said); anybody may check it on the portal. */
export async function receiptFor(work: Work, code: string, receivedAt: string = work.now): Promise<string> {
  const row = await caseStore(work.db).findByCode(code)
  if (row === undefined) throw new RangeError(`no case ${code}`)
  const unitName = (await loadDirectory(work.db)).nameOn(row.unitId, row.receivedOn) ?? ''
  return signText(work.secrets, JSON.stringify([row.code, receivedAt, row.kind, unitName, await digestOf(work, row)]))
}

/** Undefined for what this installation did not sign. */
export async function readReceipt(work: Work, text: string): Promise<ReadReceipt | undefined> {
  const signed = readSigned(work.secrets, text)
  const said = signed === undefined ? undefined : Said.safeParse(JSON.parse(signed))
  if (said?.success !== true) return undefined
  const [code, receivedAt, kind, unitName, digest] = said.data
  const row = await caseStore(work.db).findByCode(code)
  const isKept = row !== undefined && row.purgedOn === null
  return { code, receivedAt, kind, unitName, digest, isUnchanged: isKept ? (await digestOf(work, row)) === digest : null }
}

async function digestOf(work: Work, { id, content }: Pick<CaseRow, 'id' | 'content'>): Promise<string> {
  const fileIds = (await attachmentStore(work.db).list(id)).filter(({ fromCitizen }) => fromCitizen).map(({ fileId }) => fileId)
  const hashes = (await fileHashStore(work.db).list(fileIds)).toSorted()
  return createHash('sha256').update(JSON.stringify([content, hashes])).digest('hex').slice(0, 32)
}
