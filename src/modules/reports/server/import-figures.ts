import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import type { ReadSheet } from '#platform/server/spreadsheet/read-xlsx.ts'
import type { ImportFault, ImportFigures, ImportResult } from '../contract-exchange.ts'
import { canonical, placesOf, valueAt, type ContentChange, type ReportContent } from '../domain/content.ts'
import { faultOfValue } from './import-faults.ts'
import { getReportFor, type LoadedReport } from './loaded-report.ts'
import { readTemplate } from './read-template.ts'
import { reportStore } from './report-store.ts'
import { saveReport } from './save-report.ts'
import type { PeriodId } from './tables.ts'

/** More are not told of one file: who sent the wrong one has no use for a thousand. */
const MOST_FAULTS = 200

/** Before a file is read at all: who may not write the report now is told so. */
export async function requireImport(work: Work, periodId: PeriodId, unitId: UnitId): Promise<void> {
  await reportToFill(work, periodId, unitId)
}

/** A template that came back (`figureTemplate`): all of it is taken, or nothing and every cell that does not fit is named. */
export async function importWorkbook(work: Work, periodId: PeriodId, unitId: UnitId, sheets: readonly ReadSheet[]): Promise<ImportResult> {
  const loaded = await reportToFill(work, periodId, unitId)
  const { period, form } = loaded
  const { values, faults } = readTemplate(sheets, form, { form: period.formCode, version: String(period.versionNumber), period: period.code, unit: unitId })
  return take(work, loaded, { values }, faults)
}

/** The same from another system, over the API. */
export async function importFigures(work: Work, periodId: PeriodId, unitId: UnitId, { formVersion, values, texts, nothing }: ImportFigures): Promise<ImportResult> {
  const loaded = await reportToFill(work, periodId, unitId)
  const { period, form } = loaded
  const figures = new Map(form.figures.map((figure) => [figure.code, figure]))
  const sections = new Set(form.definition.sections.map(({ id }) => id))
  const tables = new Set(form.definition.tables.map(({ code }) => code))
  const unknown = (code: `reports.import_${string}`, details: ImportFault['details']): ImportFault => ({ sheet: null, cell: null, figure: null, code, details })
  return take(work, loaded, { values, texts, nothing }, [
    ...(formVersion === undefined || formVersion === period.versionNumber ? [] : [unknown('reports.import_other_version', { found: formVersion, expected: period.versionNumber })]),
    ...Object.entries(values).flatMap(([code, value]) => {
      const figure = figures.get(code)
      return figure === undefined ? [unknown('reports.import_unknown_code', { code })] : faultOfValue(figure, value) ?? []
    }),
    ...Object.keys(texts ?? {}).filter((id) => !sections.has(id)).map((section) => unknown('reports.import_unknown_section', { section })),
    ...Object.keys(nothing ?? {}).filter((part) => !sections.has(part) && !tables.has(part)).map((section) => unknown('reports.import_unknown_section', { section })),
  ])
}

async function reportToFill(work: Work, periodId: PeriodId, unitId: UnitId): Promise<LoadedReport> {
  const loaded = await getReportFor(work, periodId, unitId, 'save')
  if (loaded.period.madeOf.length > 0) throw new Refusal('conflict', 'reports.figures_are_summed')
  return loaded
}

/** Only what differs is written, so that the same file twice changes nothing. The report is held since it was read: the version is the newest. */
async function take(work: Work, { report, period }: LoadedReport, given: ContentChange, faults: readonly ImportFault[]): Promise<ImportResult> {
  const { version, content } = await reportStore(work.db).findDraft(report.id)
  if (faults.length > 0) return { version, taken: 0, same: 0, faults: faults.slice(0, MOST_FAULTS) }
  const changed = differing(content, given)
  const [all, taken] = [placesOf(given).length, placesOf(changed).length]
  if (taken === 0) return { version, taken, same: all, faults: [] }
  const saved = await saveReport(work, period.id, report.unitId, { version, values: { ...changed.values }, texts: { ...changed.texts }, nothing: { ...changed.nothing } })
  return { version: saved.version, taken, same: all - taken, faults: [] }
}

function differing(content: ReportContent, { values = {}, texts = {}, nothing = {} }: ContentChange): Required<Pick<ContentChange, 'values' | 'texts' | 'nothing'>> {
  const differs = (part: string) => ([key, value]: readonly [string, unknown]) => canonical(valueAt(content, `${part}.${key}`)) !== canonical(value)
  return {
    values: Object.fromEntries(Object.entries(values).filter(differs('values'))), texts: Object.fromEntries(Object.entries(texts).filter(differs('texts'))),
    nothing: Object.fromEntries(Object.entries(nothing).filter(differs('nothing'))),
  }
}
