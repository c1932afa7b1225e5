import type { AccountId } from '#kernel/ids.ts'
import { addDays, formatDate, laterOf } from '#kernel/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Job } from '#platform/server/jobs.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { loadWhoHears, notify } from '#modules/people/server/index.ts'
import { dueDateSteps, remindersOn } from '#modules/plans/server/index.ts'
import { CLOSING_SOON_DAYS } from '../domain/closing-soon.ts'
import { openDuePeriods } from './periods.ts'
import { reportReminderStore, type ReportToRemind } from './report-reminder-store.ts'

/** How many units a sentence names. */
const NAMED_UNITS = 5

/** What reports do by the clock. */
export const reportJobs: readonly Job[] = [
  { name: 'reports.open-periods', every: '40 0 * * *', run: openDuePeriods },
  { name: 'reports.remind', every: '0 7 * * *', run: remind },
]

interface HeardAbove { readonly accountId: AccountId; readonly report: ReportToRemind; readonly unit: string }

/**
 * Who prepares a report that was not sent hears, then the head, then who follows the unit from above, by the steps that the province set for
 * due dates. What comes long before the period ends is not said: there is little to write yet. Who follows many units hears of all of them at once.
 */
export async function remind(work: Work): Promise<void> {
  const steps = await dueDateSteps(work)
  if (steps.length === 0) return
  const store = reportReminderStore(work.db)
  const directory = await loadDirectory(work.db)
  const furthest = Math.max(...steps.map(({ daysToDue }) => daysToDue))
  const whoHears = await loadWhoHears(work, 'reports.prepare')
  const above: HeardAbove[] = []
  for (const report of await store.listToRemind(addWorkingDays(work.today, furthest, work.calendar), addDays(work.today, CLOSING_SOON_DAYS))) {
    const { id, unitId, dueOn, said } = report
    const holder = currentHolder(directory, unitId, work.today)
    if (holder === undefined) continue
    for (const reminder of remindersOn(work.today, { dueOn, assignedOn: becameWorkOn(report) }, said, steps, work.calendar)) {
      await store.add(id, reminder, work.today)
      const [to, unit] = [whoHears(reminder.level, holder), directory.nameOn(unitId, work.today) ?? '']
      if (reminder.level === 'above') above.push(...to.map((accountId) => ({ accountId, report, unit })))
      else await notify(work, { to, ...sayingOf(work, report, unit), dedupeKey: `report ${id} ${reminder.level} ${String(reminder.daysToDue)}` })
    }
  }
  for (const heard of Map.groupBy(above, ({ accountId, report }) => `${accountId} ${report.periodId}`).values()) await tellAbove(work, heard)
}

/** One sentence for all the units of a period. */
async function tellAbove(work: Work, heard: readonly HeardAbove[]): Promise<void> {
  const [first, another] = heard
  if (first === undefined) return
  const { accountId, report: { periodId, periodName, formTitle } } = first
  const names = heard.map(({ unit }) => unit).toSorted((one, other) => one.localeCompare(other, 'vi', { numeric: true }))
  const saying = another === undefined ? sayingOf(work, first.report, first.unit) : {
    subject: names.length > NAMED_UNITS ? 'reports.remind_above_many' : 'reports.remind_above', link: `/bao-cao?tab=all&periodId=${periodId}`,
    details: { form: formTitle, period: periodName, count: names.length, units: names.slice(0, NAMED_UNITS).join(', '), others: names.length - NAMED_UNITS },
  }
  await notify(work, { to: [accountId], ...saying, dedupeKey: `reports above ${periodId} ${work.today}` })
}

/** From when on a step may be said of it: a period opened late does not bring up what should have been said before. */
function becameWorkOn({ openedOn, to }: ReportToRemind) {
  return laterOf(openedOn, addDays(to, -CLOSING_SOON_DAYS))
}

/** What is true on the day, also when the step is said late: a job that did not run, a step that was moved. */
function sayingOf({ today, calendar }: Work, { formTitle, periodId, periodName, unitId, dueOn }: ReportToRemind, unit: string) {
  const about = { form: formTitle, period: periodName, unit }
  const link = `/bao-cao/${periodId}/${unitId}`
  const left = workingDaysBetween(today, dueOn, calendar)
  if (today > dueOn) return { subject: 'reports.remind_overdue', link, details: { ...about, days: -left } }
  if (left > 0) return { subject: 'reports.remind_due_soon', link, details: { ...about, days: left } }
  return { subject: 'reports.remind_due_now', link, details: { ...about, date: formatDate(dueOn) } }
}
