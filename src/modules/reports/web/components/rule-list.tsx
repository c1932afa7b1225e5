import { Button, Checkbox, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { holds, useSession } from '#platform/web/session.ts'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import type { FormList } from '../../contract-forms.ts'
import { formQueries } from '../form-queries.ts'
import { CertaintyBadge } from './certainty-badge.tsx'
import { EndRule } from './end-rule.tsx'
import { RuleForm } from './rule-form.tsx'
import { daysText, dueText, owedBy, type Rule } from './rule-sentence.ts'

/** Who must report what, by when, from which day on; each with where it is said. */
export function RuleList({ forms }: { readonly forms: FormList['forms'] }) {
  const t = usePhrase()
  const session = useSession()
  const rules = useQuery(formQueries.rules)
  const [isAdding, setIsAdding] = useState(false)
  const [ending, setEnding] = useState<Rule | null>(null)
  const [showsOver, setShowsOver] = useState(false)
  const mayManage = holds(session, 'reports.manage')
  const rows = rules.data?.rules
  const over = rows?.filter(({ validUntil }) => validUntil !== null && validUntil <= session.today) ?? []
  const titleOf = (code: string) => forms.find((form) => form.code === code)?.title ?? code
  const columns: Column<Rule>[] = [
    { key: 'who', title: t('reports.owed_by'), cell: (rule) => <Text span inherit fw={over.includes(rule) ? 400 : 600}>{owedBy(rule, t)}</Text> },
    { key: 'form', title: t('reports.form'), cell: ({ formCode }) => titleOf(formCode) },
    { key: 'span', title: t('reports.span'), cell: ({ span }) => t(`reports.span.${span}`) },
    { key: 'due', title: t('reports.due'), cell: (rule) => dueText(rule, t) },
    { key: 'onTime', title: t('reports.on_time_by'), cell: ({ onTimeBy }) => t(`reports.on_time_by.${onTimeBy}`) },
    { key: 'locks', title: t('reports.locks'), cell: ({ locksAfter }) => (locksAfter === null ? t('reports.locks_never') : t('reports.locks_after', { days: locksAfter })) },
    { key: 'source', title: t('reports.source'), cell: ({ source, certainty }) => <>{source} <CertaintyBadge of={certainty} /></> },
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
      {over.length > 0 && <Checkbox className="gd-no-print" label={t('reports.rules_over_shown', { count: over.length })} checked={showsOver} onChange={(event) => { setShowsOver(event.currentTarget.checked) }} />}
      <DataTable
        name="reports.rules" caption={t('reports.rules')} columns={columns} rows={showsOver ? rows : rows?.filter((rule) => !over.includes(rule))} rowKey={({ id }) => id} query={rules}
        empty={<EmptyState title={t('reports.rules_none')}>{t('reports.rules_none_help')}</EmptyState>}
      />
      <Sheet opened={isAdding} onClose={() => { setIsAdding(false) }} title={t('reports.add_rule')}><RuleForm forms={forms} onDone={() => { setIsAdding(false) }} /></Sheet>
      {ending !== null && <EndRule key={ending.id} rule={ending} formTitle={titleOf(ending.formCode)} onClose={() => { setEnding(null) }} />}
    </Section>
  )
}
