import type { Certainty } from '#kernel/certainty.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'

/** A row of the law: in force for a time, and sure or not. */
export interface DatedRow extends Validity { readonly id: string; readonly certainty: Certainty }

/** The rows of one thing, with a new one from a day on: that of the day ends before it, and the new one lasts as long as that would have, or until the next begins. */
export function addedInTime<Row extends DatedRow>(beside: readonly Row[], from: PlainDate): { readonly ended: Row | null; readonly validUntil: PlainDate | null } {
  const before = beside.find((row) => isValidOn(row, from))
  if (before?.validFrom === from) throw new Refusal('conflict', 'deadlines.rule_begins_that_day', { field: 'validFrom' })
  const next = beside.map(({ validFrom }) => validFrom).filter((day) => day > from).sort()[0] ?? null
  return before === undefined ? { ended: null, validUntil: next } : { ended: { ...before, validUntil: from }, validUntil: before.validUntil }
}

/** What was verified and has been counted by is not rewritten: a change of law is a new row. */
export function requireCorrectable<Row extends DatedRow>(old: Row | undefined, today: PlainDate): Row {
  if (old === undefined) throw new Refusal('not_found', 'deadlines.no_such_rule')
  if (old.certainty === 'verified' && old.validFrom <= today) throw new Refusal('conflict', 'deadlines.rule_is_verified')
  return old
}

/** The row said anew, and the one before it where its first day moves: in an order in which no two stand on one day. */
export function correctedInTime<Row extends DatedRow>(beside: readonly Row[], old: Row, corrected: Row): readonly Row[] {
  const before = beside.find(({ validUntil }) => validUntil === old.validFrom)
  const moved = before === undefined || corrected.validFrom === old.validFrom ? [] : [{ ...before, validUntil: corrected.validFrom }]
  return corrected.validFrom > old.validFrom ? [corrected, ...moved] : [...moved, corrected]
}
