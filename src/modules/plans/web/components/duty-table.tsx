import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DataTable } from '#platform/web/data-table.tsx'
import { DueDate } from '#platform/web/due-date.tsx'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { WhySheet } from '#platform/web/why-sheet.tsx'
import type { DirectiveRecord, Duty } from '../../contract.ts'
import { PLANS_CHANGED } from '../queries.ts'
import { DutyForm } from './duty-form.tsx'

/** What the directive asks, of whom, by when; editable while it is a draft. */
export function DutyTable({ directive }: { readonly directive: DirectiveRecord }) {
  const t = usePhrase()
  const [editing, setEditing] = useState<Duty | 'new' | null>(null)
  const remove = useCommand({ run: (duty: Duty) => api.delete(`/api/plans/directives/${directive.id}/duties/${duty.id}`), refresh: PLANS_CHANGED })
  const mayEdit = directive.actions.includes('correct')
  const columns: Column<Duty>[] = [
    { key: 'title', title: t('plans.duty'), cell: ({ clausePath, title }) => [clausePath, title].filter(Boolean).join('. '), shown: 'fixed' },
    { key: 'to', title: t('plans.addressees'), cell: (duty) => <Addressees duty={duty} /> },
    { key: 'due', title: t('plans.schedule'), cell: (duty) => <When duty={duty} /> },
    ...(mayEdit ? [{
      key: 'actions', title: t('plans.actions'), shown: 'fixed' as const, cell: (duty: Duty) => (
        <Group gap="xs" wrap="nowrap">
          <Button size="xs" variant="default" aria-label={`${t('plans.edit_duty')}: ${duty.title}`} onClick={() => { setEditing(duty) }}>{t('plans.edit_duty')}</Button>
          <Button size="xs" variant="subtle" color="red" aria-label={`${t('plans.remove_duty')}: ${duty.title}`} loading={remove.running} onClick={() => { remove.run(duty) }}>{t('plans.remove_duty')}</Button>
        </Group>
      ),
    }] : []),
  ]
  return (
    <Section title={t('plans.duties')} actions={mayEdit ? <Button variant="default" onClick={() => { setEditing('new') }}>{t('plans.add_duty')}</Button> : undefined}>
      <DataTable
        name="plans.duties" caption={t('plans.duties')} columns={columns} rows={directive.dutyList} rowKey={({ id }) => id} rowName={({ title }) => title}
        empty={<EmptyState title={t('plans.no_duties')}>{t('plans.no_duties_why')}</EmptyState>}
      />
      <Sheet opened={editing !== null} onClose={() => { setEditing(null) }} title={editing === 'new' ? t('plans.add_duty') : t('plans.edit_duty')} width="40rem">
        {editing !== null && <DutyForm directiveId={directive.id} duty={editing === 'new' ? null : editing} onDone={() => { setEditing(null) }} />}
      </Sheet>
    </Section>
  )
}

function Addressees({ duty }: { readonly duty: Duty }) {
  const t = usePhrase()
  return (
    <ul style={{ margin: 0, paddingLeft: '1.1rem' }}>
      {duty.addressees.map((addressee) => {
        const name = addressee.class === null ? addressee.unitName ?? '' : t(`plans.class.${addressee.class}`)
        return <li key={`${addressee.role} ${addressee.class ?? addressee.unitId ?? ''}`}>{addressee.role === 'cooperate' ? `${t('plans.role.cooperate')}: ${name}` : name}</li>
      })}
    </ul>
  )
}

function When({ duty }: { readonly duty: Duty }) {
  const t = usePhrase()
  const dueOn = duty.nextDueOn
  return (
    <>
      <Text size="sm">{duty.scheduleWords}</Text>
      {dueOn !== null && (
        <Group gap="xs">
          <DueDate dueOn={dueOn} />
          <WhySheet subject={t('plans.why_due')} reasons={{ result: duty.scheduleWords, rules: [{ name: t('plans.rule_schedule') }], steps: duty.whyDue }} />
        </Group>
      )}
    </>
  )
}
