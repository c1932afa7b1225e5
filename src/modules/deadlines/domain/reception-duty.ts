import type { Certainty } from '#kernel/certainty.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'
import { addedInTime, correctedInTime, requireCorrectable } from './rows-in-time.ts'

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

/** What an officer says of a duty; when it ends follows from the rows beside it. */
export type DutyWords = Omit<ReceptionDuty, 'id' | 'validUntil'>

/** A new row from a day on; what has to be written, in an order in which no two stand on one day. */
export function addingDuty(duties: readonly ReceptionDuty[], words: DutyWords, id: string): readonly ReceptionDuty[] {
  const { ended, validUntil } = addedInTime(duties.filter(({ unitClass }) => unitClass === words.unitClass), words.validFrom)
  return [...(ended === null ? [] : [ended]), { ...words, id, validUntil }]
}

/** One that nobody verified, or that is not in force yet, said anew. */
export function correctingDuty(duties: readonly ReceptionDuty[], id: string, words: DutyWords, today: PlainDate): readonly ReceptionDuty[] {
  const old = requireCorrectable(duties.find((duty) => duty.id === id), today)
  const beside = duties.filter(({ unitClass }) => unitClass === old.unitClass)
  if (words.unitClass !== old.unitClass) throw new Refusal('invalid', 'deadlines.duty_of_another_class', { field: 'unitClass' })
  if (old.validUntil !== null && words.validFrom >= old.validUntil) throw new Refusal('invalid', 'deadlines.duty_ends_before', { field: 'validFrom', until: formatDate(old.validUntil) })
  if (beside.some((duty) => duty.id !== id && duty.validUntil !== old.validFrom && isValidOn(duty, words.validFrom))) throw new Refusal('conflict', 'deadlines.duty_overlaps', { field: 'validFrom' })
  const changed = correctedInTime(beside, old, { ...words, id, validUntil: old.validUntil })
  if (changed.some(({ validFrom, validUntil }) => validUntil !== null && validUntil <= validFrom)) throw new Refusal('conflict', 'deadlines.duty_overlaps', { field: 'validFrom' })
  return changed
}
