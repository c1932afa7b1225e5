import { addDays, type PlainDate } from '#kernel/plain-date.ts'
import { onOrAfterWorkingDay, type WorkingCalendar } from '#kernel/working-calendar.ts'
import type { Work } from '#platform/server/work.ts'
import { accountStore } from '#modules/people/server/account-store.ts'
import type { Amounts } from '#modules/petitions/contract.ts'
import { AppealCase, CallDialogue, EnforceStep, HoldDialogue, RecordReply, SplitCase, WithdrawCase } from '#modules/petitions/contract-decisions.ts'
import type { CaseId } from '#modules/petitions/domain/case.ts'
import { actStore } from '#modules/petitions/server/act-store.ts'
import { appealCase } from '#modules/petitions/server/acts/appeal-case.ts'
import { askCitizen } from '#modules/petitions/server/acts/ask-citizen.ts'
import { assignCase } from '#modules/petitions/server/acts/assign-case.ts'
import { callDialogue } from '#modules/petitions/server/acts/call-dialogue.ts'
import { enforceStep } from '#modules/petitions/server/acts/enforce-step.ts'
import { holdDialogue } from '#modules/petitions/server/acts/hold-dialogue.ts'
import { noteCase } from '#modules/petitions/server/acts/note-case.ts'
import { recordReply } from '#modules/petitions/server/acts/record-reply.ts'
import { recordSending } from '#modules/petitions/server/acts/record-sending.ts'
import { splitCase } from '#modules/petitions/server/acts/split-case.ts'
import { withdrawCase } from '#modules/petitions/server/acts/withdraw-case.ts'
import type { CaseRow } from '#modules/petitions/server/case-store.ts'
import { answerQuestion } from '#modules/petitions/server/citizen/answer-question.ts'
import { offerRatingTo, rateCase, reopenByCitizen } from '#modules/petitions/server/citizen/rate-case.ts'
import { decisionStore } from '#modules/petitions/server/decision-store.ts'
import { returnDecision } from '#modules/petitions/server/decisions/return-decision.ts'
import { caseIn, followerOf, prepare, signing, sort, type Sorting, type ToDecide } from './acts.ts'
import type { Desk } from './desks.ts'
import { enterLetter, type Hand, type Letter } from './letter.ts'
import type { Step } from './stage.ts'

type Who = 'sorts' | 'resolves' | 'signs' | 'citizen'
interface Part { readonly title: string; readonly content: string; readonly kind: Letter['kind']; readonly topicCode: string }
type Ending = Extract<ToDecide, { action: 'conclude' }>['fields']

/** The story of one case; everything happens so many days after what was told last, on a working day. */
export interface Telling {
  readonly hand: Hand
  /** The day of what was told last. */
  readonly day: () => PlainDate
  sorted(after: number, more?: Sorting): Telling
  /** Prepared, and signed so many days later; never signed where null. */
  decided(after: number, decision: ToDecide, signedAfter?: number | null): Telling
  accepted(after: number, signedAfter?: number): Telling
  /** Laid aside as a duplicate of another letter. */
  duplicate(after: number, of: Hand, because: string): Telling
  /** Prepared, given back by the head, and waiting to be written anew. */
  givenBack(after: number, decision: ToDecide, because: string): Telling
  assigned(after: number): Telling
  /** Found right, wrong or answered; what it orders stands in `settlement`. */
  concluded(after: number, ending: Ending, signedAfter?: number): Telling
  dialogue(after: number, inDays: number, attended: number | null): Telling
  asked(after: number, question: string): Telling
  answered(after: number, answer: string): Telling
  noted(after: number, note: string, shownToCitizen?: boolean): Telling
  withdrawn(after: number, note: string): Telling
  recorded(after: number, what: 'notify-acceptance' | 'send-decision' | 'publish-conclusion', how: string): Telling
  enforced(after: number, note: string, amounts: Partial<Amounts>, isComplete: boolean): Telling
  replied(after: number, number: string, fromBody: string, summary: string): Telling
  rated(after: number, score: number, comment?: string): Telling
  parted(after: number, parts: readonly Part[]): readonly Telling[]
  /** The case of its own that each of these makes, at the desk that gets it. */
  passedOn(after: number, to: Desk, because: string): Telling
  appealed(after: number, to: Desk, content: string): Telling
  reopened(after: number, because: string): Telling
}

