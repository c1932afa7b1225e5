import type { Db } from '#platform/server/database/connection.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { CaseId } from '../../domain/case.ts'
import type { PartyId, PetitionTables } from '../tables.ts'

/** Who of a case's signers has withdrawn. */
export function withdrawnStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  return {
    async list(caseId: CaseId): Promise<ReadonlySet<PartyId>> {
      const found = await db.selectFrom('petitions.party').select('id').where('case_id', '=', caseId).where('withdrawn_on', 'is not', null).execute()
      return new Set(found.map(({ id }) => id))
    },
    async mark(caseId: CaseId, ids: readonly PartyId[], on: PlainDate): Promise<void> {
      await db.updateTable('petitions.party').set({ withdrawn_on: on }).where('case_id', '=', caseId).where('id', 'in', [...ids]).execute()
    },
  }
}
