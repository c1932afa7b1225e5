import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { ScrollBox } from '#platform/web/scroll-box.tsx'
import { editedColumns, nextNumber, replaced, withNewColumn, type ColumnEdit, type ColumnPath } from '../../domain/column-edits.ts'
import { leavesOf, type ColumnTable, type FormColumn } from '../../domain/form.ts'
import { ColumnRow } from './column-row.tsx'
import type { ListedFigure } from './figure-kind.ts'
import { FormTableHead } from './form-table-head.tsx'
import './form-view.css'

interface ColumnTableProps { readonly table: ColumnTable; readonly figures: readonly ListedFigure[]; readonly onChange: (table: ColumnTable) => void }

/** The tree of headings of a table of columns, edited line by line with the keyboard, and drawn as it will be printed. */
export function ColumnTableEditor({ table, figures, onChange }: ColumnTableProps) {
  const t = usePhrase()
  const { columns } = table
  const box = useRef<HTMLDivElement>(null)
  const goTo = useRef<ColumnPath | null>(null)
  useEffect(() => {
    if (goTo.current === null) return
    box.current?.querySelector<HTMLElement>(`[data-column="${goTo.current.join('.')}"]`)?.focus()
    goTo.current = null
  })
  function put({ columns: next, path }: { readonly columns: readonly FormColumn[]; readonly path: ColumnPath }): void {
    goTo.current = path
    onChange({ ...table, columns: next })
  }
  const edit = (path: ColumnPath, wanted: ColumnEdit) => { put(editedColumns(columns, path, wanted)) }
  const used = new Set(leavesOf(columns).map(({ figure }) => figure))
  return (
    <div ref={box}>
      {columns.length > 0 && (
        <ScrollBox label={t('reports.head_preview')}>
          <table className="gd-form-table"><caption className="gd-table-caption">{t('reports.head_preview')}</caption><FormTableHead columns={columns} firstTitle={t('reports.unit')} /></table>
        </ScrollBox>
      )}
      <Text size="sm" c="dimmed" my="xs">{t('reports.columns_help')}</Text>
      <ol className="gd-form-lines gd-form-compact">
        {rowsOf(columns).map(({ column, path }) => (
          <ColumnRow
            key={path.join('.')} column={column} path={path} columns={columns} figures={figures.filter(({ code }) => !used.has(code) || ('figure' in column && column.figure === code))}
            onChange={(changed) => { onChange({ ...table, columns: replaced(columns, path, changed) }) }} onEdit={(wanted) => { edit(path, wanted) }} onAddWithin={() => { put(withNewColumn(columns, path, '')) }}
          />
        ))}
      </ol>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => { put(withNewColumn(columns, [], '')) }}>{t('reports.add_column')}</Button>
        <Button
          variant="default" size="compact-md" leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => { put({ columns: [...columns, { title: '', columns: [{ title: '', number: nextNumber(columns), figure: '' }] }], path: [columns.length] }) }}
        >
          {t('reports.add_group')}
        </Button>
      </Group>
    </div>
  )
}

function rowsOf(columns: readonly FormColumn[], above: ColumnPath = []): { column: FormColumn; path: ColumnPath }[] {
  return columns.flatMap((column, index) => {
    const path = [...above, index]
    return [{ column, path }, ...('columns' in column ? rowsOf(column.columns, path) : [])]
  })
}
