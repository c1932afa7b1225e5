import { findGrant, may } from '#kernel/actor.ts'
import type { FileId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { addWorkingDays } from '#kernel/working-calendar.ts'
import { storeFile } from '#platform/server/files.ts'
import type { UploadedFile } from '#platform/server/upload.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { documentSummaries } from '#modules/documents/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { z } from 'zod'
import type { Obligation, ObligationQuery, ObligationRecord, ReportProgress } from '../contract.ts'
import { obligationActions } from '../domain/lifecycle.ts'
import { SOON_WORKING_DAYS, stateOn, workingDaysLeft } from '../domain/obligation-state.ts'
import { occurrencesUntil, periodName, whyDue } from '../domain/schedule.ts'
import { obligationStore, type ObligationRow } from './obligation-store.ts'
import { followedUnits } from './followed-units.ts'
import { unitsBehind } from './roll-up.ts'
import type { ObligationId } from './tables.ts'

/** The records behind every number: obligations of the units the actor may follow, the worst first. */
export async function listObligations(work: Work, query: z.infer<typeof ObligationQuery>) {
  const directory = await loadDirectory(work.db)
  const on = query.on ?? work.today
  const units = followedUnits(work, directory, query)
  const behind = query.underUnitId === undefined ? units : new Set([...await unitsBehind(work, directory, query, query.underUnitId)].filter((id) => units.has(id)))
  const filter = { ...query, on, dueUntil: query.due === undefined ? undefined : soonUntil(work, on), units: behind }
  const store = obligationStore(work.db)
  const rows = await store.list(filter, { limit: query.size, offset: (query.page - 1) * query.size })
  return { total: await store.count(filter), obligations: rows.map((row) => shownObligation(work, directory, row, filter.on)) }
}

/** The last due date that is near on the day. */
export function soonUntil(work: Work, on: PlainDate): PlainDate {
  return addWorkingDays(on, SOON_WORKING_DAYS, work.calendar)
}

export function shownObligation(work: Work, directory: Directory, row: ObligationRow, on = work.today): Obligation {
  const { schedule } = row
  return {
    id: row.id, directiveId: row.directiveId, directiveTitle: row.directiveTitle, dutyId: row.dutyId, dutyTitle: row.dutyTitle, clausePath: row.clausePath,
    unitId: row.unitId, unitName: directory.nameOn(row.unitId, row.dueOn) ?? '', role: row.role,
    period: periodName(row.periodFrom, schedule.kind === 'recurring' ? schedule.every : null),
    dueOn: row.dueOn, startedOn: row.startedOn, doneOn: row.doneOn, state: stateOn(on, row), workingDaysLeft: workingDaysLeft(on, row, work.calendar),
  }
}

export async function readObligation(work: Work, id: ObligationId): Promise<ObligationRecord> {
  const row = await getReadableObligation(work, id)
  const directory = await loadDirectory(work.db)
  const store = obligationStore(work.db)
  const progress = await store.listProgress(id)
  const names = await namesOf(work, progress.map(({ recordedBy }) => recordedBy))
  const document = row.documentId === null ? undefined : (await documentSummaries(work, [row.documentId])).get(row.documentId)
  const until = row.periodFrom ?? work.today
  const occurrence = occurrencesUntil(row.schedule, until, work.calendar).find(({ periodFrom }) => periodFrom === row.periodFrom)
  return {
    ...shownObligation(work, directory, row),
    clauseText: row.clauseText, product: row.product, figureName: row.figureName, figureUnit: row.figureUnit, figureTarget: row.figureTarget,
    directiveNumber: document?.number ?? null, directiveIssuedOn: document?.issuedOn ?? null, documentId: row.documentId,
    viaUnitName: row.viaUnitId === null ? null : directory.nameOn(row.viaUnitId, row.assignedOn) ?? null, assignedOn: row.assignedOn,
    whyDue: occurrence === undefined ? [] : whyDue(row.schedule, occurrence, work.calendar),
    actions: row.withdrawnOn === null ? obligationActions(row, work.actor) : [],
    progress: progress.map(({ recordedBy, ...entry }) => ({ ...entry, byName: names.get(recordedBy) ?? null })),
    reminders: await store.listReminders(id),
  }
}

export async function getReadableObligation(work: Work, id: ObligationId) {
  const row = await obligationStore(work.db).find(id, work.today)
  if (row === undefined || !may(work.actor, 'plans.read-progress', row.unitId)) throw new Refusal('not_found', 'plans.no_such_obligation')
  return row
}

/** A note with what was done so far, the end of it, or its reopening with the reason; evidence goes along. */
export async function reportProgress(work: Work, id: ObligationId, { kind, note, figure }: ReportProgress, files: readonly UploadedFile[]): Promise<void> {
  const store = obligationStore(work.db)
  await store.lock(id)
  const row = await getReadableObligation(work, id)
  if (row.withdrawnOn !== null) throw new Refusal('conflict', 'plans.directive_withdrawn')
  if (!obligationActions(row, work.actor).includes(kind)) {
    throw may(work.actor, 'plans.report-progress', row.unitId) ? new Refusal('conflict', `plans.cannot_${kind}`) : new Refusal('forbidden', 'http.not_allowed')
  }
  if (figure !== null && row.figureName === null) throw new Refusal('invalid', 'plans.no_figure_asked', { field: 'figure' })
  if (figure !== null && (!Number.isFinite(figure) || figure < 0)) throw new Refusal('invalid', 'plans.figure_out_of_range', { field: 'figure' })
  if (kind === 'finish' && row.figureName !== null && figure === null) throw new Refusal('invalid', 'plans.figure_missing', { field: 'figure', name: row.figureName })
  const fileIds: FileId[] = []
  for (const file of files) fileIds.push((await storeFile(work, file.bytes, file.name)).id)
  await store.addProgress({
    obligation_id: id, kind, note, figure, recorded_on: work.today, recorded_by: work.actor.id,
    recorded_for: findGrant(work.actor, 'plans.report-progress', row.unitId)?.onBehalfOf?.name ?? null,
  }, fileIds)
  await store.mark(id, { startedOn: row.startedOn ?? work.today, doneOn: kind === 'finish' ? work.today : kind === 'reopen' ? null : row.doneOn })
}
