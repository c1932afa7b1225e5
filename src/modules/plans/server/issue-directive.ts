import { findGrant, may } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { deliverDocument, registerDocument } from '#modules/documents/server/index.ts'
import { DOCUMENT_TYPES } from '#platform/server/official-document/document-types.ts'
import { directiveActions } from '../domain/lifecycle.ts'
import { addressedDuties } from './addressed-duties.ts'
import { directiveStore, type DirectiveRow } from './directive-store.ts'
import { giveDuties } from './give-duties.ts'
import type { DirectiveId } from './tables.ts'

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
  const direct = duties.map(({ duty, units }) => ({ duty, units: units.filter(({ viaUnitId }) => viaUnitId === null) }))
  await deliverDocument(work, { documentId, fromUnitId: directive.unitId, unitIds: [...new Set(direct.flatMap(({ units }) => units.map(({ unitId }) => unitId)))], on: issuedOn })
  await giveDuties(work, direct, issuedOn)
  await work.announce('plans.directive-issued', { directiveId: id })
}

export async function withdrawDirective(work: Work, id: DirectiveId, because: string): Promise<void> {
  const store = directiveStore(work.db)
  await store.lock(id)
  const directive = await store.get(id)
  if (!may(work.actor, 'plans.issue-directive', directive.unitId)) throw new Refusal('forbidden', 'http.not_allowed')
  if (!directiveActions(directive, work.actor).includes('withdraw')) throw new Refusal('conflict', 'plans.cannot_withdraw')
  await store.withdraw(id, work.today, because)
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
