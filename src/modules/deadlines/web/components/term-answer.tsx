import { Group, List, Stack, Text, Title } from '@mantine/core'
import { formatDate } from '#kernel/plain-date.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Computed } from '../../contract.ts'
import { CertaintyMark } from './certainty-mark.tsx'
import { WhyDate } from './why-date.tsx'

/** What was computed: the day, and in sentences how. */
export function TermAnswer({ answer }: { readonly answer: Computed }) {
  const t = usePhrase()
  const { due, rule, steps } = answer
  return (
    <section aria-live="polite">
      <Stack gap="xs">
        <Group gap="sm">
          <Title order={3}>{due === null ? t('deadlines.no_date_yet') : t('deadlines.answer', { name: rule.name, date: formatDate(due) })}</Title>
          <CertaintyMark of={rule.certainty} />
        </Group>
        <List type="ordered" spacing={4}>{steps.map((step) => <List.Item key={step}><Text size="sm">{step}</Text></List.Item>)}</List>
        <WhyDate date={answer} />
      </Stack>
    </section>
  )
}
