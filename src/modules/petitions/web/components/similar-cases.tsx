import { Badge, Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '#kernel/plain-date.ts'
import { useFormat } from '#platform/web/format.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { SideBySide } from '#platform/web/side-by-side.tsx'
import type { CaseRecord } from '../../contract.ts'
import type { SimilarCase } from '../../contract-cases.ts'
import { casePath, caseQueries } from '../queries.ts'
import { CaseStateBadge } from './case-state.tsx'
import './case-parts.css'

/** Cases that may be the same matter, and any of them beside this one. */
export function SimilarCases({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const similar = useQuery(caseQueries.similar(record.id)).data?.cases ?? []
  const [beside, setBeside] = useState<string | null>(null)
  if (similar.length === 0) return null
  return (
    <Section title={t('petitions.similar_section')}>
      <ul className="gd-case-list" aria-label={t('petitions.similar_section')}>
        {similar.map((line) => (
          <li key={line.id}>
            <SimilarLine line={line} />
            <Button variant="subtle" size="compact-md" className="gd-no-print" aria-expanded={beside === line.id} onClick={() => { setBeside(beside === line.id ? null : line.id) }}>
              {t(beside === line.id ? 'petitions.similar_compare_hide' : 'petitions.similar_compare')}
            </Button>
          </li>
        ))}
      </ul>
      {beside === null ? null : <Beside record={record} otherId={beside} />}
    </Section>
  )
}

/** One of them, with what speaks for it. */
export function SimilarLine({ line }: { readonly line: SimilarCase }) {
  const t = usePhrase()
  const format = useFormat()
  const { id, title, number, year, receivedOn, senderName, state, why, likeness, isSameMatter } = line
  return (
    <div>
      <PageLink to={casePath(id)}>{title}</PageLink>
      <div className="gd-case-line">{[t('petitions.register_number_of', { number, year }), formatDate(receivedOn), senderName].filter(Boolean).join(' · ')}</div>
      <Group gap="xs">
        <CaseStateBadge state={state} />
        {why.map((each) => <Badge key={each} variant="light" color="gray">{each === 'near-text' && likeness !== null ? `${t('petitions.why.near-text')} ${format.percent(likeness)}` : t(`petitions.why.${each}`)}</Badge>)}
        {isSameMatter ? <Badge variant="light" color="pine">{t('petitions.same_matter')}</Badge> : null}
      </Group>
    </div>
  )
}

function Beside({ record, otherId }: { readonly record: CaseRecord; readonly otherId: string }) {
  const t = usePhrase()
  const other = useQuery(caseQueries.record(otherId))
  return (
    <Loaded query={other}>
      {(loaded) => <SideBySide left={{ title: t('petitions.compare_this'), children: <Letter record={record} /> }} right={{ title: t('petitions.register_number_of', { number: loaded.number, year: loaded.year }), children: <Letter record={loaded} /> }} />}
    </Loaded>
  )
}

/** A letter as it is compared: who, when, against whom, what. */
export function Letter({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const { title, content, receivedOn, kind, parties, against, decisionAgainst, isAnonymous, channel } = record
  const names = parties.map(({ name }) => name).join(', ')
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <p className="gd-case-line">{[t(`petitions.kind.${kind}`), formatDate(receivedOn), t(`petitions.channel.${channel}`)].join(' · ')}</p>
      <p>{isAnonymous || names === '' ? t('petitions.anonymous') : names}</p>
      {[against, decisionAgainst].map((text, index) => (text === null ? null : <p key={index}>{text}</p>))}
      <Text className="gd-case-text">{content === '' ? t('petitions.no_content') : content}</Text>
    </div>
  )
}
