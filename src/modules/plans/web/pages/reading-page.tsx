import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { SideBySide } from '#platform/web/side-by-side.tsx'
import { usePathParam } from '#platform/web/url-state.ts'
import { Corrected, type DirectiveRecord, type Reading } from '../../contract.ts'
import { clausesOf } from '../../domain/clauses.ts'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

/** Source left, what was read of it right; corrected here, then turned into duties. */
export function ReadingPage() {
  const directive = useQuery(planQueries.directive(usePathParam('directiveId')))
  return <Loaded query={directive}>{(record) => <ReadingEditor key={record.version} directive={record} />}</Loaded>
}

function ReadingEditor({ directive }: { readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const form = useForm<Reading>({ initialValues: directive.reading })
  const draft = useDraft(`plans.reading.${directive.id}.${String(directive.version)}`, form)
  const save = useCommand({
    run: (reading: Reading) => api.put(`/api/plans/directives/${directive.id}/reading`, { version: directive.version, reading }, Corrected),
    refresh: PLANS_CHANGED, doneMessage: t('plans.saved_reading'), onDone: () => { draft.forget() },
  })
  return (
    <Page
      title={t('plans.correct_reading')} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: directive.title, to: `/ke-hoach/${directive.id}` }]}
      actions={<Button loading={save.running} onClick={() => { save.run(form.values) }}>{t('plans.save_reading')}</Button>}
    >
      <ProblemNote problem={save.problem} />
      <SideBySide
        left={{ title: t('plans.source'), children: <Text component="pre" style={{ whiteSpace: 'pre-wrap', font: 'inherit' }}>{directive.sourceText}</Text> }}
        right={{ title: t('plans.structure'), children: <Structure form={form} directive={directive} /> }}
      />
    </Page>
  )
}

function Structure({ form, directive }: { readonly form: ReturnType<typeof useForm<Reading>>; readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const { today } = useSession()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dueOn, setDueOn] = useState<PlainDate | null>(null)
  const taken = new Set(directive.dutyList.map(({ clausePath }) => clausePath))
  const make = useCommand({
    run: async () => {
      await api.put(`/api/plans/directives/${directive.id}/reading`, { version: directive.version, reading: form.values }, Corrected)
      await api.post(`/api/plans/directives/${directive.id}/duties/from-clauses`, { paths: [...chosen], dueOn: dueOn ?? today })
    },
    refresh: PLANS_CHANGED, doneMessage: t('plans.duties_made'), onDone: () => void navigate(linkTo(`/ke-hoach/${directive.id}`)),
  })
  function choose(path: string, isChosen: boolean): void {
    setChosen(new Set(isChosen ? [...chosen, path] : [...chosen].filter((known) => known !== path)))
  }
  const pick = (path: string) => (
    <Checkbox
      aria-label={t('plans.choose_clause', { path })} disabled={taken.has(path) || path === ''} checked={chosen.has(path) || taken.has(path)}
      onChange={(event) => { choose(path, event.currentTarget.checked) }}
    />
  )
  return (
    <Stack gap="md">
      <Head form={form} />
      {form.values.sections.map((section, at) => (
        <Stack key={at} gap="xs">
          <TextInput label={t('plans.section_title', { mark: section.mark ?? '' })} {...form.getInputProps(`sections.${String(at)}.title`)} value={section.title ?? ''} />
          {section.items.map((item, index) => {
            const path = [section.mark, item.mark].filter(Boolean).join('.')
            const field = `sections.${String(at)}.items.${String(index)}`
            return (
              <Stack key={index} gap={4} pl="xs">
                <Group wrap="nowrap" align="flex-start" gap="xs">
                  {pick(path)}
                  <Textarea style={{ flex: 1 }} autosize minRows={1} maxRows={8} label={t('plans.item_text', { path })} {...form.getInputProps(`${field}.text`)} />
                </Group>
                {item.items.map((point, number) => (
                  <Group key={number} wrap="nowrap" align="flex-start" gap="xs" pl="lg">
                    {pick(`${path}.${point.mark}`)}
                    <Textarea style={{ flex: 1 }} autosize minRows={1} maxRows={6} label={t('plans.item_text', { path: `${path}.${point.mark}` })} {...form.getInputProps(`${field}.items.${String(number)}.text`)} />
                  </Group>
                ))}
              </Stack>
            )
          })}
        </Stack>
      ))}
      <Section title={t('plans.citations')}>
        <ul>{form.values.citations.map((citation) => <li key={`${citation.kind} ${citation.number ?? ''} ${citation.at ?? ''}`}>{[citation.kind, citation.number, citation.issuer].filter(Boolean).join(' ')}</li>)}</ul>
      </Section>
      <Textarea
        label={t('plans.recipients')} description={t('plans.recipients_help')} autosize minRows={3} value={form.values.recipients.join('\n')}
        onChange={(event) => { form.setFieldValue('recipients', event.currentTarget.value.split('\n')) }}
      />
      <DateField label={t('plans.first_due')} value={dueOn} onChange={setDueOn} />
      <ProblemNote problem={make.problem} />
      <Button disabled={chosen.size === 0 || clausesOf(form.values).length === 0} loading={make.running} onClick={() => { make.run() }}>{t('plans.make_duties', { count: chosen.size })}</Button>
    </Stack>
  )
}

/** What stands in the document's boxes: subject, number, date, issuer, signer. */
function Head({ form }: { readonly form: ReturnType<typeof useForm<Reading>> }) {
  const t = usePhrase()
  const text = (field: 'kind' | 'title' | 'number' | 'issuer') => ({
    value: form.values[field] ?? '', onChange: (event: { currentTarget: { value: string } }) => { form.setFieldValue(field, event.currentTarget.value === '' ? null : event.currentTarget.value) },
  })
  const signer = (field: 'name' | 'position') => ({
    value: form.values.signer[field] ?? '', onChange: (event: { currentTarget: { value: string } }) => { form.setFieldValue(`signer.${field}`, event.currentTarget.value === '' ? null : event.currentTarget.value) },
  })
  return (
    <>
      <TextInput label={t('plans.document_kind')} {...text('kind')} />
      <Textarea label={t('plans.document_title')} autosize {...text('title')} />
      <TextInput label={t('plans.number')} {...text('number')} />
      <DateField label={t('plans.issued_on')} value={form.values.issuedOn} onChange={(day) => { form.setFieldValue('issuedOn', day) }} />
      <TextInput label={t('plans.issuer')} {...text('issuer')} />
      <TextInput label={t('plans.signer_position')} {...signer('position')} />
      <TextInput label={t('plans.signer_name')} {...signer('name')} />
    </>
  )
}
