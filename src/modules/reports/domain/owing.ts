import type { Certainty } from '#kernel/certainty.ts'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { isValidOn, type Validity } from '#kernel/validity.ts'
import type { WorkingCalendar } from '#kernel/working-calendar.ts'
import { dueAfter, type DueRule } from './due.ts'
import type { Span } from './period.ts'

/** As directives address units, and the provinces themselves, whose reports go out of the system. */
export const OWING_CLASSES = ['departments', 'public-service-units', 'district-committees', 'commune-committees', 'front-and-organisations', 'provinces'] as const
export type OwingClass = (typeof OWING_CLASSES)[number]

/** Who owes the report of a span of periods, by when, and from which day nobody may write any more. */
export interface OwingRule extends Validity, DueRule {
  readonly id: string
  readonly formCode: string
  readonly span: Span
  /** The unit under which (and for which) the rule holds, a province mostly; null: everywhere. */
  readonly authorityId: UnitId | null
  /** A class, or one unit by name. */
  readonly class: OwingClass | null
  readonly unitId: UnitId | null
  readonly onTimeBy: 'sent' | 'received'
  /** Calendar days after the due date on which writing ends; null: never. */
  readonly locksAfter: number | null
  readonly source: string
  readonly certainty: Certainty
}

/** A unit as rules see it on the last day of a period. */
export interface OwingUnit { readonly unitId: UnitId; readonly parentId: UnitId | null; /** Itself and all above it. */ readonly within: readonly UnitId[]; readonly class: OwingClass | null }

export interface Expected {
  readonly unitId: UnitId
  /** The unit right above it on that day. */
  readonly receiverId: UnitId | null
  readonly ruleId: string
  readonly dueOn: PlainDate
  readonly because: readonly string[]
  readonly onTimeBy: 'sent' | 'received'
  readonly locksOn: PlainDate | null
}

/** Every unit that owes the report of a period, by the rules in force on its last day: one for the unit before one for its class, an authority's before one for everywhere. */
export function expectedOf(
  { formCode, span, to }: { readonly formCode: string; readonly span: Span; readonly to: PlainDate }, units: readonly OwingUnit[], rules: readonly OwingRule[], calendar: WorkingCalendar,
): Expected[] {
  const inForce = rules.filter((rule) => rule.formCode === formCode && rule.span === span && isValidOn(rule, to))
  return units.flatMap(({ unitId, parentId, within, class: owing }) => {
    const itsOwn = inForce.filter((rule) => (rule.unitId === unitId || (rule.class !== null && rule.class === owing)) && (rule.authorityId === null || within.includes(rule.authorityId)))
    const [rule] = itsOwn.toSorted((one, other) => Number(one.unitId === null) - Number(other.unitId === null) || Number(one.authorityId === null) - Number(other.authorityId === null))
    if (rule === undefined) return []
    const due = dueAfter(to, rule, calendar)
    return [{
      unitId, receiverId: parentId, ruleId: rule.id, dueOn: due.on, because: [...due.because, `Căn cứ quy định: ${rule.source}.`], onTimeBy: rule.onTimeBy,
      locksOn: rule.locksAfter === null ? null : addDays(due.on, rule.locksAfter),
    }]
  })
}
