import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { Sheet } from '#platform/web/sheet.tsx'
import type { FigureList } from '../../contract-forms.ts'
import { cellsOf, type FormTable } from '../../domain/form.ts'
import { moved } from '../../domain/section-edits.ts'
import { ColumnTableEditor } from './column-table-editor.tsx'
import { EquationEditor } from './equation-editor.tsx'
import { FigureForm } from './figure-form.tsx'
import { LineTableEditor } from './line-table-editor.tsx'
import { PlaceButtons } from './place-buttons.tsx'
import type { FormEditor } from './use-form-editor.ts'

interface TableListProps {
  readonly editor: FormEditor
  readonly list: FigureList
  /** The table whose cells are being edited: one at a time, as a form may have hundreds of cells. */
  readonly open: number | null
  readonly onOpen: (at: number | null) => void
}

/** The figures a form asks for, in tables of lines or of columns. */
export function TableListEditor({ editor: { definition: { tables }, change }, list, open, onOpen }: TableListProps) {
  const t = usePhrase()
  const [isDeclaring, setIsDeclaring] = useState(false)
  const put = (next: readonly FormTable[]) => { change({ tables: next }) }
  function add(table: FormTable): void {
    put([...tables, table])
    onOpen(tables.length)
  }
  const code = `PL-${String(tables.length + 1).padStart(2, '0')}`
  return (
    <Section title={t('reports.tables')} actions={<Button variant="subtle" onClick={() => { setIsDeclaring(true) }}>{t('reports.add_figure')}</Button>}>
      {tables.length === 0 && <Text c="dimmed">{t('reports.tables_none')}</Text>}
      <ol className="gd-form-rows">
        {tables.map((table, at) => {
          const name = t('reports.table_at', { code: table.code || String(at + 1) })
          const set = (changed: FormTable) => { put(tables.map((each, index) => (index === at ? changed : each))) }
          return (
            <li key={at} className="gd-form-row" aria-label={name} id={`reports-table-${String(at)}`}>
              <div className="gd-form-row-head">
                <TextInput label={t('reports.table_code')} className="gd-form-code" value={table.code} error={/^[A-Za-z0-9./-]{0,40}$/.test(table.code) ? undefined : t('reports.code_wrong')} onChange={(event) => { set({ ...table, code: event.currentTarget.value }) }} />
                <TextInput label={t('reports.table_title')} className="gd-form-wide" value={table.title} onChange={(event) => { set({ ...table, title: event.currentTarget.value }) }} />
                <PlaceButtons
                  name={name} at={at} count={tables.length}
                  onMove={(to) => { put(moved(tables, at, to)); onOpen(open === at ? to : null) }} onRemove={() => { put(tables.toSpliced(at, 1)); onOpen(null) }}
                />
              </div>
              <Group gap="sm">
                <Button variant="default" size="compact-md" aria-expanded={open === at} onClick={() => { onOpen(open === at ? null : at) }}>{open === at ? t('reports.close_table') : t('reports.open_table')}</Button>
                <Text size="sm" c="dimmed">{t(`reports.layout.${table.layout}`, { count: cellsOf(table).length })}</Text>
              </Group>
              {open === at && (table.layout === 'list'
                ? <LineTableEditor table={table} figures={list.figures} onChange={set} />
                : <ColumnTableEditor table={table} figures={list.figures} onChange={set} />)}
              {open === at && <EquationEditor table={table} onChange={(equations) => { set({ ...table, equations }) }} />}
            </li>
          )
        })}
      </ol>
      <Group gap="xs" mt="sm">
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { add({ layout: 'list', code, title: '', lines: [], equations: [] }) }}>{t('reports.add_list_table')}</Button>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => { add({ layout: 'columns', code, title: '', columns: [], equations: [] }) }}>{t('reports.add_column_table')}</Button>
      </Group>
      <Sheet opened={isDeclaring} onClose={() => { setIsDeclaring(false) }} title={t('reports.add_figure')}><FigureForm figure={null} list={list} onDone={() => { setIsDeclaring(false) }} /></Sheet>
    </Section>
  )
}
