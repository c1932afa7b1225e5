import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { currentHolder, loadDirectory, predecessorsOf, reachOf, type Directory } from '#modules/organisations/server/index.ts'
import { grantsOn, type Delegation, type Reach, type RoleAssignment } from '../domain/rights.ts'
import type { Role } from '../domain/roles.ts'
import type { PeopleTables } from './tables.ts'

export interface Rights { readonly assignments: readonly RoleAssignment[]; readonly delegations: readonly Delegation[] }

/** What accounts may do, read afresh. */
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
    /** The accounts' own assignments, the delegations they received, and the assignments of those who gave them. */
    async listFor(accountIds: readonly AccountId[]): Promise<Rights> {
      const received = await delegations.where('to_account_id', '=', anyOf(accountIds)).execute()
      const holders = [...accountIds, ...received.map(({ fromAccountId }) => fromAccountId)]
      return { delegations: received, assignments: await assignments.where('account_id', '=', anyOf(holders)).execute() }
    },
    /** Everybody's that were given over one of these units. */
    async listOver(unitIds: readonly UnitId[]): Promise<Rights> {
      const units = sql<UnitId>`any(${[...unitIds]}::uuid[])`
      return {
        assignments: await assignments.where('unit_id', '=', units).execute(),
        delegations: await delegations.where('people.delegation.unit_id', '=', units).execute(),
      }
    },
    /** Everybody's of these roles. */
    async listOfRoles(roles: readonly Role[]): Promise<Rights> {
      return { assignments: await assignments.where('role', 'in', roles).execute(), delegations: await delegations.where('role', 'in', roles).execute() }
    },
  }
}

function anyOf(ids: readonly AccountId[]) {
  return sql<AccountId>`any(${[...ids]}::uuid[])`
}

/** The units a right reaches, as of a day. */
export function reachIn(directory: Directory, today: PlainDate): Reach {
  return {
    holderOf: (unitId) => successorOf(directory, unitId, today),
    ofUnit: (unitId) => new Set<UnitId>([unitId, ...predecessorsOf(directory, unitId, today)]),
    ofSubtree: (unitId) => reachOf(directory, unitId, today),
  }
}

/**
 * The unit itself, or the one an act named as its principal successor, and so on. Where a unit ended without one its business
 * goes to the unit above (`currentHolder`), its people's rights do not: an officer of a former district is none of the province.
 */
function successorOf(directory: Directory, unitId: UnitId, today: PlainDate): UnitId | undefined {
  const passed = new Set<UnitId>()
  for (let unit: UnitId | undefined = unitId; unit !== undefined && !passed.has(unit);) {
    if (directory.unitOn(unit, today) !== undefined) return unit
    passed.add(unit)
    const ended: PlainDate | null | undefined = directory.historyOf(unit).at(-1)?.validUntil
    unit = directory.successionsFrom(unit).find(({ principal, on }) => principal && on === ended && on <= today)?.toId
  }
  return undefined
}

interface Known { readonly id: AccountId; readonly name: string; readonly unitId: UnitId | null }

/** The actor an account is today. A home unit that ended has become the one that carries its business. */
export async function actorOf(db: Db, account: Known, today: PlainDate): Promise<Actor> {
  return actorWith(await rightsStore(db).listFor([account.id]), account, await loadDirectory(db), today)
}

/** The same of rights read before: those of others among them say nothing. */
export function actorWith({ assignments, delegations }: Rights, account: Known, directory: Directory, today: PlainDate): Actor {
  return {
    id: account.id, name: account.name,
    unitId: account.unitId === null ? null : currentHolder(directory, account.unitId, today) ?? null,
    grants: grantsOn(today, account.id, assignments, delegations, reachIn(directory, today)),
  }
}
