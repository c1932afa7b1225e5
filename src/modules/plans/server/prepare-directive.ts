import { may } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import type { Reading, SaveDuty } from '../contract.ts'
import { suggestAddressees } from '../domain/addressing.ts'
import { clausesOf } from '../domain/clauses.ts'
import { directiveActions } from '../domain/lifecycle.ts'
import { directiveStore, type DirectiveRow } from './directive-store.ts'
import type { DirectiveId, DutyId } from './tables.ts'

/** The officer's correction of the reading; somebody else's meanwhile is not overwritten. */
export async function correctReading(work: Work, id: DirectiveId, version: number, reading: Reading): Promise<{ version: number }> {
  await requireDraft(work, id)
  if (!(await directiveStore(work.db).correct(id, version, reading))) throw new Refusal('conflict', 'plans.corrected_meanwhile')
  return { version: version + 1 }
}

/** Turns clauses into duties, each addressed to whom the document names for it, due on the day given until it is set otherwise. */
export async function makeDuties(work: Work, id: DirectiveId, paths: readonly string[], dueOn: PlainDate): Promise<void> {
  const directive = await requireDraft(work, id)
  const store = directiveStore(work.db)
  const clauses = new Map(clausesOf(directive.reading).map((clause) => [clause.path, clause]))
  const taken = new Set((await store.listDuties(id)).map(({ clausePath }) => clausePath))
  const names = await unitNames(work, directive)
  for (const path of paths.filter((chosen) => !taken.has(chosen))) {
    const clause = clauses.get(path)
    if (clause === undefined) throw new Refusal('invalid', 'plans.no_such_clause', { path })
    const words = directive.reading.addressees.find(({ mark }) => mark === path)?.units ?? []
    await store.addDuty(id, {
      clausePath: path, clauseText: clause.text, title: clause.title, product: '', figureName: null, figureUnit: null, figureTarget: null,
      schedule: { kind: 'once', dueOn }, addressees: suggestAddressees(words, names),
    })
  }
}

export async function addDuty(work: Work, id: DirectiveId, duty: SaveDuty): Promise<DutyId> {
  await requireDraft(work, id)
  return directiveStore(work.db).addDuty(id, duty)
}

export async function changeDuty(work: Work, id: DirectiveId, dutyId: DutyId, duty: SaveDuty): Promise<void> {
  await requireDutyOfDraft(work, id, dutyId)
  await directiveStore(work.db).changeDuty(dutyId, duty)
}

export async function removeDuty(work: Work, id: DirectiveId, dutyId: DutyId): Promise<void> {
  await requireDutyOfDraft(work, id, dutyId)
  await directiveStore(work.db).removeDuty(dutyId)
}

async function requireDutyOfDraft(work: Work, id: DirectiveId, dutyId: DutyId): Promise<void> {
  await requireDraft(work, id)
  if ((await directiveStore(work.db).findDuty(id, dutyId)) === undefined) throw new Refusal('not_found', 'plans.no_such_duty')
}

/** Held until the transaction ends, so that nothing is corrected while it is being issued. */
async function requireDraft(work: Work, id: DirectiveId): Promise<DirectiveRow> {
  const store = directiveStore(work.db)
  await store.lock(id)
  const directive = await store.find(id)
  if (directive === undefined || !may(work.actor, 'plans.prepare-directive', directive.unitId)) throw new Refusal('not_found', 'plans.no_such_directive')
  if (!directiveActions(directive, work.actor).includes('correct')) throw new Refusal('conflict', 'plans.already_issued')
  return directive
}

async function unitNames(work: Work, { unitId, reading }: DirectiveRow) {
  const directory = await loadDirectory(work.db)
  return new Map(directory.childrenOn(unitId, reading.issuedOn ?? work.today).map((unit) => [unit.unitId, unit.name]))
}
