import { addDays, formatDate, type PlainDate } from '#kernel/plain-date.ts'
import type { RefusalDetails } from '#kernel/refusal.ts'
import type { TermRule } from '#kernel/term-rule.ts'

export type FaultCode =
  | 'gap' | 'overlap' | 'no-article' | 'ends-before-it-begins' | 'days-impossible' | 'variant-shorter' | 'extension-incomplete' | 'extension-signer-missing' | 'suspension-counted-back'

/** What is wrong with the law as data. `error`: some date could not be computed or proven; `warning`: it could, but something is missing. */
export interface RuleFault {
  readonly kind: 'error' | 'warning'
  readonly code: FaultCode
  readonly procedure: string
  readonly step: string
  readonly validFrom: PlainDate
  /** Values for the sentence `deadlines.fault.CODE`. */
  readonly details: RefusalDetails
}

/** Gaps and overlaps in the time of each step, rows without an article, numbers that cannot be. */
export function checkRules(rules: readonly TermRule[]): readonly RuleFault[] {
  const bySteps = Map.groupBy(rules, ({ procedure, step }) => `${procedure} ${step}`)
  return [...bySteps.values()].flatMap((rows) => [...faultsInTime(rows), ...rows.flatMap(faultsOf)])
}

function faultsInTime(rows: readonly TermRule[]): RuleFault[] {
  const faults: RuleFault[] = []
  const inOrder = rows.filter(({ validFrom, validUntil }) => validUntil === null || validUntil > validFrom).toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
  let [reached] = inOrder
  for (const row of inOrder.slice(1)) {
    if (reached === undefined) break
    if (reached.validUntil === null || row.validFrom < reached.validUntil) {
      faults.push(fault('error', 'overlap', row, { from: formatDate(row.validFrom), until: lastOf(earlier(reached.validUntil, row.validUntil)) }))
    } else if (reached.validUntil < row.validFrom) {
      faults.push(fault('error', 'gap', row, { from: formatDate(reached.validUntil), until: lastOf(row.validFrom) }))
    }
    if (reached.validUntil !== null && (row.validUntil === null || row.validUntil > reached.validUntil)) reached = row
  }
  return faults
}

function faultsOf(rule: TermRule): RuleFault[] {
  const faults: RuleFault[] = []
  const { days, remoteDays, complexDays, remoteComplexDays, extensions, extensionDays, extensionGround, extensionSigner } = rule
  if (rule.article.trim() === '') faults.push(fault('error', 'no-article', rule))
  if (rule.validUntil !== null && rule.validUntil <= rule.validFrom) faults.push(fault('error', 'ends-before-it-begins', rule, { until: lastOf(rule.validUntil) }))
  for (const number of [days, remoteDays, complexDays, remoteComplexDays, extensionDays]) {
    if (number !== null && !(Number.isInteger(number) && number >= 1 && number <= 1000)) faults.push(fault('error', 'days-impossible', rule, { days: number }))
  }
  for (const number of [remoteDays, complexDays, remoteComplexDays]) {
    if (number !== null && number < days) faults.push(fault('error', 'variant-shorter', rule, { days: number, plain: days }))
  }
  const longest = Math.max(remoteDays ?? 0, complexDays ?? 0)
  if (remoteComplexDays !== null && remoteComplexDays >= days && remoteComplexDays < longest) faults.push(fault('error', 'variant-shorter', rule, { days: remoteComplexDays, plain: longest }))
  if (!Number.isInteger(extensions) || extensions < 0 || (extensions > 0) !== (extensionDays !== null)) faults.push(fault('error', 'extension-incomplete', rule, { extensions }))
  else if (extensions > 0 && (extensionGround === null || extensionSigner === null)) faults.push(fault('warning', 'extension-signer-missing', rule))
  if (rule.direction === 'back' && rule.suspension === 'continues') faults.push(fault('warning', 'suspension-counted-back', rule))
  return faults
}

function fault(kind: RuleFault['kind'], code: FaultCode, { procedure, step, validFrom }: TermRule, details: RefusalDetails = {}): RuleFault {
  return { kind, code, procedure, step, validFrom, details }
}

function earlier(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}

/** The last day before an exclusive end, as people write it; "…" while there is none. */
function lastOf(until: PlainDate | null): string {
  return until === null ? '…' : formatDate(addDays(until, -1))
}
