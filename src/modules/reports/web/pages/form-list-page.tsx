import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { useFormat } from '#platform/web/format.ts'
import { DeskLink } from '#platform/web/page-link.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { FormList } from '../../contract-forms.ts'
import { SourceText } from '../components/certainty-badge.tsx'
import { NewForm } from '../components/new-form.tsx'
import { RuleList } from '../components/rule-list.tsx'
import { VersionStates } from '../components/version-state.tsx'
import { formQueries } from '../form-queries.ts'

type Form = FormList['forms'][number]

/** The regime: which reports there are, and who owes them when. */
export function FormListPage() {
  const t = usePhrase()
  const format = useFormat()
  const forms = useQuery(formQueries.forms)
  const mayManage = holds(useSession(), 'reports.manage')
  const [isAdding, setIsAdding] = useState(false)
  const columns: Column<Form>[] = [
    { key: 'title', title: t('reports.form'), cell: ({ title }) => title, shown: 'fixed' },
    { key: 'code', title: t('reports.form_code'), cell: ({ code }) => code, shown: 'extra' },
    { key: 'spans', title: t('reports.spans'), cell: ({ spans }) => spans.map((span) => t(`reports.span.${span}`)).join(', '), width: '15%' },
    { key: 'versions', title: t('reports.versions'), cell: ({ versions }) => <VersionStates versions={versions} /> },
    { key: 'sections', title: t('reports.sections'), cell: ({ sections }) => format.number(sections), kind: 'figure', shown: 'extra' },
    { key: 'figures', title: t('reports.figures'), cell: ({ figures }) => format.number(figures), kind: 'figure' },
    { key: 'source', title: t('reports.source'), cell: (form) => <SourceText of={form} />, width: '30%' },
  ]
  const add = mayManage ? <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setIsAdding(true) }}>{t('reports.add_form')}</Button> : null
  return (
    <Page
      title={t('reports.forms')} count={forms.data?.forms.length} lead={t('reports.forms_lead')}
      actions={<><Button component={DeskLink} to="/bao-cao/mau/chi-tieu" variant="default">{t('reports.figures_open')}</Button>{add}</>}
    >
      <Loaded query={forms}>
        {({ forms: rows }) => (
          <>
            <Section title={t('reports.forms_section')}>
              <DataTable
                name="reports.forms" caption={t('reports.forms')} columns={columns} rows={rows} rowKey={({ code }) => code} rowPath={({ code }) => `/bao-cao/mau/${code}`} rowName={({ title }) => title}
                empty={<EmptyState title={t('reports.forms_none')} action={add}>{t('reports.forms_none_help')}</EmptyState>}
              />
            </Section>
            <RuleList forms={rows} />
          </>
        )}
      </Loaded>
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('reports.add_form')}><NewForm /></Sheet>
    </Page>
  )
}
