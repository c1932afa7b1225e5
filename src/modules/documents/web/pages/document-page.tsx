import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { RecordPage } from '#platform/web/record-page.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { TimelineEntry } from '#platform/web/timeline.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { DocumentRecord } from '../../contract.ts'
import { BriefingForm } from '../components/briefing-form.tsx'
import { Briefings } from '../components/briefings.tsx'
import { Coverage, DELIVERY_TONES, whoAcknowledged } from '../components/coverage.tsx'
import { Relations } from '../components/relations.tsx'
import { dayText } from '../day-text.ts'
import { DOCUMENTS_CHANGED, documentQueries } from '../queries.ts'

type Mine = DocumentRecord['mine'][number]

export function DocumentPage() {
  const document = useQuery(documentQueries.record(usePathParam('documentId')))
  return <Loaded query={document}>{(record) => <DocumentView document={record} />}</Loaded>
}

function DocumentView({ document }: { readonly document: DocumentRecord }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const [briefing, setBriefing] = useState<Mine | null>(null)
  const acknowledge = useCommand({
    run: (delivery: Mine) => api.post(`/api/documents/${document.id}/deliveries/${delivery.unitId}/acknowledge`), refresh: DOCUMENTS_CHANGED, doneMessage: t('documents.acknowledged'),
  })
  const toAcknowledge = document.mine.find(({ actions }) => actions.includes('acknowledge'))
  const toBrief = toAcknowledge === undefined ? document.mine.find(({ actions }) => actions.includes('brief')) : undefined
  return (
    <RecordPage
      title={[document.typeName, document.number].filter(Boolean).join(' ')}
      breadcrumbs={[{ label: t('documents.title'), to: '/van-ban' }]}
      state={<StateLine document={document} />}
      primaryAction={toAcknowledge !== undefined
        ? (
            <Button loading={acknowledge.running} onClick={() => { acknowledge.run(toAcknowledge) }}>
              {document.mine.length === 1 ? t('documents.acknowledge') : t('documents.acknowledge_for', { unit: toAcknowledge.unitName })}
            </Button>
          )
        : toBrief !== undefined ? <Button onClick={() => { setBriefing(toBrief) }}>{t('documents.brief')}</Button> : undefined}
      facts={[
        { label: t('documents.summary'), value: document.certainty === 'verified' ? document.summary : `${document.summary} (${t('documents.unverified')})` },
        { label: t('documents.issuer'), value: document.issuer },
        { label: t('documents.issued_on'), value: dayText(document.issuedOn) },
        { label: t('documents.signer'), value: document.signer ?? undefined },
        { label: t('documents.file'), value: document.file === null ? undefined : <a href={`/api/documents/${document.id}/file`} target="_blank" rel="noreferrer">{t('documents.open_file')}: {document.file.name}</a> },
      ]}
      {...(document.mine.length === 0 ? {} : { timeline: document.mine.flatMap((delivery) => happenings(delivery, t)).toSorted((one, other) => other.at.localeCompare(one.at)) })}
      otherActions={document.mayEdit ? [{ label: t('documents.edit'), onClick: () => { void navigate(linkTo(`/van-ban/${document.id}/sua`)) } }] : []}
      related={<Relations of={document} />}
    >
      <ProblemNote problem={acknowledge.problem} />
      {document.mine.filter(({ acknowledgedOn }) => acknowledgedOn !== null).map((delivery) => (
        <Briefings
          key={delivery.id} delivery={delivery}
          // The page's own button records a briefing already; a second one stands here only for another unit.
          action={delivery.actions.includes('brief') && delivery.id !== toBrief?.id ? <Button variant="default" onClick={() => { setBriefing(delivery) }}>{t('documents.brief')}</Button> : undefined}
        />
      ))}
      {document.seesCoverage && <Section title={t('documents.coverage')}><Coverage documentId={document.id} /></Section>}
      <Sheet opened={briefing !== null} onClose={() => { setBriefing(null) }} title={t('documents.brief')}>
        {briefing !== null && <BriefingForm delivery={briefing} onDone={() => { setBriefing(null) }} />}
      </Sheet>
    </RecordPage>
  )
}

function StateLine({ document }: { readonly document: DocumentRecord }) {
  const t = usePhrase()
  const waiting = document.mine.filter(({ acknowledgedOn }) => acknowledgedOn === null)
  return (
    <Group gap="xs">
      <StateBadge tone={document.status === 'in-force' ? 'done' : 'neutral'}>{t(`documents.status.${document.status}`)}</StateBadge>
      {document.mine.map((delivery) => <StateBadge key={delivery.id} tone={DELIVERY_TONES[delivery.state]}>{`${delivery.unitName}: ${t(`documents.state.${delivery.state}`)}`}</StateBadge>)}
      {waiting.length > 0 && <span>{t('documents.waits_for_acknowledgement', { unit: waiting.map(({ unitName }) => unitName).join(', ') })}</span>}
    </Group>
  )
}

/** The way of the document at one of my units. */
function happenings(delivery: Mine, t: Translate): TimelineEntry[] {
  const at = (what: string) => t('documents.happened_at', { what, unit: delivery.unitName })
  const { id, sentOn, receivedAt, openedAt, acknowledgedOn, reports } = delivery
  return [
    { id: `${id} sent`, at: sentOn, title: at(t('documents.sent')), tone: 'done' as const },
    ...(receivedAt === null ? [] : [{ id: `${id} received`, at: receivedAt, title: at(t('documents.state.received')), tone: 'done' as const }]),
    ...(openedAt === null ? [] : [{ id: `${id} opened`, at: openedAt, title: at(t('documents.state.opened')), tone: 'done' as const }]),
    ...(acknowledgedOn === null ? [] : [{ id: `${id} acknowledged`, at: acknowledgedOn, title: at(t('documents.state.acknowledged')), by: whoAcknowledged(delivery, t), tone: 'done' as const }]),
    ...reports.map(({ id: briefing, heldOn, audience }) => ({ id: briefing, at: heldOn, title: at(t('documents.state.briefed')), detail: audience, tone: 'done' as const })),
  ]
}
