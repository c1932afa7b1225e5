import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { Narratives } from '../contract-sums.ts'
import { directoryOf } from './directory-of-work.ts'
import { getReport, isInside } from './loaded-report.ts'
import { periodStore } from './period-store.ts'
import { byName } from './read-report.ts'
import { reportStore, type ReportRow } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { countedRevision } from './submissions.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/** Section by section what the units right below wrote (or, in a sơ kết, what the periods' own reports say), and what of it was taken over. */
export async function readNarratives(work: Work, periodId: PeriodId, unitId: UnitId): Promise<Narratives> {
  const { report, period, form } = await getReport(work, periodId, unitId)
  if (!isInside(work, unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  const store = reportStore(work.db)
  const isSummary = period.madeOf.length > 0
  const reports = isSummary
    ? (await store.listOfPeriods(period.madeOf)).filter((part) => part.unitId === unitId || part.receiverId === unitId)
    : (await store.listBelow([period.id], unitId)).filter((part) => part.unitId !== unitId)
  const revisionOf = (part: ReportRow): RevisionId | null => countedRevision(part, 'received') ?? (part.unitId === unitId ? part.revisionId : null)
  const written = await revisionStore(work.db).listTexts(reports.flatMap((part) => revisionOf(part) ?? []))
  const { content } = await store.findDraft(report.id)
  const directory = await directoryOf(work)
  const periods = new Map((await periodStore(work.db).listByIds([period.id, ...period.madeOf])).map((part) => [part.id, part]))
  const nameOf = (part: ReportRow) => {
    const of = periods.get(part.periodId) ?? period
    const name = directory.nameOn(part.unitId, of.to) ?? ''
    return { id: part.unitId, name: isSummary ? `${name}, ${of.name}` : name }
  }
  const parts = reports.map((part) => ({ ...nameOf(part), revision: written.find(({ id }) => id === revisionOf(part)) })).toSorted((one, other) => byName.compare(one.name, other.name))
  return {
    sections: form.definition.sections.filter(({ asksText }) => asksText).map(({ id, heading }) => ({
      id, heading,
      units: parts.flatMap(({ id: of, name, revision }) => {
        if (revision === undefined) return []
        const text = (revision.texts[id] ?? '').trim()
        const isTaken = (content.taken[id] ?? []).some((piece) => piece.revisionId === revision.id)
        return [{ id: of, name, revisionId: revision.id, revision: revision.number, text, isNothing: revision.nothing.includes(id), isTaken }]
      }),
    })),
    missing: parts.filter(({ revision }) => revision === undefined).map(({ id, name }) => ({ id, name })),
  }
}
