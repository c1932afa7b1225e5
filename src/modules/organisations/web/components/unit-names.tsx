import type { Unit } from '../../contract.ts'
import { Certainty } from './certainty.tsx'
import { UnitLink } from './unit-link.tsx'
import './unit-names.css'

/** Units by name with their codes, in as many columns as there is room for. */
export function UnitNames({ units }: { readonly units: readonly Unit[] }) {
  return (
    <ul className="gd-unit-names">
      {units.map(({ id, name, code, certainty }) => (
        <li key={id}>
          <UnitLink id={id} name={name} /> {code === null ? null : <span className="gd-unit-code">{code} </span>}
          <Certainty of={certainty} />
        </li>
      ))}
    </ul>
  )
}
