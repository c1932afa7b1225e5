import { NativeSelect } from '@mantine/core'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { OwnUnit } from '../unit-choice.ts'

interface UnitChoiceFieldProps {
  readonly units: readonly OwnUnit[]
  readonly unitId: string
  readonly onChange: (unitId: string) => void
}

/** Shown to who receives for more than one unit. */
export function UnitChoiceField({ units, unitId, onChange }: UnitChoiceFieldProps) {
  const t = usePhrase()
  if (units.length < 2) return null
  return <NativeSelect label={t('reception.unit')} value={unitId} data={units.map(({ id, name }) => ({ value: id, label: name }))} onChange={(event) => onChange(event.currentTarget.value)} />
}
