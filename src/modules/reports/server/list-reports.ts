import { unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import type { z } from 'zod'
import type { ReportPage, ReportQuery, ReportSummary } from '../contract.ts'
import { lockOf, reportState, type ReportState } from '../domain/lifecycle.ts'
import { spansOfClass } from './class-spans.ts'
import { reportListStore, type ListedReport, type PageFilter } from './report-list-store.ts'

type Query = z.infer<typeof ReportQuery>
type Tab = Pick<PageFilter, 'units' | 'receivers' | 'states' | 'inOpenPeriods'>

const TO_DO: readonly ReportState[] = ['not-begun', 'draft', 'submitted', 'approved', 'returned']

/**
 * What the actor's units still have to do, what waits for their head, what came from below: in periods that are not closed, the first due
 * first. Or everything the actor may follow, the last due first. With a state or a period asked for, "mine" lists what is done as well.
 */
export async function listReports(work: Work, query: Query): Promise<z.infer<typeof ReportPage>> {
  const store = reportListStore(work.db)
  const directory = await loadDirectory(work.db)
  const rights = rightsOf(work)
  const { states, ...tab } = tabOf(query, rights)
  const { total, reports } = await store.page({
    ...tab, states: query.state === undefined ? states : [query.state].filter((state) => states?.includes(state) ?? true),
    periodId: query.periodId, formCode: query.form, unitId: query.unitId, closedFrom: query.from, closedTo: query.to, show: query.show,
    spans: query.class === undefined ? undefined : spansOfClass(directory, query.class === 'none' ? null : query.class),
    today: work.today,
  }, { offset: (query.page - 1) * query.size, size: query.size, newestFirst: query.tab === 'all', units: listOrder(directory, work.today) })
  return { total, reports: reports.map((row) => shown(work, directory, row, rights.mine)), counts: await store.countOpen(rights) }
}

/** Whose reports the actor may follow: those of units they may read, and those their units receive. */
export function followedReports(work: Work): { units: ReadonlySet<UnitId>; receivers: ReadonlySet<UnitId> } {
  return { units: unitsWhere(work.actor, 'reports.read'), receivers: unitsWhere(work.actor, 'reports.receive') }
}

function rightsOf(work: Work): Record<'mine' | 'approving' | 'receiving', ReadonlySet<UnitId>> & { followed: ReturnType<typeof followedReports> } {
  const approving = unitsWhere(work.actor, 'reports.approve')
  return { mine: new Set([...unitsWhere(work.actor, 'reports.prepare'), ...approving]), approving, receiving: unitsWhere(work.actor, 'reports.receive'), followed: followedReports(work) }
}

function tabOf({ tab, state, periodId }: Query, { mine, approving, receiving, followed }: ReturnType<typeof rightsOf>): Tab {
  switch (tab) {
    case 'mine': return state === undefined && periodId === undefined ? { units: mine, states: TO_DO, inOpenPeriods: true } : { units: mine }
    case 'to-approve': return { units: approving, states: ['submitted'], inOpenPeriods: true }
    case 'to-receive': return { units: new Set(), receivers: receiving, states: ['sent'], inOpenPeriods: true }
    case 'all': return followed
  }
}

/** Units of today as lists have them, then former ones. */
function listOrder(directory: Directory, today: PlainDate): UnitId[] {
  return [...new Set([...directory.treeOn(today).units.map(({ unitId }) => unitId), ...directory.unitIds])]
}

function shown(work: Work, directory: Directory, row: ListedReport, mine: ReadonlySet<UnitId>): ReportSummary {
  const state = reportState(row)
  const doneOn = row.onTimeBy === 'sent' ? row.lastSentOn : row.receivedOn
  return {
    id: row.id, periodId: row.periodId, periodName: row.periodName, formCode: row.formCode, formTitle: row.formTitle, unitId: row.unitId, unitName: directory.nameOn(row.unitId, row.periodTo) ?? '',
    receiverName: row.receiverId === null ? null : directory.nameOn(row.receiverId, row.periodTo) ?? null, state, dueOn: row.dueOn, sentOn: row.lastSentOn, doneOn,
    workingDaysLeft: doneOn === null ? workingDaysBetween(work.today, row.dueOn, work.calendar) : null, isLocked: lockOf(row, work.today) !== null, isMine: mine.has(row.unitId), openRemarks: row.openRemarks,
  }
}
