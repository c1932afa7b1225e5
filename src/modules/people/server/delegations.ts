import { may } from '#kernel/actor.ts'
import type { AccountId, Id } from '#kernel/ids.ts'
import { addMonths } from '#kernel/plain-date.ts'
import { overlaps } from '#kernel/validity.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, predecessorsOf } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Delegate, Delegation } from '../contract.ts'
import { accountStore } from './account-store.ts'
import { delegationStore } from './delegation-store.ts'
import { notify } from './notify.ts'

const LONGEST_MONTHS = 12

/** The holder of a role lends it to a colleague of the unit for a time, by a decision. It cannot be lent on. */
export async function delegate(work: Work, delegation: Delegate): Promise<void> {
  const grant = work.actor.grants.find(({ role, units, onBehalfOf }) => role === delegation.role && units.has(delegation.unitId) && onBehalfOf === null)
  if (grant === undefined || !may(work.actor, 'people.delegate', delegation.unitId)) throw new Refusal('forbidden', 'people.not_yours_to_delegate')
  if (delegation.toAccountId === work.actor.id) throw new Refusal('invalid', 'people.delegate_to_self', { field: 'toAccountId' })
  if (delegation.validUntil <= delegation.validFrom) throw new Refusal('invalid', 'people.until_before_from', { field: 'validUntil' })
  if (delegation.validFrom < work.today) throw new Refusal('invalid', 'people.delegate_in_the_past', { field: 'validFrom' })
  if (delegation.validUntil > addMonths(delegation.validFrom, LONGEST_MONTHS)) throw new Refusal('invalid', 'people.delegation_too_long', { field: 'validUntil', months: LONGEST_MONTHS })
  if (!(await possibleDelegates(work)).some(({ id }) => id === delegation.toAccountId)) throw new Refusal('invalid', 'people.delegate_outside_unit', { field: 'toAccountId' })
  const store = delegationStore(work.db)
  const running = (await store.listOf(work.actor.id)).filter(({ fromAccountId, role, revokedOn }) => fromAccountId === work.actor.id && role === delegation.role && revokedOn === null)
  if (running.some((other) => overlaps(other, delegation))) throw new Refusal('conflict', 'people.delegation_overlaps', { field: 'validFrom' })
  const id = await store.add(work.actor.id, delegation)
  await notify(work, {
    to: [delegation.toAccountId], subject: 'people.notice_delegated', details: { from: work.actor.name }, link: '/tai-khoan', dedupeKey: `delegation ${id}`,
  })
}

/** Taken back by who gave it; what was done under it stays done and named. */
export async function revokeDelegation(work: Work, id: Id<'delegation'>): Promise<void> {
  if (!(await delegationStore(work.db).revoke(work.actor.id, id, work.today))) throw new Refusal('not_found', 'people.no_such_delegation')
}

/** Those the account gave and received, the newest first. */
export async function delegationsOf(work: Work, accountId: AccountId): Promise<z.infer<typeof Delegation>[]> {
  const directory = await loadDirectory(work.db)
  const found = await delegationStore(work.db).listOf(accountId)
  return found.map(({ fromAccountId, unitId, ...delegation }) => ({
    ...delegation, unitName: directory.nameOn(unitId, work.today) ?? '', isMine: fromAccountId === accountId,
  }))
}

/** Whom the actor may delegate to: those who work for the same unit, or came from one that passed into it. */
export async function possibleDelegates(work: Work): Promise<{ id: string; name: string }[]> {
  const { unitId } = work.actor
  if (unitId === null) return []
  const unitIds = [unitId, ...predecessorsOf(await loadDirectory(work.db), unitId, work.today)]
  const colleagues = await accountStore(work.db).list({ unitIds, withoutUnit: false, state: 'active' }, { sort: 'name', limit: 200, offset: 0 })
  return colleagues.filter(({ id }) => id !== work.actor.id).map(({ id, name }) => ({ id, name }))
}
