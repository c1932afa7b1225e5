import { Alert, Button, Checkbox, CopyButton, NativeSelect, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Section } from '#platform/web/page.tsx'
import { usePhrase, type Translate } from '#platform/web/phrases.tsx'
import { Comparison } from '#platform/web/side-by-side.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import { Timeline } from '#platform/web/timeline.tsx'
import type { ReportRecord } from '../../contract.ts'
import { reportQueries } from '../report-queries.ts'
import { comparedRows, type Compared } from './report-compared.ts'
import { dayOf } from './report-day.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { useFigureWords } from './report-figure-field.tsx'
import '#platform/web/record-page.css'

type Revision = ReportRecord['revisions'][number]

/** What was approved, each frozen with its hash and what became of it; any two side by side. */
export function ReportRevisions() {
  const t = usePhrase()
  const { record, isInside } = useOpenReport()
  const revisions = record.revisions.filter(({ sentOn }) => isInside || sentOn !== null)
  return (
    <>
      <Section title={t('reports.part.ban-da-duyet')}>
        <Timeline
          entries={revisions.map((revision) => ({
            id: revision.id, at: revision.approvedOn, title: t('reports.revision', { number: revision.number }), tone: revision.fellOn === null && revision.returnedOn === null ? 'done' : 'neutral',
            by: revision.approvedFor === null ? revision.approvedByName : t('reports.on_behalf', { name: revision.approvedByName ?? '', of: revision.approvedFor }), detail: <RevisionDetail revision={revision} />,
          }))}
        />
      </Section>
      {(revisions.length > 1 || isInside) && <CompareRevisions revisions={revisions} />}
    </>
  )
}

function RevisionDetail({ revision }: { readonly revision: Revision }) {
  const t = usePhrase()
  const { of } = useOpenReport()
  const [isWhole, setIsWhole] = useState(false)
  const whole = useQuery(reportQueries.revision(of, isWhole ? revision.number : null))
  return (
    <>
      <div>{becameOf(revision, t).join(' · ')}</div>
      <Group gap="xs">
        <Text span className="gd-report-hash">{t('reports.hash')} {isWhole ? revision.hash : `${revision.hash.slice(0, 12)}…`}</Text>
        <Button variant="subtle" size="compact-md" aria-expanded={isWhole} onClick={() => { setIsWhole((was) => !was) }}>{t(isWhole ? 'reports.hash_short' : 'reports.hash_whole')}</Button>
        {isWhole && <CopyButton value={revision.hash}>{({ copied, copy }) => <Button variant="subtle" size="compact-md" onClick={copy}>{t(copied ? 'reports.copied' : 'reports.copy')}</Button>}</CopyButton>}
        {isWhole && whole.data !== undefined && <StateBadge tone={whole.data.isIntact ? 'done' : 'late'}>{t(whole.data.isIntact ? 'reports.intact' : 'reports.not_intact')}</StateBadge>}
      </Group>
    </>
  )
}

function becameOf({ sentOn, receivedOn, returnedOn, returnedBecause, fellOn }: Revision, t: Translate): string[] {
  return [
    sentOn === null ? t('reports.never_sent') : t('reports.sent_on', { date: dayOf(sentOn) }), ...(receivedOn === null ? [] : [t('reports.received_on', { date: dayOf(receivedOn) })]),
    ...(returnedOn === null ? [] : [t(returnedBecause === null ? 'reports.returned_on' : 'reports.returned_on_because', { date: dayOf(returnedOn), because: returnedBecause ?? '' })]), ...(fellOn === null ? [] : [t('reports.fell_on', { date: dayOf(fellOn) })]),
  ]
}

const NOW = 'now'

function CompareRevisions({ revisions }: { readonly revisions: readonly Revision[] }) {
  const t = usePhrase()
  const words = useFigureWords()
  const { record, of, desk, isInside } = useOpenReport()
  const choices = [...(isInside ? [{ value: NOW, label: t('reports.working_text') }] : []), ...revisions.map(({ number }) => ({ value: String(number), label: t('reports.revision', { number }) }))]
  const [before, setBefore] = useState(choices.at(1)?.value ?? NOW)
  const [after, setAfter] = useState(choices.at(0)?.value ?? NOW)
  const [isAll, setIsAll] = useState(false)
  const [older, newer] = [useQuery(reportQueries.revision(of, before === NOW ? null : Number(before))), useQuery(reportQueries.revision(of, after === NOW ? null : Number(after)))]
  if (choices.length < 2) return null
  const now: Compared = { content: desk.content(), values: desk.worked().values, totals: record.totals }
  const [left, right] = [before === NOW ? now : older.data, after === NOW ? now : newer.data]
  const labelOf = (value: string) => choices.find((choice) => choice.value === value)?.label ?? ''
  const rows = left === undefined || right === undefined ? undefined : comparedRows(record.form, { left, right }, words, t)
  const shown = rows?.filter((row) => isAll || row.before !== row.after)
  return (
    <Section title={t('reports.compare_revisions')}>
      <Group align="flex-end" mb="md">
        <NativeSelect label={t('reports.compare_before')} data={choices} value={before} onChange={(event) => { setBefore(event.currentTarget.value) }} />
        <NativeSelect label={t('reports.compare_after')} data={choices} value={after} onChange={(event) => { setAfter(event.currentTarget.value) }} />
        <Checkbox label={t('reports.compare_all')} checked={isAll} onChange={(event) => { setIsAll(event.currentTarget.checked) }} />
      </Group>
      {shown === undefined ? null : shown.length === 0 ? <Alert color="gray">{t('reports.compare_same')}</Alert>
        : <Comparison caption={t('reports.compare_revisions')} beforeTitle={labelOf(before)} afterTitle={before === after ? `${labelOf(after)} ` : labelOf(after)} rows={shown} />}
    </Section>
  )
}
