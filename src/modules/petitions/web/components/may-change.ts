import { holds, useSession } from '#platform/web/session.ts'
import type { CaseRecord } from '../../contract.ts'

type Place = Pick<CaseRecord, 'unitId' | 'purgedOn'>

/** Whoever enters or sorts the unit's petitions puts right what was entered. */
export function useMayCorrect(record: Place): boolean {
  return useHoldsOne(record, ['petitions.receive', 'petitions.triage'])
}

/** Whoever works on them adds papers. */
export function useMayAttach(record: Place): boolean {
  return useHoldsOne(record, ['petitions.receive', 'petitions.triage', 'petitions.resolve', 'petitions.decide'])
}

function useHoldsOne({ unitId, purgedOn }: Place, rights: readonly string[]): boolean {
  const session = useSession()
  return purgedOn === null && rights.some((right) => holds(session, right, unitId))
}
