import { addDays } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { FactInfo, FactRecord, FactSource, FactSpan } from '#platform/server/facts.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { FORM_COLUMNS, type FormColumn } from '../domain/statistics-columns.ts'
import { factCode, figuresOf } from '../domain/statistics-figures.ts'
import { FORM_WORDS } from './petition-fact-words.ts'
import { petitionFactStore, type CountedRecord } from './petition-fact-store.ts'

/** Every column of 01–04/XLD and 01–02/KQGQ, counted from the cases as they stood on the last day of the span. */
export const petitionFacts: FactSource = {
  facts: FORM_COLUMNS.map(infoOf),
  async count(work, unitIds, span, wanted) {
    if (!(await keepsRegister(work, unitIds, span))) return {}
    const columns = FORM_COLUMNS.filter((column) => wanted?.has(factCode(column)) ?? true)
    const asks = (of: FormColumn['of']) => columns.some((column) => column.of === of)
    const store = petitionFactStore(work.db)
    return figuresOf({
      letters: asks('letters') ? await store.letters(unitIds, span) : [], resolutions: asks('resolutions') ? await store.resolutions(unitIds, span) : [],
      enforcements: asks('enforcements') ? await store.enforcements(unitIds, span) : [], replies: asks('replies') ? await store.replies(unitIds, span) : [],
    }, columns)
  },
  async records(work, code, unitIds, span) {
    const column = FORM_COLUMNS.find((known) => factCode(known) === code)
    if (column === undefined) return []
    const directory = await loadDirectory(work.db)
    const counted = await countedBy(column, work, unitIds, span)
    const isHidden = ({ record }: Counted) => record.kind === 'denunciation' // last, so that its place among the days of others tells no day
    return counted.toSorted((one, other) => Number(isHidden(one)) - Number(isHidden(other))).map(({ record, value }) => recordOf(record, value, column, unitIds.length > 1 ? directory : null))
  },
}

function infoOf(column: FormColumn): FactInfo {
  const { title, about, columns } = FORM_WORDS[column.form]
  const [name = '', measure = '', meaning] = columns[column.column - 1] ?? []
  return { code: factCode(column), name: `${title}, cột ${String(column.column)}: ${name}`, measure, meaning: [about, meaning].filter(Boolean).join(' ') }
}

/**
 * Whether the letters of the whole span stand in registers kept here: each unit handled its first one here by the first day of the span, or of
 * its own life where that is later. Otherwise part of them is on paper, and no figure is better than one that is too small.
 */
async function keepsRegister(work: Work, unitIds: readonly UnitId[], { from, to }: FactSpan): Promise<boolean> {
  const firstDays = await petitionFactStore(work.db).firstDays(unitIds)
  const directory = await loadDirectory(work.db)
  const isYoung = (unitId: UnitId) => (directory.lifeOf(unitId)?.validFrom ?? from) > from
  const isKept = (unitId: UnitId) => (firstDays.get(unitId) ?? addDays(to, 1)) <= (isYoung(unitId) ? to : from)
  return unitIds.every(isKept)
}

interface Counted { readonly record: CountedRecord; readonly value: number }

/** The cases of a column with what each adds; those that add nothing are left out. */
async function countedBy(column: FormColumn, { db }: Work, unitIds: readonly UnitId[], span: FactSpan): Promise<readonly Counted[]> {
  const store = petitionFactStore(db)
  switch (column.of) {
    case 'letters': return (await store.letterRecords(unitIds, span)).flatMap(({ record, sort }) => (column.counts(sort) ? [{ record, value: 1 }] : []))
    case 'replies': return (await store.replyRecords(unitIds, span)).flatMap(({ record, sort }) => (column.kinds.includes(sort.kind) ? [{ record, value: 1 }] : []))
    case 'resolutions': return (await store.resolutionRecords(unitIds, span)).flatMap(({ record, sort }) =>
      (column.counts(sort) ? [{ record, value: column.sums === null ? 1 : sort.ordered[column.sums] }] : [])).filter(({ value }) => value !== 0)
    case 'enforcements': return (await store.enforcementRecords(unitIds, span)).flatMap(({ record, sort }) =>
      (column.counts(sort) ? [{ record, value: column.sums === null ? 1 : sort[column.sums.what][column.sums.amount] }] : [])).filter(({ value }) => value !== 0)
  }
}

/**
 * Its number in the register and its topic: never a person, never what somebody wrote. Of a denunciation nothing but that it is one: whoever may
 * read the report sees the list.
 */
function recordOf({ id, unitId, year, number, kind, topicName, on }: CountedRecord, value: number, { of }: FormColumn, directory: Directory | null): FactRecord {
  if (kind === 'denunciation') return { label: of === 'replies' ? 'Một văn bản phúc đáp về đơn tố cáo' : 'Một đơn tố cáo', on: null, value, path: null }
  const paper = `${of === 'replies' ? 'Văn bản phúc đáp, đơn' : 'Đơn'} số ${String(number)}/${String(year)}: ${topicName ?? 'chưa chọn lĩnh vực'}`
  return { label: [directory?.nameOn(unitId, on), paper].filter(Boolean).join(': '), on, value, path: `/don-thu/${id}` }
}
