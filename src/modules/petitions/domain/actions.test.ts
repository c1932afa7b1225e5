import { describe, expect, test } from 'vitest'
import type { Actor, Permission } from '#kernel/actor.ts'
import type { AccountId, UnitId } from '#kernel/ids.ts'
import { ACTIONS, allowedActions, CASE_ACTIONS, maySign } from './actions.ts'
import { CASE_KINDS, CASE_STATES, type CaseWho } from './case.ts'

const unitId = 'xa' as UnitId
const otherUnitId = 'phuong' as UnitId
const OFFICER = 'can-bo' as AccountId

function actorWith(permissions: readonly Permission[], at: UnitId = unitId): Actor {
  return { id: OFFICER, name: 'Cán bộ', unitId: at, grants: permissions.map((permission) => ({ permission, units: new Set([at]), role: 'role', onBehalfOf: null })) }
}
const complaint: CaseWho = { unitId, kind: 'complaint', assigneeId: null }

describe('who may do what with a case', () => {
  test.each(CASE_STATES.flatMap((state) => CASE_KINDS.map((kind) => [state, kind] as const)))('nobody of another unit anything: %s %s', (state, kind) => {
    const everything = actorWith(['petitions.read', 'petitions.triage', 'petitions.resolve', 'petitions.decide', 'petitions.handle-denunciations'], otherUnitId)
    expect(allowedActions(state, { ...complaint, kind }, everything)).toEqual([])
    expect(maySign({ ...complaint, kind }, everything)).toBe(false)
  })

  test('a denunciation only who handles them', () => {
    const officer = actorWith(['petitions.read', 'petitions.triage', 'petitions.resolve', 'petitions.decide'])
    for (const state of CASE_STATES) expect(allowedActions(state, { ...complaint, kind: 'denunciation' }, officer)).toEqual([])
    expect(allowedActions('received', { ...complaint, kind: 'denunciation' }, actorWith(['petitions.read', 'petitions.triage', 'petitions.handle-denunciations']))).toContain('accept')
  })

  test('a petition officer sorts and prepares, and does not sign', () => {
    const officer = actorWith(['petitions.read', 'petitions.triage'])
    expect(allowedActions('received', complaint, officer)).toEqual(expect.arrayContaining(['sort', 'split', 'accept', 'refuse', 'guide', 'transfer', 'file', 'assign']))
    expect(maySign(complaint, officer)).toBe(false)
    expect(allowedActions('accepted', complaint, officer)).not.toContain('conclude')
  })

  test('a resolver concludes what was assigned to them, and nothing else', () => {
    const resolver = actorWith(['petitions.read', 'petitions.resolve'])
    expect(allowedActions('accepted', complaint, resolver)).toEqual(['note'])
    expect(allowedActions('accepted', { ...complaint, assigneeId: OFFICER }, resolver)).toEqual(expect.arrayContaining(['conclude', 'suspend', 'call-dialogue', 'declare-complex']))
  })

  test.each([
    ['complaint', 'declare-complex', 'extend'], ['denunciation', 'extend', 'declare-complex'],
  ] as const)('the term of a %s is lengthened by %s, never by %s', (kind, by, never) => {
    const head = actorWith(['petitions.read', 'petitions.decide', 'petitions.handle-denunciations'])
    expect(allowedActions('accepted', { ...complaint, kind }, head)).toContain(by)
    expect(allowedActions('accepted', { ...complaint, kind }, head)).not.toContain(never)
  })

  test('what has ended at the door is not taken up again', () => {
    const head = actorWith(['petitions.read', 'petitions.triage', 'petitions.resolve', 'petitions.decide'])
    for (const state of ['refused', 'guided', 'filed', 'split', 'withdrawn', 'terminated'] as const) expect(allowedActions(state, complaint, head)).toEqual([])
  })

  test('every action starts from some state and belongs to some kind', () => {
    for (const action of CASE_ACTIONS) {
      expect(ACTIONS[action].from.length).toBeGreaterThan(0)
      expect(ACTIONS[action].kinds.length).toBeGreaterThan(0)
    }
  })
})
