import { may, unitsWhere } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { deliveriesOf, deliveryFigures, documentSummaries } from '#modules/documents/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { DirectiveRecord, DirectiveSummary, Duty, ScheduleSaid } from '../contract.ts'
import { directiveActions, directiveState } from '../domain/lifecycle.ts'
import { nextOccurrence, occurrencesUntil, scheduleInWords, whyDue, type Schedule } from '../domain/schedule.ts'
import { directiveStore, type DirectiveRow } from './directive-store.ts'
import { obligationStore } from './obligation-store.ts'
import type { DirectiveId } from './tables.ts'

/** Directives the actor prepares, follows, or whose work reached their units; the drafts first. */
export async function listDirectives(work: Work): Promise<DirectiveSummary[]> {
  const readable: DirectiveSummary[] = []
  for (const directive of await directiveStore(work.db).list()) {
    if (await isReadable(work, directive)) readable.push(await summaryOf(work, directive))
  }
  return readable
}

export async function readDirective(work: Work, id: DirectiveId): Promise<DirectiveRecord> {
  const directive = await getReadableDirective(work, id)
  const directory = await loadDirectory(work.db)
  const names = await namesOf(work, directive.issuedBy === null ? [] : [directive.issuedBy])
  return {
    ...(await summaryOf(work, directive)),
    version: directive.version, reading: directive.reading, sourceText: await directiveStore(work.db).sourceText(id), actions: directiveActions(directive, work.actor),
    dutyList: await dutiesOf(work, directive, directory),
    issuedByName: directive.issuedBy === null ? null : names.get(directive.issuedBy) ?? null, issuedFor: directive.issuedFor,
    withdrawnOn: directive.withdrawnOn, withdrawnBecause: directive.withdrawnBecause,
    myUnits: directive.documentId === null ? [] : await myUnits(work, directive),
  }
}

/** The directive, or not_found: a draft is seen by who prepares it, an issued one by who follows it or has work of it. */
export async function getReadableDirective(work: Work, id: DirectiveId): Promise<DirectiveRow> {
  const directive = await directiveStore(work.db).find(id)
  if (directive === undefined || !(await isReadable(work, directive))) throw new Refusal('not_found', 'plans.no_such_directive')
  return directive
}

async function isReadable(work: Work, directive: DirectiveRow): Promise<boolean> {
  if (may(work.actor, 'plans.prepare-directive', directive.unitId)) return true
  if (directiveState(directive) === 'draft') return false
  if (may(work.actor, 'plans.read-progress', directive.unitId)) return true
  const mine = unitsWhere(work.actor, 'plans.read-progress')
  return mine.size > 0 && directive.documentId !== null && (await deliveriesOf(work, directive.documentId)).length > 0
}

async function summaryOf(work: Work, directive: DirectiveRow): Promise<DirectiveSummary> {
  const directory = await loadDirectory(work.db)
  const { documentId } = directive
  const document = documentId === null ? undefined : (await documentSummaries(work, [documentId])).get(documentId)
  const figures = documentId === null ? null : await deliveryFigures(work, documentId)
  const counts = await obligationStore(work.db).counts({ units: unitsWhere(work.actor, 'plans.read-progress'), on: work.today, directiveId: directive.id, role: 'lead' })
  return {
    id: directive.id, title: directive.title, number: document?.number ?? directive.reading.number, kind: directive.reading.kind,
    unitName: directory.nameOn(directive.unitId, directive.issuedOn ?? work.today) ?? '', state: directiveState(directive), issuedOn: directive.issuedOn,
    duties: (await directiveStore(work.db).listDuties(directive.id)).length, units: figures?.sent ?? 0, acknowledged: figures?.acknowledged ?? 0, overdue: counts.overdue, documentId,
  }
}

async function dutiesOf(work: Work, directive: DirectiveRow, directory: Directory): Promise<Duty[]> {
  const store = directiveStore(work.db)
  const duties = await store.listDuties(directive.id)
  const addressees = await store.listAddressees(duties.map(({ id }) => id))
  return duties.map((duty) => {
    const { words, ...due } = sayWhen(work, duty.schedule)
    return {
      ...duty, scheduleWords: words, ...due,
      addressees: addressees.filter(({ dutyId }) => dutyId === duty.id).map((addressee) => ({
        role: addressee.role, class: addressee.class, unitId: addressee.unitId, throughDistrict: addressee.throughDistrict,
        unitName: addressee.unitId === null ? null : directory.nameOn(addressee.unitId, directive.issuedOn ?? work.today) ?? null,
      })),
    }
  })
}

/** A schedule in words, with the due date that comes next (of a recurrence that is over, the last) and why it is that day. */
export function sayWhen({ today, calendar }: Work, schedule: Schedule): ScheduleSaid {
  const occurrence = nextOccurrence(schedule, today, calendar) ?? occurrencesUntil(schedule, today, calendar).at(-1)
  return { words: scheduleInWords(schedule), nextDueOn: occurrence?.dueOn ?? null, whyDue: occurrence === undefined ? [] : whyDue(schedule, occurrence, calendar) }
}

async function myUnits(work: Work, directive: DirectiveRow): Promise<{ id: UnitId; name: string }[]> {
  const preparing = unitsWhere(work.actor, 'plans.prepare-unit-plan')
  const approving = unitsWhere(work.actor, 'plans.approve-unit-plan')
  const directory = await loadDirectory(work.db)
  if (directive.documentId === null) return []
  const received = await deliveriesOf(work, directive.documentId)
  return [...new Set([...preparing, ...approving])].filter((unitId) => received.some((delivery) => delivery.unitId === unitId))
    .map((id) => ({ id, name: directory.nameOn(id, work.today) ?? '' }))
}

/** For the desk's search: directives by title and number, then duties by their words. */
export async function searchPlans(work: Work, text: string, limit: number) {
  const store = directiveStore(work.db)
  const directives: DirectiveRow[] = []
  for (const directive of await store.searchTitles(text)) {
    if (directives.length < limit && (await isReadable(work, directive))) directives.push(directive)
  }
  const duties = await store.searchDuties(text, unitsWhere(work.actor, 'plans.read-progress'), limit)
  return [
    ...directives.map(({ id, title, reading }) => ({ kind: 'directive' as const, id, title, subtitle: reading.issuer ?? '', link: `/ke-hoach/${id}` })),
    ...duties.map(({ id, title, directiveId, directive }) => ({ kind: 'duty' as const, id, title, subtitle: directive, link: `/ke-hoach/${directiveId}` })),
  ].slice(0, limit)
}