export interface Teller {
  letter(desk: Desk, on: PlainDate, letter: Letter): Telling
  /** Of a case that comes in another way: at a visit. */
  about(desk: Desk, on: PlainDate, hand: Hand): Telling
}

/** Writes down what is to be done, step by step; nothing happens before the steps are played. */
export function teller(steps: Step[], calendar: WorkingCalendar): Teller {
  const sign = signing()
  const onWorkingDay = (day: PlainDate) => onOrAfterWorkingDay(day, calendar)
  return {
    letter(desk, on, letter) {
      const hand: Hand = { id: null, isDenunciation: letter.kind === 'denunciation' }
      const day = letter.channel === 'portal' ? on : onWorkingDay(on)
      const by = letter.channel === 'portal' ? null : hand.isDenunciation ? desk.denunciations : desk.receives
      steps.push({ on: day, by, async carryOut(work) { hand.id = await enterLetter(work, desk, letter) } })
      return about(desk, day, hand)
    },
    about,
  }

  function about(desk: Desk, from: PlainDate, hand: Hand): Telling {
    let [at, isAssigned] = [from, false]
    const deskOn = (day: PlainDate) => (desk.heir !== undefined && day >= desk.heir.from ? desk.heir.desk : desk)
    const add = (by: Who, carryOut: (work: Work, row: CaseRow) => Promise<unknown>) => {
      const here = deskOn(at)
      const login = by === 'citizen' ? null : by === 'signs' || !hand.isDenunciation ? here[by] : here.denunciations
      steps.push({ on: at, by: login, carryOut: async (work) => { await carryOut(work, await caseIn(work, hand)) } })
      return told
    }
    const act = (after: number, by: Who, carryOut: (work: Work, row: CaseRow) => Promise<unknown>): Telling => {
      const before = deskOn(at)
      at = onWorkingDay(addDays(at, after))
      if (isAssigned && deskOn(at) !== before) assign() // whoever takes the business over names somebody new
      return add(by, carryOut)
    }
    const assign = () => {
      const to = hand.isDenunciation ? deskOn(at).denunciations : deskOn(at).resolves
      isAssigned = true
      return add('sorts', async (work, { id, version }) => {
        const officer = await accountStore(work.db).findByLogin(to)
        await assignCase(work, id, { version, assigneeId: officer?.id ?? '', note: null })
      })
    }
    const follow = (other: Desk, isDenunciation: boolean, find: (made: Hand) => void): Telling => {
      const made: Hand = { id: null, isDenunciation }
      find(made)
      return about(other, at, made)
    }
    const decidedBy = ({ action }: ToDecide): Who => (AT_THE_DOOR.has(action) ? 'sorts' : 'resolves')
    const told: Telling = {
      hand, day: () => at,
      sorted: (after, more = {}) => act(after, 'sorts', (work, row) => sort(work, row, more)),
      decided(after, decision, signedAfter = 1) {
        act(after, decidedBy(decision), (work, row) => prepare(work, row, decision))
        return signedAfter === null ? told : act(signedAfter, 'signs', sign)
      },
      accepted: (after, signedAfter = 1) => told.decided(after, { action: 'accept', fields: {} }, signedAfter),
      duplicate(after, of, because) {
        act(after, 'sorts', (work, row) => prepare(work, row, { action: 'file', fields: { ground: 'duplicate', because, sameAs: of.id } }))
        return act(1, 'signs', sign)
      },
      givenBack(after, decision, because) {
        act(after, decidedBy(decision), (work, row) => prepare(work, row, decision))
        return act(1, 'signs', async (work, { id, version }) => {
          const waiting = await decisionStore(work.db).findPrepared(id)
          if (waiting !== undefined) await returnDecision(work, id, waiting.id, { version, because })
        })
      },
      assigned(after) {
        at = onWorkingDay(addDays(at, after))
        return assign()
      },
      concluded: (after, ending, signedAfter = 1) => told.decided(after, { action: 'conclude', fields: ending }, signedAfter),
      dialogue(after, inDays, attended) {
        const notifiedOn = onWorkingDay(addDays(at, after))
        const on = onWorkingDay(addDays(notifiedOn, inDays))
        const { post, head } = deskOn(notifiedOn)
        act(after, 'resolves', (work, { id, version }) => callDialogue(work, id, CallDialogue.parse({ version, on, at: '08:30', place: 'Phòng tiếp công dân', notifiedOn, chairedBy: head, chairedByHead: true })))
        return act(inDays, 'resolves', async (work, { id, version }) => {
          const [called] = await actStore(work.db).listDialogues(id)
          if (called !== undefined) await holdDialogue(work, id, called.id, HoldDialogue.parse({ version, held: attended !== null, attended, minutes: attended === null ? null : minutesOf(post) }))
        })
      },
      asked: (after, question) => act(after, 'sorts', (work, { id, version }) => askCitizen(work, id, { version, question })),
      answered: (after, answer) => act(after, 'citizen', async (work, { id, code }) => {
        const open = (await actStore(work.db).listQuestions(id)).find((question) => question.answeredAt === null)
        if (open !== undefined) await answerQuestion(work, code, open.id, answer)
      }),
      noted: (after, note, shownToCitizen = false) => act(after, 'resolves', (work, { id }) => noteCase(work, id, { note, shownToCitizen })),
      withdrawn: (after, note) => act(after, 'sorts', (work, { id, version }) => withdrawCase(work, id, WithdrawCase.parse({ version, on: work.today, afterExplanation: false, note }))),
      recorded: (after, what, how) => act(after, 'resolves', (work, { id, version }) => recordSending(work, id, what, { version, on: work.today, how })),
      enforced: (after, note, amounts, isComplete) => act(after, 'resolves', (work, { id, version }) => enforceStep(work, id, EnforceStep.parse({ version, on: work.today, note, amounts, isComplete }))),
      replied: (after, number, fromBody, summary) => act(after, 'sorts', (work, { id, version }) => recordReply(work, id, RecordReply.parse({ version, on: work.today, number, fromBody, summary }))),
      rated: (after, score, comment = '') => act(after, 'citizen', async (work, { code }) => rateCase(work, await offerRatingTo(work, code), { score, comment })),
      parted(after, parts) {
        const made = parts.map(({ kind }): Hand => ({ id: null, isDenunciation: kind === 'denunciation' }))
        act(after, 'sorts', async (work, { id, version }) => {
          const split = await splitCase(work, id, SplitCase.parse({ version, parts }))
          for (const [index, part] of split.made.entries()) { const hand = made[index]; if (hand !== undefined) hand.id = part.id as CaseId }
        })
        return made.map((part) => about(desk, at, part))
      },
      passedOn: (after, to, because) => follow(to, hand.isDenunciation, (made) => {
        act(after, 'sorts', (work, row) => prepare(work, row, { action: 'transfer', fields: { toUnitId: to.unitId, because } }))
        act(1, 'signs', async (work, row) => {
          await sign(work, row)
          made.id = await followerOf(work, row, 'transfer')
        })
      }),
      appealed: (after, to, content) => follow(to, false, (made) => {
        act(after, 'sorts', async (work, row) => {
          await appealCase(work, row.id, AppealCase.parse({ version: row.version, unitId: to.unitId, receivedOn: work.today, content }))
          made.id = await followerOf(work, row, 'appeal')
        })
      }),
      reopened: (after, because) => follow(desk, false, (made) => {
        act(after, 'citizen', async (work, row) => {
          const token = await offerRatingTo(work, row.code)
          await rateCase(work, token, { score: 1, comment: because })
          await reopenByCitizen(work, token, because)
          made.id = await followerOf(work, row, 'reopened')
        })
      }),
    }
    return told
  }
}

const AT_THE_DOOR: ReadonlySet<ToDecide['action']> = new Set(['accept', 'refuse', 'guide', 'transfer', 'file', 'urge'])

function minutesOf(post: string): string {
  return `${post} chủ trì đối thoại; người khiếu nại trình bày yêu cầu và cung cấp thêm giấy tờ; bộ phận chuyên môn giải thích căn cứ pháp luật. Các bên thống nhất những nội dung đã rõ, còn khác nhau về diện tích và mức bồi thường.`
}
