import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { SaveReport, SaveResult } from '../contract.ts'
import { clashesOf, touched, valueAt, withChange, type ContentChange } from '../domain/content.ts'
import { isGiven, isValueOf, type Figure } from '../domain/figure.ts'
import { evaluate } from './evaluate.ts'
import { getReportFor, type LoadedReport } from './loaded-report.ts'
import { mutable, shownContent } from './read-report.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId, RevisionId } from './tables.ts'

/**
 * Keeps what was changed since the last save, all of it or nothing. Two people may write in one report: only where both changed the
 * same place is the second told, with what the other wrote.
 */
export async function saveReport(work: Work, periodId: PeriodId, unitId: UnitId, { version: seenVersion, ...wanted }: SaveReport): Promise<SaveResult> {
  const loaded = await getReportFor(work, periodId, unitId, 'save')
  const store = reportStore(work.db)
  const { id } = loaded.report
  const draft = await store.findDraft(id)
  const change = changeOf(work, loaded, wanted)
  await requireProvenance(work, change.taken)
  if (seenVersion > draft.version) throw new Refusal('invalid', 'reports.version_unknown', { field: 'version' })
  const clashes = clashesOf(draft.content, change, draft.touches, { seenVersion, by: work.actor.id })
  const isStale = draft.version > seenVersion
  if (clashes.length > 0) {
    const names = await namesOf(work, clashes.map(({ by }) => by))
    return {
      version: draft.version, savedAt: draft.changedAt ?? work.now, ...await workedOut(work, loaded, draft.content), content: shownContent(draft.content),
      clashes: clashes.map(({ place, by, at }) => ({ place, byName: names.get(by) ?? null, at, theirs: valueAt(draft.content, place) })),
    }
  }
  const content = withChange(draft.content, change)
  const version = draft.version + 1
  await store.putDraft(id, { version, content, touches: touched(draft.touches, change, { version, by: work.actor.id, at: work.now }) }, { at: work.now, id: work.actor.id })
  return { version, savedAt: work.now, clashes: [], ...await workedOut(work, loaded, content), content: isStale ? shownContent(content) : null }
}

async function workedOut(work: Work, loaded: LoadedReport, content: Parameters<typeof evaluate>[2]): Promise<Pick<SaveResult, 'values' | 'totals' | 'findings'>> {
  const { values, totals, findings } = await evaluate(work, loaded, content)
  return { values: { ...values }, totals: { ...totals }, findings: findings.map(mutable) }
}

/** What is said to be taken over from a unit is a revision of that unit. */
async function requireProvenance(work: Work, taken: ContentChange['taken']): Promise<void> {
  const pieces = Object.entries(taken ?? {}).flatMap(([section, of]) => of.map((piece) => ({ section, ...piece })))
  if (pieces.length === 0) return
  const known = new Map((await revisionStore(work.db).unitsOf(pieces.map(({ revisionId }) => revisionId as RevisionId))).map(({ id, unitId }) => [id as string, unitId]))
  const wrong = pieces.find(({ unitId, revisionId }) => known.get(revisionId) !== unitId)
  if (wrong !== undefined) throw new Refusal('invalid', 'reports.no_such_revision', { field: `taken.${wrong.section}` })
}

/** Only what the form asks for, each figure of its kind; an override bears its author and day. */
function changeOf(work: Work, { form, period }: LoadedReport, { overrides, ...wanted }: Omit<SaveReport, 'version'>): ContentChange {
  const figures = new Map(form.figures.map((figure) => [figure.code, figure]))
  const isSummary = period.madeOf.length > 0
  for (const [code, value] of Object.entries(wanted.values ?? {})) {
    const figure = getFigure(figures, code, `values.${code}`)
    if (!isGiven(figure) || isSummary) throw new Refusal('invalid', 'reports.figure_is_computed', { field: `values.${code}`, name: figure.name })
    if (!isValueOf(figure, value)) throw new Refusal('invalid', figure.kind === 'count' ? 'reports.not_a_whole_number' : 'reports.not_a_number', { field: `values.${code}`, name: figure.name })
  }
  for (const code of Object.keys(wanted.reasons ?? {})) getFigure(figures, code, `reasons.${code}`)
  for (const code of Object.keys(overrides ?? {})) {
    const figure = getFigure(figures, code, `overrides.${code}`)
    if (figure.combination.rule === 'ratio' || figure.combination.rule === 'none') throw new Refusal('invalid', 'reports.not_overridable', { field: `overrides.${code}`, name: figure.name })
  }
  const sections = new Set(form.definition.sections.map(({ id }) => id))
  const tables = new Set(form.definition.tables.map(({ code }) => code))
  for (const part of ['texts', 'taken'] as const) {
    for (const id of Object.keys(wanted[part] ?? {})) if (!sections.has(id)) throw new Refusal('invalid', 'reports.no_such_section', { field: `${part}.${id}`, section: id })
  }
  for (const part of Object.keys(wanted.nothing ?? {})) if (!sections.has(part) && !tables.has(part)) throw new Refusal('invalid', 'reports.no_such_section', { field: `nothing.${part}`, section: part })
  return { ...wanted, taken: wanted.taken, overrides: overrides && Object.fromEntries(Object.entries(overrides).map(([code, set]) => [code, set && { ...set, by: work.actor.id, on: work.today }])) }
}

function getFigure(figures: ReadonlyMap<string, Figure>, code: string, field: string): Figure {
  const figure = figures.get(code)
  if (figure === undefined) throw new Refusal('invalid', 'reports.no_such_figure', { field, code })
  return figure
}
