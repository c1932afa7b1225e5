import type { UnitId } from '#kernel/ids.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Board, BoardQuery, Counts } from '../contract.ts'
import { addCounts, NO_COUNTS, worstState } from '../domain/board.ts'
import { followedUnits } from './followed-units.ts'
import { obligationStore, type BoardColumn } from './obligation-store.ts'

type Unit = Board['units'][number]

/**
 * Units × duties of one directive, or units × directives, as of a day; the most overdue first. Every number is the count
 * of a list with the same filters.
 */
export async function readBoard(work: Work, { directiveId, class: addressed, on = work.today, from }: z.infer<typeof BoardQuery>): Promise<Board> {
  const directory = await loadDirectory(work.db)
  const store = obligationStore(work.db)
  const cells = await store.board({ units: followedUnits(work, directory, { class: addressed }), on, from, directiveId, role: 'lead' })
  const columns = directiveId === undefined ? await store.directiveColumns() : await store.dutyColumns(directiveId)
  const units = new Map<UnitId, Pick<Unit, 'counts' | 'cells'>>()
  const byColumn = new Map<BoardColumn['id'], Counts>()
  let totals = NO_COUNTS
  for (const { unitId, columnId, ...counts } of cells) {
    const unit: Pick<Unit, 'counts' | 'cells'> = units.get(unitId) ?? { counts: NO_COUNTS, cells: {} }
    unit.counts = addCounts(unit.counts, counts)
    unit.cells[columnId] = { state: worstState(counts), overdue: counts.overdue, total: counts.total }
    units.set(unitId, unit)
    byColumn.set(columnId, addCounts(byColumn.get(columnId) ?? NO_COUNTS, counts))
    totals = addCounts(totals, counts)
  }
  return {
    on, totals,
    columns: columns.flatMap((column) => {
      const counts = byColumn.get(column.id)
      return counts === undefined ? [] : [{ ...column, counts }]
    }),
    units: [...units].map(([id, unit]) => ({ id, name: directory.nameOn(id, on) ?? '', ...unit }))
      .toSorted((one, other) => other.counts.overdue - one.counts.overdue || byName.compare(one.name, other.name)),
  }
}

const byName = new Intl.Collator('vi', { numeric: true })
