import { Badge, Radio, Stack } from '@mantine/core'
import { CERTAINTIES, type Certainty } from '#kernel/certainty.ts'
import { usePhrase } from '#platform/web/phrases.tsx'

/** Says beside a fact that it is not sure; nothing where it was read in its source. */
export function CertaintyBadge({ of }: { readonly of: Certainty }) {
  const t = usePhrase()
  return of === 'verified' ? null : <Badge color="gray" variant="light">{t(`web.certainty_${of}`)}</Badge>
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
