import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { PrepareDecision } from '../../contract-decisions.ts'
import type { CaseRow } from '../case-store.ts'
import { acceptEffect, fileEffect, guideEffect, refuseEffect } from './at-the-door.ts'
import { concludeEffect } from './conclude.ts'
import type { Effect } from './effect.ts'
import { transferEffect } from './transfer.ts'
import { complexEffect, extendEffect, resumeEffect, suspendEffect, terminateEffect, urgeEffect, verifyEffect } from './under-way.ts'

/** What each decision does; refused where it may not be made of this case on that day. */
export async function effectOf(work: Work, row: CaseRow, decision: PrepareDecision, on: PlainDate): Promise<Effect> {
  switch (decision.action) {
    case 'accept': return acceptEffect(work, row, decision.fields, on)
    case 'refuse': return refuseEffect(work, row, decision.fields, on)
    case 'guide': return guideEffect(work, row, decision.fields, on)
    case 'transfer': return transferEffect(work, row, decision.fields, on)
    case 'file': return fileEffect(work, row, decision.fields, on)
    case 'verify': return verifyEffect(work, row, decision.fields, on)
    case 'declare-complex': return complexEffect(work, row, decision.fields, on)
    case 'extend': return extendEffect(work, row, decision.fields, on)
    case 'suspend': return suspendEffect(work, row, decision.fields, on)
    case 'resume': return resumeEffect(work, row, decision.fields, on)
    case 'terminate': return terminateEffect(work, row, decision.fields, on)
    case 'conclude': return concludeEffect(work, row, decision.fields, on)
    case 'urge': return urgeEffect(work, row, decision.fields, on)
  }
}
