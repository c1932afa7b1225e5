import { expect, test } from 'vitest'
import { plainDate } from '#kernel/plain-date.ts'
import { ACTIONS, CASE_ACTIONS, isCaseAction } from '../../domain/actions.ts'
import type { CaseRecord } from '../../contract.ts'
import { nextAct } from './next-act.ts'

const TODAY = plainDate('2026-11-23')
type Facts = Pick<CaseRecord, 'kind' | 'state'> & Partial<Pick<CaseRecord, 'sortedOn' | 'eligible' | 'competent' | 'maySign'>> & {
  readonly running?: readonly string[]; readonly verified?: boolean; readonly dialogue?: string; readonly waits?: string; readonly returned?: boolean; readonly allowed?: readonly string[]
}

/** A case with just what the next act looks at, and every act that its state and kind allow. */
function recordOf({ kind, state, sortedOn = null, eligible = null, competent = null, maySign = true, running = [], verified = false, dialogue, waits, returned = false, allowed }: Facts): CaseRecord {
  const decision = (action: string, signedOn: string | null, returnedBecause: string | null) => ({
    id: action, action, fields: {}, preparedName: '', preparedAt: '', returnedBecause, number: null, signedOn, signerName: null, signerPost: null, signedFor: null, hasForm: true,
  })
  const possible = CASE_ACTIONS.filter((action) => (ACTIONS[action].from as readonly string[]).includes(state) && (ACTIONS[action].kinds as readonly string[]).includes(kind))
  return {
    kind, state, sortedOn, eligible, competent, maySign, allowed: allowed?.filter(isCaseAction) ?? possible,
    terms: running.map((step) => ({ step, stoppedOn: null })), dialogues: dialogue === undefined ? [] : [{ held: null, on: dialogue }],
    decisions: [...(verified ? [decision('verify', '2026-11-01', null)] : []), ...(waits === undefined ? [] : [decision(waits, null, returned ? 'Ghi rõ' : null)])],
  } as unknown as CaseRecord
}

const SORTED = plainDate('2026-11-17')
const CASES: readonly [what: string, facts: Facts, next: string | null][] = [
  ['is sorted first', { kind: 'complaint', state: 'received' }, 'sort'],
  ['in order is accepted', { kind: 'complaint', state: 'received', sortedOn: SORTED, eligible: true, competent: true }, 'accept'],
  ['lacking its conditions is refused, if a complaint', { kind: 'complaint', state: 'received', sortedOn: SORTED, eligible: false, competent: true }, 'refuse'],
  ['lacking its conditions is laid aside, if anything else', { kind: 'feedback', state: 'received', sortedOn: SORTED, eligible: false, competent: true }, 'file'],
  ['of another body is guided there, if a complaint', { kind: 'complaint', state: 'received', sortedOn: SORTED, eligible: true, competent: false }, 'guide'],
  ['of another body is passed on, if a denunciation', { kind: 'denunciation', state: 'received', sortedOn: SORTED, eligible: true, competent: false }, 'transfer'],
  ['is verified before it is decided', { kind: 'complaint', state: 'accepted' }, 'verify'],
  ['that was verified is decided', { kind: 'complaint', state: 'accepted', verified: true }, 'conclude'],
  ['of feedback is answered', { kind: 'feedback', state: 'accepted' }, 'conclude'],
  ['whose dialogue was held is to say so', { kind: 'complaint', state: 'accepted', verified: true, dialogue: '2026-11-20' }, 'hold-dialogue'],
  ['whose dialogue is still to come goes on', { kind: 'complaint', state: 'accepted', verified: true, dialogue: '2026-11-30' }, 'conclude'],
  ['of a denunciation is told to both first', { kind: 'denunciation', state: 'accepted', running: ['notify-acceptance', 'resolution'] }, 'notify-acceptance'],
  ['suspended is resumed', { kind: 'complaint', state: 'suspended' }, 'resume'],
  ['passed on waits for the reply', { kind: 'feedback', state: 'transferred' }, 'record-reply'],
  ['decided is sent', { kind: 'complaint', state: 'enforcing', running: ['send-first-decision'] }, 'send-decision'],
  ['of a denunciation is published after it was sent', { kind: 'denunciation', state: 'settled', running: ['publish-conclusion'] }, 'publish-conclusion'],
  ['sent and to be enforced is enforced', { kind: 'complaint', state: 'enforcing' }, 'enforce'],
  ['settled and sent has nothing next', { kind: 'complaint', state: 'settled' }, null],
  ['that waits for a signature is signed by who may', { kind: 'complaint', state: 'received', waits: 'accept' }, 'sign'],
  ['that waits for a signature is nobody else\'s turn', { kind: 'complaint', state: 'received', waits: 'accept', maySign: false }, null],
  ['whose draft was returned is mended', { kind: 'complaint', state: 'received', waits: 'accept', returned: true }, 'revise'],
  ['whose draft was returned is not mended by who may not prepare it', { kind: 'complaint', state: 'received', waits: 'accept', returned: true, allowed: ['note'] }, null],
  ['gives who may only read nothing', { kind: 'complaint', state: 'accepted', allowed: ['note'] }, null],
  ['filed away gives nothing', { kind: 'feedback', state: 'filed' }, null],
]

test.each(CASES)('a case %s', (_what, facts, next) => {
  expect(nextAct(recordOf(facts), TODAY)).toBe(next)
})
