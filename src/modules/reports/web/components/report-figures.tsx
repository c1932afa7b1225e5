import { Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { Section } from '#platform/web/page.tsx'
import { usePhrase } from '#platform/web/phrases.tsx'
import { cellsOf, type FormTable } from '../../domain/form.ts'
import { ColumnTable } from './report-column-table.tsx'
import { useOpenReport, usePlace } from './report-desk-context.tsx'
import { FactSheet } from './report-fact-sheet.tsx'
import { FieldNotes } from './report-field-notes.tsx'
import { useFocusedPlace } from './report-focus.ts'
import { ListTable } from './report-list-table.tsx'
import { pasteInto } from './report-paste.ts'

const NEXT_KEYS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }

/** The tables of the form. Enter and the arrows go from cell to cell; a column copied from a spreadsheet fills the cells below. */
export function ReportFigures() {
  const { record } = useOpenReport()
  const box = useRef<HTMLDivElement>(null)
  const [fact, setFact] = useState<string | null>(null)
  useFocusedPlace(box)
  return (
    <div ref={box}>
      {record.form.definition.tables.map((table) => <FigureTable key={table.code} table={table} onFact={setFact} />)}
      <FactSheet code={fact} onClose={() => { setFact(null) }} />
    </div>
  )
}

function FigureTable({ table, onFact }: { readonly table: FormTable; readonly onFact: (code: string) => void }) {
  const { desk, record } = useOpenReport()
  const format = useFormat()
  const isPhone = useMediaQuery('screen and (max-width: 39.99em)', false, { getInitialValueInEffect: false })
  const nothing = usePlace(`nothing.${table.code}`)
  const isNothing = nothing.value === true

  function move(event: KeyboardEvent<HTMLElement>) {
    const by = NEXT_KEYS[event.key]
    if (by === undefined || !(event.target instanceof HTMLInputElement) || event.target.dataset['cell'] === undefined) return
    event.preventDefault()
    const cells = cellsWithin(event.currentTarget)
    cells[cells.indexOf(event.target) + by]?.focus()
  }
  function paste(event: ClipboardEvent<HTMLElement>) {
    if (!(event.target instanceof HTMLInputElement) || event.target.dataset['cell'] === undefined) return
    const all = cellsWithin(event.currentTarget)
    const figures = new Map(record.form.figures.map((figure) => [`values.${figure.code}`, figure]))
    const following = all.slice(all.indexOf(event.target)).flatMap(({ dataset }) => {
      const figure = figures.get(dataset['path'] ?? '')
      return figure === undefined ? [] : [{ place: `values.${figure.code}`, figure }]
    })
    const pasted = pasteInto(event.clipboardData.getData('text'), following, format.parseNumber)
    const [at] = following
    if (pasted === undefined || at === undefined) return
    event.preventDefault()
    if ('fault' in pasted) desk.say(at.place, pasted.fault)
    else {
      event.target.blur()
      desk.setAll(pasted.values)
      all[all.indexOf(event.target) + pasted.values.length - 1]?.focus()
    }
  }
  const props = { isNothing, isPhone, onFact }
  return (
    <Section title={cellsOf(table).length === 0 ? table.title : `${table.code}. ${table.title}`} actions={<NothingBox table={table} isNothing={isNothing} />}>
      <FieldNotes id={`nothing-${table.code}`} place={`nothing.${table.code}`} view={nothing} />
      <div onKeyDown={move} onPaste={paste}>
        {table.layout === 'list' ? <ListTable table={table} {...props} /> : <ColumnTable table={table} {...props} />}
      </div>
    </Section>
  )
}

function NothingBox({ table, isNothing }: { readonly table: FormTable; readonly isNothing: boolean }) {
  const t = usePhrase()
  const { desk, record } = useOpenReport()
  if (!record.actions.includes('save')) return isNothing ? <strong>{t('reports.nothing')}</strong> : null
  const place = `nothing.${table.code}`
  return <Checkbox label={t('reports.nothing')} aria-label={t('reports.nothing_in', { name: table.title })} data-path={place} checked={isNothing} onChange={(event) => { desk.set(place, event.currentTarget.checked) }} />
}

function cellsWithin(element: HTMLElement): HTMLInputElement[] {
  return [...element.querySelectorAll<HTMLInputElement>('input[data-cell]')]
}
