import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { DocumentRecord } from '../../contract.ts'
import { BriefingForm } from '../components/briefing-form.tsx'
import { Coverage, DELIVERY_TONES } from '../components/coverage.tsx'
import { DOCUMENTS_CHANGED, documentQueries } from '../queries.ts'
import { dayText } from './document-list-page.tsx'

type Mine = DocumentRecord['mine'][number]

export function DocumentPage() {
  const document = useQuery(documentQueries.record(usePathParam('documentId')))
  return <Loaded query={document}>{(record) => <DocumentView document={record} />}</Loaded>
}

function DocumentView({ document }: { readonly document: DocumentRecord }) {
  const t = usePhrase()
  const [briefing, setBriefing] = useState<Mine | null>(null)
  const acknowledge = useCommand({
    run: (delivery: Mine) => api.post(`/api/documents/${document.id}/deliveries/${delivery.unitId}/acknowledge`), refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.acknowledged'),
  })
  const toAcknowledge = document.mine.find(({ actions }) => actions.includes('acknowledge'))
  const toBrief = document.mine.find(({ actions }) => actions.includes('brief'))
  return (
    <RecordPage
      title={[document.typeName, document.number].filter(Boolean).join(' ')}
      breadcrumbs={[{ label: t('documents.title'), to: '/van-ban' }]}
      state={(
        <>
          <StateBadge tone={document.status === 'in-force' ? 'done' : 'neutral'}>{t(`documents.status.${document.status}`)}</StateBadge>{' '}
          {document.mine.map((delivery) => <StateBadge key={delivery.id} tone={DELIVERY_TONES[delivery.state]}>{`${delivery.unitName}: ${t(`documents.state.${delivery.state}`)}`}</StateBadge>)}
        </>
      )}
      primaryAction={toAcknowledge !== undefined
        ? <Button loading={acknowledge.running} onClick={() => { acknowledge.run(toAcknowledge) }}>{t('documents.acknowledge')}</Button>
        : toBrief !== undefined ? <Button onClick={() => { setBriefing(toBrief) }}>{t('documents.brief')}</Button> : undefined}
      facts={[
        { label: t('documents.summary'), value: document.certainty === 'verified' ? document.summary : `${document.summary} (${t('documents.unverified')})` },
        { label: t('documents.issuer'), value: document.issuer },
        { label: t('documents.issued_on'), value: dayText(document.issuedOn) },
        { label: t('documents.signer'), value: document.signer ?? undefined },
        { label: t('documents.file'), value: document.file === null ? undefined : <a href={`/api/documents/${document.id}/file`} target="_blank" rel="noreferrer">{t('documents.open_file')}: {document.file.name}</a> },
      ]}
      related={document.relations.length === 0 ? undefined : (
        <Section title={t('documents.relations')}>
          <ul>
            {document.relations.map(({ id, effect, isBy, since, document: other }) => (
              <li key={id}>{t(isBy ? `documents.effect_by.${effect}` : `documents.effect.${effect}`)} <PageLink to={`/van-ban/${other.id}`}>{other.number ?? other.summary}</PageLink> ({dayText(since)})</li>
            ))}
          </ul>
        </Section>
      )}
    >
      <ProblemNote problem={acknowledge.problem} />
      {document.mine.filter(({ acknowledgedOn }) => acknowledgedOn !== null).map((delivery) => <Briefings key={delivery.id} delivery={delivery} onAdd={() => { setBriefing(delivery) }} />)}
      {document.seesCoverage && <Section title={t('documents.coverage')}><Coverage documentId={document.id} /></Section>}
      <Sheet opened={briefing !== null} onClose={() => { setBriefing(null) }} title={t('documents.brief')}>
        {briefing !== null && <BriefingForm delivery={briefing} onDone={() => { setBriefing(null) }} />}
      </Sheet>
    </RecordPage>
  )
}

function Briefings({ delivery, onAdd }: { readonly delivery: Mine; readonly onAdd: () => void }) {
  const t = usePhrase()
  const format = useFormat()
  const remove = useCommand({
    run: (id: string) => api.delete(`/api/documents/${delivery.documentId}/deliveries/${delivery.unitId}/briefings/${id}`), refresh: DOCUMENTS_CHANGED,
  })
  const mayBrief = delivery.actions.includes('brief')
  const columns: Column<Mine['reports'][number]>[] = [
    { key: 'heldOn', title: t('documents.held_on'), cell: ({ heldOn }) => dayText(heldOn), shown: 'fixed' },
    { key: 'audience', title: t('documents.audience'), cell: ({ audience, note }) => [audience, note].filter(Boolean).join('. ') },
    { key: 'sessions', title: t('documents.sessions'), cell: ({ sessions }) => format.number(sessions), kind: 'figure' },
    { key: 'people', title: t('documents.people_reached'), cell: ({ peopleReached }) => format.number(peopleReached), kind: 'figure' },
    { key: 'file', title: t('documents.material'), cell: ({ fileName }) => fileName ?? '' },
    ...(mayBrief ? [{
      key: 'remove', title: t('documents.actions'), shown: 'fixed' as const,
      cell: ({ id, heldOn }: Mine['reports'][number]) => <Button size="xs" variant="subtle" color="red" onClick={() => { remove.run(id) }}>{t('documents.remove_briefing', { day: dayText(heldOn) })}</Button>,
    }] : []),
  ]
  return (
    <Section title={t('documents.briefings', { unit: delivery.unitName })} actions={mayBrief ? <Button variant="default" onClick={onAdd}>{t('documents.brief')}</Button> : undefined}>
      <ProblemNote problem={remove.problem} />
      <DataTable
        name="documents.briefings" caption={t('documents.briefings', { unit: delivery.unitName })} columns={columns} rows={delivery.reports} rowKey={({ id }) => id}
        empty={<EmptyState title={t('documents.no_briefings')}>{t('documents.no_briefings_why')}</EmptyState>}
      />
    </Section>
  )
}
