import { Button, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { parseEquation, type Equation } from '../../domain/equation.ts'
import { cellsOf, type FormTable, type TableEquation } from '../../domain/form.ts'
import { moved } from '../../domain/section-edits.ts'
import { PlaceButtons } from './place-buttons.tsx'

interface EquationEditorProps { readonly table: FormTable; readonly onChange: (equations: readonly TableEquation[]) => void }

/** What must hold between the cells of a table; each is told at once whether it makes sense, and how it was understood. */
export function EquationEditor({ table, onChange }: EquationEditorProps) {
  const t = usePhrase()
  const { equations } = table
  const names = cellsOf(table).map(([name]) => name)
  const set = (at: number, changed: Partial<TableEquation>) => { onChange(equations.map((each, index) => (index === at ? { ...each, ...changed } : each))) }
  return (
    <div>
      <Text fw={600}>{t('reports.equations')}</Text>
      <Text size="sm" c="dimmed">{t('reports.equations_help')}</Text>
      <ol className="gd-form-lines">
        {equations.map(({ text, severity }, at) => {
          const name = t('reports.equation_at', { number: at + 1 })
          const equation = parseEquation(text, names)
          return (
            <li key={at} className="gd-form-line" aria-label={name}>
              <TextInput
                className="gd-form-wide" label={name} value={text} description={equation === undefined ? undefined : t('reports.equation_read', { equation: inFull(equation) })}
                inputWrapperOrder={['label', 'input', 'description', 'error']} error={equation === undefined && text.trim() !== '' ? t('reports.form_equation_unread') : undefined}
                onChange={(event) => { set(at, { text: event.currentTarget.value }) }}
              />
              <NativeSelect
                label={t('reports.severity')} value={severity} data={(['refuse', 'warn'] as const).map((value) => ({ value, label: t(`reports.severity.${value}`) }))}
                onChange={(event) => { set(at, { severity: event.currentTarget.value === 'refuse' ? 'refuse' : 'warn' }) }}
              />
              <PlaceButtons name={name} at={at} count={equations.length} onMove={(to) => { onChange(moved(equations, at, to)) }} onRemove={() => { onChange(equations.toSpliced(at, 1)) }} />
            </li>
          )
        })}
      </ol>
      <Button mt="xs" variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => { onChange([...equations, { text: '', severity: 'refuse' }]) }}>{t('reports.add_equation')}</Button>
    </div>
  )
}

/** With every column that "…" stands for. */
function inFull({ sides, signs }: Equation): string {
  return sides.map((side, at) => {
    const terms = side.map(({ column, factor }, index) => `${index === 0 ? '' : factor === 1 ? ' + ' : ' − '}${column}`).join('')
    return `${at === 0 ? '' : ` ${signs[at - 1] ?? ''} `}${terms}`
  }).join('')
}
