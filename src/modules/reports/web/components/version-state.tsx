import { Stack } from '@mantine/core'
import { findPlainDate, formatDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { FormRecord } from '../../contract-forms.ts'
import './version-state.css'

type Version = FormRecord['versions'][number]

/** The version that periods ending today would be opened with; undefined while there is none. */
export function versionInForce(versions: readonly Version[], today: string): Version | undefined {
  return versions.filter(({ validFrom }) => validFrom !== null && validFrom <= today)
    .toSorted((one, other) => (one.validFrom === other.validFrom ? other.number - one.number : (one.validFrom ?? '') < (other.validFrom ?? '') ? 1 : -1))[0]
}

/** Where a form stands: what holds today, what is to come, what is being drafted. */
export function VersionStates({ versions }: { readonly versions: readonly Version[] }) {
  const { today } = useSession()
  const inForce = versionInForce(versions, today)
  return <Stack gap={2} align="flex-start" className="gd-versions">{versions.filter((version) => version === inForce || version.isDraft || (version.validFrom ?? '') > today).toReversed().map((version) => <VersionState key={version.number} version={version} versions={versions} />)}</Stack>
}

export function VersionState({ version, versions }: { readonly version: Version; readonly versions: readonly Version[] }) {
  const t = usePhrase()
  const { today } = useSession()
  const { number, validFrom, isDraft } = version
  const day = findPlainDate(validFrom ?? '')
  if (isDraft || day === undefined) return <StateBadge tone="draft">{t('reports.version_draft', { number })}</StateBadge>
  if (day > today) return <StateBadge tone="neutral">{t('reports.version_to_come', { number, date: formatDate(day) })}</StateBadge>
  if (version.number === versionInForce(versions, today)?.number) return <StateBadge tone="done">{t('reports.version_in_force', { number, date: formatDate(day) })}</StateBadge>
  return <StateBadge tone="neutral">{t('reports.version_before', { number, date: formatDate(day) })}</StateBadge>
}
