import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import type { DirectiveRecord } from '../../contract.ts'
import { PLANS_CHANGED, planQueries } from '../queries.ts'
import { IssuePreview } from './issue-preview.tsx'

interface Issue { number: string; issuedOn: PlainDate | null }

/** Exactly who will get it is shown before it goes. */
export function IssueForm({ directive }: { readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<Issue>({ initialValues: { number: directive.number ?? '', issuedOn: directive.reading.issuedOn ?? today } })
  const preview = useQuery(planQueries.preview(directive.id, form.values.issuedOn ?? undefined))
  const issue = useCommand({
    run: ({ number, issuedOn }: Issue) => api.post(`/api/plans/directives/${directive.id}/issue`, { number, issuedOn }),
    form, refresh: PLANS_CHANGED, doneMessage: t('plans.issued'),
  })
  return (
    <Section title={t('plans.issue')}>
      <form onSubmit={form.onSubmit((values) => { issue.run(values) })}>
        <Stack gap="md">
          <Group align="flex-end">
            <TextInput label={t('plans.number')} withAsterisk placeholder="215/KH-UBND" {...form.getInputProps('number')} />
            <DateField label={t('plans.issued_on')} required max={today} {...form.getInputProps('issuedOn')} />
          </Group>
          <Loaded query={preview}>
            {(found) => <IssuePreview preview={found} />}
          </Loaded>
          <ProblemNote problem={issue.problem} />
          <div><Button type="submit" loading={issue.running}>{t('plans.issue')}</Button></div>
        </Stack>
      </form>
    </Section>
  )
}
