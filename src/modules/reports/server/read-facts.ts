import { may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { FactRecords } from '../contract.ts'
import { factRecords, findFact } from './facts.ts'
import { getReport } from './loaded-report.ts'
import { unitsCovered } from './reported-units.ts'
import type { PeriodId } from './tables.ts'

/** The very records that the platform counts for a figure of a unit's report. Each page they lead to asks for its own right. */
export async function readFactRecords(work: Work, periodId: PeriodId, unitId: UnitId, code: string): Promise<FactRecords> {
  const { period, form } = await getReport(work, periodId, unitId)
  if (!may(work.actor, 'reports.read', unitId)) throw new Refusal('forbidden', 'http.not_allowed') // its level above reads the report, not the unit's records
  const figure = form.figures.find((each) => each.code === code)
  const fact = figure?.fact === null || figure === undefined ? undefined : findFact(figure.fact)
  if (figure === undefined || fact === undefined) throw new Refusal('not_found', 'reports.no_such_fact', { code })
  const records = await factRecords(work, fact.code, unitsCovered(await loadDirectory(work.db), unitId, period), period)
  return {
    name: figure.name, measure: fact.measure, value: records.reduce((sum, { value }) => sum + value, 0), from: period.from, to: period.to, asOf: work.today < period.to ? work.today : period.to,
    records: records.map((record) => ({ ...record })),
  }
}
