import type { CaseKind } from './case.ts'

/** A unit by its id, a body outside the system by its name. */
export type Holder = string

/** One passing on of the content. `isReturn`: given back as sent to the wrong place; `isUpward`: to a unit that lies above the sender. */
export interface TransferStep { readonly from: Holder; readonly to: Holder; readonly isReturn: boolean; readonly isUpward: boolean }

export interface TransferQuestion {
  readonly kind: CaseKind
  /** Every passing on that led here, the oldest first. */
  readonly chain: readonly TransferStep[]
  readonly from: Holder
  readonly to: Holder
  readonly isReturn: boolean
  /** The nearest unit above both the holder and whoever it had it from; null where there is none. */
  readonly aboveBoth: Holder | null
}

export const TRANSFER_FAULTS = [
  'transfer_to_itself', 'transfer_nobody_to_return_to', 'transfer_return_to_sender_only', 'transfer_returned_before', 'transfer_decided_above', 'transfer_once_only', 'transfer_denunciation_once',
  'transfer_say_it_is_a_return', 'transfer_dispute_goes_above',
] as const
export type TransferFault = (typeof TRANSFER_FAULTS)[number]

/**
 * No ping-pong (Thông tư 05/2021/TT-TTCP, Điều 14 khoản 1: the same content is passed on once only). What came to the wrong place is returned once to who sent it,
 * with the ground. Then the unit above both settles whose it is, and what it gives to somebody stays there. A sender that got something back may mend its own
 * mistake once by another receiver; with a denunciation not even that.
 */
export function transferFault(question: TransferQuestion): TransferFault | null {
  if (question.to === question.from) return 'transfer_to_itself'
  return question.isReturn ? returnFault(question) : passingFault(question)
}

function returnFault({ chain, from, to }: TransferQuestion): TransferFault | null {
  const last = chain.at(-1)
  if (last?.to !== from || last.isReturn) return 'transfer_nobody_to_return_to'
  if (isDecidedAbove(chain)) return 'transfer_decided_above'
  if (to !== last.from) return 'transfer_return_to_sender_only'
  return wasReturned(chain) ? 'transfer_returned_before' : null
}

function passingFault({ kind, chain, from, to, aboveBoth }: TransferQuestion): TransferFault | null {
  const last = chain.at(-1)
  if (last === undefined || settles(chain, from)) return null
  if (isDecidedAbove(chain)) return 'transfer_decided_above'
  if (wasReturned(chain) && to === aboveBoth) return null
  if (last.isReturn) {
    if (chain.some((step) => step.to === to)) return 'transfer_dispute_goes_above'
    return kind === 'denunciation' ? 'transfer_denunciation_once' : null
  }
  if (wasReturned(chain)) return 'transfer_dispute_goes_above'
  if (to === last.from) return 'transfer_say_it_is_a_return'
  return kind === 'denunciation' ? 'transfer_denunciation_once' : 'transfer_once_only'
}

/** The holder got a dispute from below: it says whose the matter is. */
function settles(chain: readonly TransferStep[], holder: Holder): boolean {
  const last = chain.at(-1)
  return last !== undefined && last.to === holder && last.isUpward && wasReturned(chain)
}

function isDecidedAbove(chain: readonly TransferStep[]): boolean {
  const last = chain.at(-1)
  return last !== undefined && settles(chain.slice(0, -1), last.from)
}

function wasReturned(chain: readonly TransferStep[]): boolean {
  return chain.some(({ isReturn }) => isReturn)
}
