import { List, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { CaseRecord } from '../../contract.ts'
import type { SortAdvice as Advice } from '../../contract-acts.ts'
import { Basis } from '../acts/act-form.tsx'
import { caseQueries } from '../queries.ts'
import { actWords } from './act-words.ts'
import { FieldNote } from './form-part.tsx'

/** What speaks for what, each with its article; it decides nothing, and where it cannot be had the form works without. */
export function SortAdvice({ record }: { readonly record: CaseRecord }) {
  const t = usePhrase()
  const query = useQuery({ ...caseQueries.advice(record.id), retry: false })
  if (query.data === undefined) return query.isPending ? <Skeleton height={96} /> : null
  return (
    <FieldNote>
      <Text fw={600}>{t('petitions.advice')}</Text>
      <Text className="gd-muted" mb="xs">{t('petitions.advice_help')}</Text>
      <List spacing="xs">{query.data.advice.map((one) => <List.Item key={one.code}><Line advice={one} /></List.Item>)}</List>
      {query.data.competentUnit === null ? null : <Text mt="xs">{t('petitions.advice_competent', { body: query.data.competentUnit.name })}</Text>}
      <Text mt="xs" fw={600}>{t('petitions.advice_suggests', { triage: actWords(query.data.suggests, record.kind, t).toLowerCase() })}</Text>
    </FieldNote>
  )
}

function Line({ advice: { code, details, article, certainty } }: { readonly advice: Advice['advice'][number] }) {
  const t = usePhrase()
  return (
    <>
      {t.find(`petitions.advice_of.${code}`, details) ?? code}
      <Basis basis={{ article, certainty }} />
    </>
  )
}
