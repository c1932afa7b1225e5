import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { matches } from '#platform/web/plain-text.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useViewDate } from '#platform/web/view-date.ts'
import type { Unit } from '../../contract.ts'
import { UNIT_KIND_NAMES } from '../../domain/unit-kind.ts'
import { UnitLink } from '../components/unit-link.tsx'
import { UnitNames } from '../components/unit-names.tsx'
import { organisationQueries } from '../queries.ts'

/** Every unit as it was on the day viewed, by kind and, where there are several, by what it lay under. */
export function UnitListPage() {
  const t = usePhrase()
  const { on } = useViewDate()
  const tree = useQuery(organisationQueries.tree(on))
  const [text, setText] = useState('')
  return (
    <Page title={t('organisations.units')} count={tree.data?.units.length}>
      <TextInput type="search" label={t('organisations.search')} maw="28rem" mb="md" value={text} onChange={(event) => { setText(event.currentTarget.value) }} />
      <Loaded query={tree}>{({ units }) => <Kinds units={units} text={text} />}</Loaded>
    </Page>
  )
}

function Kinds({ units, text }: { readonly units: readonly Unit[]; readonly text: string }) {
  const t = usePhrase()
  const found = units.filter(({ name, code }) => matches(`${name} ${code ?? ''}`, text))
  if (found.length === 0) return <EmptyState title={t('organisations.units_none')}>{t('organisations.units_none_why')}</EmptyState>
  return UNIT_KIND_NAMES.map((kind) => {
    const ofKind = found.filter((unit) => unit.kind === kind)
    if (ofKind.length === 0) return null
    return <Section key={kind} title={`${t(`organisations.kind.${kind}`)} (${String(ofKind.length)})`}><ByParent units={ofKind} all={units} /></Section>
  })
}

function ByParent({ units, all }: { readonly units: readonly Unit[]; readonly all: readonly Unit[] }) {
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const groups = Map.groupBy(units, ({ parentId }) => parentId)
  if (groups.size === 1) return <UnitNames units={units} />
  return [...groups].map(([parentId, below]) => (
    <div key={parentId}>
      {parentId !== null && <h3><UnitLink id={parentId} name={names.get(parentId) ?? ''} /> ({below.length})</h3>}
      <div className="gd-unit-group"><UnitNames units={below} /></div>
    </div>
  ))
}
