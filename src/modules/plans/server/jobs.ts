import { z } from 'zod'
import type { Job, Reactions } from '#platform/server/jobs.ts'
import { addWorkingDays } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { accountsWho, notify } from '#modules/people/server/index.ts'
import { aDirectiveId, aUnitId } from '../contract.ts'
import { ESCALATION, remindersOn, type Level } from '../domain/escalation.ts'
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
  const furthest = Math.max(...ESCALATION.map(({ daysToDue }) => daysToDue))
  const listeners = new Map<string, Promise<Parameters<typeof notify>[1]['to']>>()
  for (const { id, unitId, dutyTitle, said, ...dates } of await store.listToRemind(addWorkingDays(work.today, furthest, work.calendar))) {
    const holder = currentHolder(directory, unitId, work.today)
    if (holder === undefined) continue
    for (const reminder of remindersOn(work.today, dates, said, work.calendar)) {
      const key = `${reminder.level} ${holder}`
      const to = listeners.get(key) ?? accountsWho(work, PERMISSION_AT[reminder.level], holder).then((people) => people.map((person) => person.id))
      listeners.set(key, to)
      await store.addReminder(id, reminder, work.today)
      await notify(work, {
        to: await to, subject: reminder.daysToDue > 0 ? 'plans.remind_due_soon' : 'plans.remind_overdue',
        details: { duty: dutyTitle, unit: directory.nameOn(holder, work.today) ?? '', days: Math.abs(reminder.daysToDue) },
        link: `/ke-hoach/nhiem-vu/${id}`, dedupeKey: `obligation ${id} ${reminder.level} ${reminder.daysToDue}`,
      })
    }
  }
}

/** Of the unit who reports, and who approves there; above it, who follows its work. */
const PERMISSION_AT = { focal: 'plans.report-progress', head: 'plans.approve-unit-plan', above: 'plans.remind' } as const satisfies Record<Level, string>
