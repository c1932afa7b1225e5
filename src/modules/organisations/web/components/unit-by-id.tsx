import { useQuery } from '@tanstack/react-query'
import { useViewDate } from '#platform/web/view-date.ts'
import { organisationQueries } from '../queries.ts'
import { UnitLink } from './unit-link.tsx'

/** The name a unit has on the day viewed, leading to its page; nothing until it is known. */
export function UnitById({ id }: { readonly id: string }) {
  const { on } = useViewDate()
  const unit = useQuery(organisationQueries.unit(id, on))
  return unit.data === undefined ? null : <UnitLink id={id} name={unit.data.name} />
}
