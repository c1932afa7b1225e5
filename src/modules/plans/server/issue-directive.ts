import { findGrant } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { addMonths, type PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { deliverDocument, registerDocument } from '#modules/documents/server/index.ts'
import { DOCUMENT_TYPES } from '#platform/server/official-document/document-types.ts'
import { addressedUnits, type AddressedUnit } from '../domain/addressing.ts'
import { directiveActions } from '../domain/lifecycle.ts'
import { occurrencesUntil } from '../domain/schedule.ts'
import { directiveStore, type DirectiveRow, type DutyRow } from './directive-store.ts'
import { obligationStore, type NewObligation } from './obligation-store.ts'
import type { DirectiveId } from './tables.ts'
import { unitsOfDay } from './units-of-day.ts'

/** A period missed for longer than this (a system that stood still) is not opened by itself. */
const LOOK_BACK_MONTHS = 12

interface AddressedDuty { readonly duty: DutyRow; readonly units: readonly AddressedUnit[]; readonly warnings: ReturnType<typeof addressedUnits>['warnings'] }

/** Exactly which units each duty would go to if the directive were issued on the day. */
export async function previewIssue(work: Work, id: DirectiveId, on: PlainDate = work.today) {
  const directive = await directiveStore(work.db).get(id)
  if (!directiveActions(directive, work.actor).includes('correct')) throw new Refusal('not_found', 'plans.no_such_directive')
  const directory = await loadDirectory(work.db)
  const addressed = await addressedDuties(work, directive, on)
  const all = addressed.flatMap(({ units }) => units)
  const count = (units: readonly AddressedUnit[], role: 'lead' | 'cooperate') => units.filter((unit) => unit.role === role).length
  return {
    units: new Set(all.map(({ unitId }) => unitId)).size,
    leads: new Set(all.filter(({ role }) => role === 'lead').map(({ unitId }) => unitId)).size,
    throughDistrict: new Set(all.filter(({ viaUnitId }) => viaUnitId !== null).map(({ unitId }) => unitId)).size,
    duties: addressed.map(({ duty, units }) => ({
      dutyId: duty.id, title: duty.title, leads: count(units, 'lead'), cooperates: count(units, 'cooperate'), throughDistrict: units.filter(({ viaUnitId }) => viaUnitId !== null).length,
    })),
    warnings: addressed.flatMap(({ duty, warnings, units }) => [
      ...warnings.map((warning) => ({
        dutyId: duty.id, title: duty.title, code: warning.code,
        subject: warning.code === 'plans.class_is_empty' ? warning.class : warning.unitId === null ? '' : directory.nameOn(warning.unitId, on) ?? '',
      })),
      ...(count(units, 'lead') === 0 ? [{ dutyId: duty.id, title: duty.title, code: 'plans.duty_without_lead', subject: '' }] : []),
    ]),
  }
}

/**
 * Issues it: into the library, to every addressed unit, and as obligations from the periods that have begun. A directive of the past
 * goes to the units of its day; whoever carries their business now reaches what is still open.
 */
export async function issueDirective(work: Work, id: DirectiveId, { number, issuedOn }: { number: string; issuedOn: PlainDate }): Promise<void> {
  const store = directiveStore(work.db)
  await store.lock(id)
  const directive = await store.get(id)
  if (!directiveActions(directive, work.actor).includes('issue')) {
    throw directive.issuedOn === null ? new Refusal('forbidden', 'http.not_allowed') : new Refusal('conflict', 'plans.already_issued')
  }
  if (issuedOn > work.today) throw new Refusal('invalid', 'plans.issued_in_the_future', { field: 'issuedOn' })
  const duties = await addressedDuties(work, directive, issuedOn)
  if (duties.length === 0) throw new Refusal('conflict', 'plans.nothing_to_issue')
  const orphan = duties.find(({ units }) => !units.some(({ role }) => role === 'lead'))
  if (orphan !== undefined) throw new Refusal('conflict', 'plans.duty_without_lead', { title: orphan.duty.title })
  const documentId = await register(work, directive, number, issuedOn)
  await store.markIssued(id, { on: issuedOn, number, by: work.actor.id, onBehalfOf: findGrant(work.actor, 'plans.issue-directive', directive.unitId)?.onBehalfOf?.name ?? null, documentId })
  const direct = new Set(duties.flatMap(({ units }) => units.filter(({ viaUnitId }) => viaUnitId === null).map(({ unitId }) => unitId)))
  await deliverDocument(work, { documentId, fromUnitId: directive.unitId, unitIds: [...direct], on: issuedOn })
  const obligations = duties.flatMap(({ duty, units }) => obligationsOf(work, duty, units.filter(({ viaUnitId }) => viaUnitId === null)))
  await obligationStore(work.db).add(await atHolders(work, obligations, issuedOn), issuedOn)
  await work.announce('plans.directive-issued', { directiveId: id })
}

export async function withdrawDirective(work: Work, id: DirectiveId, because: string): Promise<void> {
  const directive = await directiveStore(work.db).get(id)
  if (!directiveActions(directive, work.actor).includes('withdraw')) throw new Refusal('conflict', 'plans.cannot_withdraw')
  await directiveStore(work.db).withdraw(id, work.today, because)
}

/** A district has issued its own plan: the communes it answers for get the directive and their duties, through it. */
export async function passOnThroughDistrict(work: Work, directiveId: DirectiveId, districtId: UnitId): Promise<void> {
  const directive = await directiveStore(work.db).find(directiveId)
  if (directive === undefined || directive.issuedOn === null || directive.documentId === null) return
  const duties = (await addressedDuties(work, directive, directive.issuedOn))
    .map(({ duty, units }) => ({ duty, units: units.filter(({ viaUnitId }) => viaUnitId === districtId) }))
  const communes = new Set(duties.flatMap(({ units }) => units.map(({ unitId }) => unitId)))
  await deliverDocument(work, { documentId: directive.documentId, fromUnitId: districtId, unitIds: [...communes] })
  await obligationStore(work.db).add(await atHolders(work, duties.flatMap(({ duty, units }) => obligationsOf(work, duty, units)), work.today), work.today)
}

/** The periods that have begun since: what the nightly job adds for every recurring duty in force. */
export async function openPeriods(work: Work): Promise<number> {
  const store = directiveStore(work.db)
  const recurring = await store.listRecurring()
  let opened = 0
  for (const directiveId of new Set(recurring.map((duty) => duty.directiveId))) {
    const directive = await store.get(directiveId)
    if (directive.issuedOn === null) continue
    for (const { duty, units } of await addressedDuties(work, directive, directive.issuedOn)) {
      if (duty.schedule.kind !== 'recurring') continue
      const passedOn = units.filter(({ viaUnitId }) => viaUnitId === null)
      const fresh = obligationsOf(work, duty, passedOn).filter(({ periodFrom }) => periodFrom !== null && periodFrom >= addMonths(work.today, -LOOK_BACK_MONTHS))
      opened += await obligationStore(work.db).add(await atHolders(work, fresh, work.today), work.today)
    }
  }
  return opened
}

async function addressedDuties(work: Work, { id, unitId }: DirectiveRow, on: PlainDate): Promise<AddressedDuty[]> {
  const store = directiveStore(work.db)
  const duties = await store.listDuties(id)
  const addressees = await store.listAddressees(duties.map((duty) => duty.id))
  const day = unitsOfDay(await loadDirectory(work.db), on, unitId)
  return duties.map((duty) => ({ duty, ...addressedUnits(addressees.filter(({ dutyId }) => dutyId === duty.id), unitId, day) }))
}

function obligationsOf(work: Work, duty: DutyRow, units: readonly AddressedUnit[]): NewObligation[] {
  return occurrencesUntil(duty.schedule, work.today, work.calendar).flatMap(({ periodFrom, periodTo, dueOn }) =>
    units.map(({ unitId, role, viaUnitId }) => ({ dutyId: duty.id, unitId, role, viaUnitId, periodFrom, periodTo, dueOn })))
}

/** A period belongs to whoever carries the unit's business on its first day; several that merged owe it once. */
async function atHolders(work: Work, obligations: readonly NewObligation[], assignedOn: PlainDate): Promise<NewObligation[]> {
  const directory = await loadDirectory(work.db)
  const held = new Map<string, NewObligation>()
  for (const obligation of obligations) {
    const first = obligation.periodFrom === null || obligation.periodFrom < assignedOn ? assignedOn : obligation.periodFrom
    const unitId = currentHolder(directory, obligation.unitId, first) ?? obligation.unitId
    const key = `${obligation.dutyId} ${unitId} ${obligation.role} ${obligation.periodFrom ?? ''}`
    if (!held.has(key)) held.set(key, { ...obligation, unitId })
  }
  return [...held.values()]
}

async function register(work: Work, { reading, unitId, fileId, id }: DirectiveRow, number: string, issuedOn: PlainDate) {
  const directory = await loadDirectory(work.db)
  const type = Object.entries(DOCUMENT_TYPES).find(([, { name }]) => name.toLowerCase() === reading.kind?.toLowerCase())?.[0] ?? 'ke_hoach'
  return registerDocument(work, {
    type, number, issuedOn, issuer: reading.issuer ?? directory.nameOn(unitId, issuedOn) ?? '', issuerUnitId: unitId, summary: reading.title ?? '—',
    signer: [reading.signer.position, reading.signer.name].filter(Boolean).join(' ') || null, fileId, isPublic: true, certainty: 'verified',
    body: await directiveStore(work.db).sourceText(id),
  })
}
