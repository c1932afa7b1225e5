import { Button, Group, Menu, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { findPlainDate, type PlainDate } from '#kernel/plain-date.ts'
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
  const [from, setFrom] = useState<PlainDate | null>(null)
  const [until, setUntil] = useState<PlainDate>(today)
  const period = { from: from ?? undefined, until }
  const report = useQuery(planQueries.report(directiveId, period))
  const url = `/api/plans/directives/${directiveId}`
  return (
    <Page
      title={t('plans.report_title')} lead={t('plans.report_lead')} breadcrumbs={[{ label: t('plans.title'), to: '/ke-hoach' }, { label: t('plans.directive'), to: `/ke-hoach/${directiveId}` }]}
      actions={(
        <Group gap="xs">
          <Menu position="bottom-end">
            <Menu.Target><Button variant="default" rightSection={<IconChevronDown size={16} />}>{t('plans.reminder_letter')}</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component="a" href={`${url}/reminder-letter.docx`}>{t('plans.download_docx')}</Menu.Item>
              <Menu.Item component="a" href={`${url}/reminder-letter.pdf`}>{t('plans.download_pdf')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button component="a" variant="default" href={withQuery(`${url}/report.pdf`, period)}>{t('plans.download_pdf')}</Button>
          <Button component="a" href={withQuery(`${url}/report.docx`, period)}>{t('plans.download_docx')}</Button>
        </Group>
      )}
    >
      <Group align="flex-start">
        <DateField label={t('plans.report_from')} value={from ?? findPlainDate(report.data?.from ?? '') ?? null} max={until} onChange={setFrom} />
        <DateField label={t('plans.report_until')} value={until} max={today} onChange={(day) => { if (day !== null) setUntil(day) }} />
      </Group>
      <Loaded query={report}>{(preview) => <ReportTexts key={`${preview.from} ${preview.until}`} url={`${url}/report`} preview={preview} />}</Loaded>
    </Page>
  )
}

function ReportTexts({ url, preview }: { readonly url: string; readonly preview: ReportPreview }) {
  const t = usePhrase()
  const { texts } = preview
  const form = useForm<Texts>({ initialValues: { situation: texts['situation'] ?? '', assessment: texts['assessment'] ?? '', proposals: texts['proposals'] ?? '' } })
  const draft = useDraft(`plans.report.${url}.${preview.from}.${preview.until}`, form)
  const save = useCommand({ run: (values: Texts) => api.put(url, { from: preview.from, until: preview.until, texts: values }), form, refresh: PLANS_CHANGED, doneMessage: t('plans.texts_saved'), onDone: () => { draft.forget() } })
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
