import { ActionIcon, Button, Menu, Text, TextInput } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { columnEditsAt, type ColumnEdit, type ColumnPath } from '../../domain/column-edits.ts'
import type { FormColumn } from '../../domain/form.ts'
import { FigureChoice } from './figure-form.tsx'
import type { ListedFigure } from './figure-kind.ts'

interface ColumnRowProps {
  readonly column: FormColumn
  readonly path: ColumnPath
  readonly columns: readonly FormColumn[]
  readonly figures: readonly ListedFigure[]
  readonly onChange: (column: FormColumn) => void
  readonly onEdit: (edit: ColumnEdit) => void
  readonly onAddWithin: () => void
}

const KEYS: Partial<Record<string, ColumnEdit>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'into', ArrowLeft: 'out' }

/** One heading: its words, and of a column its printed number and its figure. Alt and an arrow key move it. */
export function ColumnRow({ column, path, columns, figures, onChange, onEdit, onAddWithin }: ColumnRowProps) {
  const t = usePhrase()
  const place = path.map((index) => index + 1).join('.')
  const edits = columnEditsAt(columns, path)
  const isGroup = 'columns' in column
  return (
    <li className="gd-form-line gd-column" data-depth={Math.min(path.length - 1, 4)} aria-label={t(isGroup ? 'reports.group_at' : 'reports.column_at', { place })}>
      <Text span aria-hidden className="gd-form-at">{place}</Text>
      <TextInput
        className="gd-form-wide" label={t(isGroup ? 'reports.group_title' : 'reports.column_title', { place })} value={column.title} data-column={path.join('.')}
        onChange={(event) => { onChange({ ...column, title: event.currentTarget.value }) }}
        onKeyDown={(event) => {
          const wanted = event.altKey ? KEYS[event.key] : undefined
          if (wanted === undefined || !edits.includes(wanted)) return
          event.preventDefault()
          onEdit(wanted)
        }}
      />
      {isGroup ? (
        <Button variant="subtle" size="compact-md" className="gd-column-add" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAddWithin}>{t('reports.add_column_within')}</Button>
      ) : (
        <>
          <TextInput
            className="gd-column-number" label={t('reports.column_number', { place })} value={column.number} error={/^[\p{L}\d._-]{0,10}$/u.test(column.number) ? undefined : t('reports.number_wrong')}
            onChange={(event) => { onChange({ ...column, number: event.currentTarget.value }) }}
          />
          <div className="gd-column-figure"><FigureChoice label={t('reports.column_figure', { place })} value={column.figure} figures={figures} onChange={(code) => { onChange({ ...column, figure: code ?? '' }) }} /></div>
        </>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('reports.change_column', { place })}><IconDots size={18} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{edits.map((edit) => <Menu.Item key={edit} onClick={() => { onEdit(edit) }}>{t(`reports.column_edit.${edit}`)}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
    </li>
  )
}
