import { may, type Actor } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'

/** Gửi → nhận → mở → xác nhận tiếp thu → quán triệt. Each step is a fact with its time; the state is how far it got. */
export const DELIVERY_STATES = ['sent', 'received', 'opened', 'acknowledged', 'briefed'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

export interface DeliveryFacts {
  readonly unitId: UnitId
  readonly receivedAt: string | null
  readonly openedAt: string | null
  readonly acknowledgedAt: string | null
  readonly briefings: number
}

export function deliveryState({ receivedAt, openedAt, acknowledgedAt, briefings }: DeliveryFacts): DeliveryState {
  if (briefings > 0) return 'briefed'
  if (acknowledgedAt !== null) return 'acknowledged'
  if (openedAt !== null) return 'opened'
  return receivedAt === null ? 'sent' : 'received'
}

export type DeliveryAction = 'acknowledge' | 'brief'

const ACTIONS_BY_STATE = {
  sent: ['acknowledge'],
  received: ['acknowledge'],
  opened: ['acknowledge'],
  acknowledged: ['brief'],
  briefed: ['brief'],
} as const satisfies Record<DeliveryState, readonly DeliveryAction[]>

const PERMISSION = { acknowledge: 'documents.acknowledge', brief: 'documents.record-briefing' } as const

/** The one answer to "what may this person do with this delivery now". */
export function allowedActions(delivery: DeliveryFacts, actor: Actor): DeliveryAction[] {
  const actions: readonly DeliveryAction[] = ACTIONS_BY_STATE[deliveryState(delivery)]
  return actions.filter((action) => may(actor, PERMISSION[action], delivery.unitId))
}
