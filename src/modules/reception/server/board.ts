import { unitsWhere } from '#kernel/actor.ts'
import { monthOf, yearOf } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { Sheet } from '#platform/server/spreadsheet/write-xlsx.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Board, BoardLine, BoardQuery } from '../contract.ts'
import { monthOfDay } from '../domain/enough-days.ts'
import { postingState } from '../domain/schedule-day.ts'
import { loadDuties } from './duties.ts'
import { standingsOf, stretchOf } from './read-schedule.ts'
import { registerStore } from './register-store.ts'
import { scheduleStore } from './schedule-store.ts'
import { loadTerms } from './terms.ts'

/** Whether the heads of the units received as often as the law asks, in a month: those that lack most first. Counts only. */
export async function readBoard(work: Work, { month }: BoardQuery): Promise<Board> {
  const directory = await loadDirectory(work.db)
  const { from, to } = monthOfDay(month)
  const duties = await loadDuties(work, directory, month)
  const units = [...unitsWhere(work.actor, 'petitions.read-statistics')].filter((unitId) => duties.dutyOf(unitId, from) !== undefined || duties.dutyOf(unitId, to) !== undefined)
  const days = Map.groupBy(await scheduleStore(work.db).listCounted(units, stretchOf(month)), ({ unitId }) => unitId)
  const visits = await registerStore(work.db).countByUnit(units, from, to)
  const terms = await loadTerms(work)
  const lines = units.map((unitId): BoardLine => {
    const own = days.get(unitId) ?? []
    const standings = standingsOf(duties, unitId, month, own, work)
    const duty = duties.dutyOf(unitId, from) ?? duties.dutyOf(unitId, to)
    const inMonth = own.filter(({ on }) => on >= from && on <= to)
    const late = inMonth.filter(({ on, postedOn, isCancelled }) => {
      const state = postingState({ kind: 'leader-regular', on, postedOn, cancelledOn: isCancelled ? on : null }, terms.deadlineFrom('schedule-posted', on)?.due ?? null, work.today)
      return state === 'late' || state === 'overdue'
    })
    return {
      unitId, unitName: directory.nameOn(unitId, to) ?? '', required: sum(standings, 'required'), missing: sum(standings, 'missing'), late: late.length,
      planned: inMonth.filter(({ isCancelled }) => !isCancelled).length, held: inMonth.filter(({ isHeld }) => isHeld).length,
      ...(visits.get(unitId) ?? { visits: 0, people: 0, groups: 0 }), article: duty?.article ?? null, certainty: duty?.certainty ?? null,
    }
  })
  lines.sort((one, other) => other.missing - one.missing || other.late - one.late || byName.compare(one.unitName, other.unitName))
  return { month, units: lines, lacking: lines.filter(({ missing }) => missing > 0).length }
}

const byName = new Intl.Collator('vi')

function sum(standings: readonly { readonly required: number; readonly missing: number }[], of: 'required' | 'missing'): number {
  return standings.reduce((total, standing) => total + standing[of], 0)
}

export function boardSheet({ units, month }: Board): Sheet {
  const count = (title: string) => ({ title, kind: 'integer' as const, widthMm: 20 })
  return {
    name: 'Tiếp công dân', title: 'Theo dõi tiếp công dân định kỳ', asOf: `Tháng ${monthOf(month)}/${yearOf(month)}`,
    columns: [
      { title: 'Đơn vị', kind: 'text', widthMm: 80 }, count('Luật yêu cầu (ngày)'), count('Đã lên lịch'), count('Đã tiếp'), count('Còn thiếu'), count('Niêm yết muộn'),
      count('Lượt tiếp'), count('Số người'), count('Đoàn đông người'), { title: 'Căn cứ', kind: 'text', widthMm: 70 },
    ],
    rows: units.map((unit) => ({ kind: 'record', cells: [unit.unitName, unit.required, unit.planned, unit.held, unit.missing, unit.late, unit.visits, unit.people, unit.groups, unit.article] })),
  }
}
