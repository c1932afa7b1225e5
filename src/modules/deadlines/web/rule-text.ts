import { addDays, formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { Rule } from '../contract.ts'

type Days = Pick<Rule, 'days' | 'counted' | 'direction'>
type Variants = Pick<Rule, 'remoteDays' | 'complexDays' | 'remoteComplexDays' | 'extensions' | 'extensionDays'>

/** "10 ngày làm việc", "trước 5 ngày". */
export function daysText({ days, counted, direction }: Days, t: Translate): string {
  return t(direction === 'back' ? `deadlines.days_back.${counted}` : `deadlines.days.${counted}`, { days })
}

/** What the law gives other days for, a line each. */
export function variantLines({ remoteDays, complexDays, remoteComplexDays, extensions, extensionDays }: Variants, t: Translate): string[] {
  return [
    ...(remoteDays === null ? [] : [t('deadlines.variant_remote', { days: remoteDays })]),
    ...(complexDays === null ? [] : [t('deadlines.variant_complex', { days: complexDays })]),
    ...(remoteComplexDays === null ? [] : [t('deadlines.variant_both', { days: remoteComplexDays })]),
    ...(extensions === 0 ? [] : [t('deadlines.variant_extension', { times: extensions, days: extensionDays ?? 0 })]),
  ]
}

/** "từ 01/07/2012 đến 30/06/2026". */
export function heldText({ validFrom, validUntil }: Pick<Rule, 'validFrom' | 'validUntil'>, t: Translate): string {
  return validUntil === null ? t('deadlines.held_from', { from: formatDate(validFrom) }) : t('deadlines.held', { from: formatDate(validFrom), to: formatDate(addDays(validUntil, -1)) })
}

export function procedureName(procedure: string, t: Translate): string {
  return t.find(`deadlines.procedure.${procedure}`) ?? procedure
}
