import type { PlainDate } from '#kernel/plain-date.ts'
import type { CaseRecord } from '../../contract.ts'
import type { CaseAction } from '../../domain/actions.ts'

/** The next thing to do: an act, or what is due with a prepared decision. */
export type NextAct = CaseAction | 'sign' | 'revise'

type Prepared = CaseRecord['decisions'][number]

export function preparedDecision({ decisions }: Pick<CaseRecord, 'decisions'>): Prepared | undefined {
  return decisions.find(({ signedOn }) => signedOn === null)
}

/** A dialogue whose day has come and of which nothing is recorded yet. */
export function dialogueToRecord({ dialogues }: Pick<CaseRecord, 'dialogues'>, today: PlainDate): CaseRecord['dialogues'][number] | undefined {
  return dialogues.find(({ held, on }) => held === null && on <= today)
}

/** The one filled button: what moves the case on, for who looks at it; null where that is somebody else's turn. */
export function nextAct(record: CaseRecord, today: PlainDate): NextAct | null {
  const prepared = preparedDecision(record)
  if (prepared !== undefined && prepared.returnedBecause === null) return record.maySign ? 'sign' : null
  const wanted = prepared === undefined ? candidates(record, today) : [prepared.action]
  const found = wanted.find((action) => record.allowed.some((allowed) => allowed === action))
  if (found === undefined) return null
  return prepared === undefined ? record.allowed.find((allowed) => allowed === found) ?? null : 'revise'
}

/** In the order in which they would come. */
function candidates(record: CaseRecord, today: PlainDate): readonly CaseAction[] {
  const isRunning = (...steps: readonly string[]) => record.terms.some(({ step, stoppedOn }) => stoppedOn === null && steps.includes(step))
  switch (record.state) {
    case 'received': return atTheDoor(record)
    case 'accepted': return [...(isRunning('notify-acceptance') ? ['notify-acceptance' as const] : []), ...underWay(record, today)]
    case 'suspended': return ['resume']
    case 'transferred': return ['record-reply']
    case 'settled': case 'enforcing': case 'enforced': return [
      ...(isRunning('send-first-decision', 'send-second-decision', 'send-conclusion') ? ['send-decision' as const] : []), ...(isRunning('publish-conclusion') ? ['publish-conclusion' as const] : []),
      ...(record.state === 'enforcing' ? ['enforce' as const] : []),
    ]
    case 'withdrawn': case 'terminated': case 'refused': case 'guided': case 'filed': case 'split': return []
  }
}

function atTheDoor({ kind, sortedOn, eligible, competent }: CaseRecord): readonly CaseAction[] {
  if (sortedOn === null) return ['sort']
  if (eligible === false) return [kind === 'complaint' ? 'refuse' : 'file']
  if (competent === false) return [kind === 'complaint' ? 'guide' : 'transfer']
  return ['accept']
}

/** A complaint or denunciation is verified before it is decided, and a dialogue that was called is recorded; the rest is answered. */
function underWay({ kind, decisions, dialogues }: CaseRecord, today: PlainDate): readonly CaseAction[] {
  if (dialogueToRecord({ dialogues }, today) !== undefined) return ['hold-dialogue', 'conclude']
  const isVerified = decisions.some(({ action, signedOn }) => action === 'verify' && signedOn !== null)
  return (kind === 'complaint' || kind === 'denunciation') && !isVerified ? ['verify', 'conclude'] : ['conclude']
}
