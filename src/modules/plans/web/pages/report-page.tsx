import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api, withQuery } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { useSession } from '#platform/web/session.ts'
import { usePathParam } from '#platform/web/url-state.ts'
import { REPORT_SECTIONS, type ReportPreview } from '../../contract-unit-plan.ts'
import { PLANS_CHANGED, planQueries } from '../queries.ts'

type Texts = Record<(typeof REPORT_SECTIONS)[number], string>

/** The report writes itself from the work; the officer adds the assessment, and takes it as DOCX or PDF. */
export function ReportPage() {
  const t = usePhrase()
  const { today } = useSession()
  const directiveId = usePathParam('directiveId')
  const [until, setUntil] = useState<PlainDate>(today)
  const report = useQuery(planQueries.report(directiveId, until))
  const url = `/api/plans/directives/${directiveId}`
  return (
    <Page
      title={t('plans.report_title')} lead={t('plans.report_lead')} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: t('plans.directive'), to: `/ke-hoach/${directiveId}` }]}
      actions={(
        <Group gap="xs">
          <Button component="a" variant="default" href={`${url}/reminder-letter.docx`}>{t('plans.reminder_letter')}</Button>
          <Button component="a" variant="default" href={withQuery(`${url}/report.pdf`, { until })}>{t('plans.download_pdf')}</Button>
          <Button component="a" href={withQuery(`${url}/report.docx`, { until })}>{t('plans.download_docx')}</Button>
        </Group>
      )}
    >
      <DateField label={t('plans.report_until')} value={until} max={today} onChange={(day) => { if (day !== null) setUntil(day) }} />
      <Loaded query={report}>{(preview) => <ReportTexts key={preview.until} url={`${url}/report`} preview={preview} />}</Loaded>
    </Page>
  )
}

function ReportTexts({ url, preview }: { readonly url: string; readonly preview: ReportPreview }) {
  const t = usePhrase()
  const { texts } = preview
  const form = useForm<Texts>({ initialValues: { situation: texts['situation'] ?? '', assessment: texts['assessment'] ?? '', proposals: texts['proposals'] ?? '' } })
  const draft = useDraft(`plans.report.${url}.${preview.until}`, form)
  const save = useCommand({ run: (values: Texts) => api.put(url, { until: preview.until, texts: values }), form, refresh: PLANS_CHANGED, doneMessage: t('plans.texts_saved'), onDone: () => { draft.forget() } })
  return (
    <>
      <form onSubmit={form.onSubmit((values) => { save.run(values) })}>
        <Stack gap="md" my="md">
          <ProblemNote problem={save.problem} />
          {REPORT_SECTIONS.map((section) => <Textarea key={section} label={t(`plans.text.${section}`)} autosize minRows={3} {...form.getInputProps(section)} />)}
          <div><Button type="submit" variant="default" loading={save.running}>{t('plans.save_texts')}</Button></div>
        </Stack>
      </form>
      <Section title={t('plans.report_preview')}>
        {preview.paragraphs.map(({ heading, lines }) => (
          <section key={heading} aria-label={heading}>
            <h3>{heading}</h3>
            {lines.map((line) => <p key={line}>{line}</p>)}
          </section>
        ))}
      </Section>
    </>
  )
}
