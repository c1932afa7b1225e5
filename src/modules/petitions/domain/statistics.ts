import type { UnitId } from '#kernel/ids.ts'
import { laterOf, type PlainDate } from '#kernel/plain-date.ts'
import type { CaseId, CaseKind, Ending, MatterId, Outcome, Prior, Triage } from './case.ts'
import type { TopicField } from './topic.ts'

/** Both days included; the last is the cut-off day (ngày chốt số liệu): what came after it is as if it had not been. */
export interface StatisticalSpan { readonly from: PlainDate; readonly to: PlainDate }

/** What the statistical forms ask of a case; everything in it has its day. */
export interface CountedCase {
  readonly id: CaseId
  readonly unitId: UnitId
  readonly matterId: MatterId
  readonly kind: CaseKind
  readonly receivedOn: PlainDate
  /** One of the parts of a letter on several matters: the day it was divided, and whether it is the first of them. */
  readonly splitFrom: { readonly on: PlainDate; readonly isFirst: boolean } | null
  readonly instance: number
  readonly prior: Prior
  readonly field: TopicField | null
  readonly eligible: boolean | null
  readonly competent: boolean | null
  readonly triagedOn: PlainDate | null
  readonly triagedAs: Triage | null
  /** The first day on which the body it was passed on to was urged in writing. */
  readonly urgedOn: PlainDate | null
  readonly acceptedOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly endedHow: Ending | null
  readonly outcome: Outcome | null
  readonly withdrawnAfterExplanation: boolean
  readonly inTime: boolean | null
  readonly needsEnforcement: boolean
  readonly enforcedOn: PlainDate | null
}

/** Biểu 02/XLD, 03/XLD, 04/XLD. */
export type LetterKind = 'complaint' | 'denunciation' | 'recommendation'
/** `before`: kỳ trước chuyển sang; `within`: tiếp nhận trong kỳ. */
export type Came = 'before' | 'within'
/** What became of a letter: taken as one's own, or not; `laid-aside` is not fit to be handled (lưu đơn), or was withdrawn before. */
export type HandledAs = 'competent' | 'guided' | 'transferred' | 'urged' | 'laid-aside'
/** What another body had done in the matter when the letter was handled. */
export type SettledBefore = 'not' | 'once' | 'finally' | 'judged' | 'overdue'

/** A letter (đơn) as one period of the forms 01–04/XLD sees it. */
export interface Handling {
  readonly kind: LetterKind
  readonly came: Came
  /** Null: not handled by the cut-off day. */
  readonly handledOn: PlainDate | null
  readonly handledAs: HandledAs | null
  readonly settledBefore: SettledBefore
  readonly isSecondInstance: boolean
  readonly field: TopicField
}

/** A case taken up, as a period of 01/KQGQ (complaints) and the last columns of 04/XLD see it. */
export interface Resolution {
  readonly kind: LetterKind
  readonly came: Came
  readonly status: 'open' | 'settled' | 'withdrawn' | 'ended'
  /** The day of its end; null while open. */
  readonly endedOn: PlainDate | null
  readonly verdict: Exclude<Outcome, 'answered'> | null
  readonly inTime: boolean | null
}

/** Null where the period does not count it: not there yet, handled before, or divided into parts that count instead. */
export function handlingOf(counted: CountedCase, { from, to }: StatisticalSpan): Handling | null {
  const cameOn = enteredOn(counted)
  const thereFrom = counted.splitFrom === null ? cameOn : laterOf(cameOn, counted.splitFrom.on)
  if (thereFrom > to) return null
  if (counted.triagedAs === 'split' && counted.triagedOn !== null && counted.triagedOn <= to) return null
  const handledOn = counted.triagedOn ?? counted.endedOn
  if (handledOn !== null && handledOn < from) return null
  const isHandled = handledOn !== null && handledOn <= to
  return {
    kind: letterKind(counted.kind), came: cameOn < from ? 'before' : 'within', handledOn: isHandled ? handledOn : null, handledAs: isHandled ? handledAs(counted, to) : null,
    settledBefore: settledBefore(counted), isSecondInstance: counted.instance === 2, field: counted.field ?? 'other',
  }
}

