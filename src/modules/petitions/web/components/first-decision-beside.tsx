import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatDate } from '#kernel/plain-date.ts'
import { Facts } from '#platform/web/facts.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import { caseQueries } from '../queries.ts'

/** What the first instance decided, for who decides the second; nothing where no case of the system came before. */
export function FirstDecisionBeside({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const cameFrom = record.links.some(({ link, way }) => link === 'appeal' && way === 'from')
  const { data } = useQuery({ ...caseQueries.firstDecision(record.id), enabled: cameFrom, retry: false })
  if (data === undefined) return null
  return (
    <Section title={t('petitions.first_decision')}>
      <Facts
        facts={[
          { label: t('petitions.unit'), value: data.unitName }, { label: t('petitions.decisions'), value: t('petitions.decision_of', { number: data.number, date: formatDate(data.signedOn) }) },
          { label: t('petitions.signer'), value: data.signerName }, { label: t('petitions.outcome'), value: t(`petitions.outcome.${data.outcome}`) }, { label: t('petitions.conclude_summary'), value: data.summary },
        ]}
      />
      <Text className="gd-case-text" mt="sm">{data.answer}</Text>
    </Section>
  )
}
