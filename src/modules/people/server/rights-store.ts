import type { Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { currentHolder, loadDirectory, predecessorsOf, reachOf, type Directory } from '#modules/organisations/server/index.ts'
import { grantsOn, type Delegation, type Reach, type RoleAssignment } from '../domain/rights.ts'
import type { PeopleTables } from './tables.ts'

/** What an account may do, read afresh. */
export function rightsStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  const assignments = db.selectFrom('people.role_assignment').select([
    'account_id as accountId', 'role', 'unit_id as unitId', 'with_subordinates as withSubordinates', 'valid_from as validFrom', 'valid_until as validUntil',
  ])
  const delegations = db.selectFrom('people.delegation')
    .innerJoin('people.account as lender', 'lender.id', 'people.delegation.from_account_id')
    .select([
      'kind', 'from_account_id as fromAccountId', 'lender.name as fromName', 'to_account_id as toAccountId', 'role',
      'people.delegation.unit_id as unitId', 'revoked_on as revokedOn', 'valid_from as validFrom', 'valid_until as validUntil',
    ])
  return {
    /** The account's own assignments, the delegations it received, and the assignments of those who gave them. */
    async listFor(accountId: AccountId): Promise<{ assignments: RoleAssignment[]; delegations: Delegation[] }> {
      const received = await delegations.where('to_account_id', '=', accountId).execute()
      const holders = [accountId, ...received.map(({ fromAccountId }) => fromAccountId)]
      return { delegations: received, assignments: await assignments.where('account_id', 'in', holders).execute() }
    },
    async listAll(): Promise<{ assignments: RoleAssignment[]; delegations: Delegation[] }> {
      return { assignments: await assignments.execute(), delegations: await delegations.execute() }
    },
  }
}

/** The units a right reaches, as of a day. */
export function reachIn(directory: Directory, today: PlainDate): Reach {
  return {
    holderOf: (unitId) => currentHolder(directory, unitId, today),
    ofUnit: (unitId) => new Set<UnitId>([unitId, ...predecessorsOf(directory, unitId, today)]),
    ofSubtree: (unitId) => reachOf(directory, unitId, today),
  }
}

interface Known { readonly id: AccountId; readonly name: string; readonly unitId: UnitId | null }

/** The actor an account is today. A home unit that ended has become the one that carries its business. */
export async function actorOf(db: Db, account: Known, today: PlainDate): Promise<Actor> {
  const directory = await loadDirectory(db)
  const { assignments, delegations } = await rightsStore(db).listFor(account.id)
  return {
    id: account.id, name: account.name,
    unitId: account.unitId === null ? null : currentHolder(directory, account.unitId, today) ?? null,
    grants: grantsOn(today, account.id, assignments, delegations, reachIn(directory, today)),
  }
}
