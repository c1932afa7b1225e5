import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Owed, VisitLine } from '../contract-visits.ts'
import { sightOf } from '../domain/access.ts'
import { owedAfter } from '../domain/follow-up.ts'
import type { VisitId } from '../domain/visit.ts'
import { loadTerms, whyOf, type Terms } from './terms.ts'
import { visitPartStore, type MatterRow, type VisitorRow } from './visit-part-store.ts'
import { visitStore, type VisitRow } from './visit-store.ts'

/** A visit with everything that belongs to it. */
export interface WholeVisit { readonly visit: VisitRow; readonly visitors: readonly VisitorRow[]; readonly matters: readonly MatterRow[] }

/** In the order of the ids; those that are not there are left out. */
export async function loadVisits(work: Work, ids: readonly VisitId[]): Promise<WholeVisit[]> {
  const parts = visitPartStore(work.db)
  const visits = new Map((await visitStore(work.db).listByIds(ids)).map((visit) => [visit.id, visit]))
  const visitors = Map.groupBy(await parts.listVisitors(ids), ({ visitId }) => visitId)
  const matters = Map.groupBy(await parts.listMatters(ids), ({ visitId }) => visitId)
  return ids.flatMap((id) => {
    const visit = visits.get(id)
    return visit === undefined ? [] : [{ visit, visitors: visitors.get(id) ?? [], matters: matters.get(id) ?? [] }]
  })
}

/** Lines of the register. What is covered to the reader says only that somebody was received. */
export async function visitLines(work: Work, ids: readonly VisitId[]): Promise<VisitLine[]> {
  const [directory, terms] = [await loadDirectory(work.db), await loadTerms(work)]
  return (await loadVisits(work, ids)).flatMap(({ visit, visitors, matters }): VisitLine[] => {
    const sight = sightOf(work.actor, visit)
    if (sight === 'nothing') return []
    const seen = { ...seenOf(visit), unitName: directory.nameOn(visit.unitId, visit.on) ?? '' }
    if (sight === 'covered') return [{ ...seen, ...COVERED }]
    return [{
      ...seen, isCovered: false, who: namesOf(visitors), address: visitors[0]?.address ?? null, content: matters.map(({ content }) => content).join('\n') || visit.refusalBecause,
      kinds: [...new Set(matters.map(({ kind }) => kind))], isRepeat: matters.some(({ isRepeat }) => isRepeat), refusalGround: visit.refusalGround,
      cases: matters.filter(({ caseId }) => caseId !== null).length, owed: owedOf({ visit, matters }, terms),
    }]
  })
}

const COVERED = { isCovered: true, who: null, address: null, content: null, kinds: [], isRepeat: false, refusalGround: null, cases: 0, owed: null }

/** What is seen of every visit. */
export function seenOf({ id, unitId, on, year, number, receivedBy, receiver, receiverPost, peopleCount, isGroup }: VisitRow) {
  return { id, unitId, on, year, number, receivedBy, receiver, receiverPost, peopleCount, isGroup }
}

export function namesOf(visitors: readonly { readonly name: string }[]): string {
  return visitors.map(({ name }) => name).join(', ')
}

/** What the unit still owes whoever came, by when and why. */
export function owedOf({ visit, matters }: Pick<WholeVisit, 'visit' | 'matters'>, terms: Terms): Owed | null {
  const { on, toldOn, refusalGround, noticeSignedOn } = visit
  const owed = owedAfter({ on, matters, toldOn, refusal: refusalGround === null ? null : { ground: refusalGround, noticeSignedOn } })
  if (owed === null) return null
  const deadline = terms.deadlineFrom(owed.step, on)
  return { ...owed, due: deadline?.due ?? null, workingDaysLeft: deadline === null || owed.doneOn !== null ? null : terms.workingDaysLeft(deadline), why: deadline === null ? null : whyOf(deadline) }
}
