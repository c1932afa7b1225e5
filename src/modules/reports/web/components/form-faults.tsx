import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { cellsOf, type FormDefinition, type FormFault } from '../../domain/form.ts'

/** Where in the editor a fault is mended. */
export type FaultPlace = { readonly kind: 'head' } | { readonly kind: 'section' | 'table'; readonly at: number }

interface FormFaultsProps { readonly definition: FormDefinition; readonly faults: readonly FormFault[]; readonly onGo: (place: FaultPlace) => void }

/** What keeps the draft from being published, each leading to its place. */
export function FormFaults({ definition, faults, onGo }: FormFaultsProps) {
  const t = usePhrase()
  if (faults.length === 0) return <Alert color="pine" icon={<IconCircleCheck aria-hidden />} mb="md">{t('reports.form_whole')}</Alert>
  return (
    <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title={t('reports.form_has_faults', { count: faults.length })} mb="md">
      <ul className="gd-errors">
        {faults.map((fault, index) => (
          <li key={index}>
            <button type="button" className="gd-error-link" onClick={() => { onGo(placeOf(definition, fault)) }}>
              {fault.at.trim() !== '' && <Text span inherit fw={600}>{`${fault.at}: `}</Text>}{t.find(fault.code) ?? fault.code}
            </button>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

/** A fault names a section, a table (with a cell or an equation behind it) or a figure, which the first table that asks for it has. */
export function placeOf({ sections, tables }: FormDefinition, { code, at }: FormFault): FaultPlace {
  if (code === 'reports.form_without_period' || code === 'reports.form_empty') return { kind: 'head' }
  if (code.startsWith('reports.form_section')) return { kind: 'section', at: Math.max(0, sections.findLastIndex(({ id, heading }) => id === at || heading === at)) }
  const named = tables.findLastIndex((table) => table.code === at || (table.code !== '' && (at.startsWith(`${table.code} `) || at.startsWith(`${table.code}: `))))
  const asking = tables.findIndex((table) => cellsOf(table).some(([, figure]) => figure === at))
  const titled = tables.findIndex(({ title }) => title === at)
  return { kind: 'table', at: [named, asking, titled].find((index) => index !== -1) ?? 0 }
}
