import { plainDate } from '#kernel/plain-date.ts'
import type { TermRule } from '#kernel/term-rule.ts'

/** A rule like that of resolving a first complaint, but for what is said. */
export function aRule(over: Partial<TermRule> = {}): TermRule {
  return {
    id: 'rule', procedure: 'complaint', step: 'first-resolution', name: 'Giải quyết khiếu nại lần đầu', startEvent: 'ngày thụ lý',
    direction: 'forward', counted: 'calendar', days: 30, remoteDays: null, complexDays: null, remoteComplexDays: null,
    extensions: 0, extensionDays: null, extensionGround: null, extensionSigner: null, suspension: 'continues',
    article: 'Luật Khiếu nại 02/2011/QH13, Điều 28', certainty: 'verified', note: null, validFrom: plainDate('2012-07-01'), validUntil: null, ...over,
  }
}
