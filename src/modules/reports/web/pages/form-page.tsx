import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DeskLink, linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Comparison } from '#platform/web/side-by-side.tsx'
import { usePathParam, useUrlState } from '#platform/web/url-state.ts'
import type { FormRecord } from '../../contract-forms.ts'
import { differences } from '../components/form-difference.ts'
import { FormView } from '../components/form-view.tsx'
import { VersionState } from '../components/version-state.tsx'
import { formQueries } from '../form-queries.ts'

/** A form as who fills it in sees it, in any of its versions; two versions side by side. */
export function FormPage() {
  const url = useUrlState()
  const form = useQuery(formQueries.form(usePathParam('formCode'), numberIn(url.get('phien-ban'))))
  return <Loaded query={form}>{(record) => <Form form={record} />}</Loaded>
}

function Form({ form }: { readonly form: FormRecord }) {
  const t = usePhrase()
  const url = useUrlState()
  const { code, definition, versions, number } = form
  const version = versions.find((each) => each.number === number)
  const others = versions.filter((each) => each.number !== number)
  const compared = numberIn(url.get('so-voi'))
  return (
    <Page
      title={definition.title} breadcrumbs={[{ label: t('reports.forms'), to: '/bao-cao/mau' }]} actions={<Actions form={form} />}
      lead={<Group gap="md">{version !== undefined && <VersionState version={version} versions={versions} />}<Text span c="dimmed">{t('reports.form_code_is', { code })}</Text></Group>}
    >
      {others.length > 0 && (
        <Group gap="lg" mb="md" align="end" className="gd-no-print">
          <NativeSelect
            label={t('reports.version_shown')} value={number} data={versions.map((each) => ({ value: String(each.number), label: t('reports.version', { number: each.number }) }))}
            onChange={(event) => { url.set({ 'phien-ban': event.currentTarget.value, 'so-voi': undefined }) }}
          />
          <Checkbox label={t('reports.compare')} checked={compared !== undefined} onChange={(event) => { url.set({ 'so-voi': event.currentTarget.checked ? String(others[0]?.number ?? '') : undefined }) }} />
          {compared !== undefined && (
            <NativeSelect
              label={t('reports.compared_with')} value={compared} data={others.map((each) => ({ value: String(each.number), label: t('reports.version', { number: each.number }) }))}
              onChange={(event) => { url.set({ 'so-voi': event.currentTarget.value }) }}
            />
          )}
        </Group>
      )}
      {compared === undefined ? <FormView form={form} /> : <Differences form={form} other={compared} />}
      <Periods form={form} />
    </Page>
  )
}

function Actions({ form: { code, versions, isDraft } }: { readonly form: FormRecord }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const edit = `/bao-cao/mau/${code}/sua`
  const begin = useCommand({ run: () => api.post(`/api/reports/forms/${code}/draft`), refresh: [['reports']], onDone: () => void navigate(linkTo(edit)) })
  if (!holds(useSession(), 'reports.manage')) return null
  if (versions.some((version) => version.isDraft)) return <Button component={DeskLink} to={edit} variant={isDraft ? 'filled' : 'default'}>{t('reports.go_on_drafting')}</Button>
  return <><ProblemNote problem={begin.problem} /><Button loading={begin.running} onClick={() => { begin.run() }}>{t('reports.begin_version')}</Button></>
}

function Differences({ form, other }: { readonly form: FormRecord; readonly other: number }) {
  const t = usePhrase()
  const compared = useQuery(formQueries.form(form.code, other))
  return (
    <Loaded query={compared}>
      {(record) => {
        const [before, after] = record.number < form.number ? [record, form] : [form, record]
        const rows = differences(before, after, t)
        return (
          <Section title={t('reports.differences')}>
            {rows.length === 0 ? <Text>{t('reports.no_differences')}</Text> : (
              <Comparison caption={t('reports.differences')} beforeTitle={t('reports.version', { number: before.number })} afterTitle={t('reports.version', { number: after.number })} rows={rows} />
            )}
          </Section>
        )
      }}
    </Loaded>
  )
}

function Periods({ form: { periods } }: { readonly form: FormRecord }) {
  const t = usePhrase()
  if (periods.length === 0) return null
  return <Section title={t('reports.version_periods')}><Text>{periods.map(({ name }) => name).join(', ')}</Text><Text c="dimmed">{t('reports.version_periods_help')}</Text></Section>
}

function numberIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined
}
