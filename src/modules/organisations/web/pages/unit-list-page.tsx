import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DataTable } from '#platform/web/data-table.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { fold } from '#platform/web/plain-text.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { Column } from '#platform/web/table-column.ts'
import { useViewDate } from '#platform/web/view-date.ts'
import type { Unit } from '../../contract.ts'
import { UNIT_KIND_NAMES } from '../../domain/unit-kind.ts'
import { Certainty } from '../components/certainty.tsx'
import { organisationQueries } from '../queries.ts'

/** Every unit as it was on the day viewed, by kind. */
export function UnitListPage() {
  const t = usePhrase()
  const { on } = useViewDate()
  const tree = useQuery(organisationQueries.tree(on))
  const [text, setText] = useState('')
  return (
    <Page title={t('organisations.units')} count={tree.data?.units.length}>
      <TextInput label={t('organisations.search')} maw="28rem" mb="md" value={text} onChange={(event) => { setText(event.currentTarget.value) }} />
      <Loaded query={tree}>{({ units }) => <Kinds units={units} text={fold(text)} />}</Loaded>
    </Page>
  )
}

function Kinds({ units, text }: { readonly units: readonly Unit[]; readonly text: string }) {
  const t = usePhrase()
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const columns: Column<Unit>[] = [
    { key: 'name', title: t('organisations.units'), cell: (unit) => <>{unit.name} <Certainty of={unit.certainty} /></>, shown: 'fixed' },
    { key: 'code', title: t('organisations.code'), cell: ({ code }) => code ?? '' },
    { key: 'parent', title: t('organisations.parent'), cell: ({ parentId }) => (parentId === null ? '' : names.get(parentId) ?? '') },
  ]
  return UNIT_KIND_NAMES.map((kind) => {
    const rows = units.filter((unit) => unit.kind === kind && fold(unit.name).includes(text))
    return rows.length === 0 ? null : (
      <Section key={kind} title={`${t(`organisations.kind.${kind}`)} (${String(rows.length)})`}>
        <DataTable name={`organisations.${kind}`} caption={t(`organisations.kind.${kind}`)} columns={columns} rows={rows} rowKey={({ id }) => id} rowPath={({ id }) => `/to-chuc/${id}`} rowName={({ name }) => name} />
      </Section>
    )
  })
}
