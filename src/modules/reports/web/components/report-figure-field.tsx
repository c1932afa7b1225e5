import { Input } from '@mantine/core'
import { memo, useId, useState } from 'react'
import { useFormat } from '#platform/web/format.ts'
import { usePhrase } from '#platform/web/phrases.tsx'
import type { ReportRecord } from '../../contract.ts'
import { isValueOf, type FigureValue } from '../../domain/figure.ts'
import { useOpenReport, usePlace, useResolved } from './report-desk-context.tsx'
import { FieldNotes } from './report-field-notes.tsx'
import { RemarkButton } from './report-remark-drafts.tsx'

export type ShownFigure = ReportRecord['form']['figures'][number]

interface FigureFieldProps {
  readonly figure: ShownFigure
  /** What the field is called, with its measure: heard before it is typed in. */
  readonly label: string
  /** The table is declared "không phát sinh": what is empty counts as nought. */
  readonly isNothing: boolean
}

/** One cell of a report. It is drawn anew only when its own place changes, so that two hundred of them stay quick to type in. */
export const FigureField = memo(function FigureField({ figure, label, isNothing }: FigureFieldProps) {
  const { record } = useOpenReport()
  if (figure.kind === 'ratio' || !record.actions.includes('save')) return <FigureRead figure={figure} label={label} />
  return <FigureInput figure={figure} label={label} isNothing={isNothing} />
})

function FigureInput({ figure, label, isNothing }: FigureFieldProps) {
  const t = usePhrase()
  const format = useFormat()
  const { desk, record } = useOpenReport()
  const place = `values.${figure.code}`
  const view = usePlace(place)
  const notes = useId()
  const [typing, setTyping] = useState<string | null>(null)
  const isText = figure.kind === 'text'
  const given = (view.value ?? record.facts[figure.code] ?? record.cumulated?.values[figure.code] ?? (isNothing && !isText ? 0 : null)) as FigureValue
  const fault = typing === null && view.raw !== undefined ? t(faultOf(figure, view.raw, format.parseNumber)) : null

  function take(text: string) {
    setTyping(text)
    const value = isText ? text : format.parseNumber(text)
    if (text.trim() === '') desk.set(place, null)
    else if (value !== undefined && isValueOf(figure, value)) desk.set(place, value)
    else desk.setRaw(place, text)
  }
  return (
    <>
      <Input
        className="gd-report-cell" data-path={place} data-cell aria-label={label} aria-describedby={notes} aria-invalid={fault !== null || undefined} error={fault !== null} autoComplete="off"
        inputMode={isText ? 'text' : 'decimal'} data-kind={isText ? 'text' : 'figure'} maxLength={isText ? 2000 : 40}
        value={typing ?? view.raw ?? (typeof given === 'number' ? format.number(given) : given ?? '')}
        onChange={(event) => { take(event.currentTarget.value) }} onFocus={(event) => { event.currentTarget.select() }} onBlur={() => { setTyping(null) }}
      />
      <FieldNotes id={notes} place={place} view={view} fault={fault} />
    </>
  )
}

/** A figure that is read, or computed from others. */
function FigureRead({ figure, label }: Pick<FigureFieldProps, 'figure' | 'label'>) {
  const t = usePhrase()
  const value = useResolved(figure.code)
  const words = useFigureWords()
  const place = `values.${figure.code}`
  const view = usePlace(place)
  const notes = useId()
  return (
    <>
      <span className="gd-report-read" data-path={place} tabIndex={-1} data-kind={figure.kind === 'text' ? 'text' : 'figure'} title={figure.kind === 'ratio' ? t('reports.computed') : undefined}>{words(figure, value)}</span>
      {figure.kind === 'ratio' ? null : <FieldNotes id={notes} place={place} view={view} />}
      <RemarkButton place={place} name={label} isSmall />
    </>
  )
}

/** A figure's value as it is written: a ratio as a share, nothing as a dash. */
export function useFigureWords(): (figure: Pick<ShownFigure, 'kind' | 'measure'>, value: FigureValue | undefined) => string {
  const format = useFormat()
  return ({ kind, measure }, value) => {
    if (value === null || value === undefined || value === '') return '–'
    if (typeof value === 'string') return value
    return kind === 'ratio' && measure === '%' ? format.percent(value) : format.number(value)
  }
}

function faultOf({ kind }: Pick<ShownFigure, 'kind'>, text: string, parse: (text: string) => number | undefined): 'reports.whole_number' | 'web.number_wrong' {
  return parse(text) !== undefined && kind === 'count' ? 'reports.whole_number' : 'web.number_wrong'
}
