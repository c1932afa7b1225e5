import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { useFormat } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { OpenPreview as Preview } from '../../contract-forms.ts'
import { CertaintyBadge } from './certainty-badge.tsx'
import { dayText } from './report-columns.tsx'

type Owing = Preview['classes'][number]

/** Who will owe the period, by when and why, until when it may be written; before anything is opened. It takes the focus: it may stand far below the button pressed. */
export function OpenPreview({ preview }: { readonly preview: Preview }) {
  const t = usePhrase()
  const format = useFormat()
  const whoOf = ({ class: owing }: Owing) => (owing === null ? t('reports.class_none') : t(`reports.class.${owing}`))
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => { element.current?.focus() }, [preview])
  const columns: Column<Owing>[] = [
    { key: 'who', title: t('reports.open_owes'), cell: whoOf, shown: 'fixed' },
    { key: 'units', title: t('reports.open_units'), cell: ({ units }) => format.number(units), kind: 'figure', shown: 'fixed' },
    {
      key: 'due', title: t('reports.open_due'), shown: 'fixed',
      cell: (owing) => (
        <>
          {dayText(owing.dueOn)}{' '}
          <WhySheet subject={t('reports.open_why', { who: whoOf(owing) })} reasons={{ result: dayText(owing.dueOn), rules: [{ name: owing.source, certainty: owing.certainty }], steps: owing.because }} />
        </>
      ),
    },
    { key: 'locks', title: t('reports.open_locks'), cell: ({ locksOn }) => dayText(locksOn) || t('reports.open_never_locks'), shown: 'fixed' },
    { key: 'because', title: t('reports.open_because'), cell: ({ source, certainty }) => <>{source} <CertaintyBadge of={certainty} /></>, shown: 'fixed' },
  ]
  return (
    <div ref={element} tabIndex={-1}>
      <Section title={t('reports.open_preview_title', { name: preview.name })}>
        <Text mb="sm">{t('reports.open_preview_summary', { units: format.number(preview.units), from: dayText(preview.from), to: dayText(preview.to), version: String(preview.versionNumber) })}</Text>
        {preview.units === 0
          ? <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>{t('reports.open_preview_nobody')}</Alert>
          : <DataTable name="reports.open-preview" caption={t('reports.open_preview_title', { name: preview.name })} columns={columns} rows={preview.classes} rowKey={(owing) => `${owing.class ?? 'none'} ${owing.dueOn} ${owing.source}`} rowName={whoOf} />}
      </Section>
    </div>
  )
}
