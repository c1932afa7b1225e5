import { Group } from '@mantine/core'
import { plainDate } from '#kernel/plain-date.ts'
import { DueDate } from '#platform/web/due-date.tsx'
import { Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'

/** Every pattern with content as it will be: what designers and tests look at. Only in a demonstration. */
export function StyleGuidePage() {
  const t = usePhrase()
  return (
    <Page title={t('desk.style_guide')}>
      <Section title="Hạn">
        <Group>
          <DueDate dueOn={plainDate('2026-11-26')} workingDaysLeft={3} />
        </Group>
      </Section>
    </Page>
  )
}
