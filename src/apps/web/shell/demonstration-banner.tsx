import { formatDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useVisit } from '#platform/web/session.ts'

/** A demonstration says so on every page, on paper too. */
export function DemonstrationBanner() {
  const t = usePhrase()
  const visit = useVisit()
  if (visit?.demonstration !== true) return null
  return (
    <div className="gd-banner gd-banner-demonstration">
      <strong>{t('web.demonstration')}.</strong> <span className="gd-wide-only">{t('web.demonstration_help')}</span>{' '}
      {visit.simulatedToday ? t('web.simulated_today', { date: formatDate(visit.today) }) : null}
    </div>
  )
}
