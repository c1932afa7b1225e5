import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { useDraft } from '#platform/web/draft.ts'
import { formatDateTime } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { StateBadge } from '#platform/web/state-badge.tsx'
import type { Remark } from '../../contract.ts'
import { reportKey, reportUrl } from '../report-queries.ts'
import { useOpenReport } from './report-desk-context.tsx'
import { partOf } from './report-finding-words.ts'
import { placeLink } from './report-focus.ts'
import { usePlaceName } from './report-place-name.ts'

/** What the level above remarks, each with its place; answered one by one. */
export function ReportRemarks() {
  const t = usePhrase()
  const { record } = useOpenReport()
  const open = record.remarks.filter(({ resolvedAt }) => resolvedAt === null)
  const answered = record.remarks.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <>
      {[[t('reports.remarks_to_answer'), open], [t('reports.remarks_answered'), answered]].map(([title, remarks]) => (remarks as Remark[]).length === 0 ? null : (
        <Section key={title as string} title={`${title as string} (${String((remarks as Remark[]).length)})`}>
          <ul className="gd-report-plain-list">{(remarks as Remark[]).map((remark) => <li key={remark.id}><RemarkItem remark={remark} /></li>)}</ul>
        </Section>
      ))}
    </>
  )
}

function RemarkItem({ remark }: { readonly remark: Remark }) {
  const t = usePhrase()
  const { record } = useOpenReport()
  const nameOf = usePlaceName()
  const { place, body, byName, at, revision, answer, resolvedByName, resolvedAt } = remark
  return (
    <Stack gap={4}>
      <div>
        {place === '' ? <strong>{nameOf(place)}</strong> : <PageLink to={placeLink(partOf(place, record.form.definition.tables), place)}>{nameOf(place)}</PageLink>}{' '}
        <StateBadge tone={resolvedAt === null ? 'soon' : 'done'}>{t(resolvedAt === null ? 'reports.remark_open' : 'reports.remark_answered')}</StateBadge>
      </div>
      <Text>{body}</Text>
      <Text c="dimmed">{t('reports.remark_by', { name: byName ?? t('reports.level_above'), at: formatDateTime(at), revision })}</Text>
      {answer !== null && <Text><strong>{t('reports.answer_by', { name: resolvedByName ?? record.unit.name, at: resolvedAt === null ? '' : formatDateTime(resolvedAt) })}</strong> {answer}</Text>}
      {resolvedAt === null && record.actions.includes('save') && <AnswerForm remark={remark} name={nameOf(place)} />}
    </Stack>
  )
}

function AnswerForm({ remark, name }: { readonly remark: Remark; readonly name: string }) {
  const t = usePhrase()
  const { of } = useOpenReport()
  const form = useForm({ initialValues: { answer: '' } })
  const draft = useDraft(`remark.${remark.id}`, form)
  const answer = useCommand({
    run: (values: { answer: string }) => api.post(`${reportUrl(of)}/remarks/${remark.id}`, values), form, refresh: [[...reportKey(of), 'record']], doneMessage: t('reports.answered'), onDone: () => { draft.forget() },
  })
  return (
    <form onSubmit={form.onSubmit((values) => { answer.run(values) })}>
      <Stack gap="xs" align="flex-start">
        <Textarea w="100%" label={t('reports.answer')} aria-label={t('reports.answer_to', { name })} autosize minRows={2} {...form.getInputProps('answer')} />
        {answer.problem?.kind === 'fields' ? null : <ProblemNote problem={answer.problem} />}
        <Button type="submit" variant="default" loading={answer.running}>{t('reports.send_answer')}</Button>
      </Stack>
    </form>
  )
}
