import { addDays, addMonths, dateOf, daysInMonth, earlierOf, monthOf, plainDate, weekdayOf, yearOf, type PlainDate } from '#kernel/plain-date.ts'
import { onOrAfterWorkingDay, onOrBeforeWorkingDay } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { AddDays, PostDays } from '#modules/reception/contract.ts'
import type { ScheduleDayId } from '#modules/reception/domain/visit.ts'
import { nameSubstitute, postDays, setDays } from '#modules/reception/server/schedule.ts'
import { scheduleStore } from '#modules/reception/server/schedule-store.ts'
import { luckOf } from '../demonstration-luck.ts'
import type { Cast } from './cast.ts'
import { DESKS, MERGER, type Desk } from './desks.ts'

/** From this day on the registers of reception are kept here; of an earlier start from the month before it. */
const KEPT_FROM = plainDate('2026-06-01')
/** Until then the head of a commune receives once a week, since then twice a month (Luật Tiếp công dân, Điều 15, sửa đổi). */
const TWICE_A_MONTH_FROM = plainDate('2026-07-01')

/** A day of a head, known by its id once it is set. */
export interface HeadDay { readonly desk: Desk; readonly on: PlainDate; readonly isAuthorised: boolean; id: ScheduleDayId | null }

/** The day on which the registers of reception begin. */
export function receptionFrom(today: PlainDate): PlainDate {
  return earlierOf(KEPT_FROM, addMonths(firstOf(today), -1))
}

export function receivingDesks(on: PlainDate): readonly Desk[] {
  const { province, homeAffairs, environment, ward, commune, resources, district } = DESKS
  return on < MERGER ? [province, homeAffairs, resources, district] : [province, homeAffairs, environment, ward, commune]
}

/** Who keeps the register and the plan: in the units of 2021 the head. */
export function hostOf({ heir, receives, signs }: Desk): string {
  return heir === undefined ? receives : signs
}

/** The heads' days up to the month that comes, put up in time; the commune lacks one this month, and one department has next month's still to put up. */
export function tellSchedules(cast: Cast): readonly HeadDay[] {
  const days: HeadDay[] = []
  for (let month = receptionFrom(cast.today); month <= addMonths(cast.today, 1); month = addMonths(month, 1)) {
    for (const desk of receivingDesks(month)) {
      const lacksOne = desk === DESKS.commune && month === firstOf(cast.today)
      days.push(...planMonth(cast, month, { desk, dates: datesOf(desk, month).slice(0, lacksOne ? -1 : undefined), isToPost: desk === DESKS.homeAffairs && month > cast.today }))
    }
  }
  return days
}

/** The heads of all other units of the day, last month, this one and the next: nearly all as often as the law asks. */
export function tellOtherSchedules(cast: Cast): readonly HeadDay[] {
  if (cast.today < addMonths(TWICE_A_MONTH_FROM, 1)) return []
  const months = [-1, 0, 1].map((away) => addMonths(firstOf(cast.today), away))
  return cast.others.flatMap(({ desk, isCommune }) => {
    const lot = (matter: string) => luckOf(desk.unitId, `schedule ${matter}`)
    return months.flatMap((month) => {
      const weekday = 1 + Math.floor(lot('weekday') * 5)
      const dates = isCommune ? weekdaysOf(month, weekday).filter((_, index) => index === 0 || index === 2) : [addDays(month, 2 + Math.floor(lot('day') * 24))]
      const lacksOne = month > cast.today ? lot('next') < 0.2 : lot(month) < 0.04
      return planMonth(cast, month, { desk, dates: dates.slice(0, lacksOne ? -1 : undefined), isToPost: month > cast.today && lot('posted') < 0.1 })
    })
  })
}

interface Plan { readonly desk: Desk; readonly dates: readonly PlainDate[]; readonly isToPost: boolean }

function planMonth({ steps, today, calendar }: Cast, month: PlainDate, { desk, dates: wished, isToPost }: Plan): readonly HeadDay[] {
  const dates = wished.map((date) => onOrAfterWorkingDay(date, calendar))
  const days = dates.map((on): HeadDay => ({ desk, on, id: null, isAuthorised: desk === DESKS.environment && monthOf(month) % 3 === 0 }))
  if (days.length === 0) return days
  const planned = onOrBeforeWorkingDay(earlierOf(addDays(month, -11), today), calendar)
  const plannedOn = planned < MERGER && !receivingDesks(planned).includes(desk) ? MERGER : planned
  steps.push({ on: plannedOn, by: hostOf(desk), async carryOut(work) {
    const { unitId, post, head: receiver } = desk
    const ids = await setDays(work, AddDays.parse({ unitId, kind: 'leader-regular', dates, startsAt: '07:30', endsAt: '11:30', place: 'Phòng tiếp công dân', post, receiver }))
    for (const [index, day] of days.entries()) day.id = ids[index] ?? null
    for (const { id, isAuthorised } of days) if (id !== null && isAuthorised) await entrust(work, id)
    if (!isToPost) await postDays(work, PostDays.parse({ unitId, month: month.slice(0, 7), postedOn: work.today }))
  } })
  return days
}

async function entrust(work: Work, id: ScheduleDayId): Promise<void> {
  const day = await scheduleStore(work.db).find(id)
  if (day === undefined) return
  await nameSubstitute(work, id, { version: day.version, substitute: { post: 'Phó Giám đốc', name: 'Phó Giám đốc Sở Nông nghiệp và Môi trường', decision: 'Văn bản ủy quyền số 31/UQ-SNNMT' } })
}

/** As often as the law asks. */
function datesOf(desk: Desk, month: PlainDate): readonly PlainDate[] {
  const { province, ward, commune, district } = DESKS
  const day = (number: number) => dateOf(yearOf(month), monthOf(month), number)
  if (desk === ward || desk === commune) {
    const ofWeekday = weekdaysOf(month, desk === ward ? 4 : 2)
    return month < TWICE_A_MONTH_FROM ? ofWeekday : ofWeekday.filter((_, index) => index === 0 || index === 2)
  }
  return desk === district ? [day(5), day(19)] : [day(desk === province ? 20 : desk === DESKS.homeAffairs ? 15 : 10)]
}

function weekdaysOf(month: PlainDate, weekday: number): readonly PlainDate[] {
  const days = Array.from({ length: daysInMonth(yearOf(month), monthOf(month)) }, (_, index) => addDays(month, index))
  return days.filter((day) => weekdayOf(day) === weekday)
}

function firstOf(day: PlainDate): PlainDate {
  return dateOf(yearOf(day), monthOf(day), 1)
}
