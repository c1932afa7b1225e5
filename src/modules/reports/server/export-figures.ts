import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { ReportRecord } from '../contract.ts'
import type { ExportedFigures, UnitRef } from '../contract-exchange.ts'
import type { FormDefinition } from '../domain/form.ts'
import { readReport } from './read-report.ts'
import { readSums } from './read-sums.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import type { PeriodId } from './tables.ts'

type ExportedRow = ExportedFigures['rows'][number]
/** What is handed out, with the form that says how it is drawn. */
export interface FiguresToExport extends ExportedFigures { readonly definition: FormDefinition }

/**
 * The figures of a unit as the reader may see them: inside it as they stand, elsewhere those of the last revision sent. With `below` the units
 * right below, each with its sums of what was received, and all together. Refused while nothing is there to hand out.
 */
export async function exportFigures(work: Work, periodId: PeriodId, unitId: UnitId, { below }: { readonly below: boolean }): Promise<FiguresToExport> {
  const report = await readReport(work, periodId, unitId)
  const directory = await loadDirectory(work.db)
  const { period, form: { definition, figures } } = report
  const unit = unitRef(directory, unitId, period.to as PlainDate)
  const rows = below ? await rowsBelow(work, report, unit) : [{ unit, part: 'whole' as const, ...revisionShown(report), values: wholeValues(report) }]
  if (rows.every(({ values }) => Object.values(values).every((value) => value === null))) throw new Refusal('conflict', 'reports.no_figures_yet')
  return {
    definition, form: { code: period.formCode, version: period.versionNumber, title: definition.title }, period: { code: period.code, name: period.name, from: period.from, to: period.to }, unit, on: work.today,
    figures: figures.map(({ code, name, kind, measure }) => ({ code, name, kind, measure })), rows,
  }
}

/** A unit as other systems know it: by the code it had on the last day, or last had. */
export function unitRef(directory: Directory, id: UnitId, on: PlainDate): UnitRef {
  const version = directory.unitOn(id, on) ?? directory.historyOf(id).at(-1)
  return { id, code: version?.code ?? null, name: directory.nameOn(id, on) ?? '' }
}

/** Sums where figures add up, the unit's own word where they do not. */
function wholeValues({ form, values, totals }: ReportRecord): ExportedRow['values'] {
  return Object.fromEntries(form.figures.map(({ code, combination }) => [code, combination.rule === 'none' ? values[code] ?? null : totals[code] ?? values[code] ?? null]))
}

/** The revision that the figures shown stand in: outside the unit the one shown, inside the one in force. */
function revisionShown({ state, revisions, revisionShown: number }: ReportRecord): Pick<ExportedRow, 'revision' | 'hash'> {
  const isFrozen = ['approved', 'sent', 'received'].includes(state)
  const revision = number === null ? (isFrozen ? revisions.find(({ fellOn, returnedOn }) => fellOn === null && returnedOn === null) : undefined) : revisions.find((each) => each.number === number)
  return { revision: revision?.number ?? null, hash: revision?.hash ?? null }
}

async function rowsBelow(work: Work, report: ReportRecord, unit: UnitRef): Promise<ExportedRow[]> {
  const [periodId, unitId, on] = [report.period.id as PeriodId, unit.id as UnitId, report.period.to as PlainDate]
  const sums = await readSums(work, periodId, unitId, { tree: 'then', count: 'received' })
  const directory = await loadDirectory(work.db)
  const received = await revisionsBelow(work, periodId, unitId)
  const codes = report.form.figures.map(({ code }) => code)
  const valuesOf = (totals: typeof sums.totals) => Object.fromEntries(codes.map((code) => [code, totals[code]?.value ?? null]))
  const words = Object.fromEntries(report.form.figures.filter(({ kind }) => kind === 'text').map(({ code }) => [code, report.values[code] ?? null]))
  const hasOwn = Object.keys(sums.own).length > 0
  return [
    ...(hasOwn ? [{ unit, part: 'own' as const, ...revisionShown(report), values: { ...Object.fromEntries(codes.map((code) => [code, sums.own[code] ?? null])), ...words } }] : []),
    ...sums.units.map(({ id, totals }) => ({ unit: unitRef(directory, id as UnitId, on), part: 'below' as const, revision: received.get(id)?.number ?? null, hash: received.get(id)?.hash ?? null, values: valuesOf(totals) })),
    { unit, part: 'total', revision: null, hash: null, values: valuesOf(sums.totals) },
  ]
}

/** The received revisions of the units right below, by unit. */
async function revisionsBelow(work: Work, periodId: PeriodId, unitId: UnitId): Promise<ReadonlyMap<string, { readonly number: number; readonly hash: string }>> {
  const reports = await reportStore(work.db).listBelow([periodId], unitId)
  const accepted = reports.flatMap(({ unitId: of, acceptedRevisionId: id }) => (id === null || of === unitId ? [] : [[id, of] as const]))
  const stamps = await revisionStore(work.db).listStamps(accepted.map(([id]) => id))
  return new Map(accepted.flatMap(([id, of]) => {
    const stamp = stamps.get(id)
    return stamp === undefined ? [] : [[of, stamp] as const]
  }))
}
