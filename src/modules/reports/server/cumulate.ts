import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { numbersOf, resolveValues } from '../domain/checks.ts'
import { totalAt, type Submission } from '../domain/consolidate.ts'
import { partCodes } from '../domain/parts.ts'
import type { LoadedReport } from './loaded-report.ts'
import { periodStore, type PeriodRow } from './period-store.ts'
import { unitsCovered } from './reported-units.ts'
import { reportStore } from './report-store.ts'
import { revisionStore } from './revision-store.ts'
import { factsOf, sumsOf } from './submissions.ts'

/** What a unit said in the periods that make up a longer one, put together by the rules of its figures. `isFinal`: every part was sent. */
export interface Cumulated { readonly periods: readonly string[]; readonly isFinal: boolean; readonly values: Readonly<Record<string, number>> }

/**
 * So that nobody types a year that the half-years have said: the unit's own figures over the parts, those of the former units that are
 * wholly its own included. Null unless it has something to say of every part.
 */
export async function cumulate(work: Work, { report, period, form }: Pick<LoadedReport, 'report' | 'period' | 'form'>): Promise<Cumulated | null> {
  if (period.span === 'other') return null
  for (const codes of partCodes(period.code, period.span)) {
    const found = await Promise.all(codes.map((code) => periodStore(work.db).findByCode(period.formCode, code)))
    const parts = found.filter((part) => part !== undefined)
    if (codes.length === 0 || parts.length < codes.length) continue
    const said = await Promise.all(parts.map((part) => saidIn(work, part, { report, period })))
    if (said.some(({ submissions }) => submissions.length === 0)) continue
    const sums = await sumsOf(work, period, said.flatMap(({ submissions }) => submissions))
    const given = form.figures.flatMap(({ code, kind }) => {
      const { value } = totalAt(sums, report.unitId, code)
      return value === null || kind === 'ratio' ? [] : [[code, value] as const]
    })
    return { periods: parts.map(({ name }) => name), isFinal: said.every(({ isSent }) => isSent), values: Object.fromEntries(given) }
  }
  return null
}

/** The revision in force, else the text as it is being written: half-year and year are due on the same days. */
async function saidIn(work: Work, part: PeriodRow, { report, period }: Pick<LoadedReport, 'report' | 'period'>): Promise<{ submissions: Submission[]; isSent: boolean }> {
  const directory = await loadDirectory(work.db)
  const store = reportStore(work.db)
  const reports = await Promise.all(unitsCovered(directory, report.unitId, { from: part.from, to: period.to }).map((unitId) => store.find(part.id, unitId)))
  const submissions: Submission[] = []
  let isSent = true
  for (const each of reports.filter((known) => known !== undefined)) {
    const frozen = each.revisionId ?? each.acceptedRevisionId
    if (each.sentAt === null && each.acceptedRevisionId === null) isSent = false
    if (frozen !== null) {
      const { own } = await revisionStore(work.db).get(frozen)
      submissions.push({ id: frozen, unitId: each.unitId, on: part.to, values: numbersOf(own), overrides: {} })
      continue
    }
    const { content, version } = await store.findDraft(each.id)
    if (version === 0) continue
    const form = await periodStore(work.db).formOf(part.versionId)
    const own = resolveValues(form, content, await factsOf(work, part, each.unitId, form.figures))
    submissions.push({ id: 'draft', unitId: each.unitId, on: part.to, values: numbersOf(own), overrides: {} })
  }
  return { submissions, isSent }
}
