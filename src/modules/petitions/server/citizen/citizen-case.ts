import { deadlineOf, deadlineSteps } from '#kernel/deadline.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import type { Work } from '#platform/server/work.ts'
import { loadDirectory } from '#modules/organisations/server/index.ts'
import { loadRules } from '#modules/deadlines/server/index.ts'
import type { Term } from '../../contract.ts'
import { readCaseCode } from '../../domain/case-code.ts'
import type { CaseKind, CaseLink, CaseState, Channel } from '../../domain/case.ts'
import { roadOf, type RoadStep } from '../../domain/road.ts'
import { actStore } from '../act-store.ts'
import { attachmentStore, type AttachmentRow } from '../attachment-store.ts'
import { caseStore, type CaseRow } from '../case-store.ts'
import { eventStore } from '../event-store.ts'
import { outcomeStore } from '../outcome-store.ts'
import { termsOf } from '../run-clocks.ts'
import { topicStore } from '../topic-store.ts'

/** What who holds the receipt sees of one case: its way and its terms; never a name, an officer, or what was written but the answer. */
export interface CitizenCase {
  readonly code: string
  readonly kind: CaseKind
  readonly state: CaseState
  readonly channel: Channel
  readonly instance: number
  readonly unitName: string
  readonly topic: { readonly vi: string; readonly en: string } | null
  readonly receivedOn: PlainDate
  /** How it follows the case before it in the list; null for the first. */
  readonly link: CaseLink | null
  /** Whom it was passed on to, when that is no unit of the system or none that the citizen is told of otherwise. */
  readonly toBody: string | null
  readonly road: readonly (Omit<RoadStep, 'term'> & { readonly term: Term | null })[]
  /** Terms that stand beside the road: sending the decision, passing on. */
  readonly news: readonly { readonly on: PlainDate; readonly kind: string }[]
  readonly questions: readonly { readonly id: string; readonly askedOn: PlainDate; readonly question: string; readonly answer: string | null }[]
  readonly answer: string | null
  readonly files: readonly Pick<AttachmentRow, 'id' | 'name' | 'size'>[]
  /** Until when a complaint may go to the second instance or to court; null where that is not so. */
  readonly appeal: { readonly until: PlainDate; readonly article: string; readonly why: readonly string[] } | null
  readonly mayRate: boolean
}

const FOLLOWED: readonly CaseLink[] = ['transfer', 'split', 'appeal', 'reopened']
/** Longer than any real chain: a fault in the records ends here and not never. */
const LONGEST = 12

/** The case of a receipt code and those that followed it, the first first; undefined for an unknown code and for every denunciation. */
export async function findByCode(work: Work, typed: string, language: 'vi' | 'en'): Promise<readonly CitizenCase[] | undefined> {
  const row = await findRow(work, typed)
  if (row === undefined) return undefined
  const chain = await chainFrom(work, row)
  return Promise.all(chain.map((each, at) => citizenCase(work, each, { language, isFirst: at === 0 })))
}

/** The row itself, for what a citizen may do with it; undefined likewise. */
export async function findRow(work: Work, typed: string): Promise<CaseRow | undefined> {
  const code = readCaseCode(typed)
  if (code === null) return undefined
  const row = await caseStore(work.db).findByCode(code)
  return row === undefined || row.kind === 'denunciation' || row.purgedOn !== null ? undefined : row
}

/** Of the chain of a code, the case of that code of its own: a question may have been asked by the unit to which it was passed on. */
export async function chainFrom(work: Work, first: CaseRow): Promise<CaseRow[]> {
  const store = caseStore(work.db)
  const chain = [first]
  for (let at = 0; at < chain.length && chain.length < LONGEST; at += 1) {
    const row = chain[at]
    if (row === undefined) break
    const following = (await store.listBeside(row)).filter(({ way, link, kind }) => way === 'to' && FOLLOWED.includes(link) && kind !== 'denunciation')
    for (const next of await store.listByIds(following.map(({ id }) => id))) if (chain.every(({ id }) => id !== next.id)) chain.push(next)
  }
  return chain
}

async function citizenCase(work: Work, row: CaseRow, { language, isFirst }: { readonly language: 'vi' | 'en'; readonly isFirst: boolean }): Promise<CitizenCase> {
  const [terms, directory] = [await termsOf(work, row.id, language), await loadDirectory(work.db)]
  const topic = row.topicCode === null ? undefined : await topicStore(work.db).find(row.topicCode)
  const rating = await outcomeStore(work.db).findRating(row.id)
  const events = await eventStore(work.db).list(row.id, { onlyShownToCitizen: true })
  return {
    code: row.code, kind: row.kind, state: row.state, channel: row.channel, instance: row.instance, unitName: directory.nameOn(row.unitId, work.today) ?? directory.nameOn(row.unitId, row.receivedOn) ?? '',
    topic: topic === undefined ? null : { vi: topic.name, en: topic.nameEn }, receivedOn: row.receivedOn, link: isFirst ? null : row.originLink, toBody: row.toBody,
    road: roadOf(row).map(({ term, ...step }) => ({ ...step, term: term === null ? null : terms.findLast((each) => each.procedure === term.procedure && each.step === term.step) ?? null })),
    news: events.map(({ on, kind }) => ({ on, kind })),
    questions: (await actStore(work.db).listQuestions(row.id)).map(({ id, askedOn, question, answer }) => ({ id, askedOn, question, answer })),
    answer: row.answerShown ? row.answer : null,
    files: (await attachmentStore(work.db).list(row.id)).filter(({ shownToCitizen }) => shownToCitizen).map(({ id, name, size }) => ({ id, name, size })),
    appeal: await appealOf(work, row, events.findLast(({ kind }) => kind === 'send-decision')?.on ?? null, language),
    mayRate: (row.endedHow === 'decided' || row.endedHow === 'answered') && (rating === undefined || rating.ratedAt === null),
  }
}

/** Luật Khiếu nại 02/2011/QH13, Điều 33: counted from the day on which the decision was received; its sending is the nearest day known. */
async function appealOf(work: Work, row: CaseRow, sentOn: PlainDate | null, language: 'vi' | 'en'): Promise<CitizenCase['appeal']> {
  if (row.kind !== 'complaint' || row.endedHow !== 'decided' || row.endedOn === null) return null
  const from = sentOn ?? row.endedOn
  const rule = (await loadRules(work)).ruleOn('complaint', 'escalate', from)
  if (rule === undefined) return null
  const deadline = deadlineOf({ rule, start: from, remote: row.isRemote }, work.calendar)
  return deadline.due === null ? null : { until: deadline.due, article: rule.article, why: deadlineSteps(deadline, language) }
}
