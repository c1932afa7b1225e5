import type { AccountId, Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Db } from '#platform/server/database/connection.ts'
import { newId } from '#platform/server/uuid.ts'
import type { Delegate } from '../contract.ts'
import type { PeopleTables } from './tables.ts'

export function delegationStore(database: Db) {
  const db = database.$extendTables<PeopleTables>()
  return {
    /** Given or received by the account. */
    listOf(accountId: AccountId) {
      return db.selectFrom('people.delegation')
        .innerJoin('people.account as giver', 'giver.id', 'people.delegation.from_account_id')
        .innerJoin('people.account as receiver', 'receiver.id', 'people.delegation.to_account_id')
        .where((where) => where.or([where('from_account_id', '=', accountId), where('to_account_id', '=', accountId)]))
        .select([
          'people.delegation.id as id', 'kind', 'from_account_id as fromAccountId', 'giver.name as fromName', 'receiver.name as toName', 'role',
          'people.delegation.unit_id as unitId', 'decision', 'valid_from as validFrom', 'valid_until as validUntil', 'revoked_on as revokedOn',
        ]).orderBy('valid_from', 'desc').execute()
    },
    async add(fromAccountId: AccountId, { toAccountId, role, unitId, kind, decision, validFrom, validUntil }: Delegate): Promise<Id<'delegation'>> {
      const id = newId<'delegation'>()
      await db.insertInto('people.delegation').values({
        id, kind, from_account_id: fromAccountId, to_account_id: toAccountId, role, unit_id: unitId, decision, revoked_on: null,
        valid_from: validFrom, valid_until: validUntil,
      }).execute()
      return id
    },
    async revoke(fromAccountId: AccountId, id: Id<'delegation'>, on: PlainDate): Promise<boolean> {
      const result = await db.updateTable('people.delegation').set({ revoked_on: on })
        .where('id', '=', id).where('from_account_id', '=', fromAccountId).where('revoked_on', 'is', null).executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
  }
}
