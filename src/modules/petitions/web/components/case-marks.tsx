import { Badge } from '@mantine/core'
import { IconArrowBarUp, IconUsersGroup } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import './case.css'

interface Marked {
  readonly isGroup: boolean
  readonly peopleCount: number
  readonly skipsLevel?: boolean
  readonly isComplex?: boolean
  readonly instance?: number
}

/** What sets a case apart, each by icon and word: a group, a level skipped, complex, second instance. */
export function CaseMarks({ isGroup, peopleCount, skipsLevel = false, isComplex = false, instance = 1 }: Marked) {
  const t = usePhrase()
  if (!isGroup && !skipsLevel && !isComplex && instance === 1) return null
  return (
    <span className="gd-case-marks">
      {isGroup ? <Badge variant="light" color="amber" leftSection={<IconUsersGroup size={15} aria-hidden />}>{t('petitions.group', { count: peopleCount })}</Badge> : null}
      {skipsLevel ? <Badge variant="light" color="amber" leftSection={<IconArrowBarUp size={15} aria-hidden />}>{t('petitions.skips_level')}</Badge> : null}
      {isComplex ? <Badge variant="light" color="gray">{t('petitions.complex')}</Badge> : null}
      {instance === 2 ? <Badge variant="light" color="gray">{t('petitions.second_instance')}</Badge> : null}
    </span>
  )
}
