import { describe, expect, test } from 'vitest'
import { may, type Actor } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { plainDate } from '#kernel/plain-date.ts'
import { grantsOn, type Delegation, type Reach, type RoleAssignment } from './rights.ts'
import type { Role } from './roles.ts'

const [head, deputy, third] = ['head', 'deputy', 'third'] as AccountId[] as [AccountId, AccountId, AccountId]
const [office, team, old, gone] = ['office', 'team', 'old', 'gone'] as UnitId[] as [UnitId, UnitId, UnitId, UnitId]

/** `team` lies under `office`; `old` passed into `office`; of `gone` nothing is left. */
const reach: Reach = {
  holderOf: (unit) => (unit === gone ? undefined : unit === old ? office : unit),
  ofUnit: (unit) => new Set(unit === office ? [office, old] : [unit]),
  ofSubtree: (unit) => new Set(unit === office ? [office, old, team] : [unit]),
}

function given(role: Role, unitId: UnitId, { accountId = head, withSubordinates = true, from = '2026-01-01', until }: { accountId?: AccountId; withSubordinates?: boolean; from?: string; until?: string } = {}): RoleAssignment {
  return { accountId, role, unitId, withSubordinates, validFrom: plainDate(from), validUntil: until === undefined ? null : plainDate(until) }
}

function lent({ from = '2026-06-01', until = '2026-06-11', revokedOn, to = deputy }: { from?: string; until?: string; revokedOn?: string; to?: AccountId } = {}): Delegation {
  return {
    kind: 'delegation', fromAccountId: head, fromName: 'Thủ trưởng', toAccountId: to, role: 'unit-head', unitId: office,
    validFrom: plainDate(from), validUntil: plainDate(until), revokedOn: revokedOn === undefined ? null : plainDate(revokedOn),
  }
}

function actorOn(day: string, id: AccountId, assignments: readonly RoleAssignment[], delegations: readonly Delegation[] = []): Actor {
  return { id, name: id, unitId: null, grants: grantsOn(plainDate(day), id, assignments, delegations, reach) }
}

describe('a role', () => {
  test.each([['2025-12-31', false], ['2026-01-01', true], ['2026-03-31', true], ['2026-04-01', false]])('holds on %s: %s', (day, holds) => {
    expect(may(actorOn(day, head, [given('inspector', office, { until: '2026-04-01' })]), 'plans.read-progress', office)).toBe(holds)
  })

  test.each([
    ['plans.read-progress', true, team, true], ['plans.read-progress', false, team, false], ['plans.read-progress', false, office, true],
    ['plans.report-progress', true, team, false], ['plans.report-progress', true, office, true], ['plans.report-progress', true, old, true],
    ['people.manage-accounts', true, office, false],
  ] as const)('focal officer, %s, units below too: %s, over %s: %s', (permission, withSubordinates, unit, holds) => {
    expect(may(actorOn('2026-05-01', head, [given('focal-officer', office, { withSubordinates })]), permission, unit)).toBe(holds)
  })

  test.each([['focal-officer', old, true], ['inspector', old, true], ['unit-head', old, false], ['inspector', gone, false]] as const)(
    'of a unit that ended: %s of %s passes on: %s', (role, unit, passes) => {
      expect(may(actorOn('2026-05-01', head, [given(role, unit)]), 'plans.read-progress', office)).toBe(passes)
    })

  test('is nobody else’s', () => {
    expect(grantsOn(plainDate('2026-05-01'), third, [given('leader', office)], [lent()], reach)).toEqual([])
  })
})

describe('a delegation', () => {
  const own = [given('unit-head', office)]
  test.each([['2026-05-31', false], ['2026-06-01', true], ['2026-06-10', true], ['2026-06-11', false]])('counts on %s: %s', (day, counts) => {
    expect(may(actorOn(day, deputy, own, [lent()]), 'plans.approve-unit-plan', office)).toBe(counts)
  })

  test('names for whom one acts, on every right', () => {
    const { grants } = actorOn('2026-06-05', deputy, own, [lent()])
    expect(new Set(grants.map(({ onBehalfOf }) => onBehalfOf?.name))).toEqual(new Set(['Thủ trưởng']))
  })

  test.each([
    ['is over once taken back', own, lent({ revokedOn: '2026-06-04' })],
    ['gives nothing that the giver no longer holds', [given('unit-head', office, { until: '2026-06-03' })], lent()],
    ['gives no role other than the one lent', [given('leader', office)], lent()],
  ])('%s', (_case, assignments, delegation) => {
    expect(actorOn('2026-06-05', deputy, assignments, [delegation]).grants).toEqual([])
  })

  test('cannot be lent on: what was received gives a third person nothing', () => {
    const on: Delegation = { ...lent({ to: third }), fromAccountId: deputy, fromName: 'Phó' }
    expect(actorOn('2026-06-05', third, own, [lent(), on]).grants).toEqual([])
    expect(may(actorOn('2026-06-05', deputy, own, [lent()]), 'people.delegate', office)).toBe(false)
  })
})
