import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { registerCase } from '#modules/petitions/server/index.ts'
import type { RegisterVisit, SaveMatter } from '../contract-visits.ts'
import { titleOf } from '../domain/case-title.ts'
import { caseNameOf } from './case-name.ts'
import type { IdentifiedVisitor } from './known-visitors.ts'
import { findLinkable } from './linkable-cases.ts'

/** The case a matter goes on with; `registered` where it was made just now. */
export interface TakenUp {
  readonly caseId: string | null
  readonly caseName: string | null
  readonly registered: { readonly id: string; readonly code: string; readonly number: number; readonly year: number } | null
}

/** For each matter the case it became, or the one it belongs to; in the same transaction as the visit. */
export async function takeUpMatters(work: Work, visit: RegisterVisit, visitors: readonly IdentifiedVisitor[]): Promise<TakenUp[]> {
  const taken: TakenUp[] = []
  for (const [index, matter] of visit.matters.entries()) taken.push(await takeUp(work, visit, visitors, { matter, index }))
  return taken
}

async function takeUp(work: Work, visit: RegisterVisit, visitors: readonly IdentifiedVisitor[], { matter, index }: { matter: SaveMatter; index: number }): Promise<TakenUp> {
  switch (matter.handling) {
    case 'case': {
      const registered = await registerCase(work, asCase(visit, visitors, matter))
      return { caseId: registered.id, caseName: caseNameOf(registered), registered }
    }
    case 'linked': {
      const linked = matter.linkedCaseId === null ? undefined : await findLinkable(work, visit.unitId, matter.linkedCaseId, matter.linkedCode)
      if (linked === undefined) throw new Refusal('invalid', 'reception.no_such_case', { field: `matters.${index}.linkedCaseId` })
      return { caseId: linked.id, caseName: linked.name, registered: null }
    }
    case 'guided': case 'explained': return { caseId: null, caseName: null, registered: null }
  }
}

function asCase({ unitId, on, peopleCount }: RegisterVisit, visitors: readonly IdentifiedVisitor[], matter: SaveMatter) {
  return {
    unitId, channel: 'reception' as const, receivedOn: on, confirmsOldDate: true, kind: matter.kind, topicCode: matter.topicCode, title: titleOf(matter.content), content: matter.content, peopleCount,
    against: null, decisionAgainst: null, decisionKnownOn: null, placeUnitId: null, placeNote: null, isRemote: false, isAnonymous: false, fromBody: null,
    prior: matter.priorBody === null ? 'none' as const : 'settled-once' as const, priorBody: matter.priorBody,
    parties: visitors.map(({ role, name, address, phone, identity }) => ({
      role: role === 'visitor' ? 'sender' as const : role, name, isOrganisation: false, address, phone, email: null, wantsMessages: false, identity,
    })),
    repeatOf: matter.linkedCaseId, once: matter.once,
  }
}
