import { formatDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { Standing } from '../../contract.ts'
import './reception.css'

/** Week by week, or for the month: what the law asks, what is planned and held, what lacks. */
export function Standings({ standings }: { readonly standings: readonly Standing[] }) {
  const t = usePhrase()
  const { today } = useSession()
  if (standings.length === 0) return <p className="gd-muted">{t('reception.nothing_asked')}</p>
  return (
    <ul className="gd-standings">
      {standings.map((standing) => {
        const { per, from, to, required, planned, held, missing, uncovered, article, certainty, note } = standing
        const span = t(`reception.span.${per}`, { from: formatDate(from), to: formatDate(to) })
        const tone = missing === 0 ? 'done' : to < today ? 'late' : 'soon'
        return (
          <li key={from + to} className="gd-standing" data-tone={tone}>
            <div><strong>{span}</strong></div>
            <StateBadge tone={tone}>{missing === 0 ? t('reception.enough') : t(to < today ? 'reception.missed' : 'reception.missing', { count: missing })}</StateBadge>
            <div>{t('reception.standing', { required, planned, held })}</div>
            <WhySheet
              subject={span} reasons={{
                result: t('reception.standing', { required, planned, held }), rules: [{ name: t(`reception.duty.${per}`, { count: required }), article, certainty }],
                steps: [t(`reception.duty_step.${per}`), t('reception.duty_held'), ...(uncovered.length === 0 ? [] : [t('reception.uncovered', { count: uncovered.length })]), ...(note === null ? [] : [note])],
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}
