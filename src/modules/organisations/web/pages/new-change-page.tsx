import { Button, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { PlainDate } from '#kernel/plain-date.ts'
import { api } from '#platform/web/api-client.ts'
import { useCommand } from '#platform/web/command.ts'
import { DateField } from '#platform/web/date-field.tsx'
import { linkTo } from '#platform/web/page-link.tsx'
import { Page, Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ProblemNote } from '#platform/web/problem-note.tsx'
import { optionsIn, SearchSelect, SearchSelectMany, type SearchOption } from '#platform/web/search-select.tsx'
import { useSession } from '#platform/web/session.ts'
import { MadeChange, Preview } from '../../contract.ts'
import { isUnitKind, UNIT_KIND_NAMES } from '../../domain/unit-kind.ts'
import { organisationQueries, unitOptionsQuery } from '../queries.ts'

const OPERATIONS = ['merge', 'rename', 'move', 'abolish', 'create'] as const
interface Draft {
  operation: (typeof OPERATIONS)[number]
  on: PlainDate | null
  actId: string | null
  units: SearchOption[]
  unit: SearchOption | null
  name: string
  code: string
  kind: string
  parent: SearchOption | null
}

/** Merge, rename, move, abolish or found: previewed, then carried out exactly as previewed. */
export function NewChangePage() {
  const t = usePhrase()
  const navigate = useNavigate()
  const { today } = useSession()
  const units = useQuery(unitOptionsQuery)
  const acts = useQuery(organisationQueries.acts)
  const form = useForm<Draft>({ initialValues: { operation: 'merge', on: today, actId: null, units: [], unit: null, name: '', code: '', kind: 'commune', parent: null } })
  const [seen, setSeen] = useState<{ order: object; preview: z.infer<typeof Preview> } | null>(null)
  const preview = useCommand({
    run: async (draft: Draft) => {
      const order = orderFrom(draft)
      return { order, preview: await api.post('/api/organisations/changes/preview', order, Preview) }
    },
    form, onDone: setSeen,
  })
  const apply = useCommand({
    run: () => api.post('/api/organisations/changes', { order: seen?.order, token: seen?.preview.token }, MadeChange), refresh: [['organisations'], ['plans'], ['documents']],
    doneMessage: t('organisations.applied'), onDone: () => void navigate(linkTo('/to-chuc/sap-xep')),
  })
  const { values } = form
  const find = optionsIn(units.data ?? [])
  const common = { find, findKey: ['units', units.data?.length ?? 0] }
  const makesUnit = values.operation === 'merge' || values.operation === 'create'
  return (
    <Page title={t('organisations.new_change')} width="narrow" breadcrumbs={[{ label: t('organisations.title'), to: '/to-chuc' }, { label: t('organisations.changes'), to: '/to-chuc/sap-xep' }]}>
      <form onSubmit={form.onSubmit((draft) => { preview.run(draft) })} onChange={() => { setSeen(null) }}>
        <Stack gap="md">
          <ProblemNote problem={preview.problem ?? apply.problem} />
          <Select label={t('organisations.operation')} allowDeselect={false} data={OPERATIONS.map((value) => ({ value, label: t(`organisations.change.${value}`) }))} {...form.getInputProps('operation')} />
          <DateField label={t('organisations.on')} required {...form.getInputProps('on')} />
          <Select label={t('organisations.act')} clearable searchable data={(acts.data?.acts ?? []).map(({ id, kind, number, subject }) => ({ value: id, label: `${kind} ${number}: ${subject}` }))} {...form.getInputProps('actId')} />
          {values.operation === 'merge' && <SearchSelectMany label={t('organisations.units_to_merge')} {...common} value={values.units} onChange={(chosen) => { form.setFieldValue('units', chosen) }} />}
          {['rename', 'move', 'abolish'].includes(values.operation) && <SearchSelect label={t('organisations.unit_to_change')} {...common} value={values.unit} onChange={(chosen) => { form.setFieldValue('unit', chosen) }} />}
          {(makesUnit || values.operation === 'rename') && <TextInput label={t('organisations.new_name')} withAsterisk {...form.getInputProps('name')} />}
          {(makesUnit || values.operation === 'rename') && <TextInput label={t('organisations.new_code')} {...form.getInputProps('code')} />}
          {makesUnit && <Select label={t('organisations.kind')} allowDeselect={false} data={UNIT_KIND_NAMES.map((value) => ({ value, label: t(`organisations.kind.${value}`) }))} {...form.getInputProps('kind')} />}
          {(makesUnit || values.operation === 'move') && <SearchSelect label={t('organisations.under')} {...common} value={values.parent} onChange={(chosen) => { form.setFieldValue('parent', chosen) }} />}
          {values.operation === 'abolish' && <SearchSelect label={t('organisations.children_to')} {...common} value={values.parent} onChange={(chosen) => { form.setFieldValue('parent', chosen) }} />}
          <Group>
            <Button type="submit" variant={seen === null ? 'filled' : 'default'} loading={preview.running}>{t('organisations.preview')}</Button>
            {seen !== null && <Button loading={apply.running} onClick={() => { apply.run() }}>{t('organisations.apply')}</Button>}
          </Group>
        </Stack>
      </form>
      {seen !== null && (
        <Section title={t('organisations.what_changes')}>
          <ul>{seen.preview.lines.map((line) => <li key={JSON.stringify(line)}>{t.find(line.says, line.details)}</li>)}</ul>
        </Section>
      )}
    </Page>
  )
}

function orderFrom({ operation, on, actId, units, unit, name, code, kind, parent }: Draft): object {
  const made = { name, code: code === '' ? null : code, kind: isUnitKind(kind) ? kind : 'commune', parentId: parent?.value ?? null }
  const common = { kind: operation, on, actId }
  if (operation === 'merge') return { ...common, unitIds: units.map(({ value }) => value), into: { create: made } }
  if (operation === 'create') return { ...common, unit: made }
  if (operation === 'rename') return { ...common, unitId: unit?.value, name, code: code === '' ? null : code }
  if (operation === 'move') return { ...common, unitId: unit?.value, parentId: parent?.value }
  return { ...common, unitId: unit?.value, childrenTo: parent?.value ?? null }
}
