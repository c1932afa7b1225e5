import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { findPlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { PageLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import type { UnitPlan } from '../../contract-unit-plan.ts'
import { MeasureFields, type PlanDraft } from '../components/measure-fields.tsx'
import { PlanState } from '../components/state.tsx'
import { IssuePlan, ReturnPlan } from '../components/unit-plan-steps.tsx'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

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
      breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: t('plans.directive'), to: `/ke-hoach/${plan.directiveId}` }]}
      lead={<><PlanState state={plan.state} /> {plan.directiveTitle}</>}
      actions={(
        <Group gap="xs">
          <Button component="a" variant="default" href={`${url}/document.docx`}>{t('plans.download_docx')}</Button>
          <Button component="a" variant="default" href={`${url}/document.pdf`}>{t('plans.download_pdf')}</Button>
          {mayEdit && <Button variant="default" loading={save.running} onClick={() => { save.run(form.values) }}>{t('plans.save_plan')}</Button>}
          {plan.actions.includes('submit') && <Button loading={submit.running} onClick={() => { submit.run(form.values) }}>{t('plans.submit')}</Button>}
          {plan.actions.includes('return') && <ReturnPlan url={url} />}
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
        <Textarea label={t('plans.plan_title')} autosize readOnly={!mayEdit} {...form.getInputProps('title')} />
        <MeasureFields form={form} mayEdit={mayEdit} />
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
