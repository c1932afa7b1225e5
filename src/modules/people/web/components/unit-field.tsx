import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { optionsIn, SearchSelect, type SearchOption } from '#platform/web/search-select.tsx'
import { unitsQuery } from '../queries.ts'

interface UnitFieldProps {
  readonly label: string
  readonly value: SearchOption | null
  readonly onChange: (value: SearchOption | null) => void
  readonly description?: string
  readonly error?: ReactNode
  readonly required?: boolean
  readonly 'data-path'?: string
}

/** One of the units that exist today, told apart by what they stand under. */
export function UnitField(props: UnitFieldProps) {
  const t = usePhrase()
  const queries = useQueryClient()
  async function find(text: string, signal: AbortSignal) {
    const { units } = await queries.query(unitsQuery())
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const options = units.map(({ id, name, parentId }) => {
      const parent = parentId === null ? undefined : names.get(parentId)
      return { value: id, label: name, ...(parent === undefined ? {} : { detail: t('people.under', { unit: parent }) }) }
    })
    return optionsIn(options)(text, signal)
  }
  return <SearchSelect {...props} find={find} findKey={['people', 'units']} />
}
