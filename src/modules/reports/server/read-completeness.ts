import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { Completeness, CompletenessQuery } from '../contract-sums.ts'
import { OWING_CLASSES } from '../domain/owing.ts'
import { countTimeliness, timelinessOf } from '../domain/timeliness.ts'
import { followedReports } from './list-reports.ts'
import { byName } from './read-report.ts'
import { owingClassOfUnit } from './reported-units.ts'
import { reportListStore } from './report-list-store.ts'

/** Of all reports the actor may follow: how many reports are owed, came, came in time, were given back, are late; the latest units first. */
export async function readCompleteness(work: Work, { form, periodId, class: owing, from, to }: z.infer<typeof CompletenessQuery>): Promise<Completeness> {
  const directory = await loadDirectory(work.db)
  const rows = await reportListStore(work.db).listSendings({ ...followedReports(work), periodId, formCode: form, closedFrom: from, closedTo: to })
  const reports = rows.map((row) => ({ ...row, ...timelinessOf(row, work.today, work.calendar), class: owingClassOfUnit(directory, row.unitId, row.periodTo) }))
    .filter((report) => owing === undefined || (report.class ?? 'none') === owing)
  const periods = [...Map.groupBy(reports, ({ periodId: of }) => of)]
  const classes = Map.groupBy(reports, (report) => report.class)
  const units = [...Map.groupBy(reports, ({ unitId }) => unitId)]
  return {
    on: work.today, totals: countTimeliness(reports),
    periods: periods.toSorted(([, [one]], [, [other]]) => ((one?.periodTo ?? '') < (other?.periodTo ?? '') ? 1 : -1)).flatMap(([id, of]) => {
      const [first] = of
      return first === undefined ? [] : [{ id, name: first.periodName, formCode: first.formCode, formTitle: first.formTitle, counts: countTimeliness(of) }]
    }),
    classes: [...OWING_CLASSES, null].flatMap((each) => {
      const of = classes.get(each)
      return of === undefined ? [] : [{ class: each, counts: countTimeliness(of) }]
    }),
    units: units.flatMap(([id, of]) => {
      const [only] = of
      if (only === undefined) return []
      return [{
        id, name: directory.nameOn(id, only.periodTo) ?? '', class: only.class, counts: countTimeliness(of), daysLate: Math.max(...of.map(({ daysLate }) => daysLate)),
        report: of.length > 1 ? null : {
          periodId: only.periodId, state: only.state, dueOn: only.dueOn, firstSentOn: only.firstSentOn, lastSentOn: only.lastSentOn, receivedOn: only.receivedOn, timesReturned: only.timesReturned,
        },
      }]
    }).toSorted((one, other) => other.daysLate - one.daysLate || other.counts.late - one.counts.late || byName.compare(one.name, other.name)),
  }
}
