import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { Made, OpenPreview as Preview, type FormList, type PeriodList } from '../../contract-forms.ts'
import { OpenPreview } from '../components/open-preview.tsx'
import { OpeningFields } from '../components/opening-fields.tsx'
import { NO_OPENING, orderOf, type Opening } from '../components/opening.ts'
import { formQueries } from '../form-queries.ts'
import { listQueries } from '../list-queries.ts'
import { REPORTS_CHANGED } from '../queries.ts'

/** A period is chosen, looked at before anybody owes it, and opened. */
export function OpenPeriodPage() {
  const t = usePhrase()
  const forms = useQuery(formQueries.forms)
  const periods = useQuery(listQueries.periods())
  const published = forms.data?.forms.filter(({ versions }) => versions.some(({ isDraft }) => !isDraft)) ?? []
  return (
    <Page title={t('reports.open_a_period')} lead={t('reports.open_lead')} breadcrumbs={[{ label: t('reports.reports'), to: '/bao-cao' }, { label: t('reports.periods'), to: '/bao-cao/ky' }]}>
      <Loaded query={forms.data === undefined ? forms : periods}>
        {() => published.length === 0 ? <EmptyState title={t('reports.open_no_form')} /> : periods.data === undefined ? null : <OpenPeriod forms={published} periods={periods.data} />}
      </Loaded>
    </Page>
  )
}

function OpenPeriod({ forms, periods: { periods, next } }: { readonly forms: FormList['forms']; readonly periods: PeriodList }) {
  const t = usePhrase()
  const navigate = useNavigate()
  const [opening, setOpening] = useState<Opening>({ ...NO_OPENING, formCode: forms[0]?.code ?? null })
  const [shown, setShown] = useState<Preview | null>(null)
  const preview = useCommand({ run: (asked: Opening) => api.post('/api/reports/periods/preview', orderOf(asked), Preview), onDone: setShown, refresh: [] })
  const open = useCommand({
    run: () => api.post('/api/reports/periods', orderOf(opening), Made), doneMessage: t('reports.open_done'), refresh: REPORTS_CHANGED, onDone: () => { void navigate(linkTo('/bao-cao/ky')) },
  })
  const problem = open.problem ?? preview.problem
  const errors = Object.fromEntries((problem?.fields ?? []).map(({ path, message }) => [path.split('.')[0] ?? path, message]))
  function change(changes: Partial<Opening>) {
    setOpening({ ...opening, ...changes })
    setShown(null)
    preview.clear()
    open.clear()
  }
  return (
    <>
      {next.length > 0 && (
        <Section title={t('reports.open_next')}>
          <Text c="dimmed" mb="sm">{t('reports.open_next_help')}</Text>
          <Group gap="xs">
            {next.map(({ formCode, formTitle, code, name }) => (
              <Button
                key={`${formCode} ${code}`} variant="default" h="auto" py={4} styles={{ label: { whiteSpace: 'normal', textAlign: 'left', overflow: 'visible', lineHeight: 1.5 } }}
                onClick={() => {
                  const chosen: Opening = { ...NO_OPENING, formCode, code }
                  change(chosen)
                  preview.run(chosen)
                }}
              >
                {`${name} — ${formTitle}`}
              </Button>
            ))}
          </Group>
        </Section>
      )}
      <Section title={t('reports.opening_choose')}>
        <OpeningFields opening={opening} onChange={change} errors={errors} forms={forms} periods={periods} />
        <Group mt="md"><Button variant={shown === null ? 'filled' : 'default'} disabled={opening.code === ''} loading={preview.running} onClick={() => { preview.run(opening) }}>{t('reports.open_preview')}</Button></Group>
      </Section>
      <ProblemNote problem={problem} />
      {shown === null ? null : (
        <>
          <OpenPreview preview={shown} />
          <Group mt="md"><Button disabled={shown.units === 0} loading={open.running} onClick={() => { open.run() }}>{t('reports.open_submit')}</Button></Group>
        </>
      )}
    </>
  )
}
