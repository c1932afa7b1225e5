import { Badge, Stack, Text } from '@mantine/core'
import { Facts } from '#platform/web/facts.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import type { FormRecord } from '../../contract-forms.ts'
import { leavesOf, type ColumnTable, type FormTable, type ListTable } from '../../domain/form.ts'
import { printedNumber } from '../../domain/section-edits.ts'
import { CertaintyBadge } from './certainty-badge.tsx'
import { closingText } from './form-difference.ts'
import { FormTableHead } from './form-table-head.tsx'
import './form-view.css'

type Figures = FormRecord['figures']
type View = Pick<FormRecord, 'definition' | 'figures'>

/** A form as a person who fills it in sees it, with nothing filled in. */
export function FormView({ form }: { readonly form: View }) {
  const t = usePhrase()
  const { definition, figures } = form
  return (
    <>
      <Section title={t('reports.form_facts')}>
        <Facts facts={[
          { label: t('reports.subject'), value: definition.subject },
          { label: t('reports.spans'), value: definition.spans.length === 0 ? null : definition.spans.map((span) => t(`reports.span.${span}`)).join(', ') },
          { label: t('reports.closing_day'), value: closingText(definition.closingDay, t) },
          { label: t('reports.source'), value: <>{definition.source} <CertaintyBadge of={definition.certainty} /></> },
        ]} />
      </Section>
      {definition.sections.length > 0 && (
        <Section title={t('reports.narrative')}>
          <Stack gap="md">
            {definition.sections.map(({ id, heading, level, guidance, asksText }, at) => (
              <div key={at} className="gd-form-part" data-level={level}>
                {level === 1 ? <h3>{`${printedNumber(id)}. ${heading}`}</h3> : <h4>{`${printedNumber(id)}. ${heading}`}</h4>}
                {guidance !== '' && <Text c="dimmed">{guidance}</Text>}
                {asksText && <Text size="sm" className="gd-form-blank">{t('reports.text_goes_here')}</Text>}
              </div>
            ))}
          </Stack>
        </Section>
      )}
      {definition.tables.map((table, at) => <Section key={at} title={`${table.code}. ${table.title}`}><TableView table={table} figures={figures} /></Section>)}
    </>
  )
}

export function TableView({ table, figures }: { readonly table: FormTable; readonly figures: Figures }) {
  const t = usePhrase()
  return (
    <Stack gap="sm">
      {table.layout === 'list' ? <ListView table={table} figures={figures} /> : <ColumnsView table={table} figures={figures} />}
      {table.equations.length > 0 && (
        <div>
          <Text fw={600}>{t('reports.equations')}</Text>
          <ul className="gd-form-equations">
            {table.equations.map(({ text, severity }, at) => <li key={at}><span>{text}</span> <Badge variant="light" color={severity === 'refuse' ? 'brick' : 'amber'}>{t(`reports.severity.${severity}`)}</Badge></li>)}
          </ul>
        </div>
      )}
    </Stack>
  )
}

function ListView({ table, figures }: { readonly table: ListTable; readonly figures: Figures }) {
  const t = usePhrase()
  const numbers = new Map(table.lines.filter(({ kind }) => kind === 'figure').map((line, index) => [line, index + 1]))
  return (
    <ScrollBox label={table.title}>
      <table className="gd-form-table">
        <caption className="gd-table-caption">{table.title}</caption>
        <thead><tr><th scope="col">{t('reports.ordinal')}</th><th scope="col">{t('reports.figure')}</th><th scope="col">{t('reports.measure')}</th><th scope="col">{t('reports.value')}</th></tr></thead>
        <tbody>
          {table.lines.map((line, at) => {
            if (line.kind === 'group') return <tr key={at}><th colSpan={4} scope="rowgroup">{line.title}</th></tr>
            const figure = figures.find(({ code }) => code === line.figure)
            return (
              <tr key={at}>
                <td>{numbers.get(line)}</td>
                <th scope="row">{figure?.name ?? (line.figure || t('reports.figure_not_chosen'))}{figure !== undefined && figure.meaning !== '' && <Text size="sm" c="dimmed">{figure.meaning}</Text>}</th>
                <td>{figure?.measure}</td>
                <td className="gd-form-origin">{figure === undefined ? '' : t(figure.kind === 'ratio' ? 'reports.filled.computed' : figure.fact === null ? 'reports.filled.typed' : 'reports.filled.fact')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function ColumnsView({ table, figures }: { readonly table: ColumnTable; readonly figures: Figures }) {
  const t = usePhrase()
  if (table.columns.length === 0) return <Text c="dimmed">{t('reports.no_columns')}</Text>
  return (
    <ScrollBox label={table.title}>
      <table className="gd-form-table">
        <caption className="gd-table-caption">{table.title}</caption>
        <FormTableHead columns={table.columns} firstTitle={t('reports.unit')} />
        <tbody>
          <tr>
            <th scope="row">{t('reports.unit_name')}</th>
            {leavesOf(table.columns).map(({ figure }, at) => {
              const measure = figures.find(({ code }) => code === figure)?.measure
              return <td key={at} className="gd-form-origin">{measure === undefined || measure === '' ? '…' : measure}</td>
            })}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  )
}
