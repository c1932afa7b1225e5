import { dueOn } from '#kernel/deadline.ts'
import type { UnitId } from '#kernel/ids.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import { currentHolder, governingBodyOf, loadDirectory, predecessorsOf, type Directory } from '#modules/organisations/server/index.ts'
import type { SortAdvice } from '../../contract-acts.ts'
import { mayRead } from '../../domain/access.ts'
import type { CaseId } from '../../domain/case.ts'
import { competentUnit, instanceOf, type Competence } from '../../domain/competence.ts'
import { namedBody } from '../../domain/named-body.ts'
import { triageAdvice, type TriageFacts } from '../../domain/triage-advice.ts'
import { attachmentStore } from '../attachment-store.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { loadCase } from '../load-case.ts'
import { partyStore } from '../party-store.ts'

/** What speaks for what when the case is sorted, each with its article; from what the letter says and what the unit has. */
export async function adviseSorting(work: Work, id: CaseId): Promise<SortAdvice> {
  const row = await loadCase(work, id)
  const directory = await loadDirectory(work.db)
  const here = currentHolder(directory, row.unitId, work.today) ?? row.unitId
  const instance = instanceOf(row)
  const competence = competenceIn(work, directory, { row, instance })
  const competentName = competence?.unitId == null ? '' : bodyName(work, directory, competence.unitId)
  const parties = await partyStore(work.db).list(id)
  const facts: TriageFacts = {
    unitId: here, kind: row.kind, instance, receivedOn: row.receivedOn, hasName: parties.length > 0, hasAddress: parties.some(({ address }) => address !== null),
    hasContent: row.content.trim() !== '' || await attachmentStore(work.db).count(id) > 0, isAnonymous: row.isAnonymous, against: row.against, decisionAgainst: row.decisionAgainst,
    fileBy: await lastDayToFile(work, row, instance), peopleCount: row.peopleCount, representatives: parties.filter(({ role }) => role === 'representative').length, prior: row.prior,
    earlier: await earlierOf(work, row), competence, competentName, liesBelow: competence?.unitId != null && competence.unitId !== here && directory.isWithinOn(competence.unitId, here, work.today),
  }
  return {
    ...triageAdvice(facts), advice: triageAdvice(facts).advice.map((each) => ({ ...each, details: { ...each.details } })),
    competentUnit: competence === null ? null : { id: competence.unitId, name: competentName },
  }
}

/** Who has to act, by whom the letter complains of: the unit that carries that one's business today, or the one above it. */
function competenceIn(work: Work, directory: Directory, { row, instance }: { readonly row: CaseRow; readonly instance: number }): Competence | null {
  if (row.against === null) return null
  const here = currentHolder(directory, row.unitId, work.today)
  const top = here === undefined ? undefined : directory.ancestorsOn(here, work.today).at(-1)?.unitId ?? here
  if (top === undefined) return null
  const names = directory.subtreeOn(top, work.today).flatMap(({ unitId, name }) => [
    { unitId, name }, ...predecessorsOf(directory, unitId, work.today).map((former) => ({ unitId, name: directory.nameOn(former, work.today) ?? name })),
  ])
  const unitId = namedBody(row.against, names)
  return unitId === null ? null : competentUnit(row.kind, instance, { unitId, aboveId: directory.ancestorsOn(unitId, work.today)[0]?.unitId ?? null })
}

function bodyName(work: Work, directory: Directory, unitId: UnitId): string {
  const unit = directory.unitOn(unitId, work.today)
  return unit === undefined ? directory.nameOn(unitId, work.today) ?? '' : governingBodyOf(unit)
}

/** Thời hiệu: 90 days from when the decision was known; of second instance the 30 or 45 days after the first. */
async function lastDayToFile(work: Work, { kind, decisionKnownOn, isRemote }: CaseRow, instance: number): Promise<PlainDate | null> {
  if (kind !== 'complaint' || decisionKnownOn === null) return null
  const rule = (await loadRules(work)).ruleOn('complaint', instance === 2 ? 'escalate' : 'file', decisionKnownOn)
  return rule === undefined ? null : dueOn({ rule, start: decisionKnownOn, remote: isRemote }, work.calendar)
}

/** What the unit had on the same matter before and did something about itself. */
async function earlierOf(work: Work, row: CaseRow): Promise<TriageFacts['earlier']> {
  const same = (await caseStore(work.db).listOfMatter(row.matterId)).filter((other) => other.id !== row.id && other.unitId === row.unitId && mayRead(work.actor, other))
  return same.filter(({ state, receivedOn }) => state !== 'transferred' && state !== 'split' && receivedOn <= row.receivedOn).map(({ number, year, state }) => ({ number: `${number}/${year}`, state })).toReversed()
}
