import { formatDate, laterOf, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { CaseRow } from '../case-store.ts'

/** What is recorded of a case has happened, and not before the case came or went as far as it is. */
export function requireDay({ today }: Pick<Work, 'today'>, row: Pick<CaseRow, 'receivedOn' | 'acceptedOn' | 'suspendedSince' | 'endedOn'>, on: PlainDate, field: string): void {
  if (on > today) throw new Refusal('invalid', 'petitions.day_to_come', { field, today: formatDate(today) })
  const earliest = [row.acceptedOn, row.suspendedSince, row.endedOn].reduce<PlainDate>((latest, day) => (day === null ? latest : laterOf(latest, day)), row.receivedOn)
  if (on < earliest) throw new Refusal('invalid', 'petitions.day_before_case', { field, earliest: formatDate(earliest) })
}
