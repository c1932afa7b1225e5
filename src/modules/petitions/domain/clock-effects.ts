import type { CaseAction } from './actions.ts'
import type { CaseKind } from './case.ts'
import { resolutionStep, triageStep, type Step } from './procedures.ts'

/** What an act does to the clocks of its case. Starts count from the day of the act unless `from` says the day of receipt. */
export interface ClockEffects {
  readonly stops: readonly Step[]
  readonly starts: readonly (Step & { readonly from: 'act' | 'receipt' })[]
  /** Steps whose term is suspended, goes on, is extended once more, or counts as complex from now on. */
  readonly changes: readonly (Step & { readonly how: 'suspend' | 'resume' | 'extend' | 'complex' })[]
  /** Every clock still running ends with it. */
  readonly stopsAll: boolean
}

const NOTHING: ClockEffects = { stops: [], starts: [], changes: [], stopsAll: false }

/** On receipt: the term to decide whether it is taken up, or to answer. */
export function clocksOnReceipt(kind: CaseKind): ClockEffects {
  return { ...NOTHING, starts: [{ ...triageStep(kind), from: 'receipt' }] }
}

/** Sorted as another kind: the term of the wrong kind falls, the right one runs from the day of receipt all along. */
export function clocksOnSorting(before: CaseKind, after: CaseKind): ClockEffects {
  const [old, next] = [triageStep(before), triageStep(after)]
  if (old.procedure === next.procedure) return NOTHING
  return { ...NOTHING, stops: [old], starts: [{ ...next, from: 'receipt' }] }
}

/** Found to be another body's: it has to be passed on in time (Luật Tố cáo Điều 24 khoản 2; Nghị định 20/2008/NĐ-CP Điều 9). */
export function clocksOnOtherCompetence(kind: CaseKind): ClockEffects {
  if (kind === 'complaint') return NOTHING
  return { ...NOTHING, starts: [{ procedure: kind === 'denunciation' ? 'denunciation' : 'feedback', step: 'transfer', from: 'act' }] }
}

export function clockEffects(action: CaseAction, kind: CaseKind, instance: number): ClockEffects {
  const resolution = resolutionStep(kind, instance)
  switch (action) {
    case 'accept': return acceptance(kind, resolution)
    case 'refuse': case 'guide': case 'transfer': case 'file': case 'split': case 'withdraw': case 'terminate': return { ...NOTHING, stopsAll: true }
    case 'declare-complex': return { ...NOTHING, changes: [{ ...resolution, how: 'complex' }] }
    case 'extend': return { ...NOTHING, changes: [{ ...resolution, how: 'extend' }] }
    case 'suspend': return { ...NOTHING, changes: [{ ...resolution, how: 'suspend' }] }
    case 'resume': return { ...NOTHING, changes: [{ ...resolution, how: 'resume' }] }
    case 'conclude': return { ...NOTHING, stops: [resolution], starts: afterDecision(kind, instance) }
    case 'notify-acceptance': return { ...NOTHING, stops: [{ procedure: 'denunciation', step: 'notify-acceptance' }] }
    case 'send-decision': return { ...NOTHING, stops: [sendingStep(kind, instance)] }
    case 'publish-conclusion': return { ...NOTHING, stops: [{ procedure: 'denunciation', step: 'publish-conclusion' }] }
    case 'sort': case 'assign': case 'verify': case 'call-dialogue': case 'hold-dialogue': case 'enforce': case 'appeal': case 'reopen':
    case 'ask': case 'note': case 'urge': case 'record-reply': return NOTHING
  }
}

function acceptance(kind: CaseKind, resolution: Step): ClockEffects {
  if (kind === 'recommendation' || kind === 'feedback') return NOTHING
  const notice = kind === 'denunciation' ? [{ procedure: 'denunciation' as const, step: 'notify-acceptance', from: 'act' as const }] : []
  return { ...NOTHING, stops: [triageStep(kind)], starts: [{ ...resolution, from: 'act' }, ...notice] }
}

function sendingStep(kind: CaseKind, instance: number): Step {
  if (kind === 'denunciation') return { procedure: 'denunciation', step: 'send-conclusion' }
  return { procedure: 'complaint', step: instance === 2 ? 'send-second-decision' : 'send-first-decision' }
}

function afterDecision(kind: CaseKind, instance: number): ClockEffects['starts'] {
  if (kind === 'recommendation' || kind === 'feedback') return []
  const publishing = kind === 'denunciation' ? [{ procedure: 'denunciation' as const, step: 'publish-conclusion', from: 'act' as const }] : []
  return [{ ...sendingStep(kind, instance), from: 'act' }, ...publishing]
}
