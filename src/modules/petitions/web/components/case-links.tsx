import { formatDate } from '#kernel/plain-date.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import { casePath } from '../queries.ts'
import { CaseStateBadge } from './case-state.tsx'
import './case-parts.css'

/** Where it came from and what followed; of a case that may not be opened only its unit, day and state. */
export function CaseLinks({ record: { links } }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  if (links.length === 0) return null
  return (
    <Section title={t('petitions.links')}>
      <ul className="gd-case-list" aria-label={t('petitions.links')}>
        {links.map(({ id, link, way, unitName, state, receivedOn, title }, index) => (
          <li key={id ?? index}>
            <div>
              <div className="gd-muted">{t(`petitions.link.${way}.${link}`)}</div>
              {id === null ? t('petitions.link_closed', { unit: unitName }) : <PageLink to={casePath(id)}>{title ?? t('petitions.link_closed', { unit: unitName })}</PageLink>}
              <div className="gd-case-line">{[unitName, formatDate(receivedOn)].join(' · ')}</div>
            </div>
            <CaseStateBadge state={state} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
