import { expect, test } from 'vitest'
import type { Actor, Permission } from '#kernel/actor.ts'
import type { AccountId } from '#kernel/ids.ts'
import { unitIdOf } from '#tests/support/builders/units.ts'
import { allowedActions, deliveryState, type DeliveryFacts, type DeliveryState } from './delivery.ts'

const unit = unitIdOf('unit')
const at = '2026-11-23T01:00:00Z'
const FACTS: Record<DeliveryState, DeliveryFacts> = {
  sent: { unitId: unit, receivedAt: null, openedAt: null, acknowledgedAt: null, briefings: 0 },
  received: { unitId: unit, receivedAt: at, openedAt: null, acknowledgedAt: null, briefings: 0 },
  opened: { unitId: unit, receivedAt: at, openedAt: at, acknowledgedAt: null, briefings: 0 },
  acknowledged: { unitId: unit, receivedAt: at, openedAt: at, acknowledgedAt: at, briefings: 0 },
  briefed: { unitId: unit, receivedAt: at, openedAt: at, acknowledgedAt: at, briefings: 2 },
}

function someone(permissions: readonly Permission[], over = 'unit'): Actor {
  const units = new Set([unitIdOf(over)])
  return { id: 'someone' as AccountId, name: 'Cán bộ', unitId: unit, grants: permissions.map((permission) => ({ permission, units, role: 'role', onBehalfOf: null })) }
}

test.each<[DeliveryState, string[]]>([
  ['sent', ['acknowledge']], ['received', ['acknowledge']], ['opened', ['acknowledge']], ['acknowledged', ['brief']], ['briefed', ['brief']],
])('%s: what its unit may do', (state, actions) => {
  expect(deliveryState(FACTS[state])).toBe(state)
  expect(allowedActions(FACTS[state], someone(['documents.acknowledge', 'documents.record-briefing']))).toEqual(actions)
})

test.each<[string, Actor]>([
  ['who only reads', someone(['documents.read', 'documents.register'])],
  ['another unit', someone(['documents.acknowledge', 'documents.record-briefing'], 'another')],
  ['nobody', someone([])],
])('%s may do nothing with it', (_who, actor) => {
  for (const facts of Object.values(FACTS)) expect(allowedActions(facts, actor)).toEqual([])
})
