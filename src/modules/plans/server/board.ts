import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Board, BoardQuery, Counts } from '../contract.ts'
import { addCounts, NO_COUNTS, worstState } from '../domain/board.ts'
import { dutyIdsOf, followedUnits } from './obligations.ts'
import { obligationStore } from './obligation-store.ts'
import type { DutyId } from './tables.ts'

/** Units × duties as of a day, the most overdue first; every number is the count of a list with the same filters. */
export async function readBoard(work: Work, { directiveId, class: addressed, on = work.today }: z.infer<typeof BoardQuery>): Promise<Board> {
  const directory = await loadDirectory(work.db)
  const store = obligationStore(work.db)
  const cells = await store.board({ units: followedUnits(work, directory, { class: addressed }), on, directiveId, role: 'lead' })
  const duties = await store.dutiesOf(dutyIdsOf(cells))
  const byUnit = new Map<UnitId, { counts: Counts; cells: Board['units'][number]['cells'] }>()
  const byDuty = new Map<DutyId, Counts>()
  let totals = NO_COUNTS
  for (const { unitId, dutyId, ...counts } of cells) {
    const unit = byUnit.get(unitId) ?? { counts: NO_COUNTS, cells: {} }
    byUnit.set(unitId, { counts: addCounts(unit.counts, counts), cells: { ...unit.cells, [dutyId]: { state: worstState(counts), overdue: counts.overdue, total: counts.total } } })
    byDuty.set(dutyId, addCounts(byDuty.get(dutyId) ?? NO_COUNTS, counts))
    totals = addCounts(totals, counts)
  }
  return {
    on, totals,
    duties: duties.map((duty) => ({ ...duty, counts: byDuty.get(duty.id) ?? NO_COUNTS })),
    units: [...byUnit].map(([id, unit]) => ({ id, name: directory.nameOn(id, on) ?? '', ...unit }))
      .toSorted((one, other) => other.counts.overdue - one.counts.overdue || one.name.localeCompare(other.name, 'vi', { numeric: true })),
  }
}
