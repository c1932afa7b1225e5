import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PlainDate } from '#kernel/plain-date.ts'
import { optionsIn, SearchSelect, SearchSelectMany, type SearchOption } from '#platform/web/search-select.tsx'
import { unitOptions } from '../queries.ts'

interface CommonProps {
  readonly label: string
  /** The day whose units are offered; today unless said. */
  readonly on?: PlainDate | undefined
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly 'data-path'?: string
}

interface UnitSelectProps extends CommonProps {
  readonly value: SearchOption | null
  readonly onChange: (value: SearchOption | null) => void
}

/** One unit out of those of a day, found with accents or without, told apart by what it lies under. */
export function UnitSelect({ on, ...props }: UnitSelectProps) {
  return <SearchSelect {...props} {...useFinder(on)} />
}

interface UnitSelectManyProps extends CommonProps {
  readonly value: readonly SearchOption[]
  readonly onChange: (value: SearchOption[]) => void
}

/** Several units out of those of a day. */
export function UnitSelectMany({ on, ...props }: UnitSelectManyProps) {
  return <SearchSelectMany {...props} {...useFinder(on)} />
}

function useFinder(on: PlainDate | undefined) {
  const { data: options = [] } = useQuery(unitOptions(on))
  return { find: optionsIn(options), findKey: ['units', on, options.length] }
}
