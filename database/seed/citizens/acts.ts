import { laterOf, yearOf } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import type { z } from 'zod'
import { currentHolder, loadDirectory } from '#modules/organisations/server/index.ts'
import { PrepareDecision, SignDecision, SortCase } from '#modules/petitions/contract-decisions.ts'
import type { CaseId, CaseLink } from '#modules/petitions/domain/case.ts'
import { sortCase } from '#modules/petitions/server/acts/sort-case.ts'
import { caseStore, type CaseRow } from '#modules/petitions/server/case-store.ts'
import { decisionStore } from '#modules/petitions/server/decision-store.ts'
import { prepareDecision } from '#modules/petitions/server/decisions/prepare-decision.ts'
import { signDecision } from '#modules/petitions/server/decisions/sign-decision.ts'
import { MERGER } from './desks.ts'
import type { Hand } from './letter.ts'

export type Sorting = Partial<Omit<z.input<typeof SortCase>, 'version' | 'sameMatterAs'>> & { readonly sameMatterAs?: Hand }
type Decisions = z.input<typeof PrepareDecision>
export type ToDecide = Decisions extends infer Each ? (Each extends Decisions ? Each : never) : never

/** The case as it is now. */
export async function caseIn(work: Work, { id }: Hand): Promise<CaseRow> {
  const row = id === null ? undefined : await caseStore(work.db).find(id)
  if (row === undefined) throw new RangeError('The story goes on with a case that never came')
  return row
}

/** As it was entered, fit to be handled and the unit's own, unless the story says otherwise. */
export async function sort(work: Work, row: CaseRow, { sameMatterAs, ...more }: Sorting): Promise<void> {
  const { kind, title, placeUnitId, placeNote, isRemote, peopleCount, prior, priorBody, decisionKnownOn, version } = row
  await sortCase(work, row.id, SortCase.parse({
    kind, title, placeUnitId, placeNote, isRemote, peopleCount, prior, priorBody, decisionKnownOn, version, topicCode: row.topicCode ?? 'khac', eligible: true, competent: true, skipsLevel: row.skipsLevel,
    sameMatterAs: sameMatterAs?.id ?? null, ...more,
  }))
}

export async function prepare(work: Work, { id, version }: CaseRow, decision: ToDecide): Promise<void> {
  await prepareDecision(work, id, { version, decision: PrepareDecision.parse(decision) })
}

/** The clerk's numbers: one after the other in a unit's year, and in that of the units whose books it took over. */
export function signing(): (work: Work, row: CaseRow) => Promise<void> {
  const given = new Map<string, number>()
  return async (work, { id, unitId, version }) => {
    const waiting = await decisionStore(work.db).findPrepared(id)
    if (waiting === undefined) throw new RangeError('Nothing waits for a signature')
    const register = `${currentHolder(await loadDirectory(work.db), unitId, laterOf(work.today, MERGER)) ?? unitId} ${yearOf(work.today)}`
    const number = (given.get(register) ?? 0) + 1
    given.set(register, number)
    await signDecision(work, id, waiting.id, SignDecision.parse({ version, number: String(number), signedOn: work.today }))
  }
}

/** What a transfer, an appeal or a reopening made of the case: the newest that follows it so. */
export async function followerOf(work: Work, row: CaseRow, by: CaseLink): Promise<CaseId> {
  const made = (await caseStore(work.db).listBeside(row)).filter(({ link, way }) => link === by && way === 'to').at(-1)
  if (made === undefined) throw new RangeError(`No case follows by ${by}`)
  return made.id
}
