import { z } from 'zod'
import type { Job, Reactions } from '#platform/server/jobs.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { loadWhoHears, notify } from '#modules/people/server/index.ts'
import { aDirectiveId, aUnitId } from '../contract.ts'
import { remindersOn } from '../domain/escalation.ts'
import { dueDateSteps } from './escalation-steps.ts'
import { openPeriods, passOnThroughDistrict } from './pass-on.ts'
import { obligationStore } from './obligation-store.ts'

export const planJobs: readonly Job[] = [
  { name: 'plans.open-periods', every: '30 0 * * *', async run(work) { await openPeriods(work) } },
  { name: 'plans.remind', every: '0 7 * * *', run: remind },
]

const UnitPlanIssued = z.object({ directiveId: aDirectiveId, unitId: aUnitId })

export const planReactions: Reactions = {
  'plans.unit-plan-issued': [async (work, { payload }) => {
    const { directiveId, unitId } = UnitPlanIssued.parse(payload)
    await passOnThroughDistrict(work, directiveId, unitId)
  }],
}

/** Who holds it hears, up the ladder as the due date nears and passes; each step is noted on the obligation. */
export async function remind(work: Work): Promise<void> {
  const store = obligationStore(work.db)
  const directory = await loadDirectory(work.db)
  const steps = await dueDateSteps(work)
  if (steps.length === 0) return
  const furthest = Math.max(...steps.map(({ daysToDue }) => daysToDue))
  const whoHears = await loadWhoHears(work, 'plans.report-progress')
  for (const { id, unitId, dutyTitle, said, ...dates } of await store.listToRemind(addWorkingDays(work.today, furthest, work.calendar))) {
    const holder = currentHolder(directory, unitId, work.today)
    if (holder === undefined) continue
    for (const reminder of remindersOn(work.today, dates, said, steps, work.calendar)) {
      await store.addReminder(id, reminder, work.today)
      await notify(work, {
        to: whoHears(reminder.level, holder), ...sayingOf(work, dates.dueOn, { duty: dutyTitle, unit: directory.nameOn(holder, work.today) ?? '' }),
        link: `/ke-hoach/nhiem-vu/${id}`, dedupeKey: `obligation ${id} ${reminder.level} ${reminder.daysToDue}`,
      })
    }
  }
}

/** What is true on the day, also when the step is said late: a job that did not run, a step that was moved. */
function sayingOf({ today, calendar }: Work, dueOn: PlainDate, about: { duty: string; unit: string }) {
  const left = workingDaysBetween(today, dueOn, calendar)
  if (today > dueOn) return { subject: 'plans.remind_overdue', details: { ...about, days: -left } }
  if (left > 0) return { subject: 'plans.remind_due_soon', details: { ...about, days: left } }
  return { subject: 'plans.remind_due_now', details: { ...about, date: formatDate(dueOn) } }
}
