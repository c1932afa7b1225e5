import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { addDays, formatDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { holdsWholeProvince } from '#modules/people/server/index.ts'
import type { TaskSource } from '#modules/plans/server/index.ts'
import { CLOSING_SOON_DAYS } from '../domain/closing-soon.ts'
import type { ReportState } from '../domain/lifecycle.ts'
import { reportTaskStore, type ReportTaskRow } from './report-task-store.ts'

type Task = Awaited<ReturnType<TaskSource>>[number]

const KINDS = {
  'not-begun': 'fill-report', draft: 'fill-report', returned: 'mend-report', submitted: 'approve-report', approved: 'send-report', sent: null, received: null,
} as const satisfies Record<ReportState, Task['kind'] | null>

/** What reports add to "Việc của tôi": to fill in, mend, approve, send, receive, and whether a locked unit may write after all. */
export async function reportTasks(work: Work): Promise<Task[]> {
  const directory = await loadDirectory(work.db)
  return [...await ownTasks(work, directory), ...await tasksFromBelow(work, directory)]
}

async function ownTasks(work: Work, directory: Directory): Promise<Task[]> {
  const [preparing, approving] = [unitsWhere(work.actor, 'reports.prepare'), unitsWhere(work.actor, 'reports.approve')]
  if (preparing.size + approving.size === 0) return []
  const rows = await reportTaskStore(work.db).listOwn({ preparing, approving, endingBy: addDays(work.today, CLOSING_SOON_DAYS) })
  return rows.flatMap((row): Task[] => {
    const kind = KINDS[row.state]
    return kind === null ? [] : [{ kind, title: titleOf(row), because: reasonOf(row), unitName: nameOf(work, directory, row.unitId), dueOn: row.dueOn, link: linkOf(row) }]
  })
}

async function tasksFromBelow(work: Work, directory: Directory): Promise<Task[]> {
  const receiving = unitsWhere(work.actor, 'reports.receive')
  const managing = await holdsWholeProvince(work, 'reports.manage') ? unitsWhere(work.actor, 'reports.manage') : new Set<UnitId>()
  if (receiving.size + managing.size === 0) return []
  const store = reportTaskStore(work.db)
  const waiting = await store.countToReceive(receiving)
  const exceptions = await store.listOpenExceptions(receiving, managing)
  return [
    ...waiting.map(({ periodId, periodName, formTitle, receivers: [receiver, another], reports }): Task => ({
      kind: 'receive-report', title: `Tiếp nhận ${String(reports)} báo cáo — ${periodName}`, because: formTitle,
      unitName: receiver === undefined || another !== undefined ? null : nameOf(work, directory, receiver), dueOn: null, link: `/bao-cao?tab=to-receive&periodId=${periodId}`,
    })),
    ...exceptions.map((row): Task => ({
      kind: 'decide-exception', title: titleOf(row), because: row.because, unitName: nameOf(work, directory, row.unitId), dueOn: null, link: linkOf(row),
    })),
  ]
}

function titleOf({ formTitle, periodName }: Pick<ReportTaskRow, 'formTitle' | 'periodName'>): string {
  return `${formTitle} — ${periodName}`
}

/** Of a returned report why; else by when it is due, and where that is written: a sample says that it is one. */
function reasonOf({ state, returnedBecause, dueOn, source, certainty }: ReportTaskRow): string {
  if (state === 'returned' && returnedBecause !== null) return returnedBecause
  const due = `Hạn gửi ${formatDate(dueOn)}`
  if (source === null) return due
  if (certainty === 'illustrative') return `${due} (mẫu minh họa)`
  return certainty === 'unverified' ? `${due} theo ${source} (chưa xác minh)` : `${due} theo ${source}`
}

function linkOf({ periodId, unitId }: Pick<ReportTaskRow, 'periodId' | 'unitId'>): string {
  return `/bao-cao/${periodId}/${unitId}`
}

function nameOf(work: Work, directory: Directory, unitId: UnitId): string {
  return directory.nameOn(unitId, work.today) ?? ''
}
