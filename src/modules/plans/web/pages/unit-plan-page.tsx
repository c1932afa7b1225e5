import { ActionIcon, Alert, Button, Group, Stack, Table, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { ConfirmDialog } from '#platform/web/confirm-dialog.tsx'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import type { UnitPlan } from '../../contract-unit-plan.ts'
import { PlanState } from '../components/state.tsx'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

interface MeasureDraft { dutyId: string | null; clausePath: string | null; what: string; who: string; dueOn: PlainDate | null; product: string; passOn: boolean }
interface PlanDraft { title: string; measures: MeasureDraft[] }

/** A unit's own plan: what, who, by when; drafted by the officer, approved by the head, issued with a number. */
export function UnitPlanPage() {
  const plan = useQuery(planQueries.unitPlan(usePathParam('directiveId'), usePathParam('unitId')))
  return <Loaded query={plan}>{(loaded) => <PlanView key={`${loaded.state} ${String(loaded.version)}`} plan={loaded} />}</Loaded>
}

function PlanView({ plan }: { readonly plan: UnitPlan }) {
  const t = usePhrase()
  const url = `/api/plans/directives/${plan.directiveId}/unit-plans/${plan.unitId}`
  const mayEdit = plan.actions.includes('edit')
  const form = useForm<PlanDraft>({ initialValues: { title: plan.title, measures: plan.measures.map((measure) => ({ ...measure, dueOn: findPlainDate(measure.dueOn ?? '') ?? null })) } })
  const draft = useDraft(`plans.unit-plan.${plan.id}.${String(plan.version)}`, form)
  const put = ({ title, measures }: PlanDraft) => api.put(url, { version: plan.version, title, measures: measures.map(({ dutyId, what, who, dueOn, product, passOn }) => ({ dutyId, what, who, dueOn, product, passOn })) })
  const save = useCommand({ run: put, form, refresh: PLANS_CHANGED, doneMessage: t('plans.plan_saved'), onDone: () => { draft.forget() } })
  const submit = useCommand({
    run: async (values: PlanDraft) => {
      await put(values)
      await api.post(`${url}/submit`)
    },
    form, refresh: PLANS_CHANGED, doneMessage: t('plans.submitted'), onDone: () => { draft.forget() },
  })
  const approve = useCommand({ run: () => api.post(`${url}/approve`), refresh: PLANS_CHANGED, doneMessage: t('plans.approved') })
  return (
    <Page
      title={t('plans.unit_plan_of', { unit: plan.unitName })}
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: plan.directiveTitle, to: `/ke-hoach/${plan.directiveId}` }]}
      lead={<PlanState state={plan.state} />}
      actions={(
        <Group gap="xs">
          <Button component="a" variant="default" href={`${url}/document.docx`}>{t('plans.download_docx')}</Button>
          <Button component="a" variant="default" href={`${url}/document.pdf`}>{t('plans.download_pdf')}</Button>
          {mayEdit && <Button variant="default" loading={save.running} onClick={() => { save.run(form.values) }}>{t('plans.save_plan')}</Button>}
          {plan.actions.includes('submit') && <Button loading={submit.running} onClick={() => { submit.run(form.values) }}>{t('plans.submit')}</Button>}
          {plan.actions.includes('return') && <ReturnButton url={url} />}
          {plan.actions.includes('approve') && <Button loading={approve.running} onClick={() => { approve.run() }}>{t('plans.approve')}</Button>}
        </Group>
      )}
    >
      <Stack gap="md">
        <ProblemNote problem={save.problem ?? submit.problem ?? approve.problem} />
        {plan.returnedBecause !== null && <Alert color="yellow">{t('plans.returned_because', { because: plan.returnedBecause })}</Alert>}
        {plan.missingPosts.length > 0 && (
          <Alert color="yellow"><PageLink to={`/to-chuc/${plan.unitId}`}>{t('plans.missing_posts', { posts: plan.missingPosts.map((post) => t(`plans.post.${post}`)).join(', ') })}</PageLink></Alert>
        )}
        <TextInput label={t('plans.plan_title')} readOnly={!mayEdit} {...form.getInputProps('title')} />
        <Measures form={form} mayEdit={mayEdit} />
        {plan.actions.includes('issue') && <IssuePlan url={url} />}
        {plan.people.length > 0 && (
          <Section title={t('plans.people')}>
            <ul>{plan.people.map(({ post, name, position, decisionNumber }) => <li key={`${post} ${name}`}>{[name, position, decisionNumber].filter(Boolean).join(', ')}</li>)}</ul>
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function Measures({ form, mayEdit }: { readonly form: ReturnType<typeof useForm<PlanDraft>>; readonly mayEdit: boolean }) {
  const t = usePhrase()
  return (
    <Section title={t('plans.measures')}>
      <ScrollBox label={t('plans.measures')}>
        <Table miw="52rem">
          <Table.Thead><Table.Tr><Table.Th w="4rem">{t('plans.clause')}</Table.Th><Table.Th>{t('plans.what')}</Table.Th><Table.Th>{t('plans.who')}</Table.Th><Table.Th>{t('plans.measure_due')}</Table.Th><Table.Th>{t('plans.product')}</Table.Th><Table.Th w="3rem" aria-label={t('plans.remove_duty')} /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {form.values.measures.map((measure, index) => {
              const field = (name: string) => `measures.${String(index)}.${name}`
              const label = (name: string) => `${name} ${String(index + 1)}`
              return (
                <Table.Tr key={index}>
                  <Table.Td>{measure.clausePath ?? ''}</Table.Td>
                  <Table.Td><Textarea aria-label={label(t('plans.what'))} autosize readOnly={!mayEdit} {...form.getInputProps(field('what'))} /></Table.Td>
                  <Table.Td><TextInput aria-label={label(t('plans.who'))} readOnly={!mayEdit} {...form.getInputProps(field('who'))} /></Table.Td>
                  <Table.Td><DateField label={label(t('plans.measure_due'))} disabled={!mayEdit} {...form.getInputProps(field('dueOn'))} /></Table.Td>
                  <Table.Td><TextInput aria-label={label(t('plans.product'))} readOnly={!mayEdit} {...form.getInputProps(field('product'))} /></Table.Td>
                  <Table.Td>{mayEdit && <ActionIcon variant="subtle" color="red" aria-label={t('plans.remove_measure', { number: index + 1 })} onClick={() => { form.removeListItem('measures', index) }}><IconTrash size={18} /></ActionIcon>}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </ScrollBox>
      {mayEdit && <Button mt="sm" variant="default" onClick={() => { form.insertListItem('measures', { dutyId: null, clausePath: null, what: '', who: '', dueOn: null, product: '', passOn: false }) }}>{t('plans.add_measure')}</Button>}
    </Section>
  )
}

function ReturnButton({ url }: { readonly url: string }) {
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

function IssuePlan({ url }: { readonly url: string }) {
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
