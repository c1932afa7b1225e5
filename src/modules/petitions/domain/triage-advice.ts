import { formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { UnitId } from '#kernel/ids.ts'
import { representativesOf } from '#kernel/group-of-people.ts'
import { isOpen, type CaseKind, type CaseState, type Prior, type Triage } from './case.ts'
import type { Competence } from './competence.ts'
import type { FilingGround, RefusalGround } from './grounds.ts'
import { LEGAL_BASIS, type LegalBasis } from './legal-basis.ts'

export const ADVICE_CODES = [
  'no-name', 'no-address', 'no-content', 'no-body-named', 'no-decision-named', 'anonymous', 'anonymous-denunciation', 'out-of-time', 'second-decision-made', 'before-court', 'second-instance',
  'same-being-handled', 'same-settled', 'group', 'group-without-representatives', 'too-many-representatives', 'skips-level', 'other-unit', 'outside-system', 'all-in-order',
] as const
export type AdviceCode = (typeof ADVICE_CODES)[number]

/** One thing to think of when sorting, with the article it leans on; it decides nothing. */
export interface Advice extends LegalBasis {
  readonly code: AdviceCode
  /** What it speaks for; null where it is only to be known. */
  readonly suggests: Triage | null
  readonly ground: RefusalGround | FilingGround | null
  readonly details: Readonly<Record<string, string | number>>
}

export interface TriageFacts {
  readonly unitId: UnitId
  readonly kind: CaseKind
  readonly instance: number
  readonly receivedOn: PlainDate
  readonly hasName: boolean
  readonly hasAddress: boolean
  readonly hasContent: boolean
  readonly isAnonymous: boolean
  readonly against: string | null
  readonly decisionAgainst: string | null
  /** The last day on which it could be complained of, or appealed; null where it is not known from when it runs. */
  readonly fileBy: PlainDate | null
  readonly peopleCount: number
  readonly representatives: number
  readonly prior: Prior
  /** The unit's own earlier cases on the same matter, the latest first. */
  readonly earlier: readonly { readonly number: string; readonly state: CaseState }[]
  /** Null where it is not known who is addressed. */
  readonly competence: Competence | null
  /** Where who has to act lies below the unit. */
  readonly liesBelow: boolean
  readonly competentName: string
}

/** What the desk fills in before the officer decides. */
export interface TriageAdvice {
  readonly eligible: boolean
  readonly competent: boolean | null
  readonly skipsLevel: boolean
  readonly suggests: Triage
  readonly advice: readonly Advice[]
}

/** What stops a case comes before where it belongs, and both before taking it up. */
const WEIGHT: readonly Triage[] = ['file', 'refuse', 'transfer', 'guide', 'accept']

export function triageAdvice(facts: TriageFacts): TriageAdvice {
  const conditions = conditionsMissing(facts)
  const found = [...conditions, ...timeAndHistory(facts), ...repeats(facts), ...people(facts), ...competenceOf(facts)]
  const suggests = WEIGHT.find((triage) => found.some((each) => each.suggests === triage)) ?? 'accept'
  return {
    eligible: conditions.length === 0, competent: facts.competence === null ? null : facts.competence.unitId === facts.unitId, skipsLevel: facts.liesBelow, suggests,
    advice: suggests === 'accept' ? [...found, advise('all-in-order', LEGAL_BASIS.acceptance, { suggests: 'accept' })] : found,
  }
}

function advise(code: AdviceCode, basis: LegalBasis, { suggests = null, ground = null, details = {} }: Partial<Pick<Advice, 'suggests' | 'ground' | 'details'>> = {}): Advice {
  return { code, ...basis, suggests, ground, details }
}

/** A name, an address, what it is about; of a complaint the body and the decision or act complained of. */
function conditionsMissing({ kind, isAnonymous, hasName, hasAddress, hasContent, against, decisionAgainst }: TriageFacts): Advice[] {
  if (isAnonymous) {
    return kind === 'denunciation'
      ? [advise('anonymous-denunciation', LEGAL_BASIS.anonymousDenunciation, { suggests: 'file', ground: 'anonymous-without-evidence' })]
      : [advise('anonymous', LEGAL_BASIS.filing, { suggests: 'file', ground: 'anonymous-without-evidence' })]
  }
  const asks = kind === 'complaint' || kind === 'denunciation'
  const missing: readonly (readonly [boolean, AdviceCode])[] = [
    [!hasName, 'no-name'], [asks && !hasAddress, 'no-address'], [!hasContent, 'no-content'], [asks && against === null, 'no-body-named'], [kind === 'complaint' && decisionAgainst === null, 'no-decision-named'],
  ]
  return missing.flatMap(([isMissing, code]) => (isMissing ? [advise(code, LEGAL_BASIS.eligible, { suggests: kind === 'complaint' ? 'guide' : null })] : []))
}

/** Too late, settled for good, or one of second instance. */
function timeAndHistory({ kind, instance, fileBy, receivedOn, prior }: TriageFacts): Advice[] {
  if (kind !== 'complaint') return []
  const late = fileBy !== null && receivedOn > fileBy
  return [
    ...(late ? [advise('out-of-time', instance === 2 ? LEGAL_BASIS.secondInstance : LEGAL_BASIS.timeToComplain, { suggests: 'refuse', ground: 'out-of-time', details: { until: formatDate(fileBy) } })] : []),
    ...(prior === 'settled-final' ? [advise('second-decision-made', LEGAL_BASIS.refusal, { suggests: 'refuse', ground: 'second-decision-made' })] : []),
    ...(prior === 'judged' ? [advise('before-court', LEGAL_BASIS.refusal, { suggests: 'refuse', ground: 'before-court' })] : []),
    ...(instance === 2 ? [advise('second-instance', LEGAL_BASIS.secondInstance)] : []),
  ]
}

function repeats({ earlier }: TriageFacts): Advice[] {
  const [latest] = earlier
  if (latest === undefined) return []
  const open = earlier.find(({ state }) => isOpen(state))
  if (open !== undefined) return [advise('same-being-handled', LEGAL_BASIS.filing, { suggests: 'file', ground: 'duplicate', details: { number: open.number } })]
  return [advise('same-settled', LEGAL_BASIS.filing, { details: { number: latest.number } })]
}

/** Five or more are a group and are spoken for by a few of them. */
function people({ peopleCount, representatives }: TriageFacts): Advice[] {
  const allowed = representativesOf(peopleCount)
  if (allowed === null) return []
  const details = { people: peopleCount, least: allowed.least, most: allowed.most }
  const code = representatives < allowed.least ? 'group-without-representatives' : representatives > allowed.most ? 'too-many-representatives' : 'group'
  return [advise(code, LEGAL_BASIS.group, { details })]
}

/** A complaint that is another's is returned with guidance; a denunciation is passed on, and so is whatever asks for no decision. */
function competenceOf({ kind, unitId, competence, liesBelow, competentName }: TriageFacts): Advice[] {
  if (competence === null || competence.unitId === unitId) return []
  const passedOn = kind === 'complaint' ? 'guide' : 'transfer'
  const details = { body: competentName }
  return [
    advise(competence.outside ? 'outside-system' : 'other-unit', competence.basis, { suggests: passedOn, details }),
    ...(liesBelow ? [advise('skips-level', LEGAL_BASIS.eligible, { details })] : []),
  ]
}
