import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { PLANS_CHANGED } from '../queries.ts'

/** The head gives the plan back, saying why. */
export function ReturnPlan({ url }: { readonly url: string }) {
  const t = usePhrase()
  const [opened, setOpened] = useState(false)
  const [because, setBecause] = useState('')
  const giveBack = useCommand({ run: () => api.post(`${url}/return`, { because }), refresh: PLANS_CHANGED, onDone: () => { setOpened(false) } })
  return (
    <>
      <Button variant="default" onClick={() => { setOpened(true) }}>{t('plans.return')}</Button>
      <ConfirmDialog opened={opened} onClose={() => { setOpened(false) }} title={t('plans.return')} confirmLabel={t('plans.return')} onConfirm={() => { giveBack.run() }} running={giveBack.running} problem={giveBack.problem}>
        <Textarea label={t('plans.return_because')} withAsterisk autosize minRows={2} value={because} onChange={(event) => { setBecause(event.currentTarget.value) }} />
      </ConfirmDialog>
    </>
  )
}

/** The approved plan gets its number and date. */
export function IssuePlan({ url }: { readonly url: string }) {
  const t = usePhrase()
  const { today } = useSession()
  const form = useForm<{ number: string; issuedOn: PlainDate | null }>({ initialValues: { number: '', issuedOn: today } })
  const issue = useCommand({ run: (values: { number: string; issuedOn: PlainDate | null }) => api.post(`${url}/issue`, values), form, refresh: PLANS_CHANGED, doneMessage: t('plans.plan_issued') })
  return (
    <Section title={t('plans.issue_plan')}>
      <form onSubmit={form.onSubmit((values) => { issue.run(values) })}>
        <ProblemNote problem={issue.problem} />
        <Group align="flex-end">
          <TextInput label={t('plans.number')} withAsterisk {...form.getInputProps('number')} />
          <DateField label={t('plans.issued_on')} required max={today} {...form.getInputProps('issuedOn')} />
          <Button type="submit" loading={issue.running}>{t('plans.issue_plan')}</Button>
        </Group>
      </form>
    </Section>
  )
}
