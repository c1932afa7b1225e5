import type { Work } from '#platform/server/work.ts'
import type { ReceiptProof } from '../contract-cases.ts'
import type { CaseId } from '../domain/case.ts'
import { receiptFor } from './citizen/receipt.ts'
import { loadCaseAtTheDoor } from './load-case.ts'

/** What an officer's receipt carries in its QR: the same proof that the portal signs. Of a denunciation none: nothing of it is told on the portal. */
export async function readReceiptProof(work: Work, id: CaseId): Promise<ReceiptProof> {
  const row = await loadCaseAtTheDoor(work, id)
  return { proof: row.kind === 'denunciation' ? null : await receiptFor(work, row.code, row.receivedAt) }
}
