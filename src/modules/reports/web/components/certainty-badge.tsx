import { Badge, Radio, Stack, Text } from '@mantine/core'
import { CERTAINTIES, type Certainty } from '#kernel/certainty.ts'
import { usePhrase } from '#platform/web/phrases.tsx'

/** Says beside a fact that it is not sure; nothing where it was read in its source. */
export function CertaintyBadge({ of }: { readonly of: Certainty }) {
  const t = usePhrase()
  return of === 'verified' ? null : <Badge color="gray" variant="light" style={{ flex: 'none', overflow: 'visible' }}>{t(`web.certainty_${of}`)}</Badge>
}

/** Where something is said, and how sure that is: in three small lines, as it stands beside what matters; whole when pointed at. */
export function SourceText({ of: { source, certainty } }: { readonly of: { readonly source: string; readonly certainty: Certainty } }) {
  return <><Text size="sm" lineClamp={3} title={source}>{source}</Text><CertaintyBadge of={certainty} /></>
}

interface CertaintyFieldProps { readonly value?: Certainty; readonly onChange: (value: Certainty) => void }

export function CertaintyField({ value = 'unverified', onChange }: CertaintyFieldProps) {
  const t = usePhrase()
  return (
    <Radio.Group label={t('reports.certainty')} value={value} onChange={(chosen) => { onChange(CERTAINTIES.find((each) => each === chosen) ?? 'unverified') }}>
      <Stack gap="xs" mt={4}>{CERTAINTIES.map((each) => <Radio key={each} value={each} label={t(`reports.certainty.${each}`)} />)}</Stack>
    </Radio.Group>
  )
}
