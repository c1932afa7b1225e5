import { Button, Checkbox, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { FilterBar, FilterChoice } from '#platform/web/filter-bar.tsx'
import { useListState } from '#platform/web/list-state.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { FormList } from '../../contract-forms.ts'
import { formQueries } from '../form-queries.ts'
import { SourceText } from './certainty-badge.tsx'
import { EndRule } from './end-rule.tsx'
import { RuleForm } from './rule-form.tsx'
import { daysText, dueText, lockText, owedBy, type Rule } from './rule-sentence.ts'

/** Who must report what, by when, from which day on; each with where it is said. */
export function RuleList({ forms }: { readonly forms: FormList['forms'] }) {
  const t = usePhrase()
  const session = useSession()
  const state = useListState({ filters: ['mau'], size: 10 })
  const rules = useQuery(formQueries.rules)
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Rule | null>(null)
  const [showsOver, setShowsOver] = useState(false)
  const mayManage = holds(session, 'reports.manage')
  const rows = rules.data?.rules
  const over = rows?.filter(({ validUntil }) => validUntil !== null && validUntil <= session.today) ?? []
  const shown = rows?.filter((rule) => (showsOver || !over.includes(rule)) && (state.filter('mau') ?? rule.formCode) === rule.formCode)
  const titleOf = (code: string) => forms.find((form) => form.code === code)?.title ?? code
  const columns: Column<Rule>[] = [
    { key: 'who', title: t('reports.owed_by'), cell: (rule) => <><Text span inherit fw={over.includes(rule) ? 400 : 600}>{owedBy({ ...rule, authorityName: null }, t)}</Text>{rule.authorityName !== null && <Text size="sm" c="dimmed">{t('reports.under', { authority: rule.authorityName })}</Text>}</> },
    { key: 'form', title: t('reports.form'), cell: ({ formCode, span }) => <>{titleOf(formCode)}<Text size="sm" c="dimmed">{t(`reports.span.${span}`)}</Text></>, width: '22%' },
    { key: 'due', title: t('reports.due'), cell: (rule) => <>{dueText(rule, t)}<Text size="sm" c="dimmed">{lockText(rule, t)}</Text></>, width: '24%' },
    { key: 'source', title: t('reports.source'), cell: (rule) => <SourceText of={rule} />, width: '22%' },
    { key: 'days', title: t('reports.applies'), cell: (rule) => daysText(rule, t) },
    ...(mayManage ? [{
      key: 'end', title: t('reports.actions'), shown: 'fixed' as const,
      cell: (rule: Rule) => (rule.validUntil !== null ? null : (
        <Button variant="subtle" size="compact-md" aria-label={t('reports.end_rule_named', { rule: `${owedBy(rule, t)}, ${titleOf(rule.formCode)}, ${t(`reports.span.${rule.span}`)}` })} onClick={() => { setEnding(rule) }}>{t('reports.end_rule')}</Button>
      )),
    }] : []),
  ]
  const add = mayManage ? <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { setIsAdding(true) }}>{t('reports.add_rule')}</Button> : undefined
  return (
    <Section title={t('reports.rules')} actions={add}>
      <Text c="dimmed" mb="xs">{t('reports.rules_lead')}</Text>
      <FilterBar state={state}><FilterChoice state={state} name="mau" label={t('reports.form')} options={forms.map(({ code, title }) => ({ value: code, label: title }))} /></FilterBar>
      {over.length > 0 && <Checkbox className="gd-no-print" label={t('reports.rules_over_shown', { count: over.length })} checked={showsOver} onChange={(event) => { setShowsOver(event.currentTarget.checked) }} />}
      <DataTable
        name="reports.rules" caption={t('reports.rules')} columns={columns} rowKey={({ id }) => id} query={rules} state={state} total={shown?.length}
        rows={shown?.slice((state.page - 1) * state.size, state.page * state.size)}
        empty={<EmptyState title={t('reports.rules_none')}>{t('reports.rules_none_help')}</EmptyState>}
      />
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('reports.add_rule')}><RuleForm forms={forms} onDone={() => { setIsAdding(false) }} /></Sheet>
      {ending !== null && <EndRule key={ending.id} rule={ending} formTitle={titleOf(ending.formCode)} onClose={() => { setEnding(null) }} />}
    </Section>
  )
}
