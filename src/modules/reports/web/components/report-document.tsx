import { Button, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { useDraft } from '#platform/web/draft.ts'
import { DraftNote } from '#platform/web/form-page.tsx'
import { Loaded, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { SIGNING_WAYS, type DocumentSetup } from '../../contract.ts'
import { reportKey, reportQueries, reportUrl } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'

/** What makes the report an official document: number and date, who signs and how, to whom it goes. */
export function ReportDocument() {
  const { of } = useOpenReport()
  const setup = useQuery({ ...reportQueries.document(of), refetchOnWindowFocus: false })
  return <Loaded query={setup}>{(loaded) => <DocumentForm setup={loaded} />}</Loaded>
}

interface Values extends Omit<DocumentSetup, 'addressees' | 'recipients' | 'archive'> {
  /** One a line. */
  addressees: string
  recipients: string
  archive: string
}

function DocumentForm({ setup }: { readonly setup: DocumentSetup }) {
  const t = usePhrase()
  const { of, record } = useOpenReport()
  const url = reportUrl(of)
  const form = useForm<Values>({ initialValues: { ...setup, addressees: setup.addressees.join('\n'), recipients: setup.recipients.join('\n'), archive: setup.archive ?? '' } })
  const draft = useDraft(`report-document.${record.id}`, form)
  const save = useCommand({
    run: ({ addressees, recipients, archive, ...rest }: Values) => api.put(`${url}/document`, { ...rest, addressees: linesOf(addressees), recipients: linesOf(recipients), archive: archive.trim() === '' ? null : archive }),
    form, refresh: [[...reportKey(of), 'document']], doneMessage: t('reports.document_saved'), onDone: () => { draft.forget() },
  })
  return (
    <Section
      title={t('reports.part.van-ban')}
      actions={(
        <Group gap="xs">
          <Button component="a" variant="default" href={`${url}/document.docx`} download>{t('reports.download_docx')}</Button>
          <Button component="a" variant="default" href={`${url}/document.pdf`} download>{t('reports.download_pdf')}</Button>
          <Button component="a" variant="default" href={`${url}/figures.xlsx`} download>{t('reports.figures_xlsx')}</Button>
        </Group>
      )}
    >
      <DraftNote draft={draft} />
      <form noValidate onSubmit={form.onSubmit((values) => { save.run(values) })}>
        <Stack gap="md" maw="48rem">
          <Group align="flex-start">
            <NumberInput label={t('reports.document_number')} allowDecimal={false} allowNegative={false} hideControls {...form.getInputProps('number')} value={form.values.number ?? ''} onChange={(value) => { form.setFieldValue('number', typeof value === 'number' ? value : null) }} />
            <DateField label={t('reports.document_day')} {...form.getInputProps('issuedOn')} />
          </Group>
          <NativeSelect label={t('reports.signing_way')} data={SIGNING_WAYS.map((way) => ({ value: way, label: t(`reports.signing.${way}`) }))} {...form.getInputProps('way')} />
          <TextInput label={t('reports.signer_position')} {...form.getInputProps('position')} />
          <TextInput label={t('reports.signer_name')} {...form.getInputProps('name')} />
          <Textarea label={t('reports.addressees')} description={t('reports.one_a_line')} autosize minRows={1} {...form.getInputProps('addressees')} />
          <Textarea label={t('reports.recipients')} description={t('reports.one_a_line')} autosize minRows={2} {...form.getInputProps('recipients')} />
          <TextInput label={t('reports.archive')} maw="16rem" {...form.getInputProps('archive')} />
          <Textarea label={t('reports.opening')} autosize minRows={2} {...form.getInputProps('opening')} />
          {save.problem?.kind === 'fields' ? null : <ProblemNote problem={save.problem} />}
          <div><Button type="submit" variant="default" loading={save.running}>{t('reports.document_save')}</Button></div>
        </Stack>
      </form>
    </Section>
  )
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
}
