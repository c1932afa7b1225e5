import { Group, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '#platform/web/empty-state.tsx'
import { Loaded, Page, Section } from '#platform/web/page.tsx'
import { matches } from '#platform/web/plain-text.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useSession } from '#platform/web/session.ts'
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
  return (
    <Page title={t('organisations.units')}>
      <Loaded query={tree}>{({ units }) => <Province units={units} />}</Loaded>
    </Page>
  )
}

/** One province at a time: the reader's own until another is chosen. */
function Province({ units }: { readonly units: readonly Unit[] }) {
  const t = usePhrase()
  const { actor } = useSession()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const provinces = units.filter(({ parentId }) => parentId === null)
  const own = [actor.unit?.id, ...actor.roles.map(({ unitId }) => unitId)].find((id) => id !== undefined && parents.has(id))
  const shown = provinces.find(({ id }) => id === chosen)?.id ?? (own === undefined ? provinces[0]?.id : rootOf(own, parents))
  return (
    <>
      <Group mb="md" align="end">
        {provinces.length > 1 && (
          <Select
            label={t('organisations.province')} searchable allowDeselect={false} w="18rem" value={shown ?? null} onChange={setChosen}
            data={provinces.map(({ id, name }) => ({ value: id, label: name })).toSorted((one, other) => one.label.localeCompare(other.label, 'vi'))}
          />
        )}
        <TextInput type="search" label={t('organisations.search')} w="28rem" maw="100%" value={text} onChange={(event) => { setText(event.currentTarget.value) }} />
      </Group>
      <Kinds units={units.filter(({ id }) => rootOf(id, parents) === shown)} text={text} />
    </>
  )
}

function rootOf(id: string, parents: ReadonlyMap<string, string | null>): string {
  for (let at = id; ;) {
    const above = parents.get(at) ?? null
    if (above === null) return at
    at = above
  }
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
