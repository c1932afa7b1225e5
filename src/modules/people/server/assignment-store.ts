import type { AccountId, Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { RoleAssignment } from '../domain/rights.ts'
import type { PeopleTables } from './tables.ts'

export interface GivenRole extends RoleAssignment { readonly decision: string | null }

export function assignmentStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  return {
    async add({ accountId, role, unitId, withSubordinates, decision, validFrom, validUntil }: GivenRole): Promise<Id<'role-assignment'>> {
      const id = newId<'role-assignment'>()
      await db.insertInto('people.role_assignment').values({
        id, account_id: accountId, role, unit_id: unitId, with_subordinates: withSubordinates, decision, valid_from: validFrom, valid_until: validUntil,
      }).execute()
      return id
    },
    listOf(accountId: AccountId) {
      return db.selectFrom('people.role_assignment').where('account_id', '=', accountId).orderBy('valid_from', 'desc').select([
        'id', 'account_id as accountId', 'role', 'unit_id as unitId', 'with_subordinates as withSubordinates', 'decision',
        'valid_from as validFrom', 'valid_until as validUntil',
      ]).execute()
    },
    find(id: Id<'role-assignment'>) {
      return db.selectFrom('people.role_assignment').where('id', '=', id).select([
        'id', 'account_id as accountId', 'role', 'unit_id as unitId', 'valid_from as validFrom', 'valid_until as validUntil',
      ]).executeTakeFirst()
    },
    /** Ends it from the day on; one that has not begun is taken back as if never given. */
    async end(id: Id<'role-assignment'>, from: PlainDate): Promise<void> {
      await db.deleteFrom('people.role_assignment').where('id', '=', id).where('valid_from', '>=', from).execute()
      await db.updateTable('people.role_assignment').set({ valid_until: from }).where('id', '=', id).execute()
    },
    async hasWorkingAdministrator(today: PlainDate): Promise<boolean> {
      const found = await db.selectFrom('people.role_assignment')
        .innerJoin('people.account', 'people.account.id', 'people.role_assignment.account_id')
        .innerJoin('people.credential', 'people.credential.id', 'people.account.id')
        .where('role', '=', 'administrator').where('blocked_at', 'is', null).where('password_hash', 'is not', null)
        .where('valid_from', '<=', today).where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', today)]))
        .select('people.account.id').limit(1).executeTakeFirst()
      return found !== undefined
    },
  }
}
