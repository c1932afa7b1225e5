import { useQuery } from '@tanstack/react-query'
import { useFormat } from '#platform/web/format.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import '#platform/web/filter-bar.css'
import { documentQueries } from '../queries.ts'

/** The library and what came to my unit, side by side; nothing for who receives no documents. */
export function DocumentTabs({ shown }: { readonly shown: 'library' | 'inbox' }) {
  const t = usePhrase()
  const format = useFormat()
  const mayReceive = holds(useSession(), 'documents.acknowledge')
  const inbox = useQuery({ ...documentQueries.inbox, enabled: mayReceive })
  if (!mayReceive) return null
  const waiting = inbox.data?.deliveries.filter(({ acknowledgedOn }) => acknowledgedOn === null).length ?? 0
  return (
    <nav aria-label={t('documents.title')}>
      <ul className="gd-tabs">
        <li><DeskLink to="/van-ban" className="gd-tab" aria-current={shown === 'library' ? 'page' : undefined}>{t('documents.library')}</DeskLink></li>
        <li>
          <DeskLink to="/van-ban/den" className="gd-tab" aria-current={shown === 'inbox' ? 'page' : undefined}>
            {t('documents.inbox')}{' '}
            {waiting > 0 && <span className="gd-tab-count">{t('documents.waiting', { count: format.number(waiting) })}</span>}
          </DeskLink>
        </li>
      </ul>
    </nav>
  )
}
