import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ListTable, TableLine } from '../../domain/form.ts'
import { moved } from '../../domain/section-edits.ts'
import { FigureChoice } from './figure-form.tsx'
import type { ListedFigure } from './figure-kind.ts'
import { PlaceButtons } from './place-buttons.tsx'

interface LineTableProps { readonly table: ListTable; readonly figures: readonly ListedFigure[]; readonly onChange: (table: ListTable) => void }

/** A table with one figure a line, and headings between; lines are numbered by their order. */
export function LineTableEditor({ table, figures, onChange }: LineTableProps) {
  const t = usePhrase()
  const { lines } = table
  const put = (next: readonly TableLine[]) => { onChange({ ...table, lines: next }) }
  const set = (at: number, line: TableLine) => { put(lines.map((each, index) => (index === at ? line : each))) }
  const used = new Set(lines.map((line) => (line.kind === 'figure' ? line.figure : '')))
  const numberOf = (at: number) => String(lines.slice(0, at + 1).filter(({ kind }) => kind === 'figure').length)
  return (
    <div>
      <ol className="gd-form-lines gd-form-compact">
        {lines.map((line, at) => {
          const name = line.kind === 'figure' ? t('reports.line_at', { number: numberOf(at) }) : t('reports.heading_at', { number: at + 1 })
          return (
            <li key={at} className="gd-form-line" aria-label={name}>
              <Text span className="gd-form-at">{line.kind === 'figure' ? numberOf(at) : ''}</Text>
              <div className="gd-form-wide">
                {line.kind === 'group'
                  ? <TextInput label={name} value={line.title} onChange={(event) => { set(at, { kind: 'group', title: event.currentTarget.value }) }} />
                  : <FigureChoice label={name} value={line.figure} figures={figures.filter(({ code }) => code === line.figure || !used.has(code))} onChange={(code) => { set(at, { kind: 'figure', figure: code ?? '' }) }} />}
              </div>
              <PlaceButtons name={name} at={at} count={lines.length} onMove={(to) => { put(moved(lines, at, to)) }} onRemove={() => { put(lines.toSpliced(at, 1)) }} />
            </li>
          )
        })}
      </ol>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => { put([...lines, { kind: 'figure', figure: '' }]) }}>{t('reports.add_line')}</Button>
        <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => { put([...lines, { kind: 'group', title: '' }]) }}>{t('reports.add_heading')}</Button>
      </Group>
    </div>
  )
}
