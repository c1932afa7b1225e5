import type { Certainty } from '#kernel/certainty.ts'
import type { Validity } from '#kernel/validity.ts'

/** Whose head the law obliges to receive citizens. */
export const RECEPTION_CLASSES = ['province', 'district', 'commune', 'department', 'public-service-unit'] as const
export type ReceptionClass = (typeof RECEPTION_CLASSES)[number]

/** On how many days a week or month the head of such a unit receives citizens, at least. */
export interface ReceptionDuty extends Validity {
  readonly id: string
  readonly unitClass: ReceptionClass
  readonly times: number
  readonly per: 'week' | 'month'
  readonly article: string
  readonly certainty: Certainty
  readonly note: string | null
}

const CLASSES: Readonly<Record<string, ReceptionClass>> = {
  province: 'province', 'central-city': 'province', 'district-city': 'district', town: 'district', district: 'district',
  ward: 'commune', township: 'commune', commune: 'commune', 'special-zone': 'commune', department: 'department', 'public-service-unit': 'public-service-unit',
}

/** By the kind of unit (organisations/domain/unit-kind.ts); undefined for those the law does not oblige. */
export function receptionClassOf(unitKind: string): ReceptionClass | undefined {
  return CLASSES[unitKind]
}
