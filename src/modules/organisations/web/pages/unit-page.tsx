import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { UnitRecord } from '../../contract.ts'
import { Certainty } from '../components/certainty.tsx'
import { UnitLink } from '../components/unit-link.tsx'
import { UnitNames } from '../components/unit-names.tsx'
import { unitPageParts } from '../components/unit-page-parts.ts'
import { dayText } from '../day-text.ts'
import { organisationQueries } from '../queries.ts'

export function UnitPage() {
  const id = usePathParam('unitId')
  const { on } = useViewDate()
  const unit = useQuery(organisationQueries.unit(id, on))
  return <Loaded query={unit}>{(record) => <UnitView id={id} record={record} />}</Loaded>
}

function UnitView({ id, record }: { readonly id: string; readonly record: UnitRecord }) {
  const t = usePhrase()
  const { unit, holder } = record
  const shown = unit ?? record.history.at(-1)
  const above = record.ancestors[0]
  return (
    <RecordPage
      title={record.name}
      breadcrumbs={[{ label: t('organisations.title'), to: '/to-chuc' }, ...record.ancestors.toReversed().map((above) => ({ label: above.name, to: `/to-chuc/${above.id}` }))]}
      state={(
        <>
          <StateBadge tone={unit === null ? 'neutral' : 'done'}>{unit === null ? t('organisations.ended') : t('organisations.current')}</StateBadge>
          {holder !== null && <> <PageLink to={`/to-chuc/${holder.id}`}>{t('organisations.holder', { unit: holder.name })}</PageLink></>}
        </>
      )}
      facts={shown === undefined ? [] : [
        { label: t('organisations.kind'), value: t(`organisations.kind.${shown.kind}`) },
        { label: t('organisations.parent'), value: above === undefined ? undefined : <UnitLink {...above} /> },
        { label: t('organisations.code'), value: shown.code ?? undefined },
        { label: t('organisations.valid_from'), value: <>{dayText(shown.validFrom)} <Certainty of={shown.certainty} /></> },
        { label: t('organisations.valid_until'), value: shown.validUntil === null ? undefined : dayText(shown.validUntil) },
      ]}
      timeline={record.history.toReversed().map((version) => ({
        id: version.validFrom, at: version.validFrom, title: version.name, tone: 'neutral',
        by: version.act === null ? undefined : [version.act.kind, version.act.number, version.act.issuer].filter(Boolean).join(' '),
        detail: <>{version.act?.subject} {version.act !== null && <Certainty of={version.act.certainty} />}</>,
      }))}
      related={(
        <>
          <Ties title={t('organisations.predecessors')} ties={record.predecessors} />
          <Ties title={t('organisations.successors')} ties={record.successors} />
          {record.children.length > 0 && (
            <Section title={`${t('organisations.children')} (${String(record.children.length)})`}>
              <UnitNames units={record.children} />
            </Section>
          )}
        </>
      )}
    >
      {unit !== null && unitPageParts.map(({ name, Part }) => <Suspense key={name} fallback={null}><Part unitId={id} /></Suspense>)}
    </RecordPage>
  )
}

interface Tie {
  readonly id: string
  readonly name: string
  readonly on: string
  readonly extent: 'full' | 'partial'
  readonly principal?: boolean
}

function Ties({ title, ties }: { readonly title: string; readonly ties: readonly Tie[] }) {
  const t = usePhrase()
  if (ties.length === 0) return null
  return (
    <Section title={title}>
      <ul className="gd-prose">
        {ties.map(({ id, name, on, extent, principal = false }) => (
          <li key={`${id} ${on}`}><UnitLink id={id} name={name} /> ({[dayText(on), t(`organisations.extent.${extent}`), ...(principal ? [t('organisations.principal')] : [])].join(', ')})</li>
        ))}
      </ul>
    </Section>
  )
}
