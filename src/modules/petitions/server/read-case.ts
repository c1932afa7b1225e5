import { dueOn, type DeadlineLanguage } from '#kernel/deadline.ts'
import type { PlainDate } from '#kernel/plain-date.ts'
import { workingDaysBetween } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { loadRules, type Rules } from '#modules/deadlines/server/index.ts'
import { currentHolder, loadDirectory, type Directory } from '#modules/organisations/server/index.ts'
import { namesOf } from '#modules/people/server/index.ts'
import type { Amounts, CaseRecord } from '../contract.ts'
import { mayRead } from '../domain/access.ts'
import { allowedActions, maySign } from '../domain/actions.ts'
import type { CaseId } from '../domain/case.ts'
import { actStore, type DialogueRow } from './act-store.ts'
import { attachmentStore } from './attachment-store.ts'
import { caseStore, type CaseRow } from './case-store.ts'
import { decisionStore } from './decision-store.ts'
import { eventStore } from './event-store.ts'
import { loadCase } from './load-case.ts'
import { outcomeStore } from './outcome-store.ts'
import { partyStore } from './party-store.ts'
import { termsOf } from './run-clocks.ts'
import { shownAttachment, shownDecision, shownEvent, shownParty, shownQuestion } from './shown-parts.ts'
import { topicStore } from './topic-store.ts'

/** A case whole, for who may read it, with what they may do with it now. */
export async function readCase(work: Work, id: CaseId, language: DeadlineLanguage): Promise<CaseRecord> {
  const row = await loadCase(work, id)
  const { assigneeId, placeUnitId, toUnitId } = row
  const directory = await loadDirectory(work.db)
  const topic = row.topicCode === null ? undefined : await topicStore(work.db).find(row.topicCode)
  const assignee = assigneeId === null ? undefined : (await namesOf(work, [assigneeId])).get(assigneeId)
  return {
    ...aboutOf(row), unitName: directory.nameOn(row.unitId, work.today) ?? '', topicName: topic === undefined ? null : language === 'en' ? topic.nameEn : topic.name,
    place: placeUnitId === null ? null : placeOf(work, directory, row), assignee: assigneeId === null ? null : { id: assigneeId, name: assignee ?? '' },
    workingDaysLeft: row.dueOn === null ? null : workingDaysBetween(work.today, row.dueOn, work.calendar),
    toBody: row.toBody ?? (toUnitId === null ? null : directory.nameOn(toUnitId, work.today) ?? null),
    parties: (await partyStore(work.db).list(id)).map((party) => shownParty(work, party)),
    terms: await termsOf(work, id, language), ...await actsOf(work, row), links: await linksOf(work, directory, row),
    allowed: allowedActions(row.state, row, work.actor), maySign: maySign(row, work.actor),
  }
}

/** What the case itself says, as it is kept. */
function aboutOf(row: CaseRow) {
  const {
    id, code, number, year, version, kind, state, instance, unitId, channel, receivedOn, title, content, against, decisionAgainst, decisionKnownOn, topicCode, placeNote, isRemote, isComplex, peopleCount, isGroup,
    skipsLevel, isAnonymous, fromBody, prior, priorBody, sortedOn, eligible, competent, acceptedOn, endedOn, endedHow, outcome, answer, answerShown, inTime, holdBecause, purgeOn, purgedOn, dueOn: due, dueStep,
  } = row
  return {
    id, code, number, year, version, kind, state, instance, unitId, channel, receivedOn, title, content, against, decisionAgainst, decisionKnownOn, topicCode, placeNote, isRemote, isComplex, peopleCount, isGroup,
    skipsLevel, isAnonymous, fromBody, prior, priorBody, sortedOn, eligible, competent, acceptedOn, endedOn, endedHow, outcome, answer, answerShown, inTime, holdBecause, purgeOn, purgedOn, dueOn: due, dueStep,
  }
}

