import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseKind } from './case.ts'
import { transferFault, type TransferStep } from './transfer-rules.ts'

const ABOVE: Readonly<Record<string, string | null>> = { xa: 'tinh', phuong: 'tinh', so: 'tinh', tinh: null, 'thanh tra': null }
const isAbove = (one: string, other: string) => ABOVE[other] === one
function aboveBothOf(one: string, other: string): string | null {
  const [first, second] = [ABOVE[one] ?? null, ABOVE[other] ?? null]
  return first === second ? first : null
}
/** "xa>phuong" passes it on, "phuong<xa" gives it back to xa. */
function chainOf(...words: readonly string[]): TransferStep[] {
  return words.map((word) => {
    const [, from = '', how = '', to = ''] = /^(.+?)([<>])(.+)$/.exec(word) ?? []
    return { from, to, isReturn: how === '<', isUpward: isAbove(to, from) }
  })
}
function ask(kind: CaseKind, chain: readonly string[], asked: string) {
  const [step] = chainOf(asked)
  if (step === undefined) throw new Error(asked)
  const steps = chainOf(...chain)
  return transferFault({ kind, chain: steps, ...step, aboveBoth: aboveBothOf(step.from, steps.at(-1)?.from ?? '') })
}

describe('passing on', () => {
  test.each([
    ['the first time to anybody', 'feedback', [], 'xa>phuong', null],
    ['a denunciation too', 'denunciation', [], 'xa>tinh', null],
    ['not to oneself', 'feedback', [], 'xa>xa', 'transfer_to_itself'],
    ['what was passed on stays', 'complaint', ['xa>phuong'], 'phuong>so', 'transfer_once_only'],
    ['a denunciation all the more', 'denunciation', ['xa>phuong'], 'phuong>so', 'transfer_denunciation_once'],
    ['what came from outside was passed on as well', 'feedback', ['thanh tra>so'], 'so>xa', 'transfer_once_only'],
    ['going back is a return, and says why', 'feedback', ['xa>phuong'], 'phuong>xa', 'transfer_say_it_is_a_return'],
    ['what came to the wrong place is returned', 'feedback', ['xa>phuong'], 'phuong<xa', null],
    ['to the sender only', 'feedback', ['xa>phuong'], 'phuong<so', 'transfer_return_to_sender_only'],
    ['nobody sent it', 'feedback', [], 'xa<phuong', 'transfer_nobody_to_return_to'],
    ['a return is not returned', 'feedback', ['xa>phuong', 'phuong<xa'], 'xa<phuong', 'transfer_nobody_to_return_to'],
    ['nor sent to the same place again', 'feedback', ['xa>phuong', 'phuong<xa'], 'xa>phuong', 'transfer_dispute_goes_above'],
    ['the sender mends its mistake', 'feedback', ['xa>phuong', 'phuong<xa'], 'xa>so', null],
    ['but not with a denunciation', 'denunciation', ['xa>phuong', 'phuong<xa'], 'xa>so', 'transfer_denunciation_once'],
    ['a second return is none', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>so'], 'so<xa', 'transfer_returned_before'],
    ['nor is another way round it', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>so'], 'so>phuong', 'transfer_dispute_goes_above'],
    ['the second dispute goes above both', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>so'], 'so>tinh', null],
    ['as does one about the first receiver', 'denunciation', ['xa>phuong', 'phuong<xa'], 'xa>tinh', null],
    ['who is above both gives it to whom it belongs', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>tinh'], 'tinh>phuong', null],
    ['and there it stays: no return', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>tinh', 'tinh>phuong'], 'phuong<tinh', 'transfer_decided_above'],
    ['no passing on either', 'feedback', ['xa>phuong', 'phuong<xa', 'xa>tinh', 'tinh>phuong'], 'phuong>so', 'transfer_decided_above'],
    ['a unit that got it back from below settles at once', 'feedback', ['tinh>xa', 'xa<tinh'], 'tinh>xa', null],
    ['for good', 'denunciation', ['tinh>xa', 'xa<tinh', 'tinh>xa'], 'xa<tinh', 'transfer_decided_above'],
    ['going up without a dispute settles nothing', 'feedback', ['xa>tinh'], 'tinh>phuong', 'transfer_once_only'],
  ] as const)('%s: a %s after %j, %s → %s', (_name, kind, chain, asked, fault) => expect(ask(kind, chain, asked)).toBe(fault))

  test('never goes on for ever: whatever units do, it rests after a few hands', () => {
    const unit = fc.constantFrom('xa', 'phuong', 'so', 'tinh')
    fc.assert(fc.property(fc.constantFrom<CaseKind>('complaint', 'denunciation', 'feedback'), fc.array(fc.tuple(unit, fc.boolean()), { maxLength: 60 }), unit, (kind, wishes, first) => {
      const chain: TransferStep[] = []
      let holder = first
      for (const [to, isReturn] of wishes) {
        const fault = transferFault({ kind, chain, from: holder, to, isReturn, aboveBoth: aboveBothOf(holder, chain.at(-1)?.from ?? '') })
        if (fault !== null) continue
        chain.push({ from: holder, to, isReturn, isUpward: isAbove(to, holder) })
        holder = to
      }
      expect(chain.length).toBeLessThanOrEqual(5)
      expect(chain.filter((step) => step.isReturn).length).toBeLessThanOrEqual(1)
    }))
  })
})