/** Null where nothing of it is open or ended in the period. Denunciations have no such form in the circular's columns of 2024. */
export function resolutionOf(counted: CountedCase, { from, to }: StatisticalSpan): Resolution | null {
  const { kind, acceptedOn, endedOn, endedHow, outcome, withdrawnAfterExplanation, inTime } = counted
  if (kind === 'denunciation' || acceptedOn === null || acceptedOn > to) return null
  if (endedOn !== null && endedOn < from) return null
  const came = acceptedOn < from ? 'before' : 'within'
  if (endedOn === null || endedOn > to) return { kind: letterKind(kind), came, status: 'open', endedOn: null, verdict: null, inTime: null }
  const verdict = kind === 'complaint' ? verdictOf(counted.instance, outcome) : null
  const isSettled = kind === 'complaint' ? endedHow === 'decided' && verdict !== null : endedHow === 'decided' || endedHow === 'answered'
  const status = isSettled ? 'settled' : endedHow === 'withdrawn' && withdrawnAfterExplanation ? 'withdrawn' : 'ended'
  return { kind: letterKind(kind), came, status, endedOn, verdict: isSettled ? verdict : null, inTime: isSettled ? inTime : null }
}

/** A decision on a complaint that had to be carried out in the period (02/KQGQ): whether that was done in it. Null where it had not to be. */
export function enforcementOf({ kind, endedHow, endedOn, needsEnforcement, enforcedOn }: CountedCase, { from, to }: StatisticalSpan): { readonly isDone: boolean } | null {
  if (kind !== 'complaint' || endedHow !== 'decided' || !needsEnforcement || endedOn === null || endedOn > to) return null
  if (enforcedOn !== null && enforcedOn < from) return null
  return { isDone: enforcedOn !== null && enforcedOn <= to }
}

/** Of a letter that was divided, the first part goes on in its place; every other part came on the day of the division. */
function enteredOn({ receivedOn, splitFrom }: CountedCase): PlainDate {
  return splitFrom === null || splitFrom.isFirst ? receivedOn : laterOf(receivedOn, splitFrom.on)
}

export function letterKind(kind: CaseKind): LetterKind {
  return kind === 'complaint' || kind === 'denunciation' ? kind : 'recommendation'
}

/** Every letter that is fit to be handled is one's own or goes one of three ways: the form's columns add up whatever was recorded. */
function handledAs({ triagedAs, eligible, competent, urgedOn }: CountedCase, to: PlainDate): HandledAs {
  if (triagedAs === 'accept') return 'competent'
  if (triagedAs === null || triagedAs === 'file' || triagedAs === 'split' || eligible === false) return 'laid-aside'
  if (triagedAs === 'transfer') return urgedOn !== null && urgedOn <= to ? 'urged' : 'transferred'
  return triagedAs === 'guide' || competent === false ? 'guided' : 'competent'
}

/** A complaint of second instance was decided once, whatever else is known of it. */
function settledBefore({ prior, instance }: CountedCase): SettledBefore {
  switch (prior) {
    case 'none': return instance === 2 ? 'once' : 'not'
    case 'settled-once': return 'once'
    case 'settled-final': return 'finally'
    case 'judged': return 'judged'
    case 'not-settled': return 'overdue'
  }
}

/** In the words of its own instance: a complaint that is right at second instance changes the first decision. Null where none was recorded. */
function verdictOf(instance: number, outcome: Outcome | null): Resolution['verdict'] {
  if (outcome === null || outcome === 'answered') return null
  if (instance === 2) return outcome === 'upheld' || outcome === 'wrong' ? 'upheld' : 'changed'
  return outcome === 'upheld' ? 'wrong' : outcome === 'changed' ? 'right' : outcome
}