async function actsOf(work: Work, { id, state }: CaseRow): Promise<Pick<CaseRecord, 'events' | 'attachments' | 'questions' | 'decisions' | 'dialogues' | 'replies' | 'settlement' | 'rating'>> {
  const [acts, outcomes, rules] = [actStore(work.db), outcomeStore(work.db), await loadRules(work)]
  const rating = await outcomes.findRating(id)
  return {
    events: (await eventStore(work.db).list(id)).map(shownEvent),
    attachments: (await attachmentStore(work.db).list(id)).map(shownAttachment),
    questions: (await acts.listQuestions(id)).map(shownQuestion),
    decisions: (await decisionStore(work.db).list(id)).map(shownDecision),
    dialogues: (await acts.listDialogues(id)).map((dialogue) => dialogueOf(work, rules, dialogue)),
    replies: await acts.listReplies(id),
    settlement: state === 'received' ? null : await settlementOf(work, id),
    rating: rating === undefined ? null : { offeredOn: rating.offeredOn, score: rating.score, comment: rating.comment, wantsReopening: rating.wantsReopening },
  }
}

/** Whether both sides were told of the dialogue in time: the law counts back from its day. */
function dialogueOf(work: Work, rules: Rules, { id, on, at, place, notifiedOn, chairedBy, chairedByHead, held, attended, minutes }: DialogueRow): CaseRecord['dialogues'][number] {
  const rule = rules.ruleOn('complaint', 'dialogue-notice', on)
  const lastDayToNotify: PlainDate | null = rule === undefined ? null : dueOn({ rule, start: on }, work.calendar)
  return {
    id, on, at, place, notifiedOn, chairedBy, chairedByHead, held, attended, minutes, lastDayToNotify, inTime: lastDayToNotify === null ? null : notifiedOn <= lastDayToNotify,
  }
}

async function settlementOf(work: Work, id: CaseId): Promise<CaseRecord['settlement']> {
  const settlement = await outcomeStore(work.db).findSettlement(id)
  if (settlement === undefined) return null
  const steps = await outcomeStore(work.db).listEnforcement(id)
  return { ...settlement, done: steps.map(({ amounts }) => amounts).reduce(sumOf, NOTHING), steps }
}

const NOTHING: Amounts = {
  stateMoney: 0, stateLand: 0, bodiesMoney: 0, bodiesLand: 0, peopleMoney: 0, peopleLand: 0, bodies: 0, people: 0, disciplined: 0, disciplinedOfficials: 0, prosecutedCases: 0, prosecuted: 0,
  prosecutedOfficials: 0,
}
const AMOUNTS = Object.keys(NOTHING) as (keyof Amounts)[]

function sumOf(one: Amounts, other: Amounts): Amounts {
  const sum = { ...one }
  for (const name of AMOUNTS) sum[name] = Math.round((one[name] + other[name]) * 1000) / 1000
  return sum
}

/** Where the matter lies as it was called then, and what that is called today. */
function placeOf(work: Work, directory: Directory, { placeUnitId, receivedOn }: CaseRow): CaseRecord['place'] {
  if (placeUnitId === null) return null
  const name = directory.nameOn(placeUnitId, receivedOn) ?? ''
  const holder = currentHolder(directory, placeUnitId, work.today)
  const now = holder === undefined ? undefined : directory.nameOn(holder, work.today)
  return { unitId: placeUnitId, name, nowName: now === undefined || now === name ? null : now }
}

/** Cases beside it: those of other units without their contents, denunciations only for who handles them. */
async function linksOf(work: Work, directory: Directory, row: CaseRow): Promise<CaseRecord['links']> {
  return (await caseStore(work.db).listBeside(row)).flatMap((beside) => {
    const isReadable = mayRead(work.actor, { unitId: beside.unitId, kind: beside.kind })
    if (!isReadable && beside.kind === 'denunciation') return []
    return [{
      id: isReadable ? beside.id : null, link: beside.link, way: beside.way, unitName: directory.nameOn(beside.unitId, work.today) ?? '', state: beside.state, receivedOn: beside.receivedOn,
      title: isReadable ? beside.title : null,
    }]
  })
}
