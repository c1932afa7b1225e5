import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, type Directory } from '#modules/organisations/server/index.ts'
import type { TransferStep } from '../../domain/transfer-rules.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { decisionStore } from '../decision-store.ts'

/** Every passing on of the content that led to the case, the oldest first: from unit to unit as they stand today, and from bodies outside by their names. */
export async function transferChain(work: Work, directory: Directory, row: CaseRow): Promise<TransferStep[]> {
  const today = (unitId: UnitId): UnitId => currentHolder(directory, unitId, work.today) ?? unitId
  const steps: TransferStep[] = []
  let at: CaseRow = row
  while (at.originId !== null && (at.originLink === 'transfer' || at.originLink === 'split')) {
    const origin = await caseStore(work.db).find(at.originId)
    if (origin === undefined) break
    if (at.originLink === 'transfer') {
      const [from, to] = [today(origin.unitId), today(at.unitId)]
      steps.unshift({ from, to, isReturn: await wasReturn(work, origin), isUpward: from !== to && directory.isWithinOn(from, to, work.today) })
    }
    at = origin
  }
  return at.fromBody === null ? steps : [{ from: at.fromBody, to: today(at.unitId), isReturn: false, isUpward: false }, ...steps]
}

async function wasReturn(work: Work, origin: CaseRow): Promise<boolean> {
  return (await decisionStore(work.db).list(origin.id)).some(({ action, signedOn, fields }) => action === 'transfer' && signedOn !== null && fields['isMisdirected'] === true)
}

/** The nearest unit above both; null where one of them is no unit of the system, or nobody is above them. */
export function unitAboveBoth(directory: Directory, work: Work, one: string, other: string): UnitId | null {
  const [above, aboveOther] = [one, other].map((unitId) => directory.ancestorsOn(unitId as UnitId, work.today).map((unit) => unit.unitId))
  return above?.find((unitId) => aboveOther?.includes(unitId)) ?? null
}
