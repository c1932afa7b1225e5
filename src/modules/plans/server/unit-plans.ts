import { findGrant, may } from '#kernel/actor.ts'
import type { UnitId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { governingBodyOf, loadDirectory, tierOf } from '#modules/organisations/server/index.ts'
import { documentSummaries, registerDocument } from '#modules/documents/server/index.ts'
import { accountsWho, appointmentsOf, namesOf, notify } from '#modules/people/server/index.ts'
import type { SaveUnitPlan, UnitPlan } from '../contract-unit-plan.ts'
import { unitPlanActions, unitPlanState, type UnitPlanAction } from '../domain/lifecycle.ts'
import { missingPosts } from '../domain/needed-posts.ts'
import { directiveStore } from './directive-store.ts'
import { getReadableDirective } from './directive-record.ts'
import { obligationStore } from './obligation-store.ts'
import type { DirectiveId, UnitPlanId } from './tables.ts'
import { unitPlanStore, type UnitPlanRow } from './unit-plan-store.ts'

/** The unit's plan for a directive, made from the duties it received when somebody of the unit first opens it. */
export async function openUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId): Promise<UnitPlan> {
  const directive = await getReadableDirective(work, directiveId)
  if (!may(work.actor, 'plans.read-progress', unitId)) throw new Refusal('not_found', 'plans.no_such_unit_plan')
  const store = unitPlanStore(work.db)
  let plan = await store.find(directiveId, unitId)
  if (plan === undefined) {
    if (!may(work.actor, 'plans.prepare-unit-plan', unitId)) throw new Refusal('not_found', 'plans.unit_plan_not_begun')
    await deriveMeasures(work, await store.add(directiveId, unitId, `Thực hiện ${directive.title}`), directiveId, unitId)
    plan = await store.find(directiveId, unitId)
  }
  if (plan === undefined) throw new Refusal('not_found', 'plans.no_such_unit_plan')
  return shown(work, plan)
}

/** One measure for each duty the unit leads, due with the duty; the unit adds who does it, and measures of its own. */
async function deriveMeasures(work: Work, planId: UnitPlanId, directiveId: DirectiveId, unitId: UnitId): Promise<void> {
  const obligations = await obligationStore(work.db).list({ units: new Set([unitId]), on: work.today, directiveId, role: 'lead' }, { limit: 500, offset: 0 })
  const duties = await directiveStore(work.db).listDuties(directiveId)
  const measures = duties.flatMap((duty) => {
    const owed = obligations.filter(({ dutyId }) => dutyId === duty.id).at(-1)
    return owed === undefined ? [] : [{ dutyId: duty.id, what: duty.title, who: '', dueOn: owed.dueOn, product: duty.product, passOn: false }]
  })
  await unitPlanStore(work.db).replaceMeasures(planId, measures)
}

export async function saveUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId, draft: SaveUnitPlan): Promise<void> {
  const plan = await getPlan(work, directiveId, unitId, 'edit')
  const store = unitPlanStore(work.db)
  if (!(await store.save(plan.id, draft))) throw new Refusal('conflict', 'plans.corrected_meanwhile')
  await store.replaceMeasures(plan.id, draft.measures)
}

export async function submitUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId): Promise<void> {
  const plan = await getPlan(work, directiveId, unitId, 'submit')
  const measures = await unitPlanStore(work.db).listMeasures(plan.id)
  if (measures.length === 0) throw new Refusal('invalid', 'plans.no_measures')
  const nameless = measures.find(({ who }) => who.trim() === '')
  if (nameless !== undefined) throw new Refusal('invalid', 'plans.measure_without_who', { what: nameless.what })
  await unitPlanStore(work.db).submit(plan.id, work.now, work.actor.id)
  await tell(work, plan, 'plans.approve-unit-plan', 'plans.notice_plan_submitted')
}

export async function returnUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId, because: string): Promise<void> {
  const plan = await getPlan(work, directiveId, unitId, 'return')
  await unitPlanStore(work.db).giveBack(plan.id, because)
  await tell(work, plan, 'plans.prepare-unit-plan', 'plans.notice_plan_returned')
}

export async function approveUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId): Promise<void> {
  const plan = await getPlan(work, directiveId, unitId, 'approve')
  await unitPlanStore(work.db).approve(plan.id, work.today, work.actor.id, findGrant(work.actor, 'plans.approve-unit-plan', unitId)?.onBehalfOf?.name ?? null)
  await tell(work, plan, 'plans.prepare-unit-plan', 'plans.notice_plan_approved')
}

