import { sql, type InferResult } from 'kysely'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import type { SignedAction } from '../domain/actions.ts'
import type { CaseId } from '../domain/case.ts'
import type { DecisionId, PetitionTables } from './tables.ts'

const COLUMNS = [
  'id', 'case_id as caseId', 'action', 'fields', 'prepared_by as preparedBy', 'prepared_name as preparedName', 'prepared_at as preparedAt', 'returned_because as returnedBecause', 'number',
  'signed_on as signedOn', 'signed_by as signedBy', 'signer_name as signerName', 'signer_post as signerPost', 'signed_for as signedFor',
] as const

function decisionsIn(database: Db) {
  return database.$extendTables<PetitionTables>().selectFrom('petitions.decision').select(COLUMNS)
}

export type DecisionRow = InferResult<ReturnType<typeof decisionsIn>>[number]

export interface NewDecision {
  readonly id: DecisionId
  readonly caseId: CaseId
  readonly action: SignedAction
  readonly fields: Record<string, unknown>
  readonly preparedBy: AccountId
  readonly preparedName: string
}

export interface Signing {
  readonly number: string
  readonly signedOn: PlainDate
  readonly signedBy: AccountId
  readonly signerName: string
  readonly signerPost: string | null
  /** In whose name, when under a delegation. */
  readonly signedFor: string | null
}

/** A case has one prepared decision at a time; signed ones never change. */
export function decisionStore(database: Db) {
  const db = database.$extendTables<PetitionTables>()
  const rows = decisionsIn(database)
  const unsigned = (id: DecisionId) => db.updateTable('petitions.decision').where('id', '=', id).where('signed_on', 'is', null)
  return {
    list: (caseId: CaseId): Promise<DecisionRow[]> => rows.where('case_id', '=', caseId).orderBy('prepared_at').orderBy('id').execute(),
    find: (caseId: CaseId, id: DecisionId): Promise<DecisionRow | undefined> => rows.where('case_id', '=', caseId).where('id', '=', id).executeTakeFirst(),
    findPrepared: (caseId: CaseId): Promise<DecisionRow | undefined> => rows.where('case_id', '=', caseId).where('signed_on', 'is', null).executeTakeFirst(),
    async add({ id, caseId, action, fields, preparedBy, preparedName }: NewDecision): Promise<void> {
      await db.insertInto('petitions.decision').values({
        id, case_id: caseId, action, fields: JSON.stringify(fields), prepared_by: preparedBy, prepared_name: preparedName, returned_because: null, number: null, signed_on: null, signed_by: null,
        signer_name: null, signer_post: null, signed_for: null,
      }).execute()
    },
    /** Written anew by whoever prepares it: what it was given back for is answered. */
    async rewrite(id: DecisionId, { action, fields, preparedBy, preparedName }: Omit<NewDecision, 'id' | 'caseId'>): Promise<void> {
      await unsigned(id).set({ action, fields: JSON.stringify(fields), prepared_by: preparedBy, prepared_name: preparedName, prepared_at: sql<string>`now()`, returned_because: null }).execute()
    },
    async giveBack(id: DecisionId, because: string): Promise<void> {
      await unsigned(id).set({ returned_because: because }).execute()
    },
    async sign(id: DecisionId, { number, signedOn, signedBy, signerName, signerPost, signedFor }: Signing): Promise<void> {
      await unsigned(id).set({ number, signed_on: signedOn, signed_by: signedBy, signer_name: signerName, signer_post: signerPost, signed_for: signedFor }).execute()
    },
    /** Of one that was not signed. */
    async remove(id: DecisionId): Promise<void> {
      await db.deleteFrom('petitions.decision').where('id', '=', id).where('signed_on', 'is', null).execute()
    },
    /** Whether one of the units has signed a paper under the number in the year already. */
    async isNumberTaken(unitIds: readonly UnitId[], number: string, year: number): Promise<boolean> {
      const { rows: taken } = await sql<{ taken: boolean }>`
        select exists (select from petitions.decision d join petitions.case c on c.id = d.case_id
          where c.unit_id = any(${[...unitIds]}::uuid[]) and d.number = ${number} and d.signed_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)) as taken`.execute(db)
      return taken[0]?.taken ?? false
    },
  }
}
