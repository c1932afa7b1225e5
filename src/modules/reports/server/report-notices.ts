import type { UnitId } from '#kernel/ids.ts'
import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { accountsWho, notify } from '#modules/people/server/index.ts'
import type { LoadedReport } from './loaded-report.ts'

const LONGEST = 140

interface Telling {
  readonly what: 'submitted' | 'approved' | 'returned' | 'sent' | 'received' | 'sent-back' | 'fallen' | 'exception-asked' | 'exception-granted' | 'exception-refused'
  /** Everybody who holds it over the unit hears, but for who did it. */
  readonly permission: `reports.${string}`
  readonly over: UnitId
  readonly because?: string
  readonly until?: PlainDate
}

/** Tells those whose turn it is now. */
export async function tellAbout(work: Work, { report, period }: Pick<LoadedReport, 'report' | 'period'>, { what, permission, over, because = '', until }: Telling): Promise<void> {
  const directory = await loadDirectory(work.db)
  const to = (await accountsWho(work, permission, over)).map(({ id }) => id).filter((id) => id !== work.actor.id)
  await notify(work, {
    to, subject: `reports.notice_${what.replaceAll('-', '_')}`,
    details: { form: period.formTitle, period: period.name, unit: directory.nameOn(report.unitId, period.to) ?? '', because: shortened(because), until: until === undefined ? '' : formatDate(until) },
    link: `/bao-cao/${period.id}/${report.unitId}`, dedupeKey: `report ${report.id} ${what} ${work.now}`,
  })
}

/** A notice is a line, and the subject of a letter: what was typed at length is read on the page. */
function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`
}
