import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts'
import { onOrBeforeWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'
import type { CaseKind } from '#modules/petitions/domain/case.ts'
import type { Desk } from './desks.ts'
import type { Hand } from './letter.ts'
import { citizens, type Citizen } from './people.ts'
import type { Place } from './places.ts'
import type { ReceiptName } from './receipts.ts'
import type { Step } from './stage.ts'
import { teller, type Teller } from './telling.ts'

/** From this day on the units of today are old enough for the stories that end today; an earlier start has none of them. */
const PRESENT_FROM = plainDate('2026-04-01')
const NEVER = plainDate('2999-12-31')

/** A unit in which nobody tries a login; its people receive citizens all the same. */
export interface OtherUnit { readonly desk: Desk; readonly place: Place; readonly isCommune: boolean }

/** All that stories are told with. */
export interface Cast {
  readonly today: PlainDate
  readonly calendar: WorkingCalendar
  readonly steps: Step[]
  readonly others: readonly OtherUnit[]
  readonly tell: Teller
  readonly citizen: (kind: CaseKind, place: Place) => Citizen
  /** The working day that many days before today; a day that never comes where the demonstration starts long before. */
  readonly ago: (days: number) => PlainDate
  /** Cases whose receipts are printed for who tries the portal. */
  readonly receipts: Record<ReceiptName, Hand | null>
}

export function openCast(today: PlainDate, calendar: WorkingCalendar, others: readonly OtherUnit[] = []): Cast {
  const steps: Step[] = []
  return {
    today, calendar, steps, others, tell: teller(steps, calendar), citizen: citizens(), receipts: { question: null, answered: null, underWay: null },
    ago: (days) => (today < PRESENT_FROM ? NEVER : onOrBeforeWorkingDay(addDays(today, -days), calendar)),
  }
}
