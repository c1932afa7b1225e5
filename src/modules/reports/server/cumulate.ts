import type { Work } from '#platform/server/work.ts'
import { numbersOf, resolveValues } from '../domain/checks.ts'
import { totalAt, type Submission } from '../domain/consolidate.ts'
import { partCodes } from '../domain/parts.ts'
import { directoryOf } from './directory-of-work.ts'
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
  const choices = partCodes(period.code, period.span)
  const known = choices.flat().length === 0 ? [] : await periodStore(work.db).listByCodes(period.formCode, choices.flat())
  for (const codes of choices) {
    const parts = codes.flatMap((code) => known.filter((part) => part.code === code))
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
  const directory = await directoryOf(work)
  const store = reportStore(work.db)
  const reports = await store.listOfUnits(part.id, unitsCovered(directory, report.unitId, { from: part.from, to: period.to }))
  const own = await revisionStore(work.db).listOwn(reports.flatMap((each) => each.revisionId ?? each.acceptedRevisionId ?? []))
  const submissions: Submission[] = []
  let isSent = true
  for (const each of reports) {
    const frozen = each.revisionId ?? each.acceptedRevisionId
    if (each.sentAt === null && each.acceptedRevisionId === null) isSent = false
    if (frozen !== null) {
      submissions.push({ id: frozen, unitId: each.unitId, on: part.to, values: numbersOf(own.get(frozen) ?? {}), overrides: {} })
      continue
    }
    const { content, version } = await store.findDraft(each.id)
    if (version === 0) continue
    const form = await periodStore(work.db).formOf(part.versionId)
    const values = resolveValues(form, content, await factsOf(work, part, each.unitId, form.figures))
    submissions.push({ id: 'draft', unitId: each.unitId, on: part.to, values: numbersOf(values), overrides: {} })
  }
  return { submissions, isSent }
}
