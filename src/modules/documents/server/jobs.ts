import type { UnitId } from '#kernel/ids.ts'
import type { Job } from '#platform/server/jobs.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { accountsWho, notify } from '#modules/people/server/index.ts'
import { remindersDue, type ReminderLevel } from '../domain/acknowledgement-reminders.ts'
import { deliveryStore } from './delivery-store.ts'
import { documentSummaries } from './reading.ts'

/** Units that have not acknowledged are reminded, up the ladder: focal officer, head, the level above. */
export const documentJobs: readonly Job[] = [{ name: 'documents.remind-units', every: '0 8 * * *', run: remindUnits }]

export async function remindUnits(work: Work): Promise<void> {
  const waiting = await deliveryStore(work.db).listWaiting(work.today)
  const documents = await documentSummaries(work, waiting.map(({ documentId }) => documentId))
  const directory = await loadDirectory(work.db)
  for (const { id, documentId, unitId, sentOn } of waiting) {
    const holder = currentHolder(directory, unitId, work.today)
    const document = documents.get(documentId)
    if (holder === undefined || document === undefined) continue
    for (const level of remindersDue(sentOn, work.today, work.calendar)) {
      await notify(work, {
        to: (await peopleAt(work, level, holder)).map((account) => account.id), subject: `documents.remind_${level}`,
        details: { number: document.number ?? document.summary, unit: directory.nameOn(holder, work.today) ?? '' },
        link: `/van-ban/${documentId}`, dedupeKey: `acknowledge ${id} ${level}`,
      })
    }
  }
}

/** Of the unit: who acknowledges; for the head's level, who approves there; above: who follows the unit's work. */
async function peopleAt(work: Work, level: ReminderLevel, unitId: UnitId) {
  if (level === 'focal') return accountsWho(work, 'documents.acknowledge', unitId)
  if (level === 'head') return accountsWho(work, 'plans.approve-unit-plan', unitId)
  return accountsWho(work, 'plans.remind', unitId)
}
