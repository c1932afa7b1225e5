import { addDays, findPlainDate, formatDate } from '#kernel/plain-date.ts'
import type { Translate } from '#platform/web/phrases.tsx'
import type { OwingRuleList } from '../../contract-forms.ts'

export type Rule = OwingRuleList['rules'][number]

/** "Các sở, ban, ngành" or one unit by name; under whom, where the rule does not hold everywhere. */
export function owedBy({ class: owing, unitName, authorityName }: Pick<Rule, 'class' | 'unitName' | 'authorityName'>, t: Translate): string {
  const who = owing === null ? unitName ?? '' : t(`reports.class.${owing}`)
  return authorityName === null ? who : t('reports.owed_under', { who, authority: authorityName })
}

/** "5 ngày làm việc sau ngày chốt số liệu". */
export function dueText({ dueDays, dueCounted }: Pick<Rule, 'dueDays' | 'dueCounted'>, t: Translate): string {
  return t(`reports.due_${dueCounted}`, { days: dueDays })
}

/** By which day a report counts as on time, and when it can no longer be written. */
export function lockText({ onTimeBy, locksAfter }: Pick<Rule, 'onTimeBy' | 'locksAfter'>, t: Translate): string {
  return `${t(`reports.on_time.${onTimeBy}`)}; ${locksAfter === null ? t('reports.locks_never') : t('reports.locks_after', { days: locksAfter })}`
}

/** The last day that counts is said; the record keeps the first that does not. */
export function daysText({ validFrom, validUntil }: Pick<Rule, 'validFrom' | 'validUntil'>, t: Translate): string {
  const until = findPlainDate(validUntil ?? '')
  const from = formatDate(validFrom)
  if (until === undefined) return t('reports.days_open', { from })
  return until <= validFrom ? t('reports.days_none', { from }) : t('reports.days', { from, to: formatDate(addDays(until, -1)) })
}
