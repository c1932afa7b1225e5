import { unitsWhere } from '#kernel/actor.ts'
import { findPlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { ReportPage, ReportQuery, ReportSummary } from '../contract.ts'
import { lockOf, reportState } from '../domain/lifecycle.ts'
import { timelinessOf, type Timeliness } from '../domain/timeliness.ts'
import { owingClassOfUnit } from './reported-units.ts'
import { reportListStore, type ListedReport } from './report-list-store.ts'

type Query = z.infer<typeof ReportQuery>

/** What the actor's units owe, what waits for their head, what came from below; or everything they may follow. */
export async function listReports(work: Work, query: Query): Promise<z.infer<typeof ReportPage>> {
  const { actor } = work
  const [preparing, approving, receiving, reading] = (['prepare', 'approve', 'receive', 'read'] as const).map((right) => unitsWhere(actor, `reports.${right}`))
  const mine = new Set([...preparing ?? [], ...approving ?? []])
  const directory = await loadDirectory(work.db)
  const rows = await reportListStore(work.db).list({
    units: query.tab === 'all' ? new Set([...reading ?? [], ...mine]) : mine, receivers: receiving ?? new Set(), periodId: query.periodId, formCode: query.form,
  })
  const isOfTab = {
    mine: (row: ListedReport) => mine.has(row.unitId) && (query.state !== undefined || query.periodId !== undefined || reportState(row) !== 'received'),
    'to-approve': (row: ListedReport) => approving?.has(row.unitId) === true && reportState(row) === 'submitted',
    'to-receive': (row: ListedReport) => row.receiverId !== null && receiving?.has(row.receiverId) === true && reportState(row) === 'sent',
    all: () => true,
  } as const
  const found = rows.filter((row) => isOfTab[query.tab](row) && matches(work, directory, row, query))
  const from = (query.page - 1) * query.size
  return {
    total: found.length, reports: found.slice(from, from + query.size).map((row) => shown(work, directory, row, mine)),
    counts: { mine: rows.filter(isOfTab.mine).length, toApprove: rows.filter(isOfTab['to-approve']).length, toReceive: rows.filter(isOfTab['to-receive']).length },
  }
}

function matches(work: Work, directory: Directory, row: ListedReport, { unitId, state, class: owing, show }: Query): boolean {
  return (unitId === undefined || row.unitId === unitId) && (state === undefined || reportState(row) === state)
    && (owing === undefined || owingClassOfUnit(directory, row.unitId, row.periodTo) === owing) && (show === undefined || IS_SHOWN[show](timelinessOf(row, work.today, work.calendar), row))
}

/** The numbers of the board, as lists. */
const IS_SHOWN = {
  sent: ({ isSent }) => isSent,
  received: ({ isReceived }) => isReceived,
  'on-time-first': ({ onTimeAtFirst }) => onTimeAtFirst,
  'on-time-last': ({ onTimeAtLast }) => onTimeAtLast,
  returned: ({ wasReturned }) => wasReturned,
  late: ({ daysLate }) => daysLate > 0,
  exceptions: (_timeliness, { exceptions }) => exceptions > 0,
} as const satisfies Record<NonNullable<Query['show']>, (timeliness: Timeliness, row: ListedReport) => boolean>

function shown(work: Work, directory: Directory, row: ListedReport, mine: ReadonlySet<string>): ReportSummary {
  const state = reportState(row)
  const isOpen = row.firstSentOn === null || state === 'returned'
  return {
    id: row.id, periodId: row.periodId, periodName: row.periodName, formCode: row.formCode, formTitle: row.formTitle, unitId: row.unitId, unitName: directory.nameOn(row.unitId, row.periodTo) ?? '',
    receiverName: row.receiverId === null ? null : directory.nameOn(row.receiverId, row.periodTo) ?? null, state, dueOn: row.dueOn, sentOn: findPlainDate(row.lastSentOn ?? '') ?? null,
    workingDaysLeft: isOpen ? workingDaysBetween(work.today, row.dueOn, work.calendar) : null, isLocked: lockOf(row, work.today) !== null, isMine: mine.has(row.unitId), openRemarks: row.openRemarks,
  }
}
