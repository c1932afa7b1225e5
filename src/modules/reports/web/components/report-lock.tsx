import { Alert, Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import type { Exception } from '../../contract.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { dayOf } from './report-day.ts'
import { ExceptionDecision } from './report-exception.tsx'

/** Why nobody writes now, and who asked to write after all. */
export function ReportLock() {
  const t = usePhrase()
  const { record } = useOpenReport()
  const mayDecide = useMayDecide()
  const [deciding, setDeciding] = useState<string | null>(null)
  // Once it is with the level above nobody is waiting to write; a closed period holds for all.
  const lock = record.lock?.code !== 'reports.locked_closed' && (record.state === 'sent' || record.state === 'received') ? null : record.lock
  if (lock === null && record.exceptions.length === 0) return null
  return (
    <Alert color={lock === null ? 'gray' : 'yellow'} icon={<IconLock aria-hidden />} mb="md" title={lock === null ? t('reports.exceptions') : t('reports.locked')}>
      {lock !== null && <p className="gd-report-line">{t.find(lock.code, lock.details) ?? lock.code}</p>}
      {record.exceptions.length > 0 && (
        <ul className="gd-report-plain-list">
          {record.exceptions.map((exception) => (
            <li key={exception.id}>
              <ExceptionLine exception={exception} />
              {exception.decidedOn === null && mayDecide && (
                <Group gap="xs" mt={4}><Button variant="default" onClick={() => { setDeciding(exception.id) }}>{t('reports.decide_exception')}</Button></Group>
              )}
            </li>
          ))}
        </ul>
      )}
      {deciding !== null && <ExceptionDecision exceptionId={deciding} onClose={() => { setDeciding(null) }} />}
    </Alert>
  )
}

/** Who answers when a unit asks to write after the lock: the level above, at the top whoever manages the regime. */
function useMayDecide(): boolean {
  const { record } = useOpenReport()
  const session = useSession()
  return record.isReceiver || (record.receiver === null && holds(session, 'reports.manage'))
}

function ExceptionLine({ exception: { because, askedOn, askedByName, decidedOn, decidedByName, grantedUntil, refusedBecause } }: { readonly exception: Exception }) {
  const t = usePhrase()
  const asked = t('reports.exception_line', { name: askedByName ?? t('reports.somebody'), date: dayOf(askedOn), because })
  if (decidedOn === null) return `${asked} ${t('reports.exception_waits')}`
  const by = { name: decidedByName ?? t('reports.somebody'), date: dayOf(decidedOn) }
  return `${asked} ${grantedUntil === null ? t('reports.exception_refused', { ...by, because: refusedBecause ?? '' }) : t('reports.exception_granted', { ...by, until: dayOf(grantedUntil) })}`
}
