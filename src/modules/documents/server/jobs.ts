import { isValidOn } from '#kernel/validity.ts'
import type { Job } from '#platform/server/jobs.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { loadWhoHears, notify } from '#modules/people/server/index.ts'
import { remindersDue } from '../domain/acknowledgement-reminders.ts'
import { acknowledgementStepStore } from './acknowledgement-step-store.ts'
import { deliveryStore } from './delivery-store.ts'
import { documentSummaries } from './reading.ts'

/** Units that have not acknowledged are reminded, up the ladder: focal officer, head, the level above. */
export const documentJobs: readonly Job[] = [{ name: 'documents.remind-units', every: '0 8 * * *', run: remindUnits }]

export async function remindUnits(work: Work): Promise<void> {
  const waiting = await deliveryStore(work.db).listWaiting(work.today)
  const documents = await documentSummaries(work, waiting.map(({ documentId }) => documentId))
  const directory = await loadDirectory(work.db)
  const whoHears = await loadWhoHears(work, 'documents.acknowledge')
  const steps = (await acknowledgementStepStore(work.db).list()).filter((step) => isValidOn(step, work.today))
  for (const { id, documentId, unitId, sentOn } of waiting) {
    const holder = currentHolder(directory, unitId, work.today)
    const document = documents.get(documentId)
    if (holder === undefined || document === undefined) continue
    for (const { level, afterDays, time } of remindersDue(sentOn, work.today, steps, work.calendar)) {
      await notify(work, {
        to: whoHears(level, holder), subject: `documents.remind_${level}`,
        details: { number: document.number ?? document.summary, unit: directory.nameOn(holder, work.today) ?? '', days: afterDays },
        link: `/van-ban/${documentId}`, dedupeKey: `acknowledge ${id} ${level}${time === 1 ? '' : ` ${time}`}`,
      })
    }
  }
}