/** With number and date it enters the library; a district's plan takes the directive on to its communes. */
export async function issueUnitPlan(work: Work, directiveId: DirectiveId, unitId: UnitId, { number, issuedOn }: { number: string; issuedOn: PlainDate }): Promise<void> {
  const plan = await getPlan(work, directiveId, unitId, 'issue')
  if (issuedOn > work.today) throw new Refusal('invalid', 'plans.issued_in_the_future', { field: 'issuedOn' })
  if (plan.approvedOn !== null && issuedOn < plan.approvedOn) throw new Refusal('invalid', 'plans.issued_before_approval', { field: 'issuedOn' })
  const directory = await loadDirectory(work.db)
  const unit = directory.unitOn(unitId, work.today)
  const measures = await unitPlanStore(work.db).listMeasures(plan.id)
  const documentId = await registerDocument(work, {
    type: 'ke_hoach', number, issuedOn, issuer: unit === undefined ? '' : governingBodyOf(unit), issuerUnitId: unitId, summary: plan.title, signer: null, fileId: null,
    isPublic: false, certainty: 'verified', body: measures.map(({ what }) => what).join('\n'),
  })
  await unitPlanStore(work.db).issue(plan.id, number, issuedOn, documentId)
  await work.announce('plans.unit-plan-issued', { unitPlanId: plan.id, directiveId, unitId })
}

async function getPlan(work: Work, directiveId: DirectiveId, unitId: UnitId, action: UnitPlanAction): Promise<UnitPlanRow> {
  await getReadableDirective(work, directiveId)
  const plan = await unitPlanStore(work.db).find(directiveId, unitId)
  if (plan === undefined || !may(work.actor, 'plans.read-progress', unitId)) throw new Refusal('not_found', 'plans.no_such_unit_plan')
  if (!unitPlanActions(plan, work.actor).includes(action)) {
    const isTheirs = may(work.actor, action === 'return' || action === 'approve' ? 'plans.approve-unit-plan' : 'plans.prepare-unit-plan', unitId)
    throw isTheirs ? new Refusal('conflict', 'plans.unit_plan_is', { state: unitPlanState(plan) }) : new Refusal('forbidden', 'http.not_allowed')
  }
  return plan
}

async function shown(work: Work, plan: UnitPlanRow): Promise<UnitPlan> {
  const directory = await loadDirectory(work.db)
  const directive = await directiveStore(work.db).get(plan.directiveId)
  const document = directive.documentId === null ? undefined : (await documentSummaries(work, [directive.documentId])).get(directive.documentId)
  const people = await appointmentsOf(work, [plan.unitId], work.today)
  const names = await namesOf(work, plan.approvedBy === null ? [] : [plan.approvedBy])
  const kind = directory.historyOf(plan.unitId).at(-1)?.kind
  return {
    id: plan.id, directiveId: plan.directiveId, directiveTitle: directive.title, directiveNumber: document?.number ?? null, unitId: plan.unitId,
    unitName: directory.nameOn(plan.unitId, plan.issuedOn ?? work.today) ?? '', state: unitPlanState(plan), version: plan.version, title: plan.title,
    returnedBecause: plan.returnedBecause, approvedOn: plan.approvedOn, approvedByName: plan.approvedBy === null ? null : names.get(plan.approvedBy) ?? null,
    approvedFor: plan.approvedFor, number: plan.number, issuedOn: plan.issuedOn,
    measures: await unitPlanStore(work.db).listMeasures(plan.id), actions: unitPlanActions(plan, work.actor),
    people: people.map(({ post, name, position, decisionNumber, decisionOn }) => ({ post, name, position, decisionNumber, decisionOn })),
    missingPosts: missingPosts(people.map(({ post }) => post)),
    isDistrict: kind !== undefined && tierOf(kind) === 'district',
  }
}

async function tell(work: Work, plan: UnitPlanRow, permission: `${string}.${string}`, subject: string): Promise<void> {
  const people = await accountsWho(work, permission, plan.unitId)
  await notify(work, {
    to: people.map(({ id }) => id).filter((id) => id !== work.actor.id), subject, details: { title: plan.title },
    link: `/ke-hoach/${plan.directiveId}/ke-hoach-don-vi/${plan.unitId}`, dedupeKey: `${subject} ${plan.id} ${plan.version}`,
  })
}
