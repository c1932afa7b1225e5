import { Textarea } from '@mantine/core'
import { memo, useId } from 'react'
import { usePhrase } from '#platform/web/phrases.tsx'
import { useOpenReport, usePlace, usePlaceFindings } from './report-desk-context.tsx'
import { FieldNotes } from './report-field-notes.tsx'
import type { ShownFigure } from './report-figure-field.tsx'

const ASKS_WHY = new Set<string>(['reports.check_departs', 'reports.check_departs_without_reason', 'reports.check_changed_much', 'reports.check_departs_from_parts'])

/** Asked for where a figure departs from what the platform counts or from the period before; what was once given stays. */
export const ReasonField = memo(function ReasonField({ figure }: { readonly figure: ShownFigure }) {
  const t = usePhrase()
  const { desk, record } = useOpenReport()
  const place = `reasons.${figure.code}`
  const view = usePlace(place)
  const asks = usePlaceFindings(`values.${figure.code}`).some(({ code }) => ASKS_WHY.has(code))
  const notes = useId()
  const reason = typeof view.value === 'string' ? view.value : ''
  if (!asks && reason === '' && view.clash === undefined) return null
  if (!record.actions.includes('save')) return reason === '' ? null : <div className="gd-report-meaning">{t('reports.because')}: {reason}</div>
  return (
    <div className="gd-report-reason">
      <Textarea
        label={t('reports.because')} aria-label={t('reports.because_of', { name: figure.name })} aria-describedby={notes} autosize minRows={1} maxLength={1000} data-path={place} value={reason}
        onChange={(event) => { desk.set(place, event.currentTarget.value === '' ? null : event.currentTarget.value) }}
      />
      <FieldNotes id={notes} place={place} view={view} />
    </div>
  )
})
