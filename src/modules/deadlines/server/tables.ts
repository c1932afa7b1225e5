import type { Certainty } from '#kernel/certainty.ts'
import type { Id } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { ReceptionClass } from '../domain/reception-duty.ts'

export type RuleId = Id<'term-rule'>

/** Rows of the schema `deadlines`; what each column means stands in the migration. */
export type DeadlineTables = {
  'deadlines.rule': {
    id: RuleId
    procedure: string
    step: string
    name: string
    start_event: string
    direction: 'forward' | 'back'
    counted: 'calendar' | 'working'
    days: number
    remote_days: number | null
    complex_days: number | null
    remote_complex_days: number | null
    extensions: number
    extension_days: number | null
    extension_ground: string | null
    extension_signer: string | null
    suspension: 'continues' | 'none'
    article: string
    certainty: Certainty
    note: string | null
    valid_from: PlainDate
    valid_until: PlainDate | null
    changed_by: string | null
  }
  'deadlines.reception_duty': {
    id: Id<'reception-duty'>
    unit_class: ReceptionClass
    times: number
    per: 'week' | 'month'
    article: string
    certainty: Certainty
    note: string | null
    valid_from: PlainDate
    valid_until: PlainDate | null
    changed_by: string | null
  }
}
