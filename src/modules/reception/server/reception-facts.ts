import { addDays } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { FactInfo, FactRecord, FactSource, FactSpan } from '#platform/server/facts.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { addsTo, FORM_COLUMNS, type FormColumn } from '../domain/statistics.ts'
import { COLUMN_WORDS } from './reception-fact-words.ts'
import { receptionFactStore, type CountedSession, type CountedVisitRecord } from './reception-fact-store.ts'

/** Every column of 01/TCD, counted from the registers of reception. */
export const receptionFacts: FactSource = {
  facts: FORM_COLUMNS.map(infoOf),
  async count(work, unitIds, span) {
    if (!(await keepsRegister(work, unitIds, span))) return {}
    const store = receptionFactStore(work.db)
    const [sums, sessions] = [await store.sums(unitIds, span), await store.sessions(unitIds, span)]
    return Object.fromEntries(FORM_COLUMNS.map((column) => [factCode(column), column.of === 'sessions'
      ? sessions.filter(({ heldBy }) => heldBy === column.by).length
      : sums.reduce((total, { visits, ...sum }) => total + addsTo(column, sum, visits), 0)]))
  },
  async records(work, code, unitIds, span) {
    const column = FORM_COLUMNS.find((known) => factCode(known) === code)
    if (column === undefined) return []
    const store = receptionFactStore(work.db)
    const directory = unitIds.length > 1 ? await loadDirectory(work.db) : null
    if (column.of === 'sessions') return (await store.sessions(unitIds, span)).filter(({ heldBy }) => heldBy === column.by).map((session) => sessionRecord(session, directory))
    return (await store.records(unitIds, span)).flatMap((visit) => {
      const value = addsTo(column, visit)
      return value === 0 ? [] : [visitRecord(visit, value, directory)]
    })
  },
}

/** `reception.01-tcd.1`: the fact of a column, the same for ever. */
function factCode({ column }: FormColumn): FactInfo['code'] {
  return `reception.01-tcd.${column}`
}

function infoOf(column: FormColumn): FactInfo {
  const [name = '', measure = '', meaning = ''] = COLUMN_WORDS[column.column - 1] ?? []
  return { code: factCode(column), name: `Tiếp công dân (01/TCD), cột ${column.column}: ${name}`, measure, meaning }
}

/**
 * Whether the visits of the whole span stand in registers kept here: each unit wrote its first one down by the first day of the span, or of its own
 * life where that is later. Otherwise part of them is on paper, and no figure is better than one that is too small.
 */
async function keepsRegister(work: Work, unitIds: readonly UnitId[], { from, to }: FactSpan): Promise<boolean> {
  const firstDays = await receptionFactStore(work.db).firstDays(unitIds)
  const directory = await loadDirectory(work.db)
  const isYoung = (unitId: UnitId) => (directory.lifeOf(unitId)?.validFrom ?? from) > from
  return unitIds.every((unitId) => (firstDays.get(unitId) ?? addDays(to, 1)) <= (isYoung(unitId) ? to : from))
}

/** Its number in the register: never a person. Of a visit about a denunciation not even that: whoever may read the report sees the list. */
function visitRecord({ id, unitId, on, year, number, hasDenunciation }: CountedVisitRecord, value: number, directory: Directory | null): FactRecord {
  if (hasDenunciation) return { label: 'Một lượt tiếp về tố cáo', on: null, value, path: null }
  return { label: labelled(directory, unitId, on, `Lượt tiếp số ${number}/${year}`), on, value, path: `/tiep-cong-dan/so/luot/${id}` }
}

function sessionRecord({ dayId, unitId, on }: CountedSession, directory: Directory | null): FactRecord {
  return { label: labelled(directory, unitId, on, 'Buổi tiếp của lãnh đạo'), on, value: 1, path: `/tiep-cong-dan/lich/buoi/${dayId}` }
}

function labelled(directory: Directory | null, unitId: UnitId, on: FactSpan['from'], label: string): string {
  return [directory?.nameOn(unitId, on), label].filter(Boolean).join(': ')
}
